// node scripts/corpus-score.mjs [FOLDER…]: how much of real articles reaches the reader. Reads the sample beside the
// repository, renders each topic in the browser, and has the loss checker compare what it shows with the Markdown.
// Exit code 1 where anything is lost that the import did not report.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from 'puppeteer-core';
import { serve } from './serve.mjs';
import { isMain, root } from './setup.mjs';
import { loadSource } from './testing/load-source.mjs';

const shared = join(root, '../shared');
export const corpus = join(shared, 'corpus');
export const hasCorpus = () => existsSync(join(corpus, 'nl-NL'));

/** The folders of the sample, and the languages that they hold. */
const forms = {
  'nl-NL': ['nl-NL'],
  'de-DE': ['de-DE'],
  'ar-SA': ['ar-SA'],
  'ja-JP': ['ja-JP'],
  sxs: ['nl-NL', 'en'],
};

/** What must be reached. A link that a problem was told of, because its scheme is refused, is no unreported loss. */
const gates = { text: 0.9995, link: 1, list: 0.999, code: 1, callout: 1, image: 1, purity: 0.9 };

const docsBase = 'https://docs.microsoft.com';

/** The loss checker, copied to where its packages can be installed, once for each version of it. */
async function checker() {
  const from = join(shared, 'tools/corpus-check');
  const hash = createHash('sha256');
  for (const name of ['check.mjs', 'package.json']) hash.update(readFileSync(join(from, name)));
  const folder = join(root, 'node_modules/.cache', `corpus-check-${hash.digest('hex').slice(0, 8)}`);
  if (!existsSync(join(folder, 'node_modules/yaml'))) {
    mkdirSync(folder, { recursive: true });
    for (const name of ['check.mjs', 'package.json']) writeFileSync(join(folder, name), readFileSync(join(from, name)));
    const npm = ['install', '--no-audit', '--no-fund', '--no-package-lock', '--silent'];
    const { status, stderr } = spawnSync('npm', npm, { cwd: folder, shell: process.platform === 'win32' });
    if (status !== 0) throw new Error(`The packages of the loss checker could not be installed. ${stderr}`);
  }
  return import(pathToFileURL(join(folder, 'check.mjs')));
}

/** Pictures that became files are compared with the `data:` addresses that they came from. */
const withData = (markup, assets) =>
  assets.reduce(
    (text, { name, bytes }) =>
      text.replaceAll(
        `src="${name}"`,
        `src="data:image/${name.split('.').at(-1)};base64,${Buffer.from(bytes).toString('base64')}"`,
      ),
    markup,
  );

/** A browser with the bundle on a page, under the strict policy; `render` resolves to what `help-topic` shows of a topic. */
async function openBrowser() {
  const { CHROME_PATH = '/usr/bin/chromium', CHROME_NO_SANDBOX } = process.env;
  const site = await serve({ mounts: { '/': 'test/pages', '/cdn/': 'dist/cdn' }, port: 0 });
  const sandbox = CHROME_NO_SANDBOX || process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await launch({ executablePath: CHROME_PATH, args: sandbox });
  const page = await browser.newPage();
  await page.goto(`${site.url}topic.html`, { waitUntil: 'networkidle0' });
  return {
    render: (topic) => page.evaluate(show, topic),
    close: () => Promise.all([browser.close(), site.close()]),
  };
}

/** Runs in the page. Every part of the topic shows at some time, so the panels behind other tabs count as well. */
async function show(topic) {
  const element = globalThis.document.createElement('help-topic');
  element.locale = topic.lang;
  element.topic = topic;
  const ready = new Promise((done) => element.addEventListener('help-ready', done, { once: true }));
  globalThis.document.body.replaceChildren(element);
  await ready;
  const roots = [];
  for (const { shadowRoot } of [element, ...element.shadowRoot.querySelectorAll('*')])
    if (shadowRoot) roots.push(shadowRoot);
  return element.parentElement.getHTML({ shadowRoots: roots });
}

/** Imports and renders a folder of articles; resolves to the problems by article, and the time that reading took. */
async function renderFolder(readArticle, render, form, files, out, reading) {
  const problems = new Map();
  let time = 0;
  for (const file of files) {
    const source = readFileSync(join(corpus, form, file));
    const start = performance.now();
    const article = readArticle(source, { file, locale: forms[form][0], docsBase, ...reading });
    time += performance.now() - start;
    problems.set(file, article.problems);
    for (const { locale, topic } of article.trees) {
      const path = join(out, locale, file.replace(/\.md$/, '.html'));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, withData(await render(topic), article.assets));
    }
  }
  return { problems, time };
}

/** Scores folders of the sample; `only` keeps to the articles that it says yes to. */
export async function score(
  names = Object.keys(forms),
  { only = () => true, repair = true, sections = 'headings', ref = 'markdown-it' } = {},
) {
  const temp = mkdtempSync(join(tmpdir(), 'help-elements-score-'));
  const browser = await openBrowser();
  try {
    const { run } = await checker();
    const { readArticle } = await loadSource('src/cli/markdown/article.ts');
    const rows = [];
    for (const form of names) {
      const files = readdirSync(join(corpus, form), { recursive: true })
        .map((file) => file.replaceAll('\\', '/'))
        .filter((file) => file.endsWith('.md') && !file.startsWith('includes/') && only(file))
        .sort();
      writeFileSync(join(temp, 'list'), files.join('\n'));
      const rendered = join(temp, form);
      const { problems, time } = await renderFolder(readArticle, browser.render, form, files, rendered, {
        repair,
        sections,
      });
      for (const locale of forms[form]) {
        const result = await run({
          articles: join(corpus, form),
          rendered: join(rendered, locale),
          lang: locale === 'en' ? 'en' : 'target',
          base: `${docsBase}/`,
          ref,
          list: join(temp, 'list'),
        });
        rows.push(judge(`${form}${forms[form].length > 1 ? ` ${locale}` : ''}`, result, problems, time / files.length));
      }
    }
    return rows;
  } finally {
    await browser.close();
    rmSync(temp, { recursive: true, force: true });
  }
}

const measures = ['text', 'link', 'linkText', 'list', 'heading', 'bold', 'image', 'code', 'callout', 'cell', 'embed'];

/** Which losses of an article were not told. */
function judge(name, result, problems, time) {
  let told = 0;
  const unreported = [];
  for (const article of result.per) {
    // Where an address can't be a link, it stands in the text as code: the link is lost. Its item reads otherwise then, as
    // does one whose link got words again.
    const own = problems.get(article.name) ?? [];
    const refused = own.filter(({ code }) => code === 'scheme');
    const changes = own.filter(({ code }) => code === 'scheme' || code === 'link-without-text').length;
    const links = article.lostLinks.filter((href) => !refused.some(({ message }) => message.includes(href.trim())));
    told += article.lostLinks.length - links.length;
    const lost = ['text', 'list', 'heading', 'image', 'code', 'callout', 'cell', 'embed'].filter((measure) => {
      const changed = measure === 'list' || measure === 'text' ? changes : 0;
      const { kept, total } = article[measure];
      return (measure === 'text' ? article.lost.length : total - kept) > changed;
    });
    if (links.length) lost.push('link');
    const example = article.lost[0] ?? links[0] ?? article.lostItems?.[0] ?? '';
    if (lost.length) unreported.push(`${article.name}: ${lost.join(', ')}: ${example}`);
  }
  const recall = Object.fromEntries([...measures, 'purity'].map((measure) => [measure, result.totals[measure].recall]));
  const { kept, total } = result.totals.link;
  recall.link = total ? (kept + told) / total : 1;
  const below = Object.keys(gates).filter((measure) => recall[measure] < gates[measure]);
  const ok = !below.length && !unreported.length;
  return { name, articles: result.articles, recall, told, time, unreported, below, ok };
}

/** The scores as a table; `told` counts the links that are lost to the policy of addresses, each with its problem. */
export function table(rows) {
  const percent = (value) => (value === 1 ? '100' : (100 * value).toFixed(3));
  const columns = [...measures, 'purity'];
  const lines = rows.map(({ name, articles, recall, told, time, unreported }) =>
    [
      name.padEnd(10),
      String(articles).padStart(4),
      ...columns.map((column) => percent(recall[column]).padStart(8)),
      String(told).padStart(5),
      time.toFixed(1).padStart(6),
      String(unreported.length).padStart(5),
    ].join(' '),
  );
  const head = [
    'form'.padEnd(10),
    'n'.padStart(4),
    ...columns.map((column) => column.padStart(8)),
    'told'.padStart(5),
    'ms'.padStart(6),
    'lossy'.padStart(5),
  ].join(' ');
  return [head, ...lines].join('\n');
}

if (isMain(import.meta.url)) {
  if (!hasCorpus()) console.log('Skipped: no sample of articles beside the repository.');
  else {
    const rows = await score(process.argv.length > 2 ? process.argv.slice(2) : undefined);
    console.log(table(rows));
    for (const { name, unreported, below } of rows) {
      if (below.length) console.log(`${name}: below its gate: ${below.join(', ')}`);
      for (const line of unreported) console.log(`${name}: ${line}`);
    }
    process.exitCode = rows.every(({ ok }) => ok) ? 0 : 1;
  }
}
