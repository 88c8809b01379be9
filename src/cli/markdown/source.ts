import type { Notes } from './notes.js';

/** One language of an article's text, as it is given to the Markdown parser. */
export interface Half {
  text: string;
  /** For each line of `text` its line in the file. */
  lines: number[];
}

/** The text of a file: of any common encoding, without a byte order mark, with `\n` at the ends of lines. */
export function decode(source: string | Uint8Array, notes: Notes): string {
  const text = typeof source === 'string' ? source : fromBytes(source, notes);
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  lines.forEach((line, index) => {
    if (line.includes('\uFFFD'))
      notes.warn('encoding', 'a character was lost before this file was written (U+FFFD)', index + 1);
    if (line.includes('\0')) notes.warn('encoding', 'a NUL character is left out', index + 1);
  });
  return lines.join('\n').replaceAll('\0', '');
}

function fromBytes(bytes: Uint8Array, notes: Notes): string {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : '';
  if (encoding) {
    notes.info('encoding', `read as ${encoding.toUpperCase()}`);
    return new TextDecoder(encoding).decode(bytes);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder().decode(bytes);
    // With other letters beyond ASCII it is UTF-8 that a few bytes are wrong in; without any it never was UTF-8.
    if (/[^\0-\x7f\ufffd]/.test(text)) return text;
    notes.warn('encoding', 'not UTF-8: read as Windows-1252');
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/**
 * The first line that stands deeper inside lists and quotations than any topic can hold; `undefined` if none does. Parsing
 * takes a time that grows with the square of the depth, so this has to be known before.
 */
export function tooDeep(text: string): number | undefined {
  const index = text.split('\n').findIndex((line) => {
    const [start] = /^[ \t>*+\-\d.)]*/.exec(line)!;
    if (start.length < 100 || /^[-*_ \t]*$/.test(line)) return false;
    const markers = start.match(/>|(?:[-*+]|\d{1,9}[.)])[ \t]/g)?.length ?? 0;
    return markers > 100 || (markers > 0 && /^[ \t]{200}/.test(start));
  });
  return index < 0 ? undefined : index + 1;
}

/** A sentence in both languages; the ids of the two are always equal. */
const pair =
  /<span data-ttu-id="[^"]*">([\s\S]*?)<\/span><span class="sxs-lookup"><span data-stu-id="[^"]*">([\s\S]*?)<\/span><\/span>/g;

/** Whether a text holds each of its sentences in two languages. */
export const isSideBySide = (text: string): boolean => text.includes('class="sxs-lookup"');

/**
 * One language of a side-by-side text. Taken from the source, before it is parsed: the spans stand across what Markdown
 * reads from the characters around them, such as a number at the start of an item.
 */
export function half(text: string, language: 'target' | 'english'): Half {
  let out = '';
  let at = 0;
  const lines = [1];
  let line = 1;
  // A sentence that goes over several lines in one language need not in the other.
  const take = (kept: string, all = kept): void => {
    out += kept;
    const last = line + count(all);
    for (let step = count(kept); step > 0; step--) lines.push((line = Math.min(line + 1, last)));
    line = last;
  };
  for (const match of text.matchAll(pair)) {
    take(text.slice(at, match.index));
    take(match[language === 'target' ? 1 : 2]!, match[0]);
    at = match.index + match[0].length;
  }
  take(text.slice(at));
  return { text: out, lines };
}

const count = (text: string): number => text.split('\n').length - 1;
