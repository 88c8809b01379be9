import { setImmediate } from 'node:timers/promises';
import pLimit from 'p-limit';
import { readTopic } from '../topics/load.js';
import type { Topic } from '../topics/model.js';
import type { PackFile, PackList, PackTopic } from '../topics/pack-model.js';
import { packLimits } from '../topics/pack-shapes.js';
import { limits } from '../topics/shapes.js';
import { checkTopic } from './check-topic.js';
import { integrity } from './hash.js';
import { fromUrl } from './names.js';
import { askNetwork } from './network.js';
import { openPlace, readList, type Place } from './place.js';
import { CannotRun, plural, sortProblems, type Outcome, type Problem } from './problems.js';
import type { Progress } from './progress.js';
import { pagesWithoutHelp } from './routes.js';

export interface CheckOptions {
  /** None: all. */
  locales: string[];
  links: boolean;
  /** The placeholders that the page fills in. */
  values: string[];
  linksCache?: string | undefined;
  /** A file with the paths of the app's pages. */
  routes?: string | undefined;
}

/** Looks for everything that is wrong with a pack. */
export async function checkPack(pack: string, options: CheckOptions, bar: Progress): Promise<Outcome> {
  const place = openPlace(pack);
  const problems: Problem[] = [];
  const list = await readList(place, problems);
  const checking = new PackCheck(place, list, problems, options.values);
  const unknown = options.locales.filter((locale) => !list.locales.includes(locale));
  if (unknown.length) throw new CannotRun(`The pack has no ${unknown.join(', ')}; it has ${list.locales.join(', ')}.`);
  const locales = options.locales.length ? options.locales : list.locales;
  try {
    checking.list(locales);
    if (!options.links) bar.start(list.topics.length);
    // A folder is quick; a server gets a few requests at a time.
    const limit = pLimit(place.list ? 1 : 6);
    await limit.map(list.topics, async (topic) => {
      for (const [locale, file] of Object.entries(topic.locales))
        if (locales.includes(locale)) await checking.file(topic, locale, file);
      if (!options.links) bar.step();
      await setImmediate();
    });
    checking.whole();
    if (options.routes) problems.push(...pagesWithoutHelp(options.routes, list.topics));
    await checking.pictures();
    await checking.search();
    if (options.links) {
      const cache = options.linksCache ?? place.beside?.('links.json');
      problems.push(...(await askNetwork(checking.addresses, { cache }, bar)));
    }
  } finally {
    bar.stop();
  }
  const counts = { topics: list.topics.length, locales: locales.length, addresses: checking.addresses.size };
  const summary = `${plural(counts.topics, 'topic')} in ${locales.join(', ')} checked.`;
  return { problems: sortProblems(problems), summary, counts };
}

class PackCheck {
  /** The web addresses of the topics, with the first place where each stands. */
  readonly addresses = new Map<string, { file: string; line: number }>();

  readonly #place: Place;
  readonly #list: PackList;
  readonly #problems: Problem[];
  readonly #values: readonly string[];
  readonly #ids: ReadonlySet<string>;
  readonly #aliases: ReadonlyMap<string, readonly string[]>;
  readonly #linked = new Set<string>();
  readonly #files = new Set(['pack.json']);
  readonly #pictures = new Map<string, string>();

  constructor(place: Place, list: PackList, problems: Problem[], values: readonly string[]) {
    this.#place = place;
    this.#list = list;
    this.#problems = problems;
    this.#values = values;
    this.#ids = new Set(list.topics.map(({ id }) => id));
    this.#aliases = new Map(Object.entries(list.aliases ?? {}));
  }

  #report(file: string, level: Problem['level'], code: string, message: string): void {
    this.#problems.push({ file, line: 1, level, code, message });
  }

  /** What the list itself tells. */
  list(locales: readonly string[]): void {
    const file = this.#place.show('pack.json');
    const folded = new Map<string, string>();
    for (const { id, locales: files, aliases = [] } of this.#list.topics) {
      const key = id.normalize('NFC').toLowerCase();
      const other = folded.get(key);
      if (other !== undefined)
        this.#report(file, 'warning', 'similar-id', `${id} and ${other} are one file on Windows and macOS`);
      folded.set(key, id);
      // Also those of languages that are not asked for: they are listed all the same.
      for (const { file } of Object.values(files)) this.#files.add(fromUrl(file) ?? '');
      const missing = locales.filter((locale) => !Object.hasOwn(files, locale));
      if (missing.length) this.#report(file, 'warning', 'missing-translation', `${id} has no ${missing.join(', ')}`);
      for (const alias of aliases)
        if (alias !== id && this.#ids.has(alias))
          this.#report(file, 'warning', 'duplicate-id', `${id} has the alias ${alias}, which is a topic of its own`);
      for (const locale of Object.keys(files))
        if (!this.#list.locales.includes(locale))
          this.#report(
            file,
            'error',
            'faulty-field',
            `${id} has ${locale}, which is not among the locales of the pack`,
          );
    }
    for (const [kind, names] of Object.entries({ alias: this.#list.aliases ?? {}, code: this.#list.codes ?? {} }))
      for (const [name, ids] of Object.entries(names))
        for (const id of ids)
          if (!this.#ids.has(id))
            this.#report(file, 'error', 'broken-link', `The ${kind} ${name} names ${id}, which is no topic`);
  }

  /** One topic in one language. */
  async file({ id }: PackTopic, locale: string, { file, hash, title }: PackFile): Promise<void> {
    const path = fromUrl(file);
    if (path === undefined) {
      this.#report(
        this.#place.show('pack.json'),
        'error',
        'faulty-field',
        `The file of ${id} leads out of the pack: ${file}`,
      );
      return;
    }
    // On the web the address itself, in a folder the path.
    const at = this.#place.list ? path : file;
    const shown = this.#place.show(at);
    const bytes = await this.#place.read(at, limits.size);
    if (!bytes) return this.#report(shown, 'error', 'missing-file', `The file of ${id} isn’t there`);
    if (integrity(bytes) !== hash)
      this.#report(shown, 'error', 'hash-mismatch', 'Not the file that pack.json lists: its hash differs');
    const result = bytes.length > limits.size ? undefined : readTopic(bytes.toString('utf8'));
    if (!result?.ok)
      return this.#report(
        shown,
        'error',
        result?.fault.code ?? 'too-large',
        result?.fault.detail ?? `over ${limits.size} bytes`,
      );
    for (const { code, message, pointer } of result.problems)
      this.#report(shown, 'error', code === 'section-id' ? 'duplicate-id' : code, `${message} at ${pointer}`);
    const { topic } = result;
    if (topic.id !== id) this.#report(shown, 'error', 'faulty-field', `Its id is ${topic.id}, in pack.json ${id}`);
    if (topic.title !== title) this.#report(shown, 'warning', 'faulty-field', 'Its title is another one in pack.json');
    if (topic.lang && topic.lang !== locale)
      this.#report(shown, 'warning', 'faulty-field', `Its lang is ${topic.lang}, in pack.json ${locale}`);
    this.#content(topic, shown, path);
  }

  #content(topic: Topic, shown: string, path: string): void {
    const { findings, topics, web, pictures } = checkTopic(topic, path, this.#values);
    for (const { level, code, message } of findings) this.#report(shown, level, code, message);
    for (const { name, pointer } of topics) {
      const [target] = this.#ids.has(name) ? [name] : (this.#aliases.get(name) ?? []);
      if (target === undefined) this.#report(shown, 'warning', 'broken-link', `${pointer}: there is no topic ${name}`);
      else if (target !== topic.id) this.#linked.add(target);
    }
    for (const url of web) if (!this.addresses.has(url)) this.addresses.set(url, { file: shown, line: 1 });
    for (const picture of pictures) if (!this.#pictures.has(picture)) this.#pictures.set(picture, shown);
  }

  /** What a search begins with. */
  async search(): Promise<void> {
    for (const { file, hash } of Object.values(this.#list.search?.files ?? {})) {
      const path = fromUrl(file) ?? '';
      const bytes = await this.#place.read(path, packLimits.size);
      const shown = this.#place.show(path);
      if (!bytes) this.#report(shown, 'error', 'missing-file', 'pack.json lists this file, and it isn’t there');
      else if (hash && integrity(bytes) !== hash)
        this.#report(shown, 'error', 'hash-mismatch', 'Not the file that pack.json lists: its hash differs');
    }
  }

  /** Pictures that are named and not there. */
  async pictures(): Promise<void> {
    const listed = this.#list.images ?? {};
    for (const [url, hash] of Object.entries(listed)) {
      const path = fromUrl(url) ?? '';
      this.#files.add(path);
      const at = this.#place.list ? path : url;
      const bytes = await this.#place.read(at, 64 * limits.size);
      if (!bytes)
        this.#report(this.#place.show(at), 'error', 'missing-file', 'pack.json lists a picture that isn’t there');
      else if (integrity(bytes) !== hash)
        this.#report(
          this.#place.show(at),
          'error',
          'hash-mismatch',
          'Not the picture that pack.json lists: its hash differs',
        );
    }
    const known = new Set(Object.keys(listed).map(fromUrl));
    for (const [path, shown] of this.#pictures)
      if (!known.has(path))
        this.#report(shown, 'warning', 'missing-image', `There is no picture ${path}; its alternative text shows`);
    for (const path of this.#place.list?.() ?? [])
      if (/^[^/]+\/topics\/.*\.json$|^images\//.test(path) && !this.#files.has(path) && this.#isOurs(path))
        this.#report(
          this.#place.show(path),
          'warning',
          'unreachable',
          'pack.json does not list this file: nobody can get at it',
        );
  }

  #isOurs(path: string): boolean {
    return path.startsWith('images/') || this.#list.locales.some((locale) => path.startsWith(`${locale}/`));
  }

  /** What only all topics together can tell. */
  whole(): void {
    const file = this.#place.show('pack.json');
    for (const { id, codes = [], aliases = [], routes = [], keywords = [], locales } of this.#list.topics)
      if (!Object.keys(locales).length) this.#report(file, 'error', 'unreachable', `${id} is there in no language`);
      else if (![codes, aliases, routes, keywords].flat().length && !this.#linked.has(id) && !/(^|\/)index$/.test(id)) {
        const message = `${id} has no code, alias, route or keyword, and no topic links to it: only its words find it`;
        this.#report(file, 'info', 'unreachable', message);
      }
    for (const { id } of this.#list.groups ?? [])
      if (![...this.#ids].some((topic) => topic.startsWith(`${id}/`)))
        this.#report(file, 'warning', 'unreachable', `The group ${id} has no topics`);
  }
}
