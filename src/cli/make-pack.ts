import { readFileSync, realpathSync } from 'node:fs';
import { basename, extname, join, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { PackFile, PackList, PackTopic } from '../topics/pack-model.js';
import { limits } from '../topics/shapes.js';
import { Cache, type KeptArticle, type KeptTree } from './cache.js';
import { differences, outlineOf, walk } from './compare.js';
import type { Folder } from './folders.js';
import { hex, integrity } from './hash.js';
import { readArticle, type ArticleOptions, type Problem } from './markdown/article.js';
import { fromUrl, imagePath, relativeUrl, topicPath, toUrl } from './names.js';
import { CannotRun, shownPath, type Outcome } from './problems.js';
import type { Progress } from './progress.js';
import { writeSearch } from './search-index.js';
import { Staging } from './staging.js';

export interface PackOptions extends Pick<ArticleOptions, 'docsBase' | 'repair' | 'sections'> {
  out: string;
  cache: boolean;
  /** The search engine that the pack names. */
  search: string;
}

const pictureTypes = new Set(['.png', '.jpg', '.jpeg', '.gif', '.svg', '.webp', '.avif', '.ico', '.bmp']);

/** Makes a pack of folders of articles: one topic for each path, in all the languages that have it. */
export async function makePack(folders: readonly Folder[], options: PackOptions, bar: Progress): Promise<Outcome> {
  const { out, search: _search, ...settings } = options;
  const staging = new Staging(out, 'pack.json');
  try {
    const cache = new Cache(staging.out, settings);
    const making = new PackMaker(folders, options, staging, cache);
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
    if (options.cache) cache.save();
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
  readonly sources = new Map<string, { folder: Folder; file: string }[]>();

  readonly #options: PackOptions;
  readonly #staging: Staging;
  readonly #cache: Cache;
  readonly #folders: readonly Folder[];
  readonly #topics: PackTopic[] = [];
  readonly #files = new Map<string, string>();
  readonly #images = new Map<string, string>();
  readonly #linked: { id: string; problem: Problem }[] = [];
  readonly #problems: Problem[] = [];
  readonly #locales = new Set<string>();
  #fileCount = 0;

  constructor(folders: readonly Folder[], options: PackOptions, staging: Staging, cache: Cache) {
    this.#folders = folders;
    this.#options = options;
    this.#staging = staging;
    this.#cache = cache;
    for (const folder of folders)
      for (const file of folder.files) {
        const id = file.replace(/\.md$/i, '');
        this.sources.set(id, [...(this.sources.get(id) ?? []), { folder, file }]);
      }
  }

  /** Reads all the languages of a topic. */
  add(id: string): void {
    const languages = new Map<string, Found>();
    const sources = this.sources.get(id) ?? [];
    const owned = new Set(sources.map(({ folder }) => folder.locale));
    for (const { folder, file } of sources) {
      const shown = shownPath(join(folder.dir, file));
      const twin = languages.get(folder.locale);
      if (twin) {
        this.#report(shown, 'error', 'duplicate-id', `Left out: ${twin.file} has the same id, ${id}`);
        continue;
      }
      // The second language of side-by-side articles gives way to a folder in that language, and to one before it.
      const isWanted = (locale: string): boolean =>
        locale === folder.locale || (!owned.has(locale) && !languages.has(locale));
      const article = this.#read(folder, file, shown, isWanted);
      if (!article) continue;
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
    this.#checkNames(id, languages);
    this.#compare(languages);
    this.#topics.push(this.#entry(id, languages));
  }

  #report(file: string, level: Problem['level'], code: string, message: string, line = 1): void {
    this.#problems.push({ file, line, level, code, message });
  }

  /** An article as it is in the pack: as the last run left it there, or read now. */
  #read(folder: Folder, file: string, shown: string, isWanted: (locale: string) => boolean): KeptArticle | undefined {
    let bytes: Buffer;
    try {
      bytes = readFileSync(join(folder.dir, file));
    } catch (error) {
      this.#report(
        shown,
        'error',
        'unreadable',
        `Left out: it can’t be read (${(error as NodeJS.ErrnoException).code})`,
      );
      return undefined;
    }
    const key = `${this.#folders.indexOf(folder)} ${folder.locale}/${file}`;
    const source = hex(bytes);
    const known = this.#options.cache ? this.#cache.get(key, source) : undefined;
    if (known && this.#isStillThere(known, folder, file, isWanted)) {
      this.#cache.set(key, known);
      return known;
    }
    try {
      const article = this.#write(folder, file, bytes, source, isWanted);
      this.#cache.set(key, article);
      return article;
    } catch (error) {
      // One article must not end the work on thousands.
      this.#report(shown, 'error', 'unreadable', `Left out: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }

  #isStillThere(
    { trees, images, assets }: KeptArticle,
    folder: Folder,
    file: string,
    isWanted: (locale: string) => boolean,
  ): boolean {
    const id = file.replace(/\.md$/i, '');
    const wanted = trees.filter(({ locale }) => isWanted(locale));
    const topics = wanted.map(({ locale, hash }) => ({ path: topicPath(locale, id), hash }));
    const same = topics.every(({ path, hash }) => {
      const bytes = this.#staging.old(path);
      return bytes && integrity(bytes) === hash;
    });
    if (!same || !images.every((image) => this.#picture(folder, image.file)?.path === (image.path ?? undefined)))
      return false;
    const pictures = assets.map((path) => ({ path, bytes: this.#staging.old(path) }));
    if (!pictures.every(({ bytes }) => bytes)) return false;
    for (const { path } of [...topics, ...pictures]) this.#staging.keep(path);
    for (const { path, bytes } of pictures) this.#images.set(path, integrity(bytes as Buffer));
    return true;
  }

  #write(
    folder: Folder,
    file: string,
    bytes: Uint8Array,
    source: string,
    isWanted: (locale: string) => boolean,
  ): KeptArticle {
    const { docsBase, repair, sections } = this.#options;
    const { locale } = folder;
    const article = readArticle(bytes, { file, locale, docsBase, repair, sections });
    const { problems } = article;
    const pictures = new Map(article.assets.map(({ name, bytes }) => [name, { path: name, bytes }]));
    const images = article.images.map(({ file: name, line }) => {
      const picture = this.#picture(folder, name);
      if (picture) pictures.set(name, picture);
      else {
        const message = `The picture ${name} isn’t there; its alternative text shows`;
        problems.push({ file, line, level: 'warning', code: 'missing-image', message });
      }
      return { file: name, line, path: picture?.path ?? null };
    });
    for (const { path, bytes } of pictures.values()) {
      this.#staging.put(path, bytes);
      this.#images.set(path, integrity(bytes));
    }
    const trees = article.trees.flatMap(({ locale, topic }): KeptTree[] => {
      const path = topicPath(locale, topic.id);
      walk(topic, (node) => {
        if (node.type !== 'image') return;
        const name = fromUrl(node.url) ?? '';
        const isOurs = pictures.has(name) || images.some(({ file }) => file === name);
        if (isOurs) node.url = relativeUrl(path, pictures.get(name)?.path ?? `images/${name}`);
      });
      const text = `${JSON.stringify(topic)}\n`;
      if (Buffer.byteLength(text) > limits.size) {
        const message = `Left out: over ${limits.size} bytes`;
        problems.push({ file, line: 1, level: 'error', code: 'too-large', message });
        return [];
      }
      if (isWanted(locale)) this.#staging.put(path, text);
      const { title, translation, updated, routes } = topic;
      return [{ locale, hash: integrity(text), title, translation, updated, routes, outline: outlineOf(topic) }];
    });
    const { codes, aliases, keywords, links } = article;
    const assets = [...pictures.values()].map(({ path }) => path);
    return { source, codes, aliases, keywords, links, trees, images, assets, problems };
  }

  /** A picture beside the articles; nothing outside their folder is read. */
  #picture({ dir }: Folder, file: string): { path: string; bytes: Buffer } | undefined {
    if (!pictureTypes.has(extname(file).toLowerCase())) return undefined;
    try {
      const path = realpathSync(join(dir, file));
      if (!path.startsWith(realpathSync(dir) + sep)) return undefined;
      const bytes = readFileSync(path);
      return { path: imagePath(hex(bytes), basename(file)), bytes };
    } catch {
      return undefined;
    }
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
    const [first, ...others] = [...languages.values()].sort((a, b) => rank(a.locale) - rank(b.locale));
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
    const list: PackList = {
      version: 1,
      locales,
      ...(source && { source }),
      topics: this.#topics,
      codes: index(this.#topics, 'codes'),
      aliases: index(this.#topics, 'aliases'),
      ...(await writeSearch(
        this.#options.search,
        { version: 1, locales, topics: this.#topics, ...(source && { source }) },
        this.#staging,
      )),
      images: Object.fromEntries([...this.#images].map(([path, hash]): [string, string] => [toUrl(path), hash]).sort()),
    };
    this.#staging.put('pack.json', `${JSON.stringify(list)}\n`);
    const topics = this.#topics.length;
    const counts = { topics, files: this.#fileCount, locales: locales.length, images: this.#images.size };
    const summary = `${topics} topics in ${locales.join(', ')} in ${shownPath(this.#staging.out)}.`;
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

/** From a name to the topics that have it. */
function index(topics: readonly PackTopic[], field: 'codes' | 'aliases'): Record<string, string[]> {
  const names = new Map<string, string[]>();
  for (const topic of topics)
    for (const name of topic[field] ?? []) names.set(name, [...(names.get(name) ?? []), topic.id]);
  return Object.fromEntries([...names].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** By file and line, whatever order they were found in. */
const sortProblems = (problems: Problem[]): Problem[] =>
  problems.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
