import type {
  Block,
  Inline,
  LinkItem,
  ListItem,
  Node,
  NodeType,
  Section,
  TableCell,
  TableRow,
  Topic,
} from './model.js';

/** How much a topic may hold. One that passes a limit is refused as a whole. */
export const limits = {
  /** Bytes of a file once decompressed; for a topic given as an object, characters of all its keys and strings. */
  size: 1_048_576,
  /** Sections and nodes inside each other, below the topic. */
  depth: 32,
  /** Objects below the topic: sections, nodes, items of link lists. */
  nodes: 10_000,
} as const;

/** @internal */
export const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const pixels = { type: 'integer', minimum: 1, maximum: 99_999 } as const;
/** @internal */
export const texts = { type: 'array', items: text } as const;
/** At least one character that a reader can see: no name made of spaces, controls and zero-width characters. @internal */
export const visible = { type: 'string', pattern: '[^\\s\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}]' } as const;
/** A language, as BCP 47 has it. @internal */
export const tag = { type: 'string', pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$' } as const;
/** @internal */
export const origin = { enum: ['source', 'human', 'machine'] } as const;
/** @internal */
export const day = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d(T.+)?$' } as const;

/**
 * The one table of what a topic is made of: validation runs on it, the published JSON Schema is made from it
 * (`scripts/schema.mjs`), and the compiler holds the types of `model.ts` to it (`Agreed`, at the end).
 *
 * Each shape: its `kind` (where it may stand), the fields that it needs, those that it may have, and its lists with
 * the kind of what is in them. A field's rule is the piece of JSON Schema that it is published as.
 */
export const shapes = {
  topic: {
    kind: 'topic',
    required: { version: { enum: [1], default: 1 }, id: visible, title: { ...visible, maxLength: 500 } },
    optional: {
      lang: tag,
      translation: origin,
      updated: day,
      keywords: texts,
      codes: texts,
      aliases: texts,
      routes: texts,
      source: { type: 'object' },
    },
    lists: { body: 'block', sections: 'section' },
  },
  section: { kind: 'section', required: { id: visible, label: visible }, lists: { body: 'block' } },

  paragraph: { kind: 'block', lists: { children: 'inline' } },
  heading: { kind: 'block', required: { depth: { enum: [1, 2, 3, 4, 5, 6] } }, lists: { children: 'inline' } },
  list: {
    kind: 'block',
    optional: { ordered: flag, start: { type: 'integer', minimum: 0, maximum: 999_999_999 }, spread: flag },
    lists: { children: 'item' },
  },
  listItem: { kind: 'item', optional: { checked: flag, id: visible, spread: flag }, lists: { children: 'block' } },
  table: {
    kind: 'block',
    optional: { align: { type: 'array', items: { enum: ['left', 'right', 'center', null] } } },
    lists: { children: 'row' },
  },
  tableRow: { kind: 'row', lists: { children: 'cell' } },
  tableCell: { kind: 'cell', lists: { children: 'inline' } },
  code: { kind: 'block', required: { value: text }, optional: { lang: text } },
  blockquote: { kind: 'block', lists: { children: 'block' } },
  thematicBreak: { kind: 'block' },
  links: { kind: 'block', lists: { items: 'linkItem' } },
  linkItem: { kind: 'linkItem', required: { label: visible, href: text }, optional: { description: text } },
  alert: {
    kind: 'block',
    required: { kind: { enum: ['note', 'tip', 'important', 'warning', 'caution'] } },
    lists: { children: 'block' },
  },

  text: { kind: 'inline', required: { value: text } },
  emphasis: { kind: 'inline', lists: { children: 'inline' } },
  strong: { kind: 'inline', lists: { children: 'inline' } },
  delete: { kind: 'inline', lists: { children: 'inline' } },
  inlineCode: { kind: 'inline', required: { value: text } },
  break: { kind: 'inline' },
  link: { kind: 'inline', required: { url: text }, optional: { title: text }, lists: { children: 'inline' } },
  image: {
    kind: 'inline',
    required: { url: text },
    optional: { alt: text, title: text, width: pixels, height: pixels },
  },
} as const satisfies Record<string, Shape>;

/** Where a shape may stand. */
export type Kind = 'topic' | 'section' | 'block' | 'item' | 'row' | 'cell' | 'linkItem' | 'inline';

/** The part of JSON Schema that field rules use; all of it is enforced by `validate.ts`. */
export interface Rule {
  readonly type?: 'string' | 'boolean' | 'integer' | 'array' | 'object';
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Rule;
  /** Of an object that is a dictionary: the rule of each value. Published as `additionalProperties`. */
  readonly values?: Rule;
}

/** One row of the table. */
export interface Shape {
  readonly kind: Kind;
  readonly required?: Readonly<Record<string, Rule>>;
  readonly optional?: Readonly<Record<string, Rule>>;
  readonly lists?: Readonly<Record<string, Kind>>;
}

/** What stands in a list of each kind. */
interface Members {
  topic: Topic;
  section: Section;
  block: Block;
  item: ListItem;
  row: TableRow;
  cell: TableCell;
  linkItem: LinkItem;
  inline: Inline;
}
/** The type that each shape of the table stands for. */
type Written = { [T in NodeType]: Extract<Node, { type: T }> } & Pick<Members, 'topic' | 'section' | 'linkItem'>;

type ValueOf<R> = R extends { enum: readonly (infer E)[] }
  ? E
  : R extends { items: infer I }
    ? ValueOf<I>[]
    : R extends { type: infer T extends keyof Values }
      ? Values[T]
      : never;
interface Values {
  string: string;
  boolean: boolean;
  integer: number;
  object: Record<string, unknown>;
}
type Part<S, K extends string> = S extends Record<K, infer F> ? F : unknown;
type Lists<S> = { -readonly [K in keyof Part<S, 'lists'>]: Members[Part<S, 'lists'>[K] & Kind][] };
type Derived<N extends keyof typeof shapes, S = (typeof shapes)[N]> = (N extends NodeType ? { type: N } : unknown) & {
  -readonly [K in keyof Part<S, 'required'>]: ValueOf<Part<S, 'required'>[K]>;
} & { -readonly [K in keyof Part<S, 'optional'>]?: ValueOf<Part<S, 'optional'>[K]> } & (N extends 'topic'
    ? Partial<Lists<S>>
    : Lists<S>);
type Flat<T> = { [K in keyof T]: T[K] };
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Expect<T extends true> = T;
/** Does not compile when the table and the types above drift apart. */
export type Agreed = Expect<{ [N in keyof Written]: Same<Flat<Derived<N>>, Flat<Written[N]>> }[keyof typeof shapes]>;
