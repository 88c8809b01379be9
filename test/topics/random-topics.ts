import { addresses } from '../rendering/hostile-addresses.js';

/** Numbers from 0 to 1 that look random and are the same for the same seed: Tommy Ettinger's mulberry32. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const urls = Object.values(addresses).flat();
const types = {
  block: 'paragraph heading list table code blockquote thematicBreak links alert'.split(' '),
  inline: 'text text emphasis strong delete inlineCode break link image'.split(' '),
  item: ['listItem'],
  row: ['tableRow'],
  cell: ['tableCell'],
};
type Kind = keyof typeof types;
const strangers = 'html script iframe marquee __proto__ constructor toString whole figure onlySection provenance'.split(
  ' ',
);
const everyType = [...Object.values(types).flat(), ...strangers];
/** What each type holds. */
const holds = new Map<string, Kind>(
  Object.entries({
    list: 'item',
    table: 'row',
    tableRow: 'cell',
    listItem: 'block',
    blockquote: 'block',
    alert: 'block',
  } as const),
);
const words = [
  'Plain words',
  '<img src=x onerror="window.__pwned=1">',
  '</code></pre><script>window.__pwned=1</script>',
  '{OrderNumber} and {{this}}',
  '{constructor}',
  '\u202egnp.exe',
  'half \ud83d',
  '\u200b',
  '',
];
const names = ['a', 'b', '1', '__proto__', 'constructor', 'new-tab', 'a b', 'a-1', '"]:is(*)', ''];
const keys = [
  ...['type', 'children', 'value', 'url', 'items', 'label', 'href', 'description', 'title', 'alt', 'width', 'height'],
  ...['depth', 'ordered', 'start', 'checked', 'id', 'align', 'kind', 'lang', 'body', '__proto__', 'polluted', 'then'],
];

/** A topic as no author would write it: mostly of the right shape, so that it shows, with something wrong in most places. */
export function randomTopic(seed: number): unknown {
  const random = mulberry32(seed);
  const chance = (part: number): boolean => random() < part;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const list = <T>(most: number, make: () => T): T[] => Array.from({ length: Math.ceil(random() * most) }, make);
  let left = 60;

  const junk = (): unknown =>
    pick([
      null,
      undefined,
      0,
      -1,
      Infinity,
      NaN,
      true,
      '',
      'text',
      [],
      {},
      [[]],
      { type: {} },
      () => 1,
      Symbol('s'),
      10n,
      new Date(0),
    ]);
  const field = (key: string, type: string, depth: number): unknown => {
    if (chance(0.04)) return junk();
    switch (key) {
      case 'children':
        return nodes(holds.get(type) ?? 'inline', depth + 1);
      case 'body':
        return nodes('block', depth + 1);
      case 'items':
        return nodes('inline', depth + 1);
      case 'url':
      case 'href':
        return pick(urls);
      case 'id':
        return pick(names);
      case 'kind':
        return pick(['note', 'tip', 'important', 'warning', 'caution', 'danger']);
      case 'depth':
      case 'start':
      case 'width':
      case 'height':
        return Math.floor(random() * 9) - 1;
      case 'ordered':
      case 'checked':
        return chance(0.5);
      case 'align':
        return list(3, () => pick(['left', 'right', 'center', 'justify', null]));
      case '__proto__':
        return { polluted: 1, children: nodes('block', depth + 1) };
      default:
        return pick(words);
    }
  };
  const node = (kind: Kind, depth: number): unknown => {
    if (chance(0.04)) return junk();
    const type = pick(chance(0.9) ? types[kind] : everyType);
    const leaf = /^(text|inlineCode|code|image|break|thematicBreak)$/.test(type);
    const rare = [
      'checked',
      'title',
      'body',
      '__proto__',
      type === 'links' ? 'children' : 'items',
      leaf ? 'children' : '',
    ];
    const given = keys.filter((key) => !rare.includes(key) || chance(0.15));
    // Of entries, so that `__proto__` is a key like any other, as in JSON.
    return Object.fromEntries(given.map((key) => [key, key === 'type' ? type : field(key, type, depth)]));
  };
  const nodes = (kind: Kind, depth: number): unknown[] => {
    left -= 1;
    return left < 0 || depth > 8 ? [] : list(depth > 3 ? 2 : 4, () => node(kind, depth));
  };
  const section = (): unknown => ({ id: pick(names), label: pick(words), body: field('body', '', 1) });
  const deep = (levels: number): unknown =>
    levels ? { type: 'blockquote', children: [deep(levels - 1)] } : node('block', 1);

  return {
    version: chance(0.97) ? 1 : junk(),
    id: chance(0.97) ? 't' : junk(),
    title: chance(0.9) ? 'A topic' : pick(words),
    ...(chance(0.3) && { lang: pick(['en', 'ar', 'nl-BE', 'x', '<b>', '']) }),
    ...(chance(0.3) && { updated: pick(['2026-05-31', '2026-99-99', '2026-02-30T25:00', 'today', 7]) }),
    ...(chance(0.3) && { translation: pick(['machine', 'human', 'alien']) }),
    ...(chance(0.2) && { source: { url: pick(urls) } }),
    body: chance(0.05) ? junk() : [...nodes('block', 1), ...(chance(0.05) ? [deep(40)] : [])],
    sections: chance(0.1) ? junk() : list(4, section),
  };
}
