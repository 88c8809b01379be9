import { maskSecrets } from './mask.js';
import type { LogRecord } from './model.js';
import { detail } from './scope.js';

// What a person or a thing can be told by. Every repetition is of one class and bounded, so that no text takes long.
const guid = /(?<![0-9a-f])[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}(?![0-9a-f])/gi;
const mail = /[\p{L}\p{N}._%+'#~-]{1,128}(?:@|%40)[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,8}/gu;
const address = /(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.]*\d)/g;
const longAddress =
  /(?<![\w:])(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}:){1,6}:(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,5})?)(?![\w:])/gi;
const phone =
  /(?<![\w.:/-])(?:\+\d[\d ().-]{6,18}\d|\(?0\d{1,4}\)?[ .-]\d[\d .-]{4,14}\d|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4})(?![\w:])/g;
const word = /[\p{L}\p{N}\p{M}_'’.@#-]+/gu;

export type Kind = 'user' | 'mail' | 'id' | 'ip' | 'phone' | 'file';

export interface RedactorOptions {
  /** Ids that stay, since support needs them: of jobs, cycles and changes. */
  keep?: Iterable<string>;
}

/** Replaces people and things by stand-ins, the same one by the same, wherever they come up. */
export interface Redactor {
  /** Tells it a name that no pattern finds; `sameAs` is another name of the same, which then has the same stand-in. */
  learn(kind: Kind, name: string, sameAs?: string): void;
  /** A text without names, mail addresses, ids, IP addresses, phone numbers and secrets. */
  text(text: string): string;
  /** The stand-in for what is one name as a whole. */
  name(kind: Kind, name: string): string;
}

/** Longest name in words that is looked for. */
const longestName = 6;

/**
 * Makes a redactor. What it replaces: the names it was told, mail addresses and user principal names, GUIDs (with and without
 * dashes), IP addresses, phone numbers; secrets as `maskSecrets` does. What stays: the ids in `keep`.
 */
export function redactor({ keep = [] }: RedactorOptions = {}): Redactor {
  const kept = [...keep].filter((id) => id.length > 3);
  // A job's id holds those of the tenant and the app: it stays as a whole, its parts elsewhere do not.
  const keptIds = kept.length ? new RegExp(`(${kept.map(escape).sort(longestFirst).join('|')})`, 'i') : undefined;
  const names = new Map<string, { kind: Kind; key: string }>();
  const standIns = new Map<string, string>();
  const numbers = new Map<Kind, number>();

  const name = (kind: Kind, value: string): string => {
    const own = value.trim().toLowerCase();
    const key = names.get(own)?.key ?? own;
    const known = standIns.get(key);
    if (known) return known;
    const number = (numbers.get(kind) ?? 0) + 1;
    numbers.set(kind, number);
    const standIn = kind === 'mail' ? `mail-${String(number)}@example.com` : `${kind}-${String(number)}`;
    standIns.set(key, standIn);
    return standIn;
  };

  /** Names are looked for word by word, longest first: the time does not depend on how many there are. */
  const replaceNames = (text: string): string => {
    if (!names.size) return text;
    const words = [...text.matchAll(word)];
    let result = '';
    let done = 0;
    for (let at = 0; at < words.length; at++) {
      const first = words[at];
      if (!first) continue;
      for (let count = Math.min(longestName, words.length - at); count > 0; count--) {
        const last = words[at + count - 1];
        if (!last) continue;
        const end = last.index + last[0].length;
        const whole = text.slice(first.index, end);
        const value = names.has(whole.toLowerCase()) ? whole : whole.replace(/[.'’-]+$|^['’.-]+/g, '');
        const known = names.get(value.toLowerCase());
        if (!known) continue;
        const start = first.index + whole.indexOf(value);
        result += text.slice(done, start) + name(known.kind, value);
        done = start + value.length;
        at += count - 1;
        break;
      }
    }
    return result + text.slice(done);
  };

  const replace = (text: string): string =>
    replaceNames(text)
      .replace(mail, (found) => name('mail', found.replace('%40', '@')))
      .replace(guid, (found) => name('id', found))
      .replace(longAddress, (found) => name('ip', found))
      .replace(address, (found) => name('ip', found))
      .replace(phone, (found) => name('phone', found));

  return {
    learn(kind, value, sameAs = value) {
      const own = value.trim().toLowerCase();
      if (own.length < 2 || own.length > 200 || names.has(own)) return;
      const other = sameAs.trim().toLowerCase();
      names.set(own, { kind, key: names.get(other)?.key ?? other });
    },
    name,
    text(text) {
      const masked = maskSecrets(text);
      // What stays is every second piece.
      const pieces = keptIds ? masked.split(keptIds) : [masked];
      return pieces.map((piece, place) => (place % 2 ? piece : replace(piece))).join('');
    },
  };
}

const escape = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
const longestFirst = (a: string, b: string) => b.length - a.length;

const blank = '…';

/** The answer of an app without the person whose record it is, to count alike answers together and to show them to anyone. */
export function maskRecord({ source, target, modified, steps }: LogRecord, text: string): string {
  const values = new Set<string>();
  const add = (value: string) => {
    if (value.length > 3 && value.length <= 200 && !/^(?:true|false|user|group|none|null)$/i.test(value))
      values.add(value);
  };
  for (const { id, name, details } of [source, target]) {
    for (const value of [id, name]) add(value);
    for (const key in details) if (!/^odatatype$|^application|^serviceprincipal/i.test(key)) add(details[key] ?? '');
  }
  for (const { newValue, oldValue } of modified) for (const value of [newValue, oldValue]) add(value);
  for (const { details } of steps) add(detail(details, 'reportableidentifier'));
  let masked = maskSecrets(text);
  // Longest first: a name may be part of an address.
  for (const value of [...values].sort(longestFirst)) masked = masked.replaceAll(value, blank);
  return masked
    .replace(guid, blank)
    .replace(mail, blank)
    .replace(longAddress, blank)
    .replace(address, blank)
    .replace(phone, blank);
}
