// Where the docs are for a page that names a cloud, a mirror or a language. The pages themselves stand in `links.ts`.

/** A Microsoft cloud: the worldwide one, Azure Government, or Azure in China, operated by 21Vianet. */
export type Cloud = 'global' | 'usgov' | 'china';

export interface DocsOptions {
  /** Address of a mirror of the docs, which may have a path. Wins over the cloud's host; `src/rendering` judges its scheme. */
  base?: string | null | undefined;
  /** Language of the docs as Learn writes it, such as `nl-nl`. Left out, the site picks one; anything else is ignored. */
  locale?: string | null | undefined;
  /** Defaults to `global`. */
  cloud?: Cloud;
}

/** Holds the Entra pages only, in two languages. Learn serves the docs of Azure Government itself. */
const chinaDocs = 'https://docs.azure.cn';

const adminCenters = {
  usgov: 'https://entra.microsoft.us',
  china: 'https://entra.microsoftonline.cn',
};

/**
 * Pages on what a cloud does not have. Both national clouds provision to apps by SCIM and the on-premises agent, hardly
 * to gallery apps (known-issues), so that tutorials for apps and HR systems would lead astray.
 */
const missing: Partial<Record<Cloud, RegExp>> = {
  usgov: /\/saas-apps\/|\/(hr|workday)-/,
  china: /\/saas-apps\/|\/(hr|workday)-|cross-tenant|\/multi-tenant-/,
};

/**
 * The address of a page by its path on Microsoft Learn, without host and locale; `undefined` where the cloud has none.
 * @param learn The address of Learn itself.
 */
export function docsPath(
  path: string,
  { base, locale, cloud = 'global' }: DocsOptions,
  learn: string,
): string | undefined {
  if (missing[cloud]?.test(path)) return undefined;
  const host = cloud === 'china' && path.startsWith('entra/') ? chinaDocs : learn;
  // A query or fragment of the base would swallow the path.
  const root = base?.trim().replace(/\/*([?#].*)?$/, '') || host;
  const segment = locale?.trim().toLowerCase() ?? '';
  const known =
    /^[a-z]{2}(-[a-z]{4})?-[a-z]{2}$/.test(segment) && (root !== chinaDocs || /^(en-us|zh-cn)$/.test(segment));
  return `${root}/${known ? `${segment}/` : ''}${path}`;
}

/** The address of the Microsoft Entra admin center of a national cloud; `undefined` for the worldwide one. */
export const adminCenterUrl = (cloud: Cloud = 'global'): string | undefined =>
  cloud === 'global' ? undefined : adminCenters[cloud];
