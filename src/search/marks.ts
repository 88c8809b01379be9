import type { Excerpt, Mark } from './model.js';
import { fold, type Word } from './words.js';

/** What was searched for, for each word of the index that it may mean: the part of it to mark, or the whole word. */
export type Sought = ReadonlyMap<string, string | undefined>;

/** Where a text has words that were searched for. */
export function marksOf(text: string, words: readonly Word[], sought: Sought): Mark[] {
  const marks: Mark[] = [];
  for (const { word, start, end } of words) {
    if (!sought.has(word)) continue;
    const part = sought.get(word);
    const [from, to] = part === undefined ? [0, end - start] : placeOf(part, text.slice(start, end));
    marks.push([start + from, start + to]);
  }
  // The parts of `e-mail` and the whole may both be marked.
  marks.sort(([a], [b]) => a - b);
  const merged: [number, number][] = [];
  for (const [start, end] of marks) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** Where a folded part stands in a word as it is written, in whole graphemes; the whole word if that can't be told. */
function placeOf(part: string, written: string): Mark {
  const starts: number[] = [];
  let folded = '';
  for (const { segment, index } of graphemes(written)) {
    for (const { length } = fold(segment); starts.length < folded.length + length;) starts.push(index);
    folded += fold(segment);
  }
  const at = folded.indexOf(part);
  if (at < 0) return [0, written.length];
  const last = starts[at + part.length - 1];
  return [starts[at] ?? 0, starts.find((start) => start > (last ?? 0)) ?? written.length];
}

const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter(undefined, { granularity: 'grapheme' }) : undefined;
const graphemes = (text: string): Iterable<{ segment: string; index: number }> =>
  segmenter?.segment(text) ?? [...text.matchAll(/\P{M}\p{M}*/gu)].map(({ 0: segment, index }) => ({ segment, index }));

/** Characters of an excerpt. */
const excerptLength = 160;

/** A piece of a text around the first thing to mark; `undefined` for an empty text. It begins and ends with whole words. */
export function excerptOf(text: string, words: readonly Word[], sought: Sought): Excerpt | undefined {
  if (!text) return undefined;
  const marks = marksOf(text, words, sought);
  const first = marks[0]?.[0] ?? 0;
  // Some words before it, so that it can be understood.
  const start = first < excerptLength / 2 ? 0 : (words.find((word) => word.start >= first - 40)?.start ?? 0);
  const fits = text.length <= start + excerptLength;
  const end = fits ? text.length : (words.findLast((word) => word.end <= start + excerptLength)?.end ?? text.length);
  const before = start > 0 ? '… ' : '';
  const shift = before.length - start;
  return {
    text: `${before}${text.slice(start, end)}${end < text.length ? ' …' : ''}`,
    marks: marks.filter(([from, to]) => from >= start && to <= end).map(([from, to]) => [from + shift, to + shift]),
  };
}
