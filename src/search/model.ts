import type { Pack } from '../topics/pack.js';
import type { Fault, Refusal } from '../topics/result.js';

/** The topics of a pack in one language, ready to be searched. */
export interface SearchIndex {
  /** The language that it was opened for. A topic that lacks it is found in another one: see `SearchHit.locale`. */
  readonly locale: string;
  /**
   * Finds topics. Never rejects: what went wrong is told in `fault`.
   *
   * @param query - What the reader typed, as it is: also half a word, a typo, an id, an error code. Empty: what fits
   *   `context`, and nothing without one.
   */
  search(query: string, options?: SearchOptions): Promise<SearchResult>;
}

/** How to search. */
export interface SearchOptions {
  /** The most results wanted. Default: 10. */
  readonly limit?: number | undefined;
  /** Where the reader is: a path of the app or tags. Topics with a route or keyword like it come first. */
  readonly context?: string | readonly string[] | undefined;
  /** Stops a search whose answer nobody waits for any more. */
  readonly signal?: AbortSignal | undefined;
}

/** What a search found. */
export interface SearchResult {
  /** The topics, best first. */
  readonly results: readonly SearchHit[];
  /** How many there are in all, also beyond the limit. */
  readonly total: number;
  /** When nothing was found: the topics that come nearest, if any do. */
  readonly nearest?: readonly SearchHit[];
  /** Why there is no answer: only for an engine that asks a server while it searches, and for a search that was stopped. */
  readonly fault?: Fault;
}

/** One topic that was found. */
export interface SearchHit {
  /** The id of the topic, for `Pack.topic`. */
  readonly id: string;
  /** Its title, as plain text. */
  readonly title: string;
  /** The language of what was found, as a BCP 47 tag. */
  readonly locale: string;
  /** What to mark in the title. */
  readonly titleMarks: readonly Mark[];
  /** A piece of the topic around what was found, as plain text. */
  readonly excerpt?: Excerpt;
  /** How well it fits: only for comparison within one answer. */
  readonly score: number;
  /** The best place that a match stands in; `code` for ids, aliases and error codes. */
  readonly where: 'title' | 'heading' | 'body' | 'code';
}

/** Plain text and what to mark in it. */
export interface Excerpt {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** Start and end in a text, as `slice` takes them; whole graphemes, in order, never overlapping. */
export type Mark = readonly [start: number, end: number];

/** What comes of opening an index. */
export type IndexResult = { readonly ok: true; readonly index: SearchIndex } | Refusal;

/**
 * A way to search. A pack names its engine in `pack.json`, as `search.engine`; `registerEngine` adds one of your own or
 * takes the place of a built-in one. `examples/remote-search/` has two that ask a server.
 */
export interface SearchEngine {
  /** The name by which packs know it. */
  readonly name: string;
  /**
   * Makes a pack ready to be searched, when a reader is about to. What it rejects with is told as the fault `unreachable`.
   *
   * @param locale - The language that is wished for; the engine picks the nearest that it has.
   */
  open(pack: Pack, locale: string, options: OpenOptions): Promise<SearchIndex | Refusal>;
}

/** How to open an index. */
export interface OpenOptions {
  readonly signal?: AbortSignal | undefined;
}
