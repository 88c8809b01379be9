import { createHash } from 'node:crypto';
import { isAllowed } from '../../rendering/link.js';
import type { Image, Inline, Link } from '../../topics/model.js';
import { resolve } from './address.js';
import type { Asset } from './article.js';
import { excerpt, type Notes } from './notes.js';
import { plain } from './inlines.js';

export interface ReaderOptions {
  file: string;
  locale: string;
  docsBase: string;
  repair: boolean;
  values: readonly string[] | undefined;
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
}

/** The largest picture that is taken out of an article. */
const largestImage = 1_048_576;

const imageTypes: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
};

/** Makes links and pictures of the addresses in an article, and remembers what they lead to. */
export class Targets {
  readonly options: ReaderOptions;
  readonly notes: Notes;
  readonly found: Found = { links: [], images: [], assets: new Map(), wordless: [] };

  constructor(options: ReaderOptions, notes: Notes) {
    this.options = options;
    this.notes = notes;
  }

  link(address: string, children: Inline[], title: string | undefined, line: number): Inline[] {
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
    if (target.to === 'article') {
      this.found.links.push({ toArticle: target.id, line: this.notes.lineOf(line) });
      if (target.problem) this.notes.info('address', `${address}: ${target.problem}`, line);
    }
    if (target.to === 'file')
      this.notes.warn('address', `${address} leads to a file beside the articles, which a pack does not hold`, line);
    if (target.to === 'web' && target.problem) this.notes.warn('address', `${address}: ${target.problem}`, line);
    // What the author wrote stays, where nothing is known that it should be.
    const url = target.to === 'file' ? address.trim() : target.url;
    const link: Link = { type: 'link', url, ...(title && { title }), children };
    if (!words && !children.some(({ type }) => type === 'image')) {
      // They come last, when those of the other language are known.
      if (this.options.repair) this.found.wordless.push({ link, line: this.notes.lineOf(line) });
      else this.notes.warn('link-without-text', `the link to ${url} has no words: its address is shown`, line);
    }
    return [link];
  }

  image(address: string, alt: string, title: string | undefined, line: number): Inline[] {
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
}

const decodePercent = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
