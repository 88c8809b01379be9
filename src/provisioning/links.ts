/**
 * Every address of the flagship, by key: to change where a link goes, change it here.
 *
 * Paths have no host, because the docs locale, the national cloud and a mirror decide what stands in front of them.
 * All were taken from the sources of Microsoft Learn (MicrosoftDocs/entra-docs, microsoftgraph/microsoft-graph-docs-contrib).
 */
export const docs = {
  /** List of app tutorials; also where the pages of retired apps lead. */
  tutorials: 'entra/identity/saas-apps/tutorial-list',
  plan: 'entra/identity/app-provisioning/plan-auto-user-provisioning',
  configure: 'entra/identity/app-provisioning/configure-automatic-user-provisioning-portal',
  /** Successor of `application-provisioning-config-problem`, which was deleted. */
  troubleshoot: 'entra/identity/app-provisioning/troubleshoot',
  noUsers: 'entra/identity/app-provisioning/application-provisioning-config-problem-no-users-provisioned',
  /** Replaces `add-application-portal-assign-users`, which became a quickstart on making a test user. */
  assign: 'entra/identity/enterprise-apps/assign-user-or-group-access-portal',
  scopingFilters: 'entra/identity/app-provisioning/define-conditional-rules-for-provisioning-user-accounts',
  scoping: 'entra/identity/app-provisioning/how-provisioning-works#scoping',
  deprovisioning: 'entra/identity/app-provisioning/how-provisioning-works#deprovisioning',
  mappings: 'entra/identity/app-provisioning/customize-application-attributes',
  syncAttributes: 'entra/identity/app-provisioning/user-provisioning-sync-attributes-for-mapping',
  accidentalDeletions: 'entra/identity/app-provisioning/accidental-deletions',
  onDemand: 'entra/identity/app-provisioning/provision-on-demand',
  finishTime: 'entra/identity/app-provisioning/application-provisioning-when-will-provisioning-finish-specific-user',
  status: 'entra/identity/app-provisioning/check-status-user-account-provisioning',
  quarantine: 'entra/identity/app-provisioning/application-provisioning-quarantine-status',
  scim: 'entra/identity/app-provisioning/use-scim-to-provision-users-and-groups',
  onPremises: 'entra/identity/app-provisioning/on-premises-ecma-troubleshoot',
  restart: 'graph/api/synchronization-synchronizationjob-restart',
  /** The page holds two products; the pivot opens the half on apps. */
  knownIssues: 'entra/identity/app-provisioning/known-issues?pivots=app-provisioning',
  logs: 'entra/identity/monitoring-health/concept-provisioning-logs',
  /** The table moved here; the fragment of the same name on the page about logs is gone. */
  errorCodes: 'entra/identity/monitoring-health/howto-analyze-provisioning-logs#error-codes',
} as const;

export type DocKey = keyof typeof docs;

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

const learn = 'https://learn.microsoft.com';

/** Holds the Entra pages only, in two languages. Learn serves the docs of Azure Government itself. */
const chinaDocs = 'https://docs.azure.cn';

const adminCenters: Record<Cloud, string> = {
  global: 'https://entra.microsoft.com',
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

/** The address of a page by its key; `undefined` where the cloud has no such page. */
export const docsUrl = (key: DocKey, options: DocsOptions = {}): string | undefined => docsPath(docs[key], options);

/** The address of a page by its path on Microsoft Learn, without host and locale. */
export function docsPath(path: string, { base, locale, cloud = 'global' }: DocsOptions = {}): string | undefined {
  if (missing[cloud]?.test(path)) return undefined;
  const host = cloud === 'china' && path.startsWith('entra/') ? chinaDocs : learn;
  // A query or fragment of the base would swallow the path.
  const root =
    base
      ?.trim()
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '') || host;
  const segment = locale?.trim().toLowerCase() ?? '';
  const known =
    /^[a-z]{2}(-[a-z]{4})?-[a-z]{2}$/.test(segment) && (root !== chinaDocs || /^(en-us|zh-cn)$/.test(segment));
  return `${root}/${known ? `${segment}/` : ''}${path}`;
}

/** The address of the Microsoft Entra admin center. */
export const adminCenterUrl = (cloud: Cloud = 'global'): string => adminCenters[cloud];
