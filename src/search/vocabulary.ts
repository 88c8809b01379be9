import { isUnspaced } from './words.js';

/** A word of the index that a typed word may mean. */
export interface Meaning {
  readonly term: number;
  /** From 1, the same word, down to 0. */
  readonly quality: number;
}

// How far the two may differ; measured in bench/search.mjs.
const quality = { prefix: 0.8, completed: 0.9, inside: 0.75, typo: 0.7, typos: 0.45 } as const;

/** The words of an index. A number stands for each. */
export class Vocabulary {
  readonly words: string[] = [];

  readonly #terms = new Map<string, number>();
  /** All words with a line break around each: searching one long text is many times faster than asking each word. */
  #text = '';
  #starts = new Uint32Array();
  readonly #byLength: number[][] = [];
  readonly #known = new Map<string, readonly Meaning[]>();

  /** The number of a word, which is new if need be. */
  add(word: string): number {
    let term = this.#terms.get(word);
    if (term === undefined) {
      term = this.words.push(word) - 1;
      this.#terms.set(word, term);
    }
    return term;
  }

  get(word: string): number | undefined {
    return this.#terms.get(word);
  }

  /** To be called when all words are there. */
  seal(): void {
    this.#text = `\n${this.words.join('\n')}\n`;
    this.#starts = new Uint32Array(this.words.length);
    let start = 1;
    for (const [term, word] of this.words.entries()) {
      this.#starts[term] = start;
      start += word.length + 1;
      (this.#byLength[word.length] ??= []).push(term);
    }
  }

  /**
   * The words that a typed one may mean: itself, longer ones that begin with it or hold it (compound words), and where
   * there is no such word, those that differ by a typo or two.
   *
   * @param isLast - The reader may still be typing it.
   */
  meanings(word: string, isLast: boolean): readonly Meaning[] {
    const key = `${word}${isLast ? '…' : ''}`;
    let known = this.#known.get(key);
    if (!known) {
      if (this.#known.size > 500) this.#known.clear();
      known = this.#find(word, isLast);
      this.#known.set(key, known);
    }
    return known;
  }

  /** The parts of a word that isn't there: `agendatoegang` → `agenda`, `toegang`. */
  parts(word: string): readonly [string, string] | undefined {
    if (word.length < 8 || this.#terms.has(word)) return undefined;
    let best: readonly [string, string] | undefined;
    for (let at = 3; at <= word.length - 3; at++) {
      const [head, tail] = [word.slice(0, at), word.slice(at)];
      if (!this.#terms.has(tail)) continue;
      // Dutch and German put one of these between the parts.
      const heads = [head, head.replace(/[sen]$/, ''), head.replace(/e[ns]$/, '')];
      const found = heads.find((part) => part.length > 2 && this.#terms.has(part));
      // The most even split says most.
      if (found && (!best || Math.abs(found.length - tail.length) < Math.abs(best[0].length - best[1].length)))
        best = [found, tail];
    }
    return best;
  }

  #find(word: string, isLast: boolean): Meaning[] {
    const same = this.#terms.get(word);
    const found: Meaning[] = same === undefined ? [] : [{ term: same, quality: 1 }];
    const short = isUnspaced(word) ? 1 : 3;
    // A short word says something only as the beginning of what is being typed.
    if (word.length < short && !isLast) return found;
    const needle = word.length < short ? `\n${word}` : word;
    for (let at = this.#text.indexOf(needle); at >= 0; at = this.#text.indexOf(needle, at + 1)) {
      const from = needle === word ? at : at + 1;
      const term = this.#termAt(from);
      const { length } = this.words[term] ?? '';
      const share = word.length / length;
      if (length === word.length) continue;
      if (this.#starts[term] === from)
        found.push({
          term,
          quality: (isLast && same === undefined ? quality.completed : quality.prefix) * share ** 0.35,
        });
      else if (word.length > short) found.push({ term, quality: quality.inside * share ** 0.25 });
    }
    if (same === undefined) this.#addTypos(word, found);
    return found;
  }

  #termAt(position: number): number {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #addTypos(word: string, found: Meaning[]): void {
    const most = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
    const near = distances(word);
    for (let length = word.length - most; most && length <= word.length + most; length++)
      for (const term of this.#byLength[length] ?? []) {
        const other = this.words[term] ?? '';
        // Hardly anybody mistypes both of the first two letters.
        const begins = other[0] === word[0] || other[1] === word[1] || other[1] === word[0] || other[0] === word[1];
        const distance = begins ? near(other, most) : 3;
        if (distance <= most) found.push({ term, quality: distance === 1 ? quality.typo : quality.typos });
      }
  }
}

/** How many letters were left out, added, changed or swapped with the next one, up to a limit; reuses its memory. */
function distances(word: string): (other: string, most: number) => number {
  let [before, last, row] = [0, 0, 0].map(() => new Uint8Array(64)) as [Uint8Array, Uint8Array, Uint8Array];
  return (other, most) => {
    const width = other.length;
    if (width > 60 || word.length > 60) return most + 1;
    for (let j = 0; j <= width; j++) last[j] = j;
    for (let i = 1; i <= word.length; i++) {
      row[0] = i;
      let best = i;
      const letter = word.charCodeAt(i - 1);
      for (let j = 1; j <= width; j++) {
        const same = other.charCodeAt(j - 1) === letter;
        let value = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
        if (i > 1 && j > 1 && other.charCodeAt(j - 2) === letter && other.charCodeAt(j - 1) === word.charCodeAt(i - 2))
          value = Math.min(value, (before[j - 2] ?? 0) + 1);
        row[j] = value;
        if (value < best) best = value;
      }
      if (best > most) return most + 1;
      [before, last, row] = [last, row, before];
    }
    return last[width] ?? most + 1;
  };
}
