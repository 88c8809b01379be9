import { posix } from 'node:path';
import { isAllowed } from '../../rendering/link.js';
import { placeholdersIn } from '../../topics/placeholders.js';

/** What an address in an article leads to. */
export type Address =
  | { to: 'web'; url: string; problem?: string }
  | { to: 'article'; id: string; url: string; problem?: string }
  | { to: 'file'; file: string; url: string }
  | { to: 'nothing'; problem: string };

/** Percent-encodes a path that is not encoded yet. Lone surrogates, which can't be, become U+FFFD. */
export const encodePath = (path: string): string =>
  encodeURI(path.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(/[?#]/g, encodeURIComponent);

const decodePath = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/** Where an address of an article leads, seen from `file`. */
export function resolve(address: string, { file, docsBase }: { file: string; docsBase: string }): Address {
  const url = address.trim();
  if (!url) return { to: 'nothing', problem: 'it has no address' };
  // The page fills the rest in; only then it is an address, and the element checks it.
  if (filled(url) !== url && /^(\{|https?:\/\/)/i.test(url) && isAllowed(filled(url))) return { to: 'web', url };
  if (!isAllowed(url))
    return { to: 'nothing', problem: 'only http, https, mailto, tel and relative addresses become links' };
  if (url.startsWith('//')) return { to: 'web', url: `https:${url}` };
  if (url.startsWith('/')) return { to: 'web', url: docsBase.replace(/\/+$/, '') + url };
  if (url.startsWith('#')) return { to: 'web', url, problem: 'a place within an article can’t be linked to' };
  if (/^[a-z][a-z\d+.-]*:/i.test(url)) return { to: 'web', url, ...malformed(url) };
  const path = decodePath(/^[^?#]*/.exec(url)![0]).replaceAll('\\', '/');
  const target = posix.normalize(posix.join(posix.dirname(file), path));
  if (target.startsWith('..')) return { to: 'web', url, problem: 'it leads out of the folder' };
  if (/\.md$/i.test(target)) {
    const id = target.replace(/\.md$/i, '');
    const problem = url.includes('#') ? { problem: 'a link leads to the article, not to a place within it' } : {};
    return { to: 'article', id, url: `#${encodePath(id)}`, ...problem };
  }
  return { to: 'file', file: target, url: encodePath(target) };
}

/** An address as it looks once a page has filled its placeholders in. */
export const filled = (url: string): string =>
  placeholdersIn(url).reduce((text, name) => text.replaceAll(`{${name}}`, 'x.example'), url);

/** An address that a browser takes, but that nobody can have meant: without `//`, or with a host without a dot. */
function malformed(url: string): { problem?: string } {
  if (!/^https?:/i.test(url)) return {};
  const host = /^https?:\/\/(?:[^/?#@]*@)?([^/?#]+)/i.exec(url)?.[1] ?? '';
  return /^(localhost|[^.]+(\.[^.]+)+|\[.*\])(:\d+)?$/.test(host) ? {} : { problem: 'the address is malformed' };
}

/** `https://docs.microsoft.com/nl-nl/azure/` and `…/en-us/azure/` are the same page. */
export const withoutLocale = (url: string): string =>
  url.replace(/^(https?:\/\/[^/]+)\/[a-z]{2}-[a-z]{2}(?=\/|$)/i, '$1');

/** The host of an address, for a link that has no words of its own. */
export function hostOf(url: string): string {
  try {
    const { hostname, pathname } = new URL(url);
    return hostname.replace(/^www\./, '') || pathname || url;
  } catch {
    return decodePath(url.replace(/^#/, '')) || url;
  }
}
