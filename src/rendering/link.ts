import { html, nothing } from 'lit';

/** The id of the text, once in each root, that tells a screen reader's user that a link opens in a new tab. */
export const newTabId = 'new-tab';

/** How the links of an element open, and whom to tell of an address that is refused. */
export interface LinkContext {
  /** Where web links open: a `target` such as `_blank` or `_self`. */
  target: () => string;
  /** Called for an address that does not become a link. */
  onRefused: (href: string) => undefined;
}

const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/**
 * Whether an address may become a link: `http:`, `https:`, `mailto:`, `tel:` and relative ones. The verdict falls on the
 * unmodified string, by the browser's own parser and against a fixed base, so that it is the same on every page; whoever
 * writes the address must write that very string. Lone surrogates are refused: the parser mends them, a link does not.
 */
export const isAllowed = (href: unknown): href is string => {
  if (typeof href !== 'string' || /\p{Surrogate}/u.test(href)) return false;
  try {
    return schemes.has(new URL(href, 'https://base.invalid/').protocol);
  } catch {
    return false;
  }
};

/** Whether an allowed address leads to a page: not mail, not a telephone, not a place on this page. */
export const isPage = (href: string): boolean => !/^\s*(mailto:|tel:|#)/i.test(href);

/** The one template of a link. An address out of policy shows as text. */
export function renderLink(
  href: unknown,
  label: unknown,
  { target: webTarget, onRefused }: LinkContext,
  title?: string,
): unknown {
  if (!isAllowed(href)) {
    if (href != null) onRefused(typeof href === 'string' ? href : typeof href);
    return label;
  }
  // Mail and telephone links, and places on the same page, never open a window of their own.
  const web = isPage(href);
  const target = web ? webTarget() : '_self';
  const opens = web && !/^_(self|parent|top)$/i.test(target);
  return html`<a
    part="link"
    href=${href}
    target=${target}
    title=${title ?? nothing}
    rel=${opens ? 'noopener noreferrer' : nothing}
    aria-describedby=${opens ? newTabId : nothing}
    >${label}</a
  >`;
}
