import type { Block, Heading, Inline, Section } from '../../topics/model.js';
import { excerpt, type Notes } from './notes.js';
import { plain } from './inlines.js';

/** A block of an article, where it stands, and the name that its anchor gives it. */
export interface Placed {
  block: Block;
  line: number;
  anchor?: string | undefined;
}

export interface Cut {
  body: Block[];
  sections: Section[];
}

/**
 * Cuts an article into what stands before its sections, and these. `numbered` gives sections without an anchor their
 * number as id: in a translation, so that they have the same in each language.
 */
export function cutSections(
  placed: readonly Placed[],
  mode: 'headings' | 'bold' | 'body',
  numbered: boolean,
  notes: Notes,
): Cut {
  const headings = placed.some(({ block }) => isSectionHeading(block));
  const isStart =
    mode === 'body' ? () => false : headings ? isSectionHeading : mode === 'bold' ? isBoldOnly : () => false;
  const cut: Cut = { body: [], sections: [] };
  const ids = new Set<string>();
  for (const { block, line, anchor } of placed) {
    if (isStart(block) && labelOf(block)) {
      const label = labelOf(block);
      const id = unique(
        (anchor && slug(anchor)) || (numbered ? '' : slug(label)) || `section-${cut.sections.length + 1}`,
        ids,
      );
      const children = 'children' in block ? (block.children as Inline[]) : [];
      const kept = children.flatMap(keep);
      if (kept.length) notes.info('label-markup', `links and code of ${excerpt(label)} go below the tab`, line);
      cut.sections.push({ id, label, body: kept.length ? [{ type: 'paragraph', children: kept }] : [] });
    } else (cut.sections.at(-1)?.body ?? cut.body).push(cut.sections.length ? raised(block) : block);
  }
  return cut;
}

const isSectionHeading = (block: Block): block is Heading => block.type === 'heading' && block.depth <= 2;

const isBoldOnly = (block: Block): boolean =>
  block.type === 'paragraph' && block.children.length === 1 && block.children[0]!.type === 'strong';

/** The words of a heading or bold paragraph as plain text. */
const labelOf = (block: Block): string =>
  block.type === 'heading' || block.type === 'paragraph' ? label(plain(block.children)) : '';

/** Text on one line. */
export const label = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A heading of level 3 is the first below a tab. */
const raised = (block: Block): Block =>
  block.type === 'heading' ? { ...block, depth: Math.max(2, block.depth - 1) as Heading['depth'] } : block;

/** What a plain label can't hold. */
export const keep = (inline: Inline): Inline[] =>
  inline.type === 'link' || inline.type === 'image' || inline.type === 'inlineCode'
    ? [inline]
    : 'children' in inline
      ? inline.children.flatMap(keep)
      : [];

const slug = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);

function unique(id: string, taken: Set<string>): string {
  let free = id;
  for (let number = 2; taken.has(free); number++) free = `${id}-${number}`;
  taken.add(free);
  return free;
}
