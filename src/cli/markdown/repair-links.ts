import type { Inline, Link } from '../../topics/model.js';
import { isBlank, merge, plain, space } from './inlines.js';
import { excerpt, type Tell } from './notes.js';

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
        tell('info', 'link-split', `the words and the address of a link put together again: ${excerpt(match[1]!)}`);
      }
      return [...out, { type: 'text', value: inline.value.slice(at) }];
    }),
  );
}

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
      tell('info', 'link-punctuation', `${punctuation} moved out of the link ${excerpt(plain(link.children))}`);
    else if (before || after)
      tell('info', 'link-space', `a space moved out of the link ${excerpt(plain(link.children))}`);
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
