import { label, keep, type Placed } from './sections.js';
import type { Notes } from './notes.js';
import { plain } from './inlines.js';

/** Takes the title out of the blocks: the first heading of level 1; where there is none, that of the front matter. */
export function takeTitle(
  placed: Placed[],
  ofFrontMatter: string | undefined,
  file: string,
  notes: Notes,
): { title: string; anchor?: string | undefined } {
  const index = placed.findIndex(({ block }) => block.type === 'heading' && block.depth === 1);
  const found = placed[index];
  const words = found?.block.type === 'heading' ? label(plain(found.block.children)) : '';
  if (found?.block.type !== 'heading' || !/[^\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(words)) {
    const name = file.split('/').at(-1)!.replace(/\.md$/i, '').replace(/[-_]+/g, ' ');
    notes.warn(
      'title',
      ofFrontMatter ? 'no heading of level 1: titled as the front matter says' : 'no title: named after the file',
    );
    return { title: (ofFrontMatter ?? name).slice(0, longestTitle) };
  }
  const { line, anchor, block } = found;
  const kept = block.children.flatMap(keep);
  const rest: Placed[] = [];
  if (words.length > longestTitle) {
    notes.warn('title', `over ${longestTitle} characters: cut, and all of it below`, line);
    rest.push({ block: { type: 'paragraph', children: block.children }, line });
  } else if (kept.length) {
    notes.info('title', 'a title is plain text: its links and code go below', line);
    rest.push({ block: { type: 'paragraph', children: kept }, line });
  }
  if (index > 0) notes.info('title', 'the heading of level 1 does not come first: shown as the title', line);
  placed.splice(index, 1, ...rest);
  return { title: words.slice(0, longestTitle), anchor };
}

const longestTitle = 500;
