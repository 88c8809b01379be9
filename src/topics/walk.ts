import type { Node, Topic } from './model.js';

/** Calls back for each node of a topic, with its JSON Pointer. */
export function walk(
  { body, sections }: Pick<Topic, 'body' | 'sections'>,
  visit: (node: Node, pointer: string) => void,
): void {
  const nodes = (list: readonly Node[] = [], pointer: string): void => {
    list.forEach((node, index) => {
      const at = `${pointer}/${index}`;
      visit(node, at);
      if ('children' in node) nodes(node.children, `${at}/children`);
    });
  };
  nodes(body, '/body');
  sections?.forEach((section, index) => nodes(section.body, `/sections/${index}/body`));
}
