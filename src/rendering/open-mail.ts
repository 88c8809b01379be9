import { isAllowed } from './link.js';

/** What every mail program and system takes as an address; a longer one is cut or refused without a word. */
const longest = 1900;

/**
 * Opens the reader's mail program with a new message. Its address is in no link of the page, where scripts and statistics
 * would find the text.
 * @param contact A `mailto:` address; its own subject and text stay.
 * @param short What stands below a text that had to be cut.
 * @returns Whether all of the text went in.
 */
export function openMail(contact: string, subject: string, text: string, short: string): boolean {
  const address = mailAddress(contact, subject, text);
  const whole = address.length <= longest;
  const link = document.createElement('a');
  link.href = whole ? address : mailAddress(contact, subject, cutTo(contact, subject, text, short));
  link.click();
  return whole;
}

/** Whether a contact is a mail address that may be used. */
export const isMail = (contact: unknown): contact is string => isAllowed(contact) && /^\s*mailto:/i.test(contact);

function mailAddress(contact: string, subject: string, text: string): string {
  const [to = '', query = ''] = contact.trim().split('?', 2);
  // Not URLSearchParams: mail programs show its plus signs.
  const fields = query.split('&').filter((field) => field && !/^body=/i.test(field));
  if (!fields.some((field) => /^subject=/i.test(field))) fields.push(`subject=${encodeURIComponent(subject)}`);
  const own = query
    .split('&')
    .find((field) => /^body=/i.test(field))
    ?.slice(5);
  const body = encodeURIComponent(text.replaceAll('\n', '\r\n'));
  return `${to}?${[...fields, `body=${own ? `${own}%0D%0A%0D%0A` : ''}${body}`].join('&')}`;
}

/** The longest start of the text that fits, in whole lines. */
function cutTo(contact: string, subject: string, text: string, short: string): string {
  const lines = text.split('\n');
  while (lines.length && mailAddress(contact, subject, [...lines, '', short].join('\n')).length > longest) lines.pop();
  return [...lines, '', short].join('\n');
}
