import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { limits } from '../topics/shapes.js';
import { walk } from '../topics/walk.js';
import type { Cache, KeptArticle, KeptTree } from './cache.js';
import { outlineOf } from './compare.js';
import type { Folder } from './folders.js';
import { hex, integrity } from './hash.js';
import { readArticle, type ArticleOptions } from './markdown/article.js';
import { fromUrl, relativeUrl, topicPath } from './names.js';
import { readPicture, sizeOf, type Picture } from './pictures.js';
import type { Staging } from './staging.js';

/** A file of articles, and the key under which the cache knows it. */
export interface Source {
  folder: Folder;
  file: string;
  key: string;
}

/** How a source is wanted: in which languages, and in which other file its words stand in another language. */
export interface Wanted {
  isWanted: (locale: string) => boolean;
  other: Source | undefined;
}

export type Reading = Pick<ArticleOptions, 'docsBase' | 'repair' | 'sections' | 'values'>;

/** Puts articles and their pictures into the pack: as the last run left them there, or read anew. */
export class ArticleFiles {
  /** The hash of each picture, by its path in the pack. */
  readonly images = new Map<string, string>();

  readonly #reading: Reading;
  readonly #staging: Staging;
  readonly #cache: Cache;

  constructor(reading: Reading, staging: Staging, cache: Cache) {
    this.#reading = reading;
    this.#staging = staging;
    this.#cache = cache;
  }

  /** What an article is, once its files are in the pack. Throws where it can't be read. */
  take(source: Source, wanted: Wanted): KeptArticle {
    const bytes = readFileSync(pathOf(source));
    const hash = hex(bytes);
    const known = this.#cache.get(source.key, hash);
    const article = known && this.#carryOver(known, source, wanted) ? known : this.#write(bytes, hash, source, wanted);
    this.#cache.set(source.key, article);
    return article;
  }

  /** Keeps what the last run wrote; tells whether all of it is still there, and still right. */
  #carryOver(known: KeptArticle, { folder, file }: Source, { isWanted, other }: Wanted): boolean {
    if (known.other !== undefined && known.other !== hashOf(other)) return false;
    const topics = known.trees
      .filter(({ locale }) => isWanted(locale))
      .map(({ locale, hash }) => ({ path: topicPath(locale, idOf(file)), hash }));
    const isSame = topics.every(({ path, hash }) => {
      const bytes = this.#staging.old(path);
      return bytes && integrity(bytes) === hash;
    });
    if (!isSame) return false;
    if (!known.images.every(({ file, path }) => readPicture(folder, file)?.path === (path ?? undefined))) return false;
    const pictures = known.assets.map((path) => ({ path, bytes: this.#staging.old(path) }));
    if (!pictures.every(({ bytes }) => bytes)) return false;
    for (const { path } of [...topics, ...pictures]) this.#staging.keep(path);
    for (const { path, bytes } of pictures) this.images.set(path, integrity(bytes!));
    return true;
  }

  #write(bytes: Uint8Array, source: string, { folder, file }: Source, { isWanted, other }: Wanted): KeptArticle {
    let otherHash: string | undefined;
    const article = readArticle(bytes, {
      ...this.#reading,
      file,
      locale: folder.locale,
      other: () => {
        const words = other && read(other);
        otherHash = words ? hex(words) : '';
        return words && { source: words, locale: other.folder.locale };
      },
    });
    const { problems } = article;
    const pictures = new Map(article.assets.map(({ name, bytes }): [string, Picture] => [name, { path: name, bytes }]));
    const images = article.images.map(({ file: name, line }) => {
      const picture = readPicture(folder, name);
      if (picture) pictures.set(name, picture);
      else {
        const message = `The picture ${name} isn’t there; its alternative text shows`;
        problems.push({ file, line, level: 'warning', code: 'missing-image', message });
      }
      return { file: name, path: picture?.path ?? null };
    });
    for (const { path, bytes } of pictures.values()) {
      this.#staging.put(path, bytes);
      this.images.set(path, integrity(bytes));
    }
    const trees = article.trees.flatMap(({ locale, topic }): KeptTree[] => {
      const path = topicPath(locale, topic.id);
      walk(topic, (node) => {
        if (node.type !== 'image') return;
        const name = fromUrl(node.url) ?? '';
        const picture = pictures.get(name);
        if (picture) Object.assign(node, { url: relativeUrl(path, picture.path), ...sizeOf(picture) });
        else if (images.some(({ file }) => file === name)) node.url = relativeUrl(path, `images/${name}`);
      });
      const text = `${JSON.stringify(topic)}\n`;
      if (Buffer.byteLength(text) > limits.size) {
        const message = `Left out: over ${limits.size} bytes`;
        problems.push({ file, line: 1, level: 'error', code: 'too-large', message });
        return [];
      }
      if (isWanted(locale)) this.#staging.put(path, text);
      const { title, translation, updated, routes } = topic;
      return [{ locale, hash: integrity(text), title, translation, updated, routes, outline: outlineOf(topic) }];
    });
    const { codes, aliases, keywords, links, order } = article;
    const assets = [...pictures.values()].map(({ path }) => path);
    return { source, codes, aliases, keywords, links, order, trees, images, assets, problems, other: otherHash };
  }
}

/** The name by which a topic is known. */
export const idOf = (file: string): string => file.replace(/\.md$/i, '');

const pathOf = ({ folder, file }: Source): string => join(folder.dir, file);

function read(source: Source): Uint8Array | undefined {
  try {
    return readFileSync(pathOf(source));
  } catch {
    return undefined;
  }
}

const hashOf = (source: Source | undefined): string => {
  const bytes = source && read(source);
  return bytes ? hex(bytes) : '';
};
