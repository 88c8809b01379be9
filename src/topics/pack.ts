import { nearest } from '../localization/negotiate.js';
import { loadText, readJson, readTopic, webAddress } from './load.js';
import type { PackFile, PackGroup, PackList, PackSearch, PackTopic } from './pack-model.js';
import { packLimits, packShapes, type PackShape } from './pack-shapes.js';
import type { Problem, ProblemCode, Refusal, TopicResult } from './result.js';
import { copy, fits, isObject, own, refuse } from './validate.js';

/** What comes of reading a pack's list: the list with what was wrong in it, or the reason why there is none. */
export type PackListResult =
  { readonly ok: true; readonly list: PackList; readonly problems: readonly Problem[] } | Refusal;

/** What comes of opening a pack. */
export type PackResult = { readonly ok: true; readonly pack: Pack; readonly problems: readonly Problem[] } | Refusal;

/** Problems told of one pack. */
const mostProblems = 100;

/**
 * Reads what a `pack.json` holds, from parsed JSON. What it returns is a fresh copy of known fields only. A faulty topic,
 * file or group is left out and told in `problems` (the first 100); of topics with the same id the first one counts. Never
 * throws.
 */
export function parsePack(json: unknown): PackListResult {
  const problems: Problem[] = [];
  const report = (code: ProblemCode, pointer: string, message: string): undefined => {
    if (problems.length < mostProblems) problems.push({ code, pointer, message });
  };
  const read = <T>(name: keyof typeof packShapes, raw: unknown, pointer: string): T | undefined => {
    const shape: PackShape = packShapes[name];
    const { required = {}, optional = {}, lists = {}, optionalLists = {}, maps = {}, objects = {} } = shape;
    if (!isObject(raw)) return report('faulty-node', pointer, `${name} must be an object`);
    const built: Record<string, unknown> = {};
    for (const [key, rule] of Object.entries({ ...required, ...optional })) {
      const value = own(raw, key);
      if (fits(value, rule)) built[key] = copy(value);
      else if (Object.hasOwn(required, key))
        return report('faulty-node', pointer, `${name} needs ${key}: ${JSON.stringify(rule)}`);
      else if (value != null) report('faulty-field', `${pointer}/${key}`, `must be ${JSON.stringify(rule)}`);
    }
    const child = (shape: string, value: unknown, at: string): unknown =>
      read(shape as keyof typeof packShapes, value, at);
    for (const [key, shape] of Object.entries({ ...lists, ...optionalLists })) {
      const value = own(raw, key);
      if (!Array.isArray(value)) {
        if (Object.hasOwn(lists, key)) return report('faulty-node', pointer, `${name} needs ${key}: a list`);
        if (value != null) report('faulty-field', `${pointer}/${key}`, 'must be a list');
        continue;
      }
      built[key] = value.map((item, index) => child(shape, item, `${pointer}/${key}/${index}`)).filter(Boolean);
    }
    for (const [key, shape] of Object.entries(maps)) {
      const value = own(raw, key);
      if (!isObject(value)) return report('faulty-node', pointer, `${name} needs ${key}: an object`);
      const entries = Object.entries(value).map(([at, item]) => [at, child(shape, item, `${pointer}/${key}/${at}`)]);
      built[key] = Object.fromEntries(entries.filter(([at, item]) => item && at !== '__proto__'));
    }
    for (const [key, shape] of Object.entries(objects)) {
      const value = own(raw, key);
      const object = value == null ? undefined : child(shape, value, `${pointer}/${key}`);
      if (object) built[key] = object;
    }
    return built as T;
  };

  const version = own(json, 'version');
  if (Number.isInteger(version) && (version as number) > 1)
    return refuse('newer-version', `version ${String(version)}`);
  const list = read<PackList>('packList', json, '');
  if (!list) return refuse('invalid', problems.at(-1)?.message ?? '');
  const ids = new Set<string>();
  list.topics = list.topics.filter(({ id }, index) => {
    if (ids.has(id)) return report('faulty-node', `/topics/${index}`, `the id ${id} is taken`) ?? false;
    return ids.add(id);
  });
  return { ok: true, list, problems };
}

/** A pack that is open: its list is there, its topics load when they are asked for. */
export class Pack {
  /** The address of `pack.json`. */
  readonly url: string;
  /** The languages of the pack. */
  readonly locales: readonly string[];
  /** Its topics, in the order in which they are to be browsed. */
  readonly topics: readonly PackTopic[];
  /** The folders of its topics, in that order. */
  readonly groups: readonly PackGroup[];
  /** The language that the others were translated from, if the pack tells. */
  readonly source: string | undefined;
  /** How its topics are found; without, they can't be searched. */
  readonly search: PackSearch | undefined;

  readonly #byId = new Map<string, PackTopic>();
  readonly #names: readonly ReadonlyMap<string, readonly string[]>[];

  /** @internal */
  constructor(url: string, { locales, topics, groups = [], search, source, aliases = {}, codes = {} }: PackList) {
    this.url = url;
    this.locales = locales;
    this.topics = topics;
    this.groups = groups;
    this.search = search;
    this.source = source;
    for (const topic of topics) this.#byId.set(topic.id, topic);
    this.#names = [new Map(Object.entries(aliases)), new Map(Object.entries(codes))];
  }

  /** The ids of the topics that a name stands for: the topic with that id, else all with that alias, else that code. */
  find(name: string): readonly string[] {
    if (this.#byId.has(name)) return [name];
    for (const index of this.#names) {
      const ids = index.get(name)?.filter((id) => this.#byId.has(id));
      if (ids?.length) return ids;
    }
    return [];
  }

  /**
   * The language in which a topic is there for a reader: the nearest to the one asked for, else the source language,
   * else English, else the first. `undefined` for a topic that the pack hasn't got.
   */
  localeOf(id: string, locale?: string): string | undefined {
    return nearest([locale, this.source, 'en'], Object.keys(this.#byId.get(id)?.locales ?? {}));
  }

  /** The absolute address of a file of the pack; `undefined` for one outside: a list must not send its reader elsewhere. */
  address(file: string): string | undefined {
    const url = webAddress(file, this.url);
    return url?.startsWith(new URL('.', this.url).href) ? url : undefined;
  }

  /** The language that a topic was written in, where the pack has it: what a translation was made from. */
  originalOf(id: string): string | undefined {
    const files = this.#byId.get(id)?.locales ?? {};
    const available = Object.keys(files);
    return (
      available.find((locale) => locale === this.source) ??
      available.find((locale) => files[locale]?.translation === 'source')
    );
  }

  /** Where the file of a topic is, and what the pack tells of it. @internal */
  fileOf(id: string, locale?: string): (PackFile & { url: string; locale: string }) | undefined {
    const found = this.localeOf(id, locale);
    const file = found && this.#byId.get(id)?.locales[found];
    if (!file) return undefined;
    const url = this.address(file.file);
    return url === undefined ? undefined : { ...file, url, locale: found };
  }

  /**
   * Loads a topic, as `loadTopic` does, and checks that it is the file that the pack lists.
   *
   * @param name - The id of the topic, or one of its aliases or codes; of several topics the first.
   * @param locale - The language that is wished for; see `localeOf`. The topic says in `lang` which one it is.
   * @returns The topic, or the fault; never rejects. A file that is gone or has another hash than in the list may mean
   *   that the pack was replaced since it was opened: list and file are asked for once more before it is a fault.
   */
  async topic(name: string, locale?: string, { signal }: { signal?: AbortSignal } = {}): Promise<TopicResult> {
    const first = await this.#load(name, locale, { signal });
    if (first.ok || !['hash-mismatch', 'not-found'].includes(first.fault.code) || !this.find(name).length) return first;
    const again = await openPack(this.url, { signal, cache: 'no-cache' });
    return again.ok ? again.pack.#load(name, locale, { signal, cache: 'no-cache' }) : first;
  }

  /**
   * Loads a file that the pack lists, with the rules and faults of `loadTopic`: what a search engine begins with.
   *
   * @param options - `limit` is how many bytes it may have once decompressed. Default: 32 MiB.
   * @returns The text, or the fault; never rejects.
   */
  async file(
    { file, hash }: { readonly file: string; readonly hash?: string | undefined },
    { signal, limit = packLimits.size }: { signal?: AbortSignal | undefined; limit?: number } = {},
  ): Promise<string | Refusal> {
    const url = this.address(file);
    return url === undefined
      ? refuse('blocked-address', 'not a file of the pack')
      : loadListed(url, hash, { signal, limit });
  }

  async #load(
    name: string,
    locale: string | undefined,
    how: { signal?: AbortSignal | undefined; cache?: RequestCache },
  ): Promise<TopicResult> {
    const [id] = this.find(name);
    const file = id === undefined ? undefined : this.fileOf(id, locale);
    if (!file) return refuse('not-found', 'the pack lists no such topic');
    const text = await loadListed(file.url, file.hash, how);
    if (typeof text !== 'string') return text;
    const result = readTopic(text, file.url);
    if (result.ok) result.topic.lang ??= file.locale;
    return result;
  }
}

/** The text of a file, if it is the one that a pack lists. */
async function loadListed(
  url: string,
  hash: string | undefined,
  how: { signal?: AbortSignal | undefined; cache?: RequestCache; limit?: number },
): Promise<string | Refusal> {
  const text = await loadText(url, { ...how, ...(hash === undefined || canHash() ? {} : { integrity: hash }) });
  return typeof text === 'string' && hash !== undefined && canHash() && (await hashOf(text)) !== hash
    ? refuse('hash-mismatch', 'not the file that the pack lists')
    : text;
}

/** Without https there is no `crypto.subtle`; the browser checks the file itself then, but can't say what was wrong. */
const canHash = (): boolean => globalThis.crypto?.subtle !== undefined;

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}

const packs = new Map<string, PackResult>();

/**
 * Opens a pack: loads its list, with the rules and faults of `loadTopic`, up to 32 MiB.
 *
 * @param url - The address of `pack.json`, or of its folder.
 * @returns The pack, or the fault; never rejects. A pack that is open stays so: whoever asks for its address gets the
 *   same one. One that could not be opened is asked for anew.
 */
export async function openPack(
  url: string,
  { signal, cache }: { signal?: AbortSignal | undefined; /** @internal */ cache?: RequestCache } = {},
): Promise<PackResult> {
  const address = packAddress(url);
  if (!address) return refuse('blocked-address', 'not an http or https address');
  const known = packs.get(address);
  if (known && !cache) return known;
  const text = await loadText(address, { limit: packLimits.size, ...(cache ? { cache } : {}), signal });
  if (typeof text !== 'string') return text;
  // Of several that waited for the same request, the first one reads it for all.
  const since = packs.get(address);
  if (since && since !== known) return since;
  const json = readJson(text);
  if (!json.ok) return json;
  const list = parsePack(json.value);
  if (!list.ok) return list;
  const opened: PackResult = { ok: true, pack: new Pack(address, list.list), problems: list.problems };
  packs.set(address, opened);
  return opened;
}

/** `help/` and `help` are folders; `help/pack.json` is the file itself. */
function packAddress(url: string): string | undefined {
  const address = webAddress(url);
  if (!address) return undefined;
  const file = new URL(address);
  if (!file.pathname.endsWith('.json')) file.pathname += file.pathname.endsWith('/') ? 'pack.json' : '/pack.json';
  return file.href;
}
