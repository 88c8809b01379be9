import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import type { Topic } from '../../topics/model.js';
import { limits } from '../../topics/shapes.js';
import { parseTopic } from '../../topics/validate.js';
import { BlockReader } from './blocks.js';
import { splitFrontMatter, type FrontMatter } from './front-matter.js';
import { Notes } from './notes.js';
import { cutSections, type Placed } from './sections.js';
import { decode, half, isSideBySide, tooDeep, type Half } from './source.js';
import type { Found } from './targets.js';
import { takeTitle } from './title.js';
import { nameByHost, nameWordlessLinks } from './wordless.js';

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
  /** The placeholders that the page fills in: of others it is told that it has to. */
  values?: readonly string[];
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
  /** Where it stands in its folder: those with a lower number come first, those without one last. */
  order?: number;
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

const tooManyLevels = 'too many levels inside each other';

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
    else {
      const line = tooDeep(text);
      if (line) notes.error('too-deep', tooManyLevels, line);
      else fill(article, text, options, notes);
    }
  } catch (error) {
    const deep = error instanceof RangeError;
    article.trees = [];
    notes.lines = [];
    notes.error(deep ? 'too-deep' : 'unreadable', deep ? tooManyLevels : String(error));
  }
  article.problems.sort((a, b) => a.line - b.line);
  return article;
}

function fill(article: Article, text: string, options: ArticleOptions, notes: Notes): void {
  const { data, body } = splitFrontMatter(text, options.repair, notes);
  const { codes, aliases, keywords, translation, updated, order } = data;
  Object.assign(article, { codes, aliases, keywords, translation, updated, order });
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
  { file, locale, docsBase, repair, values, sections: mode }: ArticleOptions,
  data: FrontMatter,
  sideBySide: boolean,
  notes: Notes,
): ReadHalf {
  notes.lines = lines;
  const root = parseMarkdown(text);
  const reader = new BlockReader(text, { file, locale, docsBase, repair, values, sideBySide }, notes);
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
