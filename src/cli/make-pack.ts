import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { PackFile, PackList, PackTopic } from '../topics/pack-model.js';
import { ArticleFiles, idOf, type Reading, type Source } from './article-files.js';
import { Cache, type KeptArticle, type KeptTree } from './cache.js';
import { differences } from './compare.js';
import type { Folder } from './folders.js';
import { browsing, groupsOf } from './groups.js';
import type { Problem } from './markdown/article.js';
import { toUrl, topicPath } from './names.js';
import { CannotRun, plural, shownPath, sortProblems, type Outcome } from './problems.js';
import type { Progress } from './progress.js';
import { writeSearch } from './search-index.js';
import { Staging } from './staging.js';

export interface PackOptions extends Reading {
  out: string;
  cache: boolean;
  /** The search engine that the pack names. */
  search: string;
}

/** Makes a pack of folders of articles: one topic for each path, in all the languages that have it. */
export async function makePack(folders: readonly Folder[], options: PackOptions, bar: Progress): Promise<Outcome> {
  const { out, cache: isKept, search, ...reading } = options;
  const staging = new Staging(out, 'pack.json');
  try {
    const cache = new Cache(staging.out, reading, isKept);
    const making = new PackMaker(folders, new ArticleFiles(reading, staging, cache), staging, search);
    const ids = [...making.sources.keys()].sort();
    bar.start(ids.length);
    for (const id of ids) {
      making.add(id);
      bar.step();
      // Lets a signal through, and the bar.
      await setImmediate();
    }
    const outcome = await making.finish();
    const changed = staging.commit();
    cache.save();
    return changed ? outcome : { ...outcome, summary: outcome.summary.replace(/\.$/, ', as before.') };
  } finally {
    bar.stop();
    staging.discard();
  }
}

/** A language of a topic, and the file that it came from. */
interface Found extends KeptTree {
  article: KeptArticle;
  file: string;
}

class PackMaker {
  /** The articles of each id, in the order of the folders. */
  readonly sources = new Map<string, Source[]>();

  readonly #articles: ArticleFiles;
  readonly #staging: Staging;
  readonly #search: string;
  readonly #folders: readonly Folder[];
  readonly #topics: PackTopic[] = [];
  readonly #orders = new Map<string, number>();
  readonly #files = new Map<string, string>();
  readonly #linked: { id: string; problem: Problem }[] = [];
  readonly #problems: Problem[] = [];
  readonly #locales = new Set<string>();
  #fileCount = 0;

  constructor(folders: readonly Folder[], articles: ArticleFiles, staging: Staging, search: string) {
    this.#folders = folders;
    this.#articles = articles;
    this.#staging = staging;
    this.#search = search;
    folders.forEach((folder, index) => {
      for (const file of folder.files) {
        const id = idOf(file);
        const source = { folder, file, key: `${index} ${folder.locale}/${file}` };
        this.sources.set(id, [...(this.sources.get(id) ?? []), source]);
      }
    });
  }

  /** Reads all the languages of a topic. */
  add(id: string): void {
    const languages = new Map<string, Found>();
    const sources = this.sources.get(id) ?? [];
    const owned = new Set(sources.map(({ folder }) => folder.locale));
    for (const source of sources) {
      const { folder, file } = source;
      const shown = shownPath(join(folder.dir, file));
      const twin = languages.get(folder.locale);
      if (twin) {
        this.#report(shown, 'error', 'duplicate-id', `Left out: ${twin.file} has the same id, ${id}`);
        continue;
      }
      // The second language of side-by-side articles gives way to a folder in that language, and to one before it.
      const isWanted = (locale: string): boolean =>
        locale === folder.locale || (!owned.has(locale) && !languages.has(locale));
      const [other] = sources.filter((other) => other.folder.locale !== folder.locale).sort(byRank);
      let article: KeptArticle;
      try {
        article = this.#articles.take(source, { isWanted, other });
      } catch (error) {
        // One article must not end the work on thousands.
        const { message, code = message } = error as NodeJS.ErrnoException;
        this.#report(shown, 'error', 'unreadable', `Left out: it can’t be read (${code})`);
        continue;
      }
      for (const problem of article.problems) this.#problems.push({ ...problem, file: shown });
      for (const { toArticle, line } of article.links) {
        const message = `The link leads to ${toArticle}, which is no article here`;
        const problem: Problem = { file: shown, line, level: 'warning', code: 'broken-link', message };
        this.#linked.push({ id: toArticle, problem });
      }
      for (const tree of article.trees)
        if (isWanted(tree.locale)) languages.set(tree.locale, { ...tree, article, file: shown });
    }
    if (!languages.size) return;
    const [order] = [...languages.values()].sort(byRank).flatMap(({ article }) => article.order ?? []);
    if (order !== undefined) this.#orders.set(id, order);
    this.#checkNames(id, languages);
    this.#compare(languages);
    this.#topics.push(this.#entry(id, languages));
  }

  #report(file: string, level: Problem['level'], code: string, message: string, line = 1): void {
    this.#problems.push({ file, line, level, code, message });
  }

  /** Two ids whose files are one where the file system does not tell capitals apart. */
  #checkNames(id: string, languages: ReadonlyMap<string, Found>): void {
    const folded = id.normalize('NFC').toLowerCase();
    const other = this.#files.get(folded);
    const [first] = languages.values();
    if (other !== undefined && first)
      this.#report(first.file, 'warning', 'similar-id', `On Windows and macOS its file is that of ${other}`);
    this.#files.set(folded, id);
  }

  /** Tells what languages of a topic differ in. */
  #compare(languages: ReadonlyMap<string, Found>): void {
    const [first, ...others] = [...languages.values()].sort(byRank);
    for (const other of others)
      for (const { code, message } of first ? differences(other.outline, first.outline) : [])
        this.#report(other.file, 'warning', code, `${other.locale} differs from ${first?.locale}: ${message}`);
  }

  #entry(id: string, languages: ReadonlyMap<string, Found>): PackTopic {
    const all = [...languages.values()];
    const union = (pick: (found: Found) => readonly string[]): string[] => [...new Set(all.flatMap(pick))];
    const lists = {
      keywords: union(({ article }) => article.keywords),
      codes: union(({ article }) => article.codes),
      aliases: union(({ article }) => article.aliases),
      routes: union(({ routes = [] }) => routes),
    };
    const files = all
      .sort((a, b) => (a.locale < b.locale ? -1 : 1))
      .map(({ locale, title, hash, translation, updated }): [string, PackFile] => {
        this.#locales.add(locale);
        this.#fileCount++;
        const file = toUrl(topicPath(locale, id));
        return [locale, { title, file, hash, ...(translation && { translation }), ...(updated && { updated }) }];
      });
    const given = Object.entries(lists).filter(([, list]) => list.length);
    return { id, ...Object.fromEntries(given), locales: Object.fromEntries(files) };
  }

  /** Writes the list. */
  async finish(): Promise<Outcome> {
    if (!this.#topics.length) {
      throw new CannotRun(
        `None of the ${this.sources.size} articles could be used:\n${this.#problems
          .filter(({ level }) => level === 'error')
          .slice(0, 10)
          .map(({ file, message }) => `${file}: ${message}`)
          .join('\n')}`,
      );
    }
    const ids = new Set(this.#topics.map(({ id }) => id));
    for (const { id, problem } of this.#linked) if (!ids.has(id)) this.#problems.push(problem);
    const locales = [...this.#locales].sort();
    this.#reportMissing(locales);
    const source = [...locales].sort((a, b) => rank(a) - rank(b) || this.#place(a) - this.#place(b))[0];
    const inOrder = browsing(this.#orders);
    this.#topics.sort((a, b) => inOrder(a.id, b.id));
    const groups = groupsOf(this.#topics, locales, source);
    const images = [...this.#articles.images].map(([path, hash]): [string, string] => [toUrl(path), hash]);
    const list: PackList = {
      version: 1,
      locales,
      ...(source && { source }),
      topics: this.#topics,
      ...(groups.length && { groups }),
      codes: index(this.#topics, 'codes'),
      aliases: index(this.#topics, 'aliases'),
      ...(await writeSearch(
        this.#search,
        { version: 1, locales, topics: this.#topics, ...(source && { source }) },
        this.#staging,
      )),
      images: Object.fromEntries(images.sort()),
    };
    this.#staging.put('pack.json', `${JSON.stringify(list)}\n`);
    const topics = this.#topics.length;
    const counts = { topics, files: this.#fileCount, locales: locales.length, images: images.length };
    const summary = `${plural(topics, 'topic')} in ${locales.join(', ')} in ${shownPath(this.#staging.out)}.`;
    return { problems: sortProblems(this.#problems), summary, counts };
  }

  #place(locale: string): number {
    const place = this.#folders.findIndex((folder) => folder.locale === locale);
    return place < 0 ? this.#folders.length : place;
  }

  #reportMissing(locales: readonly string[]): void {
    for (const { id, locales: files } of this.#topics) {
      const missing = locales.filter((locale) => !Object.hasOwn(files, locale));
      const [source] = this.sources.get(id) ?? [];
      if (missing.length && source)
        this.#report(
          shownPath(join(source.folder.dir, source.file)),
          'info',
          'missing-translation',
          `There is no ${missing.join(', ')} of it`,
        );
    }
  }
}

/** The language that the others are compared with comes first: English, where it is there. */
const rank = (locale: string): number => (/^en(-|$)/.test(locale) ? 0 : 1);
const byRank = (a: Source | Found, b: Source | Found): number => rank(localeOf(a)) - rank(localeOf(b));
const localeOf = (item: Source | Found): string => ('folder' in item ? item.folder.locale : item.locale);

/** From a name to the topics that have it. */
function index(topics: readonly PackTopic[], field: 'codes' | 'aliases'): Record<string, string[]> {
  const names = new Map<string, string[]>();
  for (const topic of topics)
    for (const name of topic[field] ?? []) names.set(name, [...(names.get(name) ?? []), topic.id]);
  return Object.fromEntries([...names].sort(([a], [b]) => (a < b ? -1 : 1)));
}
