/**
 * What a pack is, as types. Their comments are also the descriptions in the published JSON Schema.
 *
 * To add a field: here, and in the table in `pack-shapes.ts`. The compiler says when one is missing.
 */

/** The list of what a pack holds, version 1: `pack.json`, in the folder with all the rest. */
export interface PackList {
  /** The version of this format. A reader of version 1 refuses a newer one. */
  version: 1;
  /** The languages of the pack, as BCP 47 tags. */
  locales: string[];
  /** The language that the others were translated from; where a topic lacks the reader's language, this one is tried. */
  source?: string;
  /** The topics, each id once, in the order in which they are to be browsed. */
  topics: PackTopic[];
  /** The folders that topics are in, in the order in which they are to be browsed. Topics in the root are in no group. */
  groups?: PackGroup[];
  /** For each error code, the ids of the topics that explain it. */
  codes?: Record<string, string[]>;
  /** For each other name that a topic can be asked for by, the ids of the topics that have it. */
  aliases?: Record<string, string[]>;
  /** The hash of each picture, by its address relative to this file. */
  images?: Record<string, string>;
  /** How its topics are found. */
  search?: PackSearch;
}

/** How the topics of a pack are found. */
export interface PackSearch {
  /** The engine: `default`, `pagefind`, or one that the page registers. */
  engine: string;
  /** The file that the engine begins with, by language. */
  files: Record<string, PackSearchFile>;
}

/** A file of a search engine. */
export interface PackSearchFile {
  /** The address of the file, relative to `pack.json` and below it; percent-encoded where an address needs it. */
  file: string;
  /** The SHA-256 of the file's bytes, as `integrity` attributes have it. */
  hash?: string;
}

/** One topic of a pack, in all its languages. */
export interface PackTopic {
  /** The path of the article without its extension. */
  id: string;
  /** Words that find the topic although its text lacks them. */
  keywords?: string[];
  /** Error codes that the topic explains. */
  codes?: string[];
  /** Other ids by which the topic can be asked for. */
  aliases?: string[];
  /** Paths of the app's pages that the topic helps with. */
  routes?: string[];
  /** The topic's files, by language. */
  locales: Record<string, PackFile>;
}

/** A folder of topics: all whose id is that of the group, a slash and a name without one. */
export interface PackGroup {
  /** The path of the folder. */
  id: string;
  /** What the group is called, by language: all those of the pack. */
  locales: Record<string, PackGroupName>;
}

/** What a group is called in one language. */
export interface PackGroupName {
  /** The title of the folder's own topic, `index`; where there is none, the name of the folder. */
  title: string;
}

/** One topic in one language. */
export interface PackFile {
  /** The title, as plain text. */
  title: string;
  /** The address of the file, relative to `pack.json` and below it; percent-encoded where an address needs it. */
  file: string;
  /** The SHA-256 of the file's bytes, as `integrity` attributes have it. */
  hash: string;
  /** Who made these words: the author (`source`), a translator (`human`) or a program (`machine`). */
  translation?: 'source' | 'human' | 'machine';
  /** The day of the last change, as ISO 8601 has it. */
  updated?: string;
}
