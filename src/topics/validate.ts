import type { Topic } from './model.js';
import type { Fault, FaultCode, Problem, ProblemCode, Refusal, TopicResult } from './result.js';
import { limits, shapes, type Kind, type Rule, type Shape } from './shapes.js';

type Raw = Readonly<Record<string, unknown>>;
type Built = Record<string, unknown>;
type Name = keyof typeof shapes;
/** Something of a list, and where it stands. */
type Entry = readonly [value: unknown, pointer: string];

/** Problems told of one topic; a broken generator would otherwise send thousands. */
const mostProblems = 100;

/** What a list puts around content that lacks it, and the kind of that content. */
const wrappers: Partial<Record<Kind, readonly [Name, Kind]>> = {
  block: ['paragraph', 'inline'],
  item: ['listItem', 'block'],
  row: ['tableRow', 'cell'],
  cell: ['tableCell', 'inline'],
};

/**
 * Reads a topic from parsed JSON. The topic that it returns is a fresh copy of known fields only: a later change of
 * `json` has no effect on it, and it can be trusted to have the shape of its type.
 *
 * A faulty node is left out, an unknown one replaced by its children, a section without a usable id gets one; each is
 * told in `problems` (the first 100). What isn't a topic at all, or passes a limit, is refused. An absent `version`
 * counts as 1; `null` counts as absent; unknown keys are ignored. Addresses are kept as they are: whether they become
 * links is decided where they are rendered.
 *
 * Never throws, whatever it is given.
 */
export function parseTopic(json: unknown): TopicResult {
  try {
    return passedLimit(json) ?? new Reader().topic(json);
  } catch {
    // A getter or proxy that throws, or that answers otherwise the second time.
    return refuse('invalid', 'can’t be read');
  }
}

/** @internal */
export const refuse = (code: FaultCode, detail: string, more?: Pick<Fault, 'status' | 'retryAfter'>): Refusal => ({
  ok: false,
  fault: { code, detail, ...more },
});

/** @internal */
export const isObject = (value: unknown): value is Raw => typeof value === 'object' && !!value && !Array.isArray(value);

// Own fields only: neither a `__proto__` in the file nor a page that extends Object.prototype can add any.
/** @internal */
export const own = (raw: unknown, key: string): unknown =>
  isObject(raw) && Object.hasOwn(raw, key) ? raw[key] : undefined;

const isInteger = (value: unknown): value is number => Number.isInteger(value);

/** Walks through everything, unknown keys too, without recursion: a million levels must not overflow the stack. */
function passedLimit(json: unknown): TopicResult | undefined {
  const rest: [value: unknown, depth: number][] = [[json, 1]];
  let nodes = -1;
  let size = 0;
  for (let next; (next = rest.pop());) {
    const [value, depth] = next;
    const isList = Array.isArray(value);
    size += typeof value === 'string' || isList ? value.length : 1;
    // Before listing its keys: a list can be long and empty.
    if (size > limits.size) return refuse('too-large', `over ${limits.size} characters`);
    if (!isList && !isObject(value)) continue;
    // Each node is an object in a list, so two levels of JSON.
    if (depth > 2 * limits.depth + 1) return refuse('too-deep', `over ${limits.depth} nodes deep`);
    if (!isList && ++nodes > limits.nodes) return refuse('too-large', `over ${limits.nodes} nodes`);
    for (const key of Object.keys(value)) {
      if (!isList) size += key.length;
      rest.push([(value as Raw)[key], depth + 1]);
    }
  }
  return undefined;
}

/** Whether a value keeps the rule of its field. @internal */
export function fits(
  value: unknown,
  { type, enum: values, pattern = '', maxLength = Infinity, ...rule }: Rule,
): boolean {
  if (values) return values.includes(value);
  if (typeof value === 'string') {
    return type === 'string' && value.length <= maxLength && expression(pattern).test(value);
  }
  if (type === 'integer') return isInteger(value) && value >= rule.minimum! && value <= rule.maximum!;
  if (type === 'array') return Array.isArray(value) && value.every((item) => fits(item, rule.items!));
  if (type !== 'object') return typeof value === type;
  const { values: each } = rule;
  return isObject(value) && (!each || Object.values(value).every((item) => fits(item, each)));
}

const expressions = new Map<string, RegExp>();

/** A pack of thousands of topics asks for the same few tens of thousands of times. */
function expression(pattern: string): RegExp {
  const known = expressions.get(pattern) ?? new RegExp(pattern, 'u');
  expressions.set(pattern, known);
  return known;
}

/** A copy that shares nothing; `passedLimit` has made sure that it ends. Keeps what JSON can hold. @internal */
export function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (!isObject(value)) return /^(string|number|boolean)$/.test(typeof value) ? value : null;
  // A merge of the copy into another object must not reach that object's prototype.
  const keys = Object.keys(value).filter((key) => key !== '__proto__');
  return Object.fromEntries(keys.map((key) => [key, copy(value[key])]));
}

const isVisible = (value: unknown): value is string => fits(value, shapes.section.required.label);

const text = (value: unknown): Built => ({ type: 'text', value });

/** The kind of a node; `undefined` for what is no node or none that is known. */
function kindOf(raw: unknown): Kind | undefined {
  const type = own(raw, 'type');
  const shape: Shape | undefined =
    typeof type === 'string' && Object.hasOwn(shapes, type) ? shapes[type as Name] : undefined;
  // A shape that is the only one of its kind and bears its name has no type: topic, section, linkItem.
  return shape?.kind === type ? undefined : shape?.kind;
}

/** Whether content of a kind may stand in a list of another once it is put into what the list holds. */
const canWrap = (kind: Kind, inner: Kind | undefined): boolean => {
  const holds = wrappers[kind]?.[1];
  return !!holds && (holds === inner || canWrap(holds, inner));
};

/** Reads one topic, and remembers what was wrong in it. */
class Reader {
  readonly #problems: Problem[] = [];

  topic(json: unknown): TopicResult {
    const version = own(json, 'version');
    if (isInteger(version) && version > 1) return refuse('newer-version', `version ${version}`);
    const topic = this.#record('topic', json, '') as unknown as Topic | undefined;
    if (!topic) return refuse('invalid', this.#problems.at(-1)!.message);
    // A day that no calendar has would make Intl throw.
    if (topic.updated && Number.isNaN(Date.parse(topic.updated))) {
      this.#report('faulty-field', '/updated', 'must be a date');
      delete topic.updated;
    }
    return { ok: true, topic, problems: this.#problems };
  }

  #report(code: ProblemCode, pointer: string, message: string): undefined {
    if (this.#problems.length < mostProblems) this.#problems.push({ code, pointer, message });
  }

  /** A fresh object with the fields of a shape; `undefined`, and a problem, if one that it needs is missing or wrong. */
  #record(name: Name, raw: unknown, pointer: string): Built | undefined {
    const { required = {}, optional, lists = {} }: Shape = shapes[name];
    const built: Built = {};
    if (!isObject(raw)) return this.#report('faulty-node', pointer, `${name} must be an object`);
    for (const [key, rule] of Object.entries({ ...required, ...optional })) {
      const value = own(raw, key) ?? rule.default;
      if (fits(value, rule)) built[key] = copy(value);
      else if (Object.hasOwn(required, key)) {
        return this.#report('faulty-node', pointer, `${name} needs ${key}: ${JSON.stringify(rule)}`);
      } else if (value != null) this.#report('faulty-field', `${pointer}/${key}`, `must be ${JSON.stringify(rule)}`);
    }
    for (const [key, kind] of Object.entries(lists)) {
      const value = own(raw, key);
      if (name === 'topic') {
        // What is no list here is no topic; and of a topic it is worth knowing which lists it has.
        if (value == null) continue;
        if (!Array.isArray(value)) return this.#report('faulty-node', pointer, `${key} must be a list`);
      }
      built[key] = this.#list(kind, value, `${pointer}/${key}`);
    }
    return built;
  }

  #list(kind: Kind, value: unknown, pointer: string): Built[] {
    if (!Array.isArray(value)) {
      if (value != null) this.#report('faulty-field', pointer, 'must be a list');
      return [];
    }
    const entries = value.map((item: unknown, index): Entry => [item, `${pointer}/${index}`]);
    return kind === 'section' ? this.#sections(entries) : this.#nodes(kind, entries);
  }

  #sections(entries: readonly Entry[]): Built[] {
    const given = entries.map(([raw]) => own(raw, 'id'));
    return entries.flatMap(([raw, pointer], index) => {
      let id = given[index];
      if (isVisible(own(raw, 'label')) && (!isVisible(id) || given.indexOf(id) < index)) {
        this.#report('section-id', pointer, 'id is missing, wrong or taken');
        // Made from the place, so that it is the same at each load.
        id = `section-${index + 1}`;
        while (given.includes(id)) id = `${String(id)}-`;
      }
      const section = this.#record('section', isObject(raw) ? { ...raw, id } : raw, pointer);
      return section ? [section] : [];
    });
  }

  /** The nodes of a list. What could stand inside one of its own kind is put into one: loose text into a paragraph. */
  #nodes(kind: Kind, entries: readonly Entry[]): Built[] {
    const built: Built[] = [];
    let loose: Entry[] = [];
    for (const entry of [...entries, undefined]) {
      if (entry && canWrap(kind, kindOf(entry[0]))) {
        loose.push(entry);
        continue;
      }
      if (loose.length) {
        const [type, holds] = wrappers[kind]!;
        const children = this.#nodes(holds, loose);
        if (children.length) built.push({ type, children });
        loose = [];
      }
      if (entry) built.push(...this.#node(kind, entry));
    }
    return built;
  }

  /** One node of a list, or what shows in its place. */
  #node(kind: Kind, [raw, pointer]: Entry): Built[] {
    const type = own(raw, 'type');
    const inPlace = (): Built[] => this.#list(kind, own(raw, 'children'), `${pointer}/children`);
    if (kind === 'linkItem') {
      const link = this.#record(kind, raw, pointer);
      const label = own(raw, 'label');
      // Without an address the label stays, and goes below the list.
      return link ? [link] : isVisible(label) ? [{ type: 'paragraph', children: [text(label)] }] : [];
    }
    if (kindOf(raw) !== kind) {
      const name = typeof type === 'string' ? type.slice(0, 40) : 'this';
      this.#report(isObject(raw) ? 'unknown-node' : 'faulty-node', pointer, `${name} is no ${kind}`);
      // A block of code where only text may stand.
      return type === 'code' ? this.#nodes(kind, [[{ ...(raw as Raw), type: 'inlineCode' }, pointer]]) : inPlace();
    }
    const node = this.#record(type as Name, raw, pointer);
    // Of a link without an address the text stays.
    if (!node) return type === 'link' ? inPlace() : [];
    const { items, children } = node as { items?: Built[]; children?: Built[] };
    if (items) {
      const links = items.filter((item) => !item['type']);
      const labels = items.filter((item) => item['type']);
      return links.length ? [{ type, items: links }, ...labels] : labels;
    }
    if (children?.length === 0) {
      // A link without text shows its address; what else holds nothing would leave a gap, but a cell or item counts.
      if (type === 'link') children.push(text(node['url']));
      else if (kind !== 'cell' && kind !== 'item') return [];
    }
    return [{ type, ...node }];
  }
}
