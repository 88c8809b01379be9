import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import type { Node, Section, Topic } from '../../topics/model.js';
import { limits } from '../../topics/shapes.js';
import { parseTopic } from '../../topics/validate.js';
import { hostOf } from './address.js';
import { BlockReader } from './blocks.js';
import { splitFrontMatter, type FrontMatter } from './front-matter.js';
import { Notes } from './notes.js';
import { plain } from './repair.js';
import { cutSections, keep, label, type Placed } from './sections.js';
import { decode, half, isSideBySide, type Half } from './source.js';
import type { Found } from './targets.js';

/** How an article is to be read. */
export interface ArticleOptions {
  /** The path below the folder that is imported, with `/` between its parts: `billing/pay.md`. */
  file: string;
  /** The language of the words, as a canonical BCP 47 tag. */
  locale: string;
  /** What stands before addresses that begin with `/`. */
  docsBase: string;
  /** Whether damage that a reader would see is mended; each time is told. */
  repair: boolean;
  /** What becomes a section: level 2 headings; where there are none, also paragraphs that are bold only; nothing. */
  sections: 'headings' | 'bold' | 'body';
  /** The same article in another language; asked for only where links have lost their words, which it may still have. */
  other?: () => { source: string | Uint8Array; locale: string } | undefined;
}

/** A picture that stood inside the article. */
export interface Asset {
  /** Its name in the pack, made from its content: `images/1a2b3c4d5e6f7081.png`. The trees use it as address. */
  name: string;
  bytes: Uint8Array;
}

/** What was wrong with the article, or was changed or left out in reading it. */
export interface Problem {
  file: string;
  /** The line in the file, from 1. */
  line: number;
  /** `info`: mended, or changed without loss; `warning`: a reader may miss something; `error`: left out. */
  level: 'error' | 'warning' | 'info';
  /** What kind of problem, for counting and filtering. */
  code: string;
  message: string;
}

/** The words of an article in one language. */
export interface Tree {
  locale: string;
  topic: Topic;
}

/** One article as it was read. */
export interface Article {
  /** The path without `.md`, kept as it is. */
  id: string;
  codes: string[];
  aliases: string[];
  keywords: string[];
  /** The day of the last change, as ISO 8601 has it. */
  updated?: string;
  translation: 'source' | 'human' | 'machine';
  /** One tree, or two of a side-by-side file: its own language, then `en`. None if the article can't be used. */
  trees: Tree[];
  /** The links to other articles; in the trees their address is `#` and the id, percent-encoded. */
  links: { toArticle: string; line: number }[];
  /** The pictures in files: `file` is relative to the folder that is imported, and percent-encoded in the trees. */
  images: { file: string; line: number }[];
  assets: Asset[];
  problems: Problem[];
}

/** Characters of an article without the pictures inside it; in two languages twice that. Larger topics are refused. */
const largest = limits.size;
/** Characters with them. */
const largestWithImages = 16 * limits.size;

/**
 * Reads one article of Microsoft-Docs-style or plain Markdown. Pure: the same input gives the same result, and no file is
 * touched. Never throws: an article that can't be used has no trees, and a problem of level `error`.
 */
export function readArticle(source: string | Uint8Array, options: ArticleOptions): Article {
  const { file } = options;
  const notes = new Notes(file);
  const article: Article = {
    id: file.replace(/\.md$/i, ''),
    codes: [],
    aliases: [],
    keywords: [],
    translation: 'source',
    trees: [],
    links: [],
    images: [],
    assets: [],
    problems: notes.problems,
  };
  try {
    const text = source.length > largestWithImages ? undefined : decode(source, notes);
    if (text === undefined || text.replace(/data:image\/[\w.+-]+;base64,[\w+/=]+/g, '').length > 2 * largest)
      notes.error('too-large', 'too large for a topic');
    else fill(article, text, options, notes);
  } catch (error) {
    const deep = error instanceof RangeError;
    article.trees = [];
    notes.lines = [];
    notes.error(deep ? 'too-deep' : 'unreadable', deep ? 'too many levels inside each other' : String(error));
  }
  article.problems.sort((a, b) => a.line - b.line);
  return article;
}

function fill(article: Article, text: string, options: ArticleOptions, notes: Notes): void {
  const { data, body } = splitFrontMatter(text, options.repair, notes);
  const { codes, aliases, translation, updated } = data;
  Object.assign(article, { codes, aliases, keywords: data.keywords, translation, ...(updated && { updated }) });
  const sideBySide = isSideBySide(body);
  const target = readHalf(
    sideBySide ? half(body, 'target') : { text: body, lines: [] },
    options,
    data,
    sideBySide,
    notes,
  );
  // Where the articles are English themselves, there is no second language to gain.
  const english =
    sideBySide && options.locale !== 'en'
      ? readHalf(half(body, 'english'), { ...options, locale: 'en' }, { ...data, translation: 'source' }, true, notes)
      : undefined;
  notes.lines = [];
  const other = english ?? (target.found.wordless.length ? readOther(options) : undefined);
  if (other) nameWordlessLinks(target.found, other, options.locale, notes);
  nameByHost(english ? [target, english] : [target], notes);
  if (english && english.topic.sections?.length === target.topic.sections?.length)
    target.topic.sections?.forEach((section, index) => (section.id = english.topic.sections![index]!.id));
  article.keywords = [...new Set([...data.keywords, ...(target.topic.keywords ?? [])])];
  for (const { topic, found, locale } of english ? [target, english] : [target]) {
    const result = parseTopic(topic);
    if (!result.ok) {
      notes.error(result.fault.code, `in ${locale}, this is no topic: ${result.fault.detail}`);
      continue;
    }
    for (const { pointer, message } of result.problems) notes.error('schema', `${locale} ${pointer}: ${message}`);
    article.trees.push({ locale, topic: result.topic });
    for (const asset of found.assets.values())
      if (!article.assets.some(({ name }) => name === asset.name)) article.assets.push(asset);
  }
  article.links = target.found.links;
  article.images = target.found.images;
}

/** The other language of an article, whose own problems are told when it is read for itself. */
function readOther({ other, ...options }: ArticleOptions): ReadHalf | undefined {
  const found = other?.();
  if (!found) return undefined;
  const silent = new Notes(options.file);
  const { data, body } = splitFrontMatter(decode(found.source, silent), options.repair, silent);
  const sideBySide = isSideBySide(body);
  const text = sideBySide ? half(body, 'target') : { text: body, lines: [] };
  return readHalf(text, { ...options, locale: found.locale }, data, sideBySide, silent);
}

interface ReadHalf {
  locale: string;
  topic: Topic;
  found: Found;
}

function readHalf(
  { text, lines }: Half,
  { file, locale, docsBase, repair, sections: mode }: ArticleOptions,
  data: FrontMatter,
  sideBySide: boolean,
  notes: Notes,
): ReadHalf {
  notes.lines = lines;
  const root = parseMarkdown(text);
  const reader = new BlockReader(text, { file, locale, docsBase, repair, sideBySide }, notes);
  reader.text.define(root.children);
  const placed = reader.grouped(root.children).flatMap((node): Placed[] =>
    reader.blocks([node]).map((block) => ({
      block,
      line: node.position?.start.line ?? 1,
      anchor: reader.anchors.get(block),
    })),
  );
  const isOwnTitle = sideBySide && locale === 'en' && data.title !== undefined;
  const { title, anchor } = takeTitle(placed, isOwnTitle ? undefined : data.title, file, notes);
  const { translation, revision, description, codes, aliases, routes, updated } = data;
  const { body, sections } = cutSections(placed, mode, translation !== 'source', notes);
  const words = [...data.keywords];
  if (data.title && data.title !== title && !isOwnTitle) words.push(data.title);
  if (anchor) words.push(anchor.replace(/-+/g, ' ').trim());
  const keywords = [...new Set(words.filter(Boolean))];
  const topic: Topic = {
    version: 1,
    id: file.replace(/\.md$/i, ''),
    title,
    lang: locale,
    translation,
    ...(updated && { updated }),
    ...(keywords.length && { keywords }),
    ...(codes.length && { codes }),
    ...(aliases.length && { aliases }),
    ...(routes.length && { routes }),
    source: {
      file,
      // What Microsoft's articles are translated from.
      ...(translation !== 'source' && { lang: 'en' }),
      ...(data.title && data.title !== title && !isOwnTitle && { title: data.title }),
      ...(revision && { revision }),
      ...(description && { description }),
    },
    ...(body.length && { body }),
    ...(sections.length && { sections }),
  };
  return { locale, topic, found: reader.text.targets.found };
}

const parseMarkdown = (text: string): Root =>
  fromMarkdown(text, {
    extensions: [gfmTable(), gfmStrikethrough({ singleTilde: false }), gfmTaskListItem()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown(), gfmTaskListItemFromMarkdown()],
  });

/** Takes the title out of the blocks: the first heading of level 1; where there is none, that of the front matter. */
function takeTitle(
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

/** Gives links that lost their words in translation those of the other language. */
function nameWordlessLinks(found: Found, other: ReadHalf, locale: string, notes: Notes): void {
  const words = wordsOfLinks(other.topic);
  found.wordless = found.wordless.filter(({ link, line }) => {
    const value = words.get(link.url);
    if (!value) return true;
    link.children = [{ type: 'text', value }];
    const message = `the ${locale} link to ${link.url} has no words: those in ${other.locale} are shown`;
    notes.info('link-without-text', message, line);
    return false;
  });
}

/** The others show where they lead. */
function nameByHost(halves: readonly ReadHalf[], notes: Notes): void {
  for (const { found } of halves)
    for (const { link, line } of found.wordless) {
      link.children = [{ type: 'text', value: hostOf(link.url) }];
      notes.info('link-without-text', `the link to ${link.url} has no words: its host is shown`, line);
    }
}

/** The words of the links in a topic, by address. */
function wordsOfLinks({ body, sections }: Topic): Map<string, string> {
  const found = new Map<string, string>();
  const add = (url: string, words: string): void => {
    const label = words.trim().replace(/[.,;:]$/, '');
    if (label && !found.has(url)) found.set(url, label);
  };
  const walk = (nodes: readonly (Node | Section)[]): void => {
    for (const node of nodes) {
      if ('body' in node) walk(node.body);
      else if (node.type === 'link') add(node.url, plain(node.children));
      else if (node.type === 'links') for (const { href, label } of node.items) add(href, label);
      else if ('children' in node) walk(node.children);
    }
  };
  walk([...(body ?? []), ...(sections ?? [])]);
  return found;
}
