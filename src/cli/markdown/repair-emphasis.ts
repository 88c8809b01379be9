import type { Inline, Strong } from '../../topics/model.js';
import { merge, plain, space } from './inlines.js';
import { excerpt, type Tell } from './notes.js';

/** A `**` or more that the parser left as text. */
type Marker = { marker: number };
const isMarker = (item: Inline | Marker): item is Marker => 'marker' in item;

/**
 * Bold text whose `**` did not close because spaces, or the quotation marks of Chinese and Japanese, stand inside it, and
 * doubled `****`. Nobody sets bold within bold, so the marks of a paragraph open and close in turn; where they come
 * out even, that is what was meant, also for those that the parser paired differently.
 */
export function mendEmphasis(inlines: readonly Inline[], insideStrong: boolean, tell: Tell): Inline[] {
  if (!inlines.some((inline) => inline.type === 'text' && hasMarkers(inline.value))) return [...inlines];
  const words = (): string => plain(inlines);
  if (insideStrong) {
    tell('info', 'emphasis', `doubled or stray ** left out: ${excerpt(words())}`);
    return merge(
      inlines.map((inline) => (inline.type === 'text' ? { ...inline, value: withoutMarkers(inline.value) } : inline)),
    );
  }
  const flat = inlines.flatMap((inline): (Inline | Marker)[] =>
    inline.type === 'strong' ? [{ marker: 2 }, ...split(inline.children), { marker: 2 }] : split([inline]),
  );
  const isSingle = (item: Inline | Marker): boolean => isMarker(item) && item.marker < 4;
  if (flat.filter(isSingle).length % 2 === 0) {
    tell('info', 'emphasis', `** that did not close mended: ${excerpt(words())}`);
    return pairUp(flat.filter((item) => !isMarker(item) || item.marker < 4));
  }
  // Of an odd number, which one is alone can't be known: what the parser paired stays.
  const own = inlines.flatMap((inline) => split([inline]));
  const loose = own.filter((item) => isMarker(item)).length;
  if (loose > 1 && loose % 2 === 0) {
    tell('info', 'emphasis', `** that did not close mended: ${excerpt(words())}`);
    return pairUp(own.map((item) => item));
  }
  tell('warn', 'emphasis', `** without a partner left out: ${excerpt(words())}`);
  return merge(own.filter((item): item is Inline => !isMarker(item)));
}

// As in `2**3`, `/**` and `**/*.md`, which are meant as they stand.
const markers = /(?<![/\\*])(?<!\d(?=\*\*\d))\*{2,}(?![/\\*])/g;
const hasMarkers = (text: string): boolean => text.search(markers) >= 0;
const withoutMarkers = (text: string): string => text.replace(markers, '');

function split(inlines: readonly Inline[]): (Inline | Marker)[] {
  return inlines.flatMap((inline): (Inline | Marker)[] => {
    if (inline.type !== 'text') return [inline];
    const items: (Inline | Marker)[] = [];
    let at = 0;
    for (const match of inline.value.matchAll(markers)) {
      items.push({ type: 'text', value: inline.value.slice(at, match.index) }, { marker: match[0].length });
      at = match.index + match[0].length;
    }
    items.push({ type: 'text', value: inline.value.slice(at) });
    return items.filter((item) => isMarker(item) || item.type !== 'text' || item.value);
  });
}

function pairUp(items: readonly (Inline | Marker)[]): Inline[] {
  const out: Inline[] = [];
  let inside: Inline[] | undefined;
  for (const item of items) {
    if (!isMarker(item)) (inside ?? out).push(item);
    else if (inside) {
      out.push(...trimmed(inside));
      inside = undefined;
    } else inside = [];
  }
  return merge([...out, ...(inside ?? [])]);
}

/** Bold text, with the spaces at its edges outside. */
function trimmed(children: readonly Inline[]): Inline[] {
  const merged = merge(children);
  const [first, last] = [merged[0], merged.at(-1)];
  const before = first?.type === 'text' ? /^\s*/.exec(first.value)![0] : '';
  if (first?.type === 'text') merged[0] = { ...first, value: first.value.slice(before.length) };
  const end = merged.at(-1);
  const after = last?.type === 'text' && end?.type === 'text' ? /\s*$/.exec(end.value)![0] : '';
  if (end?.type === 'text')
    merged[merged.length - 1] = { ...end, value: end.value.slice(0, end.value.length - after.length) };
  const strong: Strong = { type: 'strong', children: merge(merged) };
  return [space(before), ...(strong.children.length ? [strong] : []), space(after)];
}
