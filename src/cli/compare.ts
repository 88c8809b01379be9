import type { Topic } from '../topics/model.js';
import { walk } from '../topics/walk.js';
import { withoutLocale } from './markdown/address.js';

/** Every address of a topic: of links and of entries in lists of links. */
export function addressesOf(topic: Topic): { url: string; pointer: string }[] {
  const found: { url: string; pointer: string }[] = [];
  walk(topic, (node, pointer) => {
    if (node.type === 'link') found.push({ url: node.url, pointer });
    if (node.type === 'links')
      node.items.forEach(({ href }, index) => found.push({ url: href, pointer: `${pointer}/items/${index}` }));
  });
  return found;
}

/** What should be the same in all languages of a topic. */
export interface Outline {
  /** How many there are of each kind of block. */
  structure: Record<string, number>;
  /** Where the links lead, in order of the alphabet: the order of words differs between languages. */
  links: string[];
}

const counted = new Set(['heading', 'list', 'listItem', 'blockquote', 'alert', 'image', 'table', 'code']);

export function outlineOf(topic: Topic): Outline {
  const structure: Record<string, number> = {};
  const count = (type: string, by = 1): void => {
    structure[type] = (structure[type] ?? 0) + by;
  };
  if (topic.sections?.length) count('section', topic.sections.length);
  walk(topic, (node) => {
    if (counted.has(node.type)) count(node.type);
    if (node.type !== 'links') return;
    // The same list, shown in another way.
    count('list');
    count('listItem', node.items.length);
  });
  return {
    structure,
    links: addressesOf(topic)
      .map(({ url }) => withoutLocale(url))
      .sort(),
  };
}

/** What differs, in words; empty if nothing does. */
export function differences(one: Outline, other: Outline): { code: string; message: string }[] {
  const found: { code: string; message: string }[] = [];
  const kinds = [...new Set([...Object.keys(one.structure), ...Object.keys(other.structure)])].sort();
  const changed = kinds
    .filter((kind) => one.structure[kind] !== other.structure[kind])
    .map((kind) => `${kind} ${one.structure[kind] ?? 0} instead of ${other.structure[kind] ?? 0}`);
  if (changed.length) found.push({ code: 'structure-differs', message: changed.join(', ') });
  const added = without(one.links, other.links);
  const missing = without(other.links, one.links);
  const told = [...added.map((url) => `has ${url}`), ...missing.map((url) => `lacks ${url}`)];
  if (told.length) {
    const more = told.length > 4 ? `, and ${told.length - 4} more` : '';
    found.push({ code: 'links-differ', message: told.slice(0, 4).join(', ') + more });
  }
  return found;
}

/** What one list has more than another. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const rest = [...other];
  return list.filter((entry) => {
    const index = rest.indexOf(entry);
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
}
