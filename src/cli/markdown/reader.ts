import { createHash } from 'node:crypto';
import type * as mdast from 'mdast';
import { isAllowed } from '../../rendering/link.js';
import type { Block, Image, Inline, Link, LinkItem, List, ListItem, TableRow } from '../../topics/model.js';
import { hostOf, resolve } from './address.js';
import type { Asset } from './article.js';
import { hidden, isElement, marks, readTag, type Tag } from './html.js';
import { readHtmlBlock } from './html-block.js';
import { kindOf, videoWord } from './kinds.js';
import { excerpt, type Notes } from './notes.js';
import {
  linkBareAddresses,
  mendEmphasis,
  mendLinkEdges,
  mendSplitLinks,
  merge,
  placeWordless,
  plain,
  type Tell,
} from './repair.js';

export interface ReaderOptions {
  file: string;
  locale: string;
  docsBase: string;
  repair: boolean;
  /** Whether the file is one in two languages: there a literal asterisk is escaped, and damage with it. */
  sideBySide: boolean;
}

/** What the tree refers to. */
export interface Found {
  links: { toArticle: string; line: number }[];
  images: { file: string; line: number }[];
  assets: Map<string, Asset>;
  /** Links without words. */
  wordless: { link: Link; line: number }[];
  /** The names of `<a name>`, by the node that they stand in. */
  anchors: Map<object, string>;
}

/** The largest picture that is taken out of an article. */
const largestImage = 1_048_576;

const imageTypes: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
};

/** Where a piece of running text stands. */
interface Place {
  line: number;
  inLink?: boolean;
  inStrong?: boolean;
}

/** An element of HTML that is open. */
interface Frame {
  tag?: Tag;
  children: Inline[];
}

/** Turns the tree of the Markdown parser into the blocks of a topic; what it changes or leaves out, it tells. */
export class Reader {
  readonly source: string;
  readonly options: ReaderOptions;
  readonly notes: Notes;
  readonly found: Found = { links: [], images: [], assets: new Map(), wordless: [], anchors: new Map() };
  readonly #definitions = new Map<string, mdast.Definition>();
  #anchor = '';

  constructor(source: string, options: ReaderOptions, notes: Notes) {
    this.source = source;
    this.options = options;
    this.notes = notes;
  }

  /** Remembers the addresses that stand at the end of an article, wherever they are. */
  define(nodes: readonly mdast.RootContent[]): void {
    for (const node of nodes) {
      if (node.type === 'definition' && !this.#definitions.has(node.identifier))
        this.#definitions.set(node.identifier, node);
      else if ('children' in node) this.define(node.children);
    }
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

  /** The anchor of a heading that was read last; then none. */
  takeAnchor(): string {
    const anchor = this.#anchor;
    this.#anchor = '';
    return anchor;
  }

  #block(node: mdast.RootContent): Block[] {
    const line = node.position?.start.line ?? 1;
    switch (node.type) {
      case 'paragraph': {
        const children = this.inlines(node.children, { line });
        return children.length ? [{ type: 'paragraph', children }] : [];
      }
      case 'heading': {
        this.#anchor = '';
        const children = this.inlines(node.children, { line });
        const anchor = this.takeAnchor();
        if (!children.length) return [];
        const heading: Block = { type: 'heading', depth: node.depth, children };
        if (anchor) this.found.anchors.set(heading, anchor);
        return [heading];
      }
      case 'list':
        return this.#list(node);
      case 'blockquote':
        return this.#quote(node, line);
      case 'code': {
        const indented = !/^\s*(`{3}|~{3})/.test(
          this.source.slice(node.position?.start.offset, node.position?.end.offset),
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
                children: this.inlines(cell.children, { line: cell.position?.start.line ?? line }),
              })),
            })),
          },
        ];
      case 'thematicBreak':
        return [{ type: 'thematicBreak' }];
      case 'html':
        return readHtmlBlock(node.value, line, this);
      case 'definition':
        return [];
      default: {
        const children = this.inlines([node as mdast.PhrasingContent], { line });
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
      const after = this.inlines(video.after, { line });
      return [
        { type: 'paragraph', children: [this.#videoLink(video.url, line)] },
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
        : [{ type: 'blockquote', children: [{ type: 'paragraph', children: this.inlines(first.children, { line }) }] }];
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

  #videoLink(url: string, line: number): Inline {
    this.notes.info('video', `the video ${url} becomes a link`, line);
    const label = `${videoWord(this.options.locale)} (${hostOf(url)})`;
    const [inline] = this.link(url, [{ type: 'text', value: label }], undefined, { line });
    return inline!;
  }

  /** Running text, with its damage mended. */
  inlines(nodes: readonly mdast.PhrasingContent[], place: Place): Inline[] {
    const root: Frame = { children: [] };
    const frames: Frame[] = [root];
    const put = (...inlines: Inline[]): void => void frames.at(-1)!.children.push(...inlines);
    const close = (): void => {
      const { tag, children } = frames.pop()!;
      put(...this.element(tag!, children, place));
    };
    let escaped = false;
    for (const node of nodes) {
      const line = node.position?.start.line ?? place.line;
      if (node.type === 'text')
        escaped ||= /\\\*/.test(this.source.slice(node.position?.start.offset, node.position?.end.offset));
      if (node.type !== 'html') {
        put(...this.#inline(node, { ...place, line }));
        continue;
      }
      const tag = readTag(node.value);
      if (!tag) {
        // Comments and the like are no words; anything else in angle brackets is.
        if (/^<[!?]/.test(node.value)) this.notes.info('html', `left out: ${excerpt(node.value)}`, line);
        else {
          this.notes.info('pseudo-tag', `${excerpt(node.value)} is no HTML: shown as text`, line);
          put({ type: 'text', value: node.value });
        }
      } else if (tag.closing) {
        const opened = frames.findLastIndex((frame) => frame.tag?.name === tag.name);
        if (opened > 0) while (frames.length > opened) close();
      } else if (marks[tag.name] || hidden.has(tag.name)) frames.push({ tag, children: [] });
      else put(...this.element(tag, [], { ...place, line }));
    }
    while (frames.length > 1) close();
    return this.finish(root.children, place, escaped && !this.options.sideBySide);
  }

  /** What is done to running text once all of it is there. */
  finish(inlines: readonly Inline[], place: Place, keepAsterisks = false): Inline[] {
    const tell: Tell = (level, code, message) => this.notes[level](code, message, place.line);
    const { repair } = this.options;
    let out = merge(inlines);
    if (!keepAsterisks) {
      if (repair) out = mendEmphasis(out, !!place.inStrong, tell);
      else if (out.some((inline) => inline.type === 'text' && /\*\*/.test(inline.value)))
        this.notes.warn('emphasis', `** that does not close: ${excerpt(plain(out))}`, place.line);
    }
    if (!place.inLink) {
      if (repair) out = mendSplitLinks(out, tell);
      out = linkBareAddresses(out);
      if (repair) out = placeWordless(mendLinkEdges(out, tell));
    }
    for (const inline of out)
      if (inline.type === 'text')
        for (const [placeholder] of inline.value.matchAll(/\{[A-Za-z_]\w*\}/g))
          this.notes.warn('placeholder', `the page must fill in ${placeholder}`, place.line);
    return trimEnds(out.map(spaced));
  }

  #inline(node: mdast.PhrasingContent, place: Place): Inline[] {
    switch (node.type) {
      case 'text':
        return [{ type: 'text', value: node.value.replace(/[ \t]*\n[ \t]*/g, ' ') }];
      case 'emphasis':
      case 'delete': {
        const children = this.#within(node.children, place);
        return children.length ? [{ type: node.type, children }] : [];
      }
      case 'strong': {
        const children = this.#within(node.children, { ...place, inStrong: true });
        return children.length ? [{ type: 'strong', children }] : [];
      }
      case 'inlineCode':
        return [{ type: 'inlineCode', value: node.value }];
      case 'break':
        return [{ type: 'break' }];
      case 'image':
        return this.image(node.url, node.alt ?? '', node.title ?? undefined, place);
      case 'link':
        return this.link(
          node.url,
          this.#within(node.children, { ...place, inLink: true }),
          node.title ?? undefined,
          place,
        );
      case 'linkReference':
      case 'imageReference': {
        const definition = this.#definitions.get(node.identifier);
        if (!definition)
          return [{ type: 'text', value: this.source.slice(node.position?.start.offset, node.position?.end.offset) }];
        const title = definition.title ?? undefined;
        return node.type === 'imageReference'
          ? this.image(definition.url, node.alt ?? '', title, place)
          : this.link(definition.url, this.#within(node.children, { ...place, inLink: true }), title, place);
      }
      default:
        return [];
    }
  }

  /** Running text inside a mark: its spaces at the edges stay. */
  #within(nodes: readonly mdast.PhrasingContent[], place: Place): Inline[] {
    const [first, last] = [nodes[0], nodes.at(-1)];
    const inner = this.inlines(nodes, place);
    const before = first?.type === 'text' && /^\s/.test(first.value) && inner.length > 0;
    const after = last?.type === 'text' && /\s$/.test(last.value) && inner.length > 0;
    return merge([...(before ? [blank] : []), ...inner, ...(after ? [blank] : [])]);
  }

  link(address: string, children: Inline[], title: string | undefined, place: Place): Inline[] {
    const { line } = place;
    const words = plain(children).trim();
    const target = resolve(address, this.options);
    if (target.to === 'nothing') {
      if (!address.trim()) {
        this.notes.warn('link-without-address', `the link ${excerpt(words)} has no address: shown as text`, line);
        return children;
      }
      this.notes.warn('scheme', `${address} is no link: ${target.problem}; shown as text and code`, line);
      return words === address.trim() || !words
        ? [{ type: 'inlineCode', value: address }]
        : [
            ...children,
            { type: 'text', value: ' (' },
            { type: 'inlineCode', value: address },
            { type: 'text', value: ')' },
          ];
    }
    if (target.to === 'article') this.found.links.push({ toArticle: target.id, line: this.notes.lineOf(line) });
    if (target.to === 'file')
      this.notes.warn('address', `${address} leads to a file beside the articles, which a pack does not hold`, line);
    if (target.to === 'web' && target.problem) this.notes.warn('address', `${address}: ${target.problem}`, line);
    // What the author wrote stays, where nothing is known that it should be.
    const url = target.to === 'file' ? address.trim() : target.url;
    const link: Link = { type: 'link', url, ...(title && { title }), children };
    if (!words && !children.some(({ type }) => type === 'image')) {
      // They come last, when those of the other language are known.
      if (this.options.repair) this.found.wordless.push({ link, line: this.notes.lineOf(line) });
      else this.notes.warn('link-without-text', `the link to ${url} has no words`, line);
    }
    return [link];
  }

  image(address: string, alt: string, title: string | undefined, { line }: Place): Inline[] {
    const image = (url: string): Image => ({ type: 'image', url, ...(alt && { alt }), ...(title && { title }) });
    if (!alt.trim())
      this.notes.warn(
        'image-without-alt',
        `the picture ${excerpt(address)} has no text for those who can’t see it`,
        line,
      );
    const data = /^\s*data:([^;,]*)((?:;[^,;]*)*),([^]*)$/i.exec(address);
    if (data) {
      const name = this.#asset(data[1]!.toLowerCase(), /;\s*base64\s*$/i.test(data[2]!) ? data[3]! : undefined);
      if (name) return [image(name)];
      this.notes.warn(
        'image',
        `a picture of type ${data[1] || 'unknown'} inside the article can’t be used: its text is shown`,
        line,
      );
      return alt ? [{ type: 'text', value: alt }] : [];
    }
    const target =
      isAllowed(address) && /^\s*(mailto|tel):/i.test(address) ? undefined : resolve(address, this.options);
    if (!target || target.to === 'nothing') {
      this.notes.warn('image', `${excerpt(address)} is no address of a picture: its text is shown`, line);
      return alt ? [{ type: 'text', value: alt }] : [];
    }
    if (target.to === 'web' && target.problem) this.notes.warn('image', `${address}: ${target.problem}`, line);
    if (target.to === 'file') this.found.images.push({ file: target.file, line: this.notes.lineOf(line) });
    return [image(target.url)];
  }

  #asset(type: string, base64: string | undefined): string | undefined {
    const extension = Object.hasOwn(imageTypes, type) ? imageTypes[type] : undefined;
    if (!extension || !base64) return undefined;
    const bytes = new Uint8Array(Buffer.from(decodePercent(base64), 'base64'));
    if (!bytes.length || bytes.length > largestImage) return undefined;
    const name = `images/${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.${extension}`;
    this.found.assets.set(name, { name, bytes });
    return name;
  }

  /** An element of HTML in running text. */
  element(tag: Tag, children: Inline[], place: Place): Inline[] {
    const { name, attributes } = tag;
    const mark = marks[name];
    if (mark === 'link') {
      this.#anchor ||= attributes['name'] ?? attributes['id'] ?? '';
      return attributes['href'] === undefined
        ? children
        : this.link(attributes['href'], merge(children), attributes['title'], place);
    }
    if (mark === 'code') return children.length ? [{ type: 'inlineCode', value: plain(children) }] : [];
    if (mark) return children.length ? [{ type: mark, children: merge(children) }] : [];
    if (hidden.has(name)) {
      this.notes.warn('html', `<${name}> is left out with what it holds`, place.line);
      return [];
    }
    switch (name) {
      case 'br':
        return [{ type: 'break' }];
      case 'img':
        return this.image(attributes['src'] ?? '', attributes['alt'] ?? '', attributes['title'], place);
      case 'iframe':
      case 'video':
      case 'source':
        return attributes['src'] && isAllowed(attributes['src'])
          ? [this.#videoLink(attributes['src'], place.line), ...children]
          : children;
      default:
        if (name !== 'span' && isElement(name))
          this.notes.info('html', `<${name}> has no counterpart: what it holds is kept`, place.line);
        return children;
    }
  }
}

/** A quotation that holds `[!NOTE]` and nothing else. */
const isBareMarker = ({ children: [paragraph, ...rest] }: mdast.Blockquote): boolean =>
  !rest.length &&
  paragraph?.type === 'paragraph' &&
  paragraph.children.length === 1 &&
  paragraph.children[0]!.type === 'text' &&
  /^\s*\[!\s*[^\]\s]+\s*\]\s*$/u.test(paragraph.children[0].value);

const blank: Inline = { type: 'text', value: ' ' };

const decodePercent = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Spaces in a row show as one. */
const spaced = (inline: Inline): Inline =>
  inline.type === 'text' ? { ...inline, value: inline.value.replace(/[ \t\n]{2,}/g, ' ') } : inline;

/** Without the spaces and breaks at the ends of a paragraph, which no reader sees. */
function trimEnds(inlines: readonly Inline[]): Inline[] {
  const out = [...inlines];
  const isEdge = (inline: Inline | undefined): boolean =>
    inline?.type === 'break' || (inline?.type === 'text' && !/[^ \t\n]/.test(inline.value));
  while (isEdge(out[0])) out.shift();
  while (isEdge(out.at(-1))) out.pop();
  const [first] = out;
  if (first?.type === 'text') out[0] = { ...first, value: first.value.replace(/^[ \t\n]+/, '') };
  const last = out.at(-1);
  if (last?.type === 'text') out[out.length - 1] = { ...last, value: last.value.replace(/[ \t\n]+$/, '') };
  return out;
}

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
