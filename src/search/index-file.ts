/** `search.json` of one language, version 1: what the default engine reads, in columns of the same length. */
export interface IndexFile {
  /** The version of this format. A reader of version 1 refuses a newer one. */
  version: 1;
  /** The ids of the topics. Titles, keywords, codes and aliases are in `pack.json`. */
  ids: string[];
  /** The headings and the labels of the sections of each, a line for each. */
  headings: string[];
  /** How the running text of each begins. */
  texts: string[];
}

/** How much an index may hold. */
export const indexLimits = {
  /** Bytes of `search.json` once decompressed. */
  size: 33_554_432,
  /** Characters of running text of a topic; the command keeps to it. */
  text: 300,
} as const;
