// node bench/import.mjs: what the command needs for a large set of articles: the sample beside the repository, multiplied
// to about 2 900 articles a language, in one language and in seven.
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMain, root } from '../scripts/setup.mjs';

const corpus = join(root, '../shared/corpus');
export const hasSample = () => existsSync(join(corpus, 'nl-NL'));

/** What the issue allows for one language. */
export const importBudget = { seconds: 30, megabytes: 300 };

/** Seven languages; the sample has four, so three stand for others. */
const folders = { nl: 'nl-NL', de: 'de-DE', fr: 'de-DE', ar: 'ar-SA', he: 'ar-SA', ja: 'ja-JP', zh: 'ja-JP' };

/** Runs the command on its own; its last words are its peak of memory. */
function run(args, cwd) {
  const peak = "process.on('exit',()=>process.stderr.write(`\\n${process.resourceUsage().maxRSS}`))";
  const flags = ['--import', `data:text/javascript,${encodeURIComponent(peak)}`];
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [...flags, join(root, 'dist/cli/help-elements.js'), ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const seconds = (performance.now() - start) / 1000;
  if (status === 2) throw new Error(stderr);
  return { seconds, megabytes: Number(stderr.split('\n').at(-1)) / 1024 };
}

/** Imports in these languages: at first, again, and after one edit. */
export function measureImport(locales, articles = 2900) {
  const folder = mkdtempSync(join(tmpdir(), 'help-elements-import-'));
  try {
    const copies = Math.ceil(
      articles / readdirSync(join(corpus, 'nl-NL'), { recursive: true }).filter(isArticle).length,
    );
    for (const locale of locales)
      for (let copy = 0; copy < copies; copy++)
        cpSync(join(corpus, folders[locale]), join(folder, locale, `part-${copy}`), { recursive: true });
    const count = readdirSync(join(folder, locales[0]), { recursive: true }).filter(isArticle).length;
    const args = ['import', ...locales.map((locale) => `${locale}=${locale}`), '--out', 'pack'];
    const first = run(args, folder);
    const again = run(args, folder);
    appendFileSync(join(folder, locales[0], 'part-0/bypass-lobby.md'), '\nOne more line.\n');
    return { articles: count, first, again, edited: run(args, folder) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const isArticle = (name) => name.endsWith('.md');

/** The figures as a table. */
export function importTable() {
  const cell = ({ seconds, megabytes }) => `${seconds.toFixed(1)} s, ${Math.round(megabytes)} MB`.padStart(16);
  const head = ['articles × languages', 'first', 'again', 'after one edit'];
  const rows = [['nl'], Object.keys(folders)].map((locales) => {
    const { articles, first, again, edited } = measureImport(locales);
    return [`${articles} × ${locales.length}`.padEnd(20), cell(first), cell(again), cell(edited)].join('  ');
  });
  return [[head[0], ...head.slice(1).map((text) => text.padStart(16))].join('  '), ...rows].join('\n');
}

if (isMain(import.meta.url))
  console.log(hasSample() ? importTable() : 'Skipped: no sample of articles beside the repository.');
