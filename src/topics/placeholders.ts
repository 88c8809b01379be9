import type { Topic } from './model.js';

/**
 * A name in braces that the page fills in: `{IncidentId}`. Not what stands in braces for reasons of its own: `{{escaped}}`,
 * `${variable}`, `{ "json": 1 }`, and an id as the registry of Windows has it.
 */
const placeholder = /(?<![{$])\{(?![\dA-F]{8}(?:-[\dA-F]{4}){3}-[\dA-F]{12}\})(\p{L}[\p{L}\p{N}._-]*)\}(?!\})/giu;

/** The names of the placeholders in a text. */
export const placeholdersIn = (text: string): string[] => [...text.matchAll(placeholder)].map(([, name]) => name!);

/** What a text is for: in each, a value is written in another way. */
type Use = 'words' | 'code' | 'address';

const uses = new Map<string, Use>([
  ['title', 'words'],
  ['label', 'words'],
  ['description', 'words'],
  ['alt', 'words'],
  ['href', 'address'],
]);

function useOf(key: string, type: unknown): Use | undefined {
  if (key === 'value') return type === 'text' ? 'words' : 'code';
  // Not the address of a picture: it is asked for as soon as it shows, and would carry the value away.
  if (key === 'url') return type === 'link' ? 'address' : undefined;
  return uses.get(key);
}

/** A copy of a topic with each text as `change` returns it. */
function mapTexts(topic: Topic, change: (text: string, use: Use) => string): Topic {
  const map = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(map);
    if (typeof value !== 'object' || !value) return value;
    const { type } = value as { type?: unknown };
    const entries = Object.entries(value).map(([key, field]): [string, unknown] => {
      const use = typeof field === 'string' ? useOf(key, type) : undefined;
      return [key, use ? change(field as string, use) : map(field)];
    });
    return Object.fromEntries(entries);
  };
  const { title, body, sections } = topic;
  return { ...topic, ...(map({ title, ...(body && { body }), ...(sections && { sections }) }) as Topic) };
}

/** The names that a topic leaves to the page to fill in. Those in code alone don't count: there, braces mean other things too. */
export function placeholdersOf(topic: Topic): string[] {
  const names = new Set<string>();
  mapTexts(topic, (text, use) => {
    if (use !== 'code') for (const name of placeholdersIn(text)) names.add(name);
    return text;
  });
  return [...names];
}

/** What the page hands over, by name: strings, but a page may hand over anything. */
export type Values = Readonly<Record<string, unknown>>;

/** What to write for a name; nothing for one that has no value of its own, or none that is a text. */
export function valueOf(values: Values, name: string): string | undefined {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/**
 * A copy of a topic with values in place of its placeholders: as they are in code, percent-encoded in addresses, in words
 * as `write` has them. A name without a value stays as it is.
 */
export function fill(topic: Topic, values: Values, write: (value: string) => string): Topic {
  const writers: Record<Use, (value: string) => string> = {
    words: write,
    code: (value) => value,
    // Half a character can't be encoded.
    address: (value) => encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\uFFFD')),
  };
  return mapTexts(topic, (text, use) =>
    text.replace(placeholder, (written, name: string) => {
      const value = valueOf(values, name);
      return value === undefined ? written : writers[use](value);
    }),
  );
}
