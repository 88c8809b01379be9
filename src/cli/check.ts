import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import pLimit from 'p-limit';
import { readJson, readTopic } from '../topics/load.js';
import type { Topic } from '../topics/model.js';
import type { PackFile, PackList, PackTopic } from '../topics/pack-model.js';
import { packLimits } from '../topics/pack-shapes.js';
import { parsePack } from '../topics/pack.js';
import { limits } from '../topics/shapes.js';
import { checkAddress } from './addresses.js';
import { addressesOf, walk } from './compare.js';
import { integrity } from './hash.js';
import { fromUrl } from './names.js';
import { askNetwork } from './network.js';
import { CannotRun, shownPath, type Outcome, type Problem } from './problems.js';
import type { Progress } from './progress.js';
import { filesBelow } from './staging.js';

export interface CheckOptions {
  /** None: all. */
  locales: string[];
  links: boolean;
  linksCache?: string | undefined;
}

/** Where a pack is read from. */
export interface Place {
  /** A path, as messages name a file. */
  show: (path: string) => string;
  read: (path: string, limit: number) => Promise<Buffer | undefined>;
  /** All its files, where they can be listed. */
  list?: () => string[];
  /** Where to keep what is remembered of it. */
  beside?: (name: string) => string;
}

/** A pack in a folder, or at an address. */
export function openPlace(pack: string): Place {
  return /^https?:\/\//i.test(pack) ? webPlace(pack) : folderPlace(pack);
}

function folderPlace(pack: string): Place {
  const given = resolve(pack);
  const folder = statSync(given, { throwIfNoEntry: false })?.isFile() ? dirname(given) : given;
  if (!existsSync(join(folder, 'pack.json')))
    throw new CannotRun(`${shownPath(folder)} is no pack: it has no pack.json.`);
  return {
    show: (path) => shownPath(join(folder, path)),
    read: (path) =>
      Promise.resolve(existsSync(join(folder, path)) ? readFileSync(join(folder, path)) : undefined).catch(
        () => undefined,
      ),
    list: () => filesBelow(folder),
    beside: (name) => join(dirname(folder), `.${basename(folder)}.${name}`),
  };
}

function webPlace(pack: string): Place {
  const address = new URL(pack);
  if (!address.pathname.endsWith('.json')) address.pathname = address.pathname.replace(/\/?$/, '/pack.json');
  return {
    show: (path) => new URL(path, address).href,
    async read(path, limit) {
      const url = new URL(path, address);
      try {
        const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
        if (!response.ok) return undefined;
        const parts: Uint8Array[] = [];
        let size = 0;
        for await (const part of response.body ?? []) {
          size += (part as Uint8Array).length;
          // Enough to see that it is too much.
          if (size > limit) return Buffer.alloc(limit + 1);
          parts.push(part);
        }
        return Buffer.concat(parts);
      } catch (error) {
        throw new CannotRun(`${url.href} can’t be reached: ${reason(error)}`);
      }
    },
  };
}

const reason = (error: unknown): string => {
  const { cause, message } = error as Error;
  return cause instanceof Error ? cause.message || (cause as NodeJS.ErrnoException).code || message : message;
};

/** Reads `pack.json`; a pack without one that can be used can't be worked with at all. */
export async function readList(place: Place, problems: Problem[]): Promise<PackList> {
  const file = place.show('pack.json');
  const bytes = await place.read('pack.json', packLimits.size);
  if (!bytes) throw new CannotRun(`${file} isn’t there.`);
  if (bytes.length > packLimits.size) throw new CannotRun(`${file} is over ${packLimits.size} bytes.`);
  const json = readJson(bytes.toString('utf8'));
  if (!json.ok) throw new CannotRun(`${file} is no list of a pack: ${json.fault.detail}.`);
  const result = parsePack(json.value);
  if (!result.ok) throw new CannotRun(`${file} is no list of a pack: ${result.fault.detail}.`);
  for (const { code, pointer, message } of result.problems)
    problems.push({
      file,
      line: 1,
      level: 'error',
      code: message.includes('is taken') ? 'duplicate-id' : code,
      message: `${message} at ${pointer}`,
    });
  return result.list;
}

/** Looks for everything that is wrong with a pack. */
export async function checkPack(pack: string, options: CheckOptions, bar: Progress): Promise<Outcome> {
  const place = openPlace(pack);
  const problems: Problem[] = [];
  const list = await readList(place, problems);
  const checking = new PackCheck(place, list, problems);
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
  const summary = `${counts.topics} topics in ${locales.join(', ')} checked.`;
  problems.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
  return { problems, summary, counts };
}

class PackCheck {
  /** The web addresses of the topics, with the first place where each stands. */
  readonly addresses = new Map<string, { file: string; line: number }>();

  readonly #place: Place;
  readonly #list: PackList;
  readonly #problems: Problem[];
  readonly #ids: Set<string>;
  readonly #linked = new Set<string>();
  readonly #files = new Set(['pack.json']);
  readonly #pictures = new Map<string, string>();

  constructor(place: Place, list: PackList, problems: Problem[]) {
    this.#place = place;
    this.#list = list;
    this.#problems = problems;
    this.#ids = new Set(list.topics.map(({ id }) => id));
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
    this.#files.add(path);
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
    this.#addresses(topic, shown);
    this.#content(topic, shown, path);
  }

  #addresses(topic: Topic, shown: string): void {
    const sections = new Set(topic.sections?.map(({ id }) => id));
    const inList = new Map<string, string>();
    for (const { url, pointer } of addressesOf(topic)) {
      const target = url.startsWith('#') ? decoded(url.slice(1)) : undefined;
      if (target !== undefined) {
        const found = this.#ids.has(target) || sections.has(target) || Object.hasOwn(this.#list.aliases ?? {}, target);
        if (!found) this.#report(shown, 'warning', 'broken-link', `${pointer}: there is no topic ${target}`);
        else if (target !== topic.id) this.#linked.add(target);
        continue;
      }
      for (const { level, code, message } of checkAddress(url))
        this.#report(shown, level, code, `${pointer}: ${message}`);
      // Twice in one list is a slip; twice in a text is how people write.
      const [, links] = /^(.*)\/items\/\d+$/.exec(pointer) ?? [];
      if (links !== undefined) {
        if (inList.get(url) === links)
          this.#report(shown, 'warning', 'duplicate-address', `${pointer}: ${url} stands twice in this list`);
        inList.set(url, links);
      }
      if (/^https?:\/\//i.test(url) && !this.addresses.has(url)) this.addresses.set(url, { file: shown, line: 1 });
    }
  }

  #content(topic: Topic, shown: string, path: string): void {
    const placeholders = new Set<string>();
    const seek = (text: string): void => {
      for (const [found] of text.matchAll(/\{[A-Za-z][\w.]*\}/g)) placeholders.add(found);
    };
    seek(topic.title);
    for (const { label } of topic.sections ?? []) seek(label);
    walk(topic, (node, pointer) => {
      if (node.type === 'text') seek(node.value);
      if (node.type !== 'image') return;
      if (!node.alt?.trim())
        this.#report(shown, 'warning', 'image-without-alt', `${pointer}: the picture has no alternative text`);
      if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(node.url)) return;
      const picture = fromUrl(
        new URL(node.url, `https://pack.invalid/${path.split('/').map(encodeURIComponent).join('/')}`).pathname,
      );
      if (picture !== undefined && !node.url.startsWith('/'))
        this.#pictures.set(picture, this.#pictures.get(picture) ?? shown);
    });
    if (placeholders.size) {
      const names = [...placeholders].join(', ');
      this.#report(shown, 'warning', 'placeholder', `The page has to fill ${names} (the element’s .values)`);
    }
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
    for (const { id, codes, aliases, routes, keywords } of this.#list.topics) {
      const names = [codes, aliases, routes, keywords].flatMap((list) => list ?? []);
      if (!Object.keys(this.#list.topics.find((topic) => topic.id === id)?.locales ?? {}).length)
        this.#report(file, 'error', 'unreachable', `${id} is there in no language`);
      else if (
        !names.length &&
        !this.#linked.has(id) &&
        !this.#list.topics.some(({ id: other }) => other === id && other === 'index')
      )
        this.#report(
          file,
          'info',
          'unreachable',
          `${id} has no code, alias, route or keyword, and no topic links to it: only its words find it`,
        );
    }
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
