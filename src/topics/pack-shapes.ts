import type {
  PackFile,
  PackGroup,
  PackGroupName,
  PackList,
  PackSearch,
  PackSearchFile,
  PackTopic,
} from './pack-model.js';
import { day, origin, tag, text, texts, visible, type Rule } from './shapes.js';

/** How much a pack may hold. */
export const packLimits = {
  /** Bytes of `pack.json` once decompressed. */
  size: 33_554_432,
} as const;

const sha256 = { type: 'string', pattern: '^sha256-[A-Za-z0-9+/]{43}=$' } as const;
const names = { type: 'object', values: texts } as const;

/**
 * The one table of what `pack.json` is made of, as `shapes.ts` is for topics: reading runs on it, the JSON Schema is made
 * from it, and the compiler holds the types to it. `lists`, `optionalLists` and `maps` name the shape of what is in them,
 * `objects` that of what may be there.
 */
export const packShapes = {
  packList: {
    required: { version: { enum: [1] }, locales: { type: 'array', items: tag } },
    optional: { source: tag, codes: names, aliases: names, images: { type: 'object', values: sha256 } },
    lists: { topics: 'packTopic' },
    optionalLists: { groups: 'packGroup' },
    objects: { search: 'packSearch' },
  },
  packTopic: {
    required: { id: visible },
    optional: { keywords: texts, codes: texts, aliases: texts, routes: texts },
    maps: { locales: 'packFile' },
  },
  packFile: {
    required: { title: visible, file: text, hash: sha256 },
    optional: { translation: origin, updated: day },
  },
  packGroup: { required: { id: visible }, maps: { locales: 'packGroupName' } },
  packGroupName: { required: { title: visible } },
  packSearch: { required: { engine: visible }, maps: { files: 'packSearchFile' } },
  packSearchFile: { required: { file: text }, optional: { hash: sha256 } },
} as const satisfies Record<string, PackShape>;

/** One row of the table. */
export interface PackShape {
  readonly required?: Readonly<Record<string, Rule>>;
  readonly optional?: Readonly<Record<string, Rule>>;
  readonly lists?: Readonly<Record<string, string>>;
  readonly optionalLists?: Readonly<Record<string, string>>;
  readonly maps?: Readonly<Record<string, string>>;
  readonly objects?: Readonly<Record<string, string>>;
}

interface Members {
  packList: PackList;
  packTopic: PackTopic;
  packFile: PackFile;
  packGroup: PackGroup;
  packGroupName: PackGroupName;
  packSearch: PackSearch;
  packSearchFile: PackSearchFile;
}

type ValueOf<R> = R extends { enum: readonly (infer E)[] }
  ? E
  : R extends { items: infer I }
    ? ValueOf<I>[]
    : R extends { values: infer V }
      ? Record<string, ValueOf<V>>
      : string;
type Part<S, K extends string> = S extends Record<K, infer F> ? F : unknown;
type Derived<S> = { -readonly [K in keyof Part<S, 'required'>]: ValueOf<Part<S, 'required'>[K]> } & {
  -readonly [K in keyof Part<S, 'optional'>]?: ValueOf<Part<S, 'optional'>[K]>;
} & { -readonly [K in keyof Part<S, 'lists'>]: Members[Part<S, 'lists'>[K] & keyof Members][] } & {
  -readonly [K in keyof Part<S, 'optionalLists'>]?: Members[Part<S, 'optionalLists'>[K] & keyof Members][];
} & {
  -readonly [K in keyof Part<S, 'maps'>]: Record<string, Members[Part<S, 'maps'>[K] & keyof Members]>;
} & { -readonly [K in keyof Part<S, 'objects'>]?: Members[Part<S, 'objects'>[K] & keyof Members] };
type Flat<T> = { [K in keyof T]: T[K] };
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Expect<T extends true> = T;
/** Does not compile when the table and the types drift apart. */
export type Agreed = Expect<
  { [N in keyof Members]: Same<Flat<Derived<(typeof packShapes)[N]>>, Flat<Members[N]>> }[keyof Members]
>;
