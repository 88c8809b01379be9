import type { Inline } from '../../topics/model.js';

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
