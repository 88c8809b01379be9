import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { indexLimits, type IndexFile } from '../search/index-file.js';
import type { Block, Inline, ListItem, TableCell, TableRow, Topic } from '../topics/model.js';
import { Pack } from '../topics/pack.js';
import type { PackList, PackSearch, PackTopic } from '../topics/pack-model.js';
import { integrity } from './hash.js';
import { fromUrl, toUrl } from './names.js';
import { CannotRun } from './problems.js';
import type { Staging } from './staging.js';

/** A topic as one language has it, or the nearest one that it is in. */
interface Entry {
  topic: PackTopic;
  title: string;
  headings: string[];
  text: string;
}

type Listed = Pick<PackList, 'version' | 'locales' | 'source' | 'topics'>;

/** Writes what a search engine reads, for each language of a pack whose topics are written; returns how the list tells of it. */
export async function writeSearch(engine: string, list: Listed, staging: Staging): Promise<{ search?: PackSearch }> {
  if (engine === 'none') return {};
  const files: PackSearch['files'] = {};
  const write = { default: writeDefault, pagefind: writePagefind }[engine];
  // The files of any other engine are not ours to write.
  for (const locale of write ? list.locales : [])
    files[locale] = (await write?.(locale, entries(list, locale, staging), staging)) as PackSearch['files'][string];
  return { search: { engine, files } };
}

/** All topics: those that lack the language in the one that a reader gets instead. */
function entries(list: Listed, wanted: string, staging: Staging): Entry[] {
  const pack = new Pack('https://pack.invalid/pack.json', list);
  return list.topics.flatMap((topic) => {
    const locale = pack.localeOf(topic.id, wanted);
    const file = locale && topic.locales[locale];
    const bytes = file && staging.read(fromUrl(file.file) ?? '');
    return bytes ? [{ topic, title: file.title, ...wordsOf(JSON.parse(bytes.toString()) as Topic) }] : [];
  });
}

type Any = Block | Inline | ListItem | TableRow | TableCell;

function wordsOf({ body = [], sections = [] }: Topic): Pick<Entry, 'headings' | 'text'> {
  const headings: string[] = [];
  const texts: string[] = [];
  const plain = (node: Any): string => {
    if ('value' in node) return node.value;
    if (node.type === 'image') return node.alt ?? '';
    return 'children' in node ? node.children.map(plain).join('') : ' ';
  };
  const visit = (nodes: readonly Any[]): void => {
    for (const node of nodes) {
      if (node.type === 'heading') headings.push(plain(node));
      else if (['paragraph', 'tableCell', 'code'].includes(node.type)) texts.push(plain(node));
      else if (node.type === 'links')
        texts.push(...node.items.flatMap(({ label, description }) => [label, description ?? '']));
      else if ('children' in node) visit(node.children);
    }
  };
  visit(body);
  for (const { label, body } of sections) {
    headings.push(label);
    visit(body);
  }
  return { headings: headings.map(oneLine), text: oneLine(texts.join(' ')) };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** The beginning of a text, without half a word. */
function beginning(text: string): string {
  if (text.length <= indexLimits.text) return text;
  const cut = words.segment(text).containing(indexLimits.text);
  return text.slice(0, cut?.index ?? indexLimits.text).trimEnd();
}

function put(staging: Staging, path: string, content: string | Uint8Array): PackSearch['files'][string] {
  staging.put(path, content);
  return { file: toUrl(path), hash: integrity(content) };
}

/** One file, read as a whole. */
function writeDefault(locale: string, entries: readonly Entry[], staging: Staging): PackSearch['files'][string] {
  const file: IndexFile = {
    version: 1,
    ids: entries.map(({ topic }) => topic.id),
    headings: entries.map(({ headings }) => headings.join('\n')),
    texts: entries.map(({ text }) => beginning(text)),
  };
  return put(staging, `${locale}/search.json`, `${JSON.stringify(file)}\n`);
}

/** The part of Pagefind's Node API that is used here. https://pagefind.app/docs/node-api/ */
interface Pagefind {
  createIndex(options: { forceLanguage: string }): Promise<{ index?: PagefindIndex; errors: string[] }>;
  close(): Promise<unknown>;
}
interface PagefindIndex {
  addHTMLFile(file: { url: string; content: string }): Promise<{ errors: string[] }>;
  getFiles(): Promise<{ errors: string[]; files: { path: string; content: Uint8Array }[] }>;
}

/** Pagefind's own files, made by Pagefind, which the author has installed beside us. */
async function writePagefind(
  locale: string,
  entries: readonly Entry[],
  staging: Staging,
): Promise<PackSearch['files'][string]> {
  const pagefind = await findPagefind();
  try {
    const { index, errors } = await pagefind.createIndex({ forceLanguage: new Intl.Locale(locale).language });
    if (!index) throw new CannotRun(`Pagefind: ${errors.join('; ')}`);
    const told = await Promise.all(
      entries.map((entry) => index.addHTMLFile({ url: toUrl(entry.topic.id), content: pageOf(locale, entry) })),
    );
    const { files, errors: more } = await index.getFiles();
    const [problem] = [...told.flatMap(({ errors }) => errors), ...more];
    if (problem) throw new CannotRun(`Pagefind: ${problem}`);
    // What it brings for its own user interface stays behind.
    for (const { path, content } of files.filter(({ path }) => !/^pagefind-.*\.(js|css)$/.test(path)))
      put(staging, `${locale}/pagefind/${path}`, content);
    const program = files.find(({ path }) => path === 'pagefind.js');
    if (!program) throw new CannotRun('Pagefind made no pagefind.js.');
    return put(staging, `${locale}/pagefind/pagefind.js`, program.content);
  } finally {
    await pagefind.close();
  }
}

async function findPagefind(): Promise<Pagefind> {
  // As Node looks for a package from the folder where the author works; `resolve` itself knows no modules but CommonJS.
  const folders = createRequire(join(process.cwd(), 'package.json')).resolve.paths('pagefind') ?? [];
  const folder = folders.map((path) => join(path, 'pagefind')).find((path) => existsSync(join(path, 'package.json')));
  if (!folder) throw new CannotRun('--search pagefind needs Pagefind: npm install --save-dev pagefind');
  const { main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { main: string };
  return (await import(pathToFileURL(join(folder, main)).href)) as Pagefind;
}

const escaped = (text: string): string => text.replace(/[<&"]/g, (char) => `&#${char.charCodeAt(0)};`);

function pageOf(locale: string, { topic, title, headings, text }: Entry): string {
  const { id, codes = [], aliases = [], keywords = [] } = topic;
  return [
    `<html lang="${locale}"><body>`,
    `<h1 data-pagefind-meta="id[data-id]" data-id="${escaped(id)}">${escaped(title)}</h1>`,
    ...headings.map((heading) => `<h2>${escaped(heading)}</h2>`),
    `<p>${escaped(text)}</p>`,
    `<p data-pagefind-weight="2">${escaped([id.replace(/\W+/g, ' '), ...keywords, ...codes, ...aliases].join(' '))}</p>`,
    '</body></html>',
  ].join('\n');
}
