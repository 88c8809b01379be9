import { parseDocument } from 'yaml';
import { excerpt, type Notes } from './notes.js';

export interface FrontMatter {
  title?: string;
  aliases: string[];
  codes: string[];
  keywords: string[];
  routes: string[];
  updated?: string;
  order?: number;
  translation: 'source' | 'human' | 'machine';
  /** The version of the source that was translated. */
  revision?: string;
  description?: string;
}

interface Read {
  data: FrontMatter;
  /** The text with the front matter blanked out, so that its lines keep their numbers. */
  body: string;
}

/** Takes the front matter off a text. What is wrong in it is told; the article is read all the same. */
export function splitFrontMatter(text: string, repair: boolean, notes: Notes): Read {
  const opening = /^---[ \t]*\n/.exec(text);
  if (!opening) return { data: fields({}, notes), body: text };
  const closing = /^(?:---|\.\.\.)[ \t]*$/m.exec(text.slice(opening[0].length));
  let yaml: string;
  let end: number;
  if (closing) {
    yaml = text.slice(opening[0].length, opening[0].length + closing.index);
    end = opening[0].length + closing.index + closing[0].length;
  } else {
    // Nothing closes it: what looks like front matter ends with the first line that doesn't.
    yaml = /^(?:[\p{L}\w.-]+[ \t]*:.*\n|[ \t]*- .*\n)*/u.exec(text.slice(opening[0].length))![0];
    if (!yaml) return { data: fields({}, notes), body: text };
    end = opening[0].length + yaml.length;
    notes.warn('front-matter', 'the front matter is not closed by ---');
  }
  const body = text.slice(0, end).replace(/[^\n]/g, '') + text.slice(end);
  return { data: fields(mended(read(yaml, notes), repair, notes), notes), body };
}

type Raw = Record<string, unknown>;

function read(yaml: string, notes: Notes): Raw {
  const document = parseDocument(yaml, { uniqueKeys: false, logLevel: 'silent' });
  const [error] = document.errors;
  if (!error) {
    try {
      const data: unknown = document.toJS({ maxAliasCount: 10 });
      if (data === null || (typeof data === 'object' && !Array.isArray(data))) return { ...data };
    } catch {
      // Aliases that would make it grow without end.
    }
  }
  const line = error?.linePos?.[0].line ?? 1;
  notes.warn(
    'front-matter',
    `the front matter is malformed (${firstLine(error?.message ?? 'no keys')}): read as far as it goes`,
    line + 1,
  );
  return salvage(yaml);
}

const firstLine = (text: string): string => text.split('\n', 1)[0]!.replace(/ at line .*/, '');

/** The keys worth having, found wherever they stand: all may be on one line. */
function salvage(yaml: string): Raw {
  const data: Raw = {};
  const keys = [...yaml.matchAll(/(?:^|\s)((?:ms\.)?[\p{L}_]+)[ \t]*[:\uff1a](?=\s|["'])/gmu)];
  keys.forEach((match, index) => {
    const value = yaml.slice(match.index + match[0].length, keys[index + 1]?.index).trim();
    const items = [...value.matchAll(/^[ \t]*-[ \t]+(.+)$/gm)].map(([, item]) => unquoted(item!));
    data[match[1]!] = items.length ? items : unquoted(value);
  });
  return data;
}

const unquoted = (value: string): string => value.trim().replace(/^(["'])(.*)\1$/s, '$2');

/** Keys that were mistyped, as `ms,.custom`. */
function mended(data: Raw, repair: boolean, notes: Notes): Raw {
  for (const key of Object.keys(data)) {
    if (!/^ms\W+custom$|\bs\.custom$|^ms\.common$/.test(key) || key === 'ms.custom') continue;
    if (repair) {
      data['ms.custom'] = [...list(data['ms.custom']), ...list(data[key])];
      notes.info('front-matter', `the key ${key} is read as ms.custom`);
    } else notes.warn('front-matter', `the key ${key} is unknown: ms.custom?`);
  }
  return data;
}

function fields(raw: Raw, notes: Notes): FrontMatter {
  // `Keywords` and `keywords` are the same to whoever writes them.
  const data: Raw = Object.fromEntries(Object.entries(raw).map(([key, value]) => [key.toLowerCase(), value]));
  const title = word(data['title']);
  const updated = day(word(data['updated']) || word(data['ms.date']) || word(data['ms.lasthandoff']), notes);
  const revision = word(data['ms.sourcegitcommit']);
  const description = word(data['description']);
  const order = place(data['order'], notes);
  const kind = word(data['ms.translationtype']).toUpperCase();
  return {
    aliases: unique([...list(data['aliases']), ...ids(data['ms.custom'], notes)]),
    codes: unique(list(data['codes'])),
    keywords: unique(list(data['keywords'])),
    routes: unique(list(data['routes'])),
    translation: kind === 'MT' ? 'machine' : kind === 'HT' ? 'human' : 'source',
    ...(title && { title }),
    ...(updated && { updated }),
    ...(order !== undefined && { order }),
    ...(revision && { revision }),
    ...(description && { description }),
  };
}

/** Numbers of one or two digits are shared by so many articles that they name none. */
function ids(value: unknown, notes: Notes): string[] {
  return list(value).filter((id) => {
    const junk = /^\d{1,2}$/.test(id);
    if (junk) notes.info('alias', `the id ${id} is too short to name an article: left out`);
    return !junk;
  });
}

const unique = (values: string[]): string[] => [...new Set(values)];

const word = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).replace(/\s+/g, ' ').trim() : '';

/** `a`, `a, b` and `[a, b]` alike. */
const list = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value])
    .flatMap((item: unknown) => word(item).split(','))
    .map((item) => item.trim())
    .filter(Boolean);

/** Where an article stands in its folder. */
function place(value: unknown, notes: Notes): number | undefined {
  const text = word(value);
  if (!text) return undefined;
  const number = Number(text);
  if (Number.isFinite(number)) return number;
  notes.warn('order', `the order ${excerpt(text)} is no number: left out`);
  return undefined;
}

/** ISO 8601 from `2021-01-22` or, as Microsoft Docs write it, `01/22/2021`. */
function day(value: string, notes: Notes): string | undefined {
  if (!value) return undefined;
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(value);
  const us = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(value);
  const parts = iso ? [iso[1], iso[2], iso[3]] : us ? [us[3], us[1], us[2]] : [];
  const text = parts.map((part) => part!.padStart(2, '0')).join('-');
  const date = new Date(`${text}T00:00:00Z`);
  if (text && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)) return text;
  notes.info('date', `the date ${value} is none that a calendar has: left out`);
  return undefined;
}
