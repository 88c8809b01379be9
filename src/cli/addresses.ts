import { isAllowed } from '../rendering/link.js';
import { filled } from './markdown/address.js';
import { movedTo } from './moved.js';
import type { Problem } from './problems.js';

export type Finding = Pick<Problem, 'level' | 'code' | 'message'>;

/** What can be said of an address without asking for it. */
export function checkAddress(written: string): Finding[] {
  const url = filled(written);
  const shown = JSON.stringify(written.length > 200 ? `${written.slice(0, 200)}…` : written);
  const malformed = (why: string): Finding[] => [
    { level: 'warning', code: 'malformed-address', message: `The address ${shown} ${why}` },
  ];
  if (!url.trim()) return malformed('is empty');
  if (!isAllowed(url))
    return /^[a-z][a-z\d+.-]*:/i.test(url) && !/^https?:/i.test(url)
      ? [
          {
            level: 'warning',
            code: 'scheme',
            message: `${shown} shows as text: only http, https, mailto and tel become links`,
          },
        ]
      : malformed('can’t be read');
  if (url !== url.trim() || /[\s\p{Cc}]/u.test(url)) return malformed('holds spaces');
  if (/^https?:(?!\/\/[^/])/i.test(url)) return malformed('has no host');
  if (/^https?:\/\/https?[:/]/i.test(url)) return malformed('begins twice');
  if (/^(www\.|[\w-]+\.(com|org|net)(\/|$))/i.test(url))
    return malformed('lacks https:// and counts as a file of the page');
  if (/^https?:/i.test(url)) {
    const { hostname, search } = new URL(url);
    if (/\.\.|^\.|^-/.test(hostname)) return malformed('has no usable host');
    if (search.indexOf('?', 1) > 0 && /\?[^?]*\?/.test(search) && !/[?&][^=]+=[^&]*\?/.test(search))
      return malformed('has two question marks');
  }
  if (/%(?![\da-f]{2})/i.test(url)) return malformed('has a % that encodes nothing');
  // A fragment of text may end as the text does.
  const page = url.replace(/#:~:.*$/s, '');
  if (/[.,;:!)\]}>'"*]$/.test(page) && !/\([^)]*\)$/.test(page)) return malformed('ends in punctuation');
  if (/^mailto:(?![^@\s]+@[^@\s]+)/i.test(url)) return malformed('names no mailbox');
  const move = movedTo(url);
  if (!move) return [];
  const message = 'to' in move ? `${shown} has moved to ${move.to}` : `${shown} is gone: ${move.note}`;
  return [{ level: 'warning', code: 'moved-address', message }];
}
