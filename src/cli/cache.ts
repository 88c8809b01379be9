import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Topic } from '../topics/model.js';
import { version } from '../version.js';
import type { Outline } from './compare.js';
import type { Article, Problem } from './markdown/article.js';

/** One language of an article, without its words: those are in the pack. */
export interface KeptTree extends Pick<Topic, 'title' | 'translation' | 'updated' | 'routes'> {
  locale: string;
  hash: string;
  outline: Outline;
}

/** What is known of an article that was read before. */
export interface KeptArticle extends Pick<Article, 'codes' | 'aliases' | 'keywords' | 'links'> {
  /** The hash of its source. */
  source: string;
  order: number | undefined;
  trees: KeptTree[];
  /** The pictures in files: where they were looked for, and which path in the pack they got, if they were there. */
  images: { file: string; path: string | null }[];
  /** The paths of all its pictures in the pack. */
  assets: string[];
  /** Their files are relative to the folder of articles. */
  problems: Problem[];
  /** The hash of the file in another language that words of links were sought in, or '' if there was none; else absent. */
  other: string | undefined;
}

// Raised when articles are read in another way, so that what was read before counts no longer.
const generation = 2;

/**
 * What the last run read, by source file, in `.NAME.cache.json` beside the pack: not inside, for that is published.
 * It is only ever a shortcut: each entry holds the hash of its source, and of the pack's file that it stands for.
 */
export class Cache {
  readonly #path: string;
  readonly #settings: string;
  readonly #before: Readonly<Record<string, KeptArticle>>;
  readonly #isKept: boolean;
  readonly #now: Record<string, KeptArticle> = Object.create(null) as Record<string, KeptArticle>;

  constructor(out: string, settings: unknown, isKept: boolean) {
    this.#isKept = isKept;
    this.#path = join(dirname(out), `.${basename(out)}.cache.json`);
    this.#settings = JSON.stringify([version, generation, settings]);
    this.#before = this.#read();
  }

  #read(): Record<string, KeptArticle> {
    if (!this.#isKept) return {};
    try {
      const { settings, articles } = JSON.parse(readFileSync(this.#path, 'utf8')) as Record<string, unknown>;
      return settings === this.#settings && articles ? (articles as Record<string, KeptArticle>) : {};
    } catch {
      // None yet, or damaged: everything is read anew.
      return {};
    }
  }

  /** What is known of a file, if its content is still the same. */
  get(key: string, source: string): KeptArticle | undefined {
    const kept = Object.hasOwn(this.#before, key) ? this.#before[key] : undefined;
    return kept?.source === source ? kept : undefined;
  }

  set(key: string, article: KeptArticle): void {
    this.#now[key] = article;
  }

  /** Best effort: a pack without its cache is whole. */
  save(): void {
    if (!this.#isKept) return;
    const temporary = `${this.#path}.${process.pid}`;
    try {
      writeFileSync(temporary, JSON.stringify({ settings: this.#settings, articles: this.#now }));
      renameSync(temporary, this.#path);
    } catch {
      rmSync(temporary, { force: true });
    }
  }
}
