import type * as mdast from 'mdast';
import { isAllowed } from '../../rendering/link.js';
import type { Inline } from '../../topics/model.js';
import { placeholdersIn } from '../../topics/placeholders.js';
import { hostOf } from './address.js';
import { linkBareAddresses } from './bare-addresses.js';
import { hidden, isElement, marks, readTag, type Tag } from './html.js';
import { videoWord } from './kinds.js';
import { merge, plain } from './inlines.js';
import { excerpt, type Notes, type Tell } from './notes.js';
import { mendEmphasis } from './repair-emphasis.js';
import { mendLinkEdges, mendSplitLinks, placeWordless } from './repair-links.js';
import { Targets, type ReaderOptions } from './targets.js';

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

/** Turns running text of the Markdown parser, and HTML in it, into that of a topic. */
export class TextReader {
  readonly source: string;
  readonly options: ReaderOptions;
  readonly notes: Notes;
  readonly targets: Targets;
  readonly #definitions = new Map<string, mdast.Definition>();
  #anchor = '';

  constructor(source: string, options: ReaderOptions, notes: Notes) {
    this.source = source;
    this.options = options;
    this.notes = notes;
    this.targets = new Targets(options, notes);
  }

  /** Remembers the addresses that stand at the end of an article, wherever they are. */
  define(nodes: readonly mdast.RootContent[]): void {
    for (const node of nodes) {
      if (node.type === 'definition' && !this.#definitions.has(node.identifier))
        this.#definitions.set(node.identifier, node);
      else if ('children' in node) this.define(node.children);
    }
  }
  /** The anchor of a heading that was read last; then none. */
  takeAnchor(): string {
    const anchor = this.#anchor;
    this.#anchor = '';
    return anchor;
  }

  videoLink(url: string, line: number): Inline {
    this.notes.info('video', `the video ${url} becomes a link`, line);
    const label = `${videoWord(this.options.locale)} (${hostOf(url)})`;
    const [inline] = this.targets.link(url, [{ type: 'text', value: label }], undefined, line);
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
        for (const name of placeholdersIn(inline.value))
          if (!this.options.values?.includes(name))
            this.notes.warn('placeholder', `the page must fill in {${name}}`, place.line);
    const directive = /\[!(?:INCLUDE|div|code)\b|^:::/i.exec(plain(out));
    if (directive) this.notes.warn('directive', `${directive[0]} is not known here: shown as text`, place.line);
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
        return this.targets.image(node.url, node.alt ?? '', node.title ?? undefined, place.line);
      case 'link':
        return this.targets.link(
          node.url,
          this.#within(node.children, { ...place, inLink: true }),
          node.title ?? undefined,
          place.line,
        );
      case 'linkReference':
      case 'imageReference': {
        const definition = this.#definitions.get(node.identifier);
        if (!definition)
          return [{ type: 'text', value: this.source.slice(node.position?.start.offset, node.position?.end.offset) }];
        const title = definition.title ?? undefined;
        return node.type === 'imageReference'
          ? this.targets.image(definition.url, node.alt ?? '', title, place.line)
          : this.targets.link(
              definition.url,
              this.#within(node.children, { ...place, inLink: true }),
              title,
              place.line,
            );
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
  /** An element of HTML in running text. */
  element(tag: Tag, children: Inline[], place: Place): Inline[] {
    const { name, attributes } = tag;
    const mark = marks[name];
    if (mark === 'link') {
      this.#anchor ||= attributes['name'] ?? attributes['id'] ?? '';
      return attributes['href'] === undefined
        ? children
        : this.targets.link(attributes['href'], merge(children), attributes['title'], place.line);
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
        return this.targets.image(attributes['src'] ?? '', attributes['alt'] ?? '', attributes['title'], place.line);
      case 'iframe':
      case 'video':
      case 'source':
        return attributes['src'] && isAllowed(attributes['src'])
          ? [this.videoLink(attributes['src'], place.line), ...children]
          : children;
      default:
        if (name !== 'span' && isElement(name))
          this.notes.info('html', `<${name}> has no counterpart: what it holds is kept`, place.line);
        return children;
    }
  }
}

const blank: Inline = { type: 'text', value: ' ' };

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
