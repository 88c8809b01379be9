import type * as mdast from 'mdast';
import type { Block, LinkItem, List, ListItem, TableRow } from '../../topics/model.js';
import { readHtmlBlock } from './html-block.js';
import { kindOf } from './kinds.js';
import { excerpt, type Notes } from './notes.js';
import { plain } from './inlines.js';
import type { ReaderOptions } from './targets.js';
import { TextReader } from './text.js';

/** Turns the blocks of the Markdown parser into those of a topic; what it changes or leaves out, it tells. */
export class BlockReader {
  readonly text: TextReader;
  readonly options: ReaderOptions;
  readonly notes: Notes;
  /** The names of `<a name>` in headings. */
  readonly anchors = new Map<Block, string>();

  constructor(source: string, options: ReaderOptions, notes: Notes) {
    this.text = new TextReader(source, options, notes);
    this.options = options;
    this.notes = notes;
  }

  blocks(nodes: readonly mdast.RootContent[]): Block[] {
    return this.grouped(nodes).flatMap((node) => this.#block(node));
  }

  /** The blocks with what follows an empty remark put into it: the `>` of its lines was forgotten. */
  grouped(nodes: readonly mdast.RootContent[]): mdast.RootContent[] {
    const out: mdast.RootContent[] = [];
    for (const node of nodes) {
      const last = out.at(-1);
      if (!this.options.repair || last?.type !== 'blockquote' || !isBareMarker(last)) out.push(node);
      else if (node.type !== 'blockquote' && node.position?.start.line === (last.position?.end.line ?? 0) + 1) {
        out[out.length - 1] = { ...last, children: [...last.children, node as mdast.BlockContent] };
        this.notes.info(
          'alert-empty',
          'a remark without text: what follows directly is put into it',
          last.position?.start.line,
        );
      } else out.push(node);
    }
    return out;
  }
  #block(node: mdast.RootContent): Block[] {
    const line = node.position?.start.line ?? 1;
    switch (node.type) {
      case 'paragraph': {
        const children = this.text.inlines(node.children, { line });
        return children.length ? [{ type: 'paragraph', children }] : [];
      }
      case 'heading': {
        this.text.takeAnchor();
        const children = this.text.inlines(node.children, { line });
        const anchor = this.text.takeAnchor();
        if (!children.length) return [];
        const heading: Block = { type: 'heading', depth: node.depth, children };
        if (anchor) this.anchors.set(heading, anchor);
        return [heading];
      }
      case 'list':
        return this.#list(node);
      case 'blockquote':
        return this.#quote(node, line);
      case 'code': {
        const indented = !/^\s*(`{3}|~{3})/.test(
          this.text.source.slice(node.position?.start.offset, node.position?.end.offset),
        );
        if (indented && /\p{L}{4}/u.test(node.value) && !/[;={}\\]|^\s*[A-Z][a-z]+-[A-Z]|--/m.test(node.value))
          this.notes.warn('indented-code', `by its indentation this is a block of code: ${excerpt(node.value)}`, line);
        return [{ type: 'code', value: node.value, ...(node.lang && { lang: node.lang }) }];
      }
      case 'table':
        return [
          {
            type: 'table',
            ...(node.align?.some(Boolean) && { align: [...node.align] }),
            children: node.children.map((row): TableRow => ({
              type: 'tableRow',
              children: row.children.map((cell) => ({
                type: 'tableCell',
                children: this.text.inlines(cell.children, { line: cell.position?.start.line ?? line }),
              })),
            })),
          },
        ];
      case 'thematicBreak':
        return [{ type: 'thematicBreak' }];
      case 'html':
        return readHtmlBlock(node.value, line, this.text);
      case 'definition':
        return [];
      default: {
        const children = this.text.inlines([node as mdast.PhrasingContent], { line });
        return children.length ? [{ type: 'paragraph', children }] : [];
      }
    }
  }

  #list(node: mdast.List): Block[] {
    const children = node.children.map((item): ListItem => {
      const checked = item.checked;
      return {
        type: 'listItem',
        ...(typeof checked === 'boolean' && { checked }),
        ...(item.spread && { spread: true }),
        children: this.blocks(item.children),
      };
    });
    const list: List = {
      type: 'list',
      ...(node.ordered && { ordered: true }),
      ...(node.ordered && node.start != null && node.start !== 1 && { start: node.start }),
      ...(node.spread && { spread: true }),
      children,
    };
    const items = node.ordered ? undefined : linkItems(list);
    return [items ? { type: 'links', items } : list];
  }

  #quote(node: mdast.Blockquote, line: number): Block[] {
    const [first, ...rest] = node.children;
    const text = first?.type === 'paragraph' ? first.children[0] : undefined;
    const alert = text?.type === 'text' ? /^\s*\[!\s*([^\]\s]+)\s*\]\s*/u.exec(text.value) : null;
    const video = this.#video(first);
    if (first?.type !== 'paragraph' || (!alert && !video)) {
      const children = this.blocks(node.children);
      return children.length ? [{ type: 'blockquote', children }] : [];
    }
    if (video) {
      const after = this.text.inlines(video.after, { line });
      return [
        { type: 'paragraph', children: [this.text.videoLink(video.url, line)] },
        ...(after.length ? [{ type: 'paragraph', children: after } as const] : []),
        ...this.blocks(rest),
      ];
    }
    if (isBareMarker(node)) {
      this.notes.warn(
        'alert-empty',
        `${alert![0].trim()} marks nothing: ${this.options.repair ? 'left out' : 'shown as text'}`,
        line,
      );
      return this.options.repair
        ? []
        : [
            {
              type: 'blockquote',
              children: [{ type: 'paragraph', children: this.text.inlines(first.children, { line }) }],
            },
          ];
    }
    const word = alert![1]!;
    const kind = kindOf(word);
    if (!kind) this.notes.warn('alert-kind', `[!${word}] is no kind of remark that is known: shown as a note`, line);
    else if (kind !== word.toLowerCase()) this.notes.info('alert-kind', `[!${word}] is read as ${kind}`, line);
    const value = (text as mdast.Text).value.slice(alert![0].length);
    const children = [{ ...(text as mdast.Text), value }, ...first.children.slice(1)];
    // A break right behind the marker would leave an empty line.
    if (!value && children[1]?.type === 'break') children.splice(0, 2);
    return [{ type: 'alert', kind: kind ?? 'note', children: this.blocks([{ ...first, children }, ...rest]) }];
  }

  /** `[!VIDEO address]`; the parser may have made a link of the address. */
  #video(paragraph: mdast.RootContent | undefined): { url: string; after: mdast.PhrasingContent[] } | undefined {
    if (paragraph?.type !== 'paragraph') return undefined;
    const [text, link, end] = paragraph.children;
    if (text?.type !== 'text') return undefined;
    const whole = /^\s*\[!VIDEO\s+(\S+?)\s*\]\s*/i.exec(text.value);
    if (whole) {
      const rest = { ...text, value: text.value.slice(whole[0].length) };
      return { url: whole[1]!, after: [...(rest.value ? [rest] : []), ...paragraph.children.slice(1)] };
    }
    if (link?.type !== 'link' || !/^\s*\[!VIDEO\s+$/i.test(text.value) || end?.type !== 'text') return undefined;
    const closing = /^\s*\]\s*/.exec(end.value);
    if (!closing) return undefined;
    const rest = { ...end, value: end.value.slice(closing[0].length) };
    return { url: link.url, after: [...(rest.value ? [rest] : []), ...paragraph.children.slice(3)] };
  }
}

/** A quotation that holds `[!NOTE]` and nothing else. */
const isBareMarker = ({ children: [paragraph, ...rest] }: mdast.Blockquote): boolean =>
  !rest.length &&
  paragraph?.type === 'paragraph' &&
  paragraph.children.length === 1 &&
  paragraph.children[0]!.type === 'text' &&
  /^\s*\[!\s*[^\]\s]+\s*\]\s*$/u.test(paragraph.children[0].value);
/** The links of a list that holds nothing else; `undefined` if anything would be lost. */
export function linkItems(list: List): LinkItem[] | undefined {
  const items = list.children.map(({ children: [block, ...more], checked }): LinkItem | undefined => {
    if (more.length || checked !== undefined || block?.type !== 'paragraph') return undefined;
    const [link, ...rest] = block.children;
    if (rest.length || link?.type !== 'link' || link.title || !link.children.every(({ type }) => type === 'text'))
      return undefined;
    const label = plain(link.children).trim();
    return /[^\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(label) ? { label, href: link.url } : undefined;
  });
  return items.length && items.every((item) => item !== undefined) ? items : undefined;
}
