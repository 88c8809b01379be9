import type { Inline, Link, Strong, Text } from '../../topics/model.js';

/** Called with what was mended, each time. */
export type Tell = (level: 'info' | 'warn', code: string, message: string) => void;

/** Puts neighbouring texts together, and leaves out empty ones. */
export function merge(inlines: readonly Inline[]): Inline[] {
  const merged: Inline[] = [];
  for (const inline of inlines) {
    const last = merged.at(-1);
    if (inline.type !== 'text') merged.push(inline);
    else if (last?.type === 'text') merged[merged.length - 1] = { ...last, value: last.value + inline.value };
    else if (inline.value) merged.push(inline);
  }
  return merged;
}

export const plain = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) =>
      'value' in inline
        ? inline.value
        : 'children' in inline
          ? plain(inline.children)
          : inline.type === 'image'
            ? (inline.alt ?? '')
            : ' ',
    )
    .join('');

const isBlank = (inline: Inline): boolean => inline.type === 'text' && !inline.value.trim();

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
    tell('info', 'emphasis', `doubled or stray ** left out: ${quoted(words())}`);
    return merge(
      inlines.map((inline) => (inline.type === 'text' ? { ...inline, value: withoutMarkers(inline.value) } : inline)),
    );
  }
  const flat = inlines.flatMap((inline): (Inline | Marker)[] =>
    inline.type === 'strong' ? [{ marker: 2 }, ...split(inline.children), { marker: 2 }] : split([inline]),
  );
  const isSingle = (item: Inline | Marker): boolean => isMarker(item) && item.marker < 4;
  if (flat.filter(isSingle).length % 2 === 0) {
    tell('info', 'emphasis', `** that did not close mended: ${quoted(words())}`);
    return pairUp(flat.filter((item) => !isMarker(item) || item.marker < 4));
  }
  // Of an odd number, which one is alone can't be known: what the parser paired stays.
  const own = inlines.flatMap((inline) => split([inline]));
  const loose = own.filter((item) => isMarker(item)).length;
  if (loose > 1 && loose % 2 === 0) {
    tell('info', 'emphasis', `** that did not close mended: ${quoted(words())}`);
    return pairUp(own.map((item) => item));
  }
  tell('warn', 'emphasis', `** without a partner left out: ${quoted(words())}`);
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

const space = (value: string): Text => ({ type: 'text', value: value && ' ' });

const quoted = (text: string): string => `“${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`;

/** `[words] (address)`: a space has come between the two. */
export function mendSplitLinks(inlines: readonly Inline[], tell: Tell): Inline[] {
  return merge(
    inlines.flatMap((inline): Inline[] => {
      if (inline.type !== 'text' || (!inline.value.includes('](') && !/\]\s+\(/.test(inline.value))) return [inline];
      const out: Inline[] = [];
      let at = 0;
      for (const match of inline.value.matchAll(/\[([^[\]]+)\]\s*\((https?:\/\/[^()\s]+)\)/g)) {
        out.push({ type: 'text', value: inline.value.slice(at, match.index) });
        out.push({ type: 'link', url: match[2]!, children: [{ type: 'text', value: match[1]!.trim() }] });
        at = match.index + match[0].length;
        tell('info', 'link-split', `the words and the address of a link put together again: ${quoted(match[1]!)}`);
      }
      return [...out, { type: 'text', value: inline.value.slice(at) }];
    }),
  );
}

/** Characters that an address may be written with; others end it, such as those of a Japanese sentence. */
const bare = /(?<![\w@/.:-])https?:\/\/[a-z0-9][\w\-.~:/?#@!$&'()*+,;=%[\]]*/gi;

/** Addresses that stand in the text as they are become links. */
export function linkBareAddresses(inlines: readonly Inline[]): Inline[] {
  return inlines.flatMap((inline): Inline[] => {
    if (inline.type !== 'text' || !inline.value.includes('://')) return [inline];
    const out: Inline[] = [];
    let at = 0;
    for (const match of inline.value.matchAll(bare)) {
      const end = match.index + match[0].length;
      // `https://contoso.com/<path>` and `https://contoso.com/{path}` are examples, not addresses.
      if (/^[<{]/.test(inline.value.slice(end))) continue;
      const url = withoutEnd(match[0]);
      if (!/^https?:\/\/[^/]*\.|localhost/i.test(url)) continue;
      out.push({ type: 'text', value: inline.value.slice(at, match.index) });
      out.push({ type: 'link', url, children: [{ type: 'text', value: url }] });
      at = match.index + url.length;
    }
    return [...out, { type: 'text', value: inline.value.slice(at) }].filter(
      (item) => item.type !== 'text' || item.value,
    ) as Inline[];
  });
}

/** The sentence's own punctuation at the end of an address, and brackets that open before it. */
function withoutEnd(url: string): string {
  const open: Record<string, number> = {
    ')': count(url, ')') - count(url, '('),
    ']': count(url, ']') - count(url, '['),
  };
  let end = url.length;
  for (;;) {
    const last = url[end - 1]!;
    if (last in open ? open[last]! <= 0 : !/[.,;:!?'*_~]/.test(last)) return url.slice(0, end);
    if (last in open) open[last]!--;
    end--;
  }
}

const count = (text: string, part: string): number => text.split(part).length - 1;

const noSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const abbreviation = /(?:^|[\s.])(?:\p{L}|inc|etc|corp|ltd|co|no|vs|bijv|usw|bzw|ca|evtl)\.$/iu;

/**
 * The end of a sentence that has slipped into the words of a link, and spaces at their edges, go behind it. A link that is
 * alone keeps all, since then its words are the whole sentence.
 */
export function mendLinkEdges(inlines: readonly Inline[], tell: Tell): Inline[] {
  const alone = inlines.filter((inline) => !isBlank(inline)).length < 2;
  const out: Inline[] = [];
  inlines.forEach((inline, index) => {
    if (inline.type !== 'link') return void out.push(inline);
    const { link, before, punctuation, after } = cut(inline, alone, inlines[index + 1]);
    if (!before && !punctuation && !after) return void out.push(inline);
    if (punctuation)
      tell('info', 'link-punctuation', `${punctuation} moved out of the link ${quoted(plain(link.children))}`);
    else if (before || after)
      tell('info', 'link-space', `a space moved out of the link ${quoted(plain(link.children))}`);
    out.push(space(before), link, { type: 'text', value: punctuation + after });
  });
  return merge(out);
}

/** Whether words have slipped out of a link, which may be all of a bold text. */
const isWordless = (inline: Inline): boolean =>
  inline.type === 'link'
    ? inline.children.length === 0
    : (inline.type === 'strong' || inline.type === 'emphasis') &&
      inline.children.every((child) => isBlank(child) || isWordless(child));

/**
 * Links whose words have slipped out of them get others later. They go to the end, behind the sentences that their words
 * still stand in: in the middle, the name of a host or words of another language would tear those apart.
 */
export function placeWordless(inlines: readonly Inline[]): Inline[] {
  const moved = inlines.filter(isWordless);
  const kept = inlines.filter((inline) => !isWordless(inline));
  if (!moved.length || kept.every(isBlank)) return [...inlines];
  const apart = moved.flatMap((link): Inline[] => [space(' '), link]);
  return merge([...kept, ...apart]);
}

function cut(
  link: Link,
  alone: boolean,
  next: Inline | undefined,
): { link: Link; before: string; punctuation: string; after: string } {
  const children = [...link.children];
  const [first] = children;
  let before = '';
  if (first?.type === 'text' && /^\s/.test(first.value) && first.value.trim()) {
    before = ' ';
    children[0] = { ...first, value: first.value.trimStart() };
  }
  const last = children.at(-1);
  const end =
    last?.type === 'text'
      ? /^([^]*?[^\s.,;:\u3002\u3001\u060c\u061b\uff1a\uff0c\uff1b])([.,;:\u3002\u3001\u060c\u061b\uff1a\uff0c\uff1b]?)(\s*)$/.exec(
          last.value,
        )
      : null;
  if (!end || last?.type !== 'text') return { link: { ...link, children }, before, punctuation: '', after: '' };
  const [, words, mark, edge] = end as unknown as [string, string, string, string];
  const following = next?.type === 'text' ? next.value : '';
  const stays =
    alone ||
    !mark ||
    abbreviation.test(words + mark) ||
    /^\s*[.,;:!?)\]\u3002\u3001\u060c\u061b\uff1a\uff0c\uff1b]/.test(following);
  const punctuation = stays ? '' : mark;
  children[children.length - 1] = { ...last, value: stays ? words + mark : words };
  // Where the sentence goes on without a space, that has been swallowed too.
  const glued = next && (following ? /^[\p{L}\p{N}]/u.test(following) : next.type !== 'break');
  const spaced = /[.,;:\u060c\u061b]/.test(punctuation) && glued && !noSpaces.test(following[0] ?? words.at(-1)!);
  return { link: { ...link, children }, before, punctuation, after: edge || spaced ? ' ' : '' };
}
