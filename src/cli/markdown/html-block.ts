import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import type { Block, Inline, ListItem, TableCell, TableRow } from '../../topics/model.js';
import { escapePseudoTags, hidden, isElement } from './html.js';
import { excerpt } from './notes.js';
import { plain } from './inlines.js';
import type { TextReader } from './text.js';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Elements that begin a line of their own. */
const blocks = new Set(
  `address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form
  h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul`.split(
    /\s+/,
  ),
);

/** Turns a block of HTML into blocks of a topic. */
export function readHtmlBlock(source: string, line: number, reader: TextReader): Block[] {
  if (/^<!--[^]*-->\s*$/.test(source)) {
    reader.notes.info('html', `left out: ${excerpt(source)}`, line);
    return [];
  }
  for (const [tag, name] of source.matchAll(/<([A-Za-z][^\s/>]*)[^>]*>/g))
    if (!isElement(name!)) reader.notes.info('pseudo-tag', `${excerpt(tag)} is no HTML: shown as text`, line);
  return new HtmlReader(reader, line).blocks(parseFragment(escapePseudoTags(source)).childNodes);
}

class HtmlReader {
  readonly reader: TextReader;
  readonly line: number;

  constructor(reader: TextReader, line: number) {
    this.reader = reader;
    this.line = line;
  }

  /** Blocks as they are, and what stands between them as paragraphs. */
  blocks(nodes: readonly Node[]): Block[] {
    const out: Block[] = [];
    let loose: Inline[] = [];
    const settle = (): void => {
      const children = this.reader.finish(loose, this);
      if (children.length) out.push({ type: 'paragraph', children });
      loose = [];
    };
    for (const node of nodes) {
      if ('tagName' in node && (blocks.has(node.tagName) || holdsBlock(node))) {
        settle();
        out.push(...this.#block(node));
      } else loose.push(...this.#inline(node));
    }
    settle();
    return out;
  }

  #block(node: Element): Block[] {
    const name = node.tagName;
    if (/^h[1-6]$/.test(name)) {
      const children = this.reader.finish(this.#inlines(node), this);
      return children.length ? [{ type: 'heading', depth: Number(name[1]) as 1, children }] : [];
    }
    switch (name) {
      case 'ul':
      case 'ol':
      case 'menu': {
        const children = node.childNodes.flatMap((child): ListItem[] => {
          const inner = this.blocks('tagName' in child && child.tagName === 'li' ? child.childNodes : [child]);
          return inner.length ? [{ type: 'listItem', children: inner }] : [];
        });
        const start = Number(attribute(node, 'start') ?? 1);
        return children.length
          ? [
              {
                type: 'list',
                ...(name === 'ol' && { ordered: true }),
                ...(name === 'ol' && Number.isInteger(start) && start !== 1 && start >= 0 && { start }),
                children,
              },
            ]
          : [];
      }
      case 'blockquote':
        return [{ type: 'blockquote', children: this.blocks(node.childNodes) }];
      case 'pre':
        return [{ type: 'code', value: textOf(node).replace(/^\n|\s+$/g, '') }];
      case 'hr':
        return [{ type: 'thematicBreak' }];
      case 'table': {
        const rows = descendants(node, 'tr').map((row): TableRow => ({
          type: 'tableRow',
          children: row.childNodes
            .filter((cell): cell is Element => 'tagName' in cell && /^t[dh]$/.test(cell.tagName))
            .map((cell): TableCell => ({ type: 'tableCell', children: this.#cell(cell) })),
        }));
        const captions = descendants(node, 'caption').flatMap((caption) => this.blocks(caption.childNodes));
        return rows.length ? [...captions, { type: 'table', children: rows }] : captions;
      }
      default:
        return this.blocks(node.childNodes);
    }
  }

  /** Blocks in a cell become lines: a topic's cells hold running text. */
  #cell(cell: Element): Inline[] {
    const found = this.blocks(cell.childNodes);
    return found.flatMap((block, index): Inline[] => [
      ...(index ? [{ type: 'break' } as const] : []),
      ...('children' in block && (block.type === 'paragraph' || block.type === 'heading')
        ? block.children
        : [{ type: 'text', value: plainBlock(block) } as const]),
    ]);
  }

  #inlines(node: Element): Inline[] {
    return node.childNodes.flatMap((child) => this.#inline(child));
  }

  #inline(node: Node): Inline[] {
    if ('value' in node && node.nodeName === '#text')
      return [{ type: 'text', value: node.value.replace(/[ \t\n]+/g, ' ') }];
    if (!('tagName' in node)) return [];
    const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
    const children = hidden.has(node.tagName) ? [] : this.#inlines(node);
    return this.reader.element({ name: node.tagName, closing: false, attributes }, children, this);
  }
}

const attribute = (node: Element, name: string): string | undefined =>
  node.attrs.find((each) => each.name === name)?.value;

const textOf = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';

const holdsBlock = (node: Element): boolean =>
  node.childNodes.some((child) => 'tagName' in child && (blocks.has(child.tagName) || holdsBlock(child)));

const descendants = (node: Element, name: string): Element[] =>
  node.childNodes.flatMap((child) =>
    !('tagName' in child)
      ? []
      : child.tagName === name
        ? [child]
        : child.tagName === 'table'
          ? []
          : descendants(child, name),
  );

const plainBlock = (block: Block): string => {
  if ('value' in block) return block.value;
  if (block.type === 'links') return block.items.map(({ label }) => label).join('; ');
  if (!('children' in block)) return '';
  if (block.type === 'paragraph' || block.type === 'heading') return plain(block.children);
  if (block.type === 'table')
    return block.children.map((row) => row.children.map((cell) => plain(cell.children)).join(' ')).join(' ');
  if (block.type === 'list') return block.children.map((item) => item.children.map(plainBlock).join(' ')).join('; ');
  return block.children.map(plainBlock).join(' ');
};
