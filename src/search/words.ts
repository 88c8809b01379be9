/** A word of a text, as it is compared, and where it stands. */
export interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

// Vowels and accents that are written on top in these scripts; elsewhere, as in Thai, they are letters of
// their own. Hyphens and apostrophes: see `runs`.
const silent = /(?![\u3099\u309a])\p{sc=Inherited}|[\u0591-\u05bd\u05bf-\u05c7\u0640]|[-‐‑'’]/gu;
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
  ى: 'ي',
  ة: 'ه',
  ک: 'ك',
  ی: 'ي',
};
const special = new RegExp(`[${Object.keys(letters).join('')}]`, 'g');

/** A word without what does not count: case, accents, full and half width, other ways to write the same letter. */
export function fold(text: string): string {
  // Plain English needs no more, and is what most of an index is made of.
  if (/^[\da-zA-Z]*$/.test(text)) return text.toLowerCase();
  const folded = text.normalize('NFKD').replace(silent, '').normalize('NFC').toLowerCase();
  return folded.replace(special, (letter) => letters[letter] ?? letter);
}

// Scripts without spaces between words.
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;
// A run of letters. Hyphens and apostrophes inside don't count; the parts count too: `email` finds `e-mail`, and so does `mail`.
const runs = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[-‐‑'’][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;
const joint = /[-‐‑'’]/;

/** Whether a word is written without spaces around it, so that a short one can say as much as a long one. */
export const isUnspaced = (word: string): boolean => unspaced.test(word);

/**
 * Splits texts in words, of one language.
 *
 * @param locale - Decides how a run of Chinese, Japanese, Thai, Lao, Khmer or Burmese is split.
 */
export function splitter(locale: string): (text: string) => Word[] {
  const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter(locale, { granularity: 'word' }) : undefined;
  const segments = (run: string): { segment: string; index: number }[] =>
    segmenter
      ? [...segmenter.segment(run)]
      : // An old browser finds single characters: more than it should, but what was looked for is among it.
        [...run.matchAll(/\P{M}\p{M}*/gu)].map(({ 0: segment, index }) => ({ segment, index }));

  // Most words come again and again.
  const simple = new Map<string, string>();

  return (text) => {
    const words: Word[] = [];
    const add = (run: string, start: number): string => {
      const word = fold(run);
      if (word) words.push({ word, start, end: start + run.length });
      return word;
    };
    for (const match of text.matchAll(runs)) {
      const [run] = match;
      const { index } = match;
      const known = simple.get(run);
      if (known) {
        words.push({ word: known, start: index, end: index + run.length });
        continue;
      }
      if (isUnspaced(run)) {
        // A run holds letters only; `isWordLike` is false in Firefox where a run is one word.
        for (const { segment, index: at } of segments(run)) add(segment, index + at);
        continue;
      }
      const word = add(run, index);
      const parts = run.split(joint);
      if (parts.length === 1) {
        simple.set(run, word);
        continue;
      }
      let at = index;
      for (const part of parts) {
        add(part, at);
        at += part.length + 1;
      }
    }
    return words;
  };
}
