import { Vocabulary, type Meaning } from './vocabulary.js';
import type { Word } from './words.js';

/** Where a word stands in a topic: bits, of which a topic can have several. Two more bits count it in the running text. */
export const place = { title: 1, heading: 2, keyword: 4, code: 8 } as const;

/** How often a word stands in the running text, up to three times. */
const bodyBits = 4;

/** What a word is worth in each place; the running text by how often it has it. Measured in bench/search.mjs. */
const worth = { title: 1, heading: 0.6, keyword: 0.5, code: 0.9, body: [0, 0.3, 0.36, 0.4] };

/** A word in several places is worth as much as in the best one, and a little more. */
const worths = Float64Array.from({ length: 64 }, (_, bits) => {
  const all = [
    ...(['title', 'heading', 'keyword', 'code'] as const)
      .filter((name) => bits & place[name])
      .map((name) => worth[name]),
    worth.body[bits >> bodyBits] ?? 0,
  ];
  const best = Math.max(...all);
  return best + 0.05 * (all.reduce((sum, value) => sum + value, 0) - best);
});

/** What a search found in a topic. */
export interface Match {
  readonly topic: number;
  readonly score: number;
  /** How much of what was asked for is there, from 0 to 1; words that no topic has don't count. */
  readonly share: number;
  /** How much that says: near 0 for words that nearly all topics have. */
  readonly weight: number;
  /** The bits of all places. */
  readonly places: number;
}

/** A word of a query, and the words of the index that it may mean. */
export interface Term {
  readonly word: string;
  readonly meanings: readonly Meaning[];
}

/** Which words stand in which topics. */
export class InvertedIndex {
  readonly vocabulary = new Vocabulary();

  /** For each word, the topics that have it, each with its bits. */
  readonly #postings: number[][] = [];
  /** The words of the titles. */
  readonly #titles: number[][] = [];
  #titleWeights = new Float64Array();

  /** Adds words of the next topic; the first call for a topic begins it. */
  add(topic: number, words: readonly Word[], where: number): void {
    const title = (this.#titles[topic] ??= []);
    for (const { word } of words) {
      const term = this.vocabulary.add(word);
      const list = (this.#postings[term] ??= []);
      if (Math.floor((list.at(-1) ?? -1) / 64) !== topic) list.push(topic * 64);
      const last = list.length - 1;
      const bits = list[last] ?? 0;
      if (where) list[last] = bits | where;
      else if ((bits & 63) >> bodyBits < 3) list[last] = bits + (1 << bodyBits);
      if (where & place.title) title.push(term);
    }
  }

  /** To be called when all topics are there. */
  seal(): void {
    this.vocabulary.seal();
    this.#titleWeights = Float64Array.from(this.#titles, (terms) =>
      terms.reduce((sum, term) => sum + this.#rarity(this.#postings[term]?.length ?? 0), 0),
    );
  }

  /** What the words of a query may mean. */
  terms(words: readonly Word[]): Term[] {
    const { vocabulary } = this;
    const typed = words.flatMap(({ word, start, end }) => {
      if (vocabulary.get(word) !== undefined) return [word];
      const inside = words.some((other) => other.word !== word && other.start >= start && other.end <= end);
      return inside ? [] : (vocabulary.parts(word) ?? [word]);
    });
    const unique = [...new Set(typed)].slice(0, 12);
    return unique.map((word, index) => {
      const meanings = vocabulary.meanings(word, index === unique.length - 1);
      // `one drive` also means `onedrive`.
      const joined = [`${unique[index - 1] ?? ''}${word}`, `${word}${unique[index + 1] ?? ''}`]
        .map((both) => (both === word ? undefined : vocabulary.get(both)))
        .filter((term) => term !== undefined)
        .map((term) => ({ term, quality: 0.9 }));
      return { word, meanings: joined.length ? [...joined, ...meanings] : meanings };
    });
  }

  /** Finds the topics that have words of a query; in no order. */
  find(terms: readonly Term[]): Match[] {
    const count = this.#titles.length;
    const [scores, shares, titles] = [0, 0, 0].map(() => new Float64Array(count)) as Scores;
    const places = new Uint8Array(count);
    const [best, bestQuality, bestTitle] = [0, 0, 0].map(() => new Float64Array(count)) as Scores;
    const found: number[] = [];
    let asked = 0;
    for (const { meanings } of terms) {
      if (!meanings.length) continue;
      const met: number[] = [];
      const top = meanings.reduce((most, { quality }) => Math.max(most, quality), 0);
      for (const { term, quality } of meanings) {
        const list = this.#postings[term] ?? [];
        // Of the words that one may mean, the rare ones say more, but a word is not right because it is rare.
        const rarity = Math.sqrt(this.#rarity(list.length));
        for (const posting of list) {
          const topic = Math.floor(posting / 64);
          const bits = posting & 63;
          if (!bestQuality[topic]) met.push(topic);
          const score = quality * rarity * (worths[bits] ?? 0);
          if (score > (best[topic] ?? 0)) best[topic] = score;
          if (quality > (bestQuality[topic] ?? 0)) bestQuality[topic] = quality;
          if (bits & place.title && quality > (bestTitle[topic] ?? 0)) bestTitle[topic] = quality;
          places[topic] = (places[topic] ?? 0) | (bits >> bodyBits ? bits | (1 << bodyBits) : bits);
        }
      }
      let topics = 0;
      for (const topic of met) topics += Math.min(1, (bestQuality[topic] ?? 0) / top);
      const rarity = this.#rarity(topics);
      asked += rarity;
      for (const topic of met) {
        if (!scores[topic]) found.push(topic);
        scores[topic] = (scores[topic] ?? 0) + (best[topic] ?? 0) * Math.sqrt(rarity);
        shares[topic] = (shares[topic] ?? 0) + (bestQuality[topic] ?? 0) * rarity;
        titles[topic] = (titles[topic] ?? 0) + (bestTitle[topic] ?? 0) * rarity;
        best[topic] = bestQuality[topic] = bestTitle[topic] = 0;
      }
    }
    return found.map((topic) => {
      // A title of which much was asked for is more likely the one.
      const covered = Math.min(1, (titles[topic] ?? 0) / (this.#titleWeights[topic] || 1));
      return {
        topic,
        score: (scores[topic] ?? 0) * (1 + 0.5 * covered),
        share: (shares[topic] ?? 0) / asked,
        weight: shares[topic] ?? 0,
        places: places[topic] ?? 0,
      };
    });
  }

  /** How much a word says that so many topics have: 0 if all have it. */
  #rarity(topics: number): number {
    return Math.log(1 + (this.#titles.length - topics + 0.5) / (topics + 0.5));
  }
}

type Scores = [Float64Array, Float64Array, Float64Array];
