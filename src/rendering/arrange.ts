import type { Block, Image, List, Node, Section, Topic } from '../topics/model.js';
import { walk } from '../topics/walk.js';

/** A body as one node, so that it can be passed over as a whole while nothing in it has changed. */
interface Whole {
  type: 'whole';
  /** The label of a section, at the top of its panel: for where there are no tabs. */
  label?: string;
  children: Block[];
}

/** A section that needs no tab, since there is no other. */
interface OnlySection {
  type: 'onlySection';
  section: Section;
}

/** A picture that stands alone, with the words below it. */
interface Figure {
  type: 'figure';
  image: Image;
  title: string;
}

/** What stands in a tree beside the nodes of the model, once it is arranged for showing. */
export type Arranged = Whole | OnlySection | Figure;

// The model's own types stay what files may hold.
const asBlock = (node: Arranged): Block => node as unknown as Block;

/** What of a topic stands in its body and in its sections. */
export type Arrangement = { body: Block[]; sections: Section[] };

/** Makes a topic, which it may change, ready to be shown. */
export function arrange(topic: Topic): Arrangement {
  const { body = [], sections = [] } = topic;
  const taken = new Set<string>();
  nameChecks(body, '', taken);
  for (const section of sections) nameChecks(section.body, section.id, taken);
  walk(topic, (node) => {
    if ('children' in node) node.children = withFigures<Node>(node.children) as never;
  });
  return {
    body: [whole(body)],
    sections: sections.map((section) => ({ ...section, body: [whole(section.body, section.label)] })),
  };
}

const whole = (blocks: Block[], label?: string): Block =>
  asBlock({ type: 'whole', ...(label !== undefined && { label }), children: withFigures(blocks) });

/** The same for where the only section would be the only tab: it follows the body. */
export const withoutTabs = ({ body, sections }: Arrangement): Arrangement => ({
  body: [...body, ...sections.map((section) => asBlock({ type: 'onlySection', section }))],
  sections: [],
});

/** Gives each check a name that no other of its section has, nor of another that would get the same id on the page. */
function nameChecks(body: Block[], section: string, taken: Set<string>): void {
  let unnamed = 0;
  const name = ({ children }: List): void => {
    for (const item of children) {
      let id = item.id ?? String(++unnamed);
      while (taken.has(`${section}-${id}`)) id += '-';
      taken.add(`${section}-${id}`);
      item.id = id;
    }
  };
  walk({ body }, (node) => {
    if (node.type === 'list' && node.children.some(({ checked }) => checked !== undefined)) name(node);
  });
}

/** A paragraph that holds nothing but a picture with a title becomes a figure. */
const withFigures = <T extends Node>(nodes: readonly T[]): T[] =>
  nodes.map((node) => {
    const [image, ...more] = node.type === 'paragraph' ? node.children : [];
    if (image?.type !== 'image' || !image.title || more.length) return node;
    const { title, ...rest } = image;
    return asBlock({ type: 'figure', image: rest, title }) as T;
  });
