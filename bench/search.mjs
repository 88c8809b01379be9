// node bench/search.mjs [TAG=FOLDER] [engine…]: search engines over a folder of articles, in Chromium with the processor slowed
// four times. `npm install` in bench/ first. With fewer articles than 2 900 the rest is mixed from them.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build as bundle } from 'esbuild';
import { launch } from 'puppeteer-core';
import { buildCli } from '../scripts/cli.mjs';
import { serve } from '../scripts/serve.mjs';
import { die, root, say } from '../scripts/setup.mjs';
import { makeQueries, random, shuffle } from './search/queries.mjs';

const [folder = 'nl-NL=../shared/corpus/nl-NL', ...wanted] = process.argv.slice(2);
const { CHROME_PATH = '/usr/bin/chromium', CHROME_NO_SANDBOX } = process.env;
const cache = join(root, 'node_modules/.cache/bench-search');
const put = (name, content) => {
  mkdirSync(dirname(join(cache, name)), { recursive: true });
  writeFileSync(join(cache, name), content);
};
const brotli = (content) =>
  brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  }).length;
const kB = (bytes) => (bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0);
const at = (list, share) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(share * list.length))];

/** The topics of a folder, as the default index has them: title, headings, the first 300 characters. */
async function readDocs() {
  await buildCli();
  const out = join(cache, 'import');
  const args = [join(root, 'dist/cli/help-elements.js'), 'import', folder, '--out', out, '--format', 'json'];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 1e9 });
  if (status === 2) die(stderr);
  const list = JSON.parse(readFileSync(join(out, 'pack.json'), 'utf8'));
  const [locale] = list.locales;
  const { ids, headings, texts } = JSON.parse(readFileSync(join(out, locale, 'search.json'), 'utf8'));
  const titles = new Map(list.topics.map((topic) => [topic.id, topic.locales[locale].title]));
  const docs = ids.map((id, place) => ({ id, title: titles.get(id), headings: headings[place], text: texts[place] }));
  // Half of the words of one and half of another, so that words are as frequent as they were.
  const next = random(1);
  const mix = (one, two) => {
    const [a, b] = [one, two].map((text) => shuffle(text.split(/\s+/), next));
    return shuffle([...a.slice(0, Math.ceil(a.length / 2)), ...b.slice(0, Math.floor(a.length / 2))], next).join(' ');
  };
  const real = docs.length;
  while (docs.length < 2900) {
    const [one, two] = [docs[docs.length % real], docs[Math.floor(next() * real)]];
    const [title, text] = [mix(one.title, two.title), mix(one.text, two.text)];
    docs.push({ id: `${one.id}-${docs.length}`, title, headings: one.headings, text });
  }
  return { locale, docs, real };
}

/** A pack of them, without the topics themselves. */
function writePack(locale, docs) {
  const hash = `sha256-${'A'.repeat(43)}=`;
  const index = JSON.stringify({
    version: 1,
    ids: docs.map(({ id }) => id),
    headings: docs.map(({ headings }) => headings),
    texts: docs.map(({ text }) => text),
  });
  put('pack/search.json', index);
  const topics = docs.map(({ id, title }) => ({ id, locales: { [locale]: { title, file: 'topic.json', hash } } }));
  const search = { engine: 'default', files: { [locale]: { file: 'search.json' } } };
  put('pack/pack.json', JSON.stringify({ version: 1, locales: [locale], topics, search }));
  return index;
}

async function writePagefind(locale, docs) {
  const { createIndex, close } = await import('pagefind');
  const { index } = await createIndex({ forceLanguage: new Intl.Locale(locale).language });
  const escaped = (text) => text.replace(/[<&]/g, (char) => `&#${char.charCodeAt(0)};`);
  for (const [place, { title, headings, text }] of docs.entries())
    await index.addHTMLFile({
      url: `/${place}`,
      content: `<html lang="${locale}"><body><h1 data-pagefind-meta="place:${place}">${escaped(title)}</h1>${headings
        .split('\n')
        .map((heading) => `<h2>${escaped(heading)}</h2>`)
        .join('')}<p>${escaped(text)}</p></body></html>`,
    });
  const { files } = await index.getFiles();
  for (const { path, content } of files) put(`pagefind/${path}`, content);
  await close();
}

/** Loads an engine in a page of its own, asks it everything, and types some titles letter by letter. */
async function measure(browser, url, name, queries, typed) {
  const page = await browser.newPage();
  let bytes = 0;
  await page.goto(url);
  const session = await page.createCDPSession();
  await session.send('Network.enable');
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.evaluate(async (name) => {
    globalThis.engine = await import(`/engines/${name}.js`);
    const answer = await fetch(`/index/${name}.json`);
    globalThis.text = answer.ok ? await answer.text() : '';
  }, name);
  await page.emulateCPUThrottling(4);
  bytes = 0;
  const load = await page.evaluate(async () => {
    let longest = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    });
    observer.observe({ type: 'longtask' });
    const before = performance.now();
    globalThis.index = await globalThis.engine.load(globalThis.text);
    const time = performance.now() - before;
    await new Promise((done) => setTimeout(done, 300));
    return { time, longest };
  });
  const loaded = bytes;
  const run = (list, limit) =>
    page.evaluate(
      async ({ list, limit }) => {
        const answers = [];
        for (const query of list) {
          const before = performance.now();
          const found = await globalThis.engine.search(globalThis.index, query, limit);
          answers.push({ time: performance.now() - before, found });
          // As between two keys: what piles up is collected.
          await new Promise((done) => setTimeout(done));
        }
        return answers;
      },
      { list, limit },
    );
  const every = await page.evaluate(() => globalThis.engine.every ?? 1);
  const asked = queries.filter((_, place) => place % every === 0);
  const before = bytes;
  const answers = await run(
    asked.map(({ query }) => query),
    10,
  );
  const perQuery = (bytes - before) / asked.length;
  const keys = await run(
    typed.filter((_, place) => place % every === 0),
    10,
  );
  await page.close();
  return { load, loaded, perQuery, asked, answers, keys: keys.map(({ time }) => time) };
}

rmSync(cache, { recursive: true, force: true });
mkdirSync(cache, { recursive: true });
say(`Reading ${folder}`);
const { locale, docs, real } = await readDocs();
say(`${docs.length} topics, ${real} of them real`);
const ours = writePack(locale, docs);
const peerDocs = docs.map(({ title, headings, text }, id) => ({ id, title, body: `${headings}\n${text}` }));
const queries = makeQueries(peerDocs);
// Titles as they are typed: one query for each letter.
const typed = shuffle(docs, random(3))
  .slice(0, 25)
  .flatMap(({ title }) => Array.from({ length: Math.min(40, title.length) }, (_, end) => title.slice(0, end + 1)));

const all = readdirSync(join(root, 'bench/search/engines')).map((name) => name.replace('.js', ''));
const engines = wanted.length ? wanted : all;
put('index.html', `<!doctype html><html lang="${locale}"><title>bench</title></html>`);
const sizes = {};
for (const name of engines) {
  const file = join(root, 'bench/search/engines', `${name}.js`);
  const options = { entryPoints: [file], bundle: true, minify: true, format: 'esm', external: ['/pagefind/*'] };
  const outdir = join(cache, 'engines');
  await bundle({ ...options, outdir, splitting: true, logLevel: 'error', legalComments: 'none' });
  if (name === 'pagefind') await writePagefind(locale, docs);
  const { build } = name === 'pagefind' || name === 'default' ? {} : await import(file);
  const index = build ? await build(peerDocs) : name === 'default' ? ours : undefined;
  if (build) put(`index/${name}.json`, index);
  sizes[name] = index && brotli(index);
}

const site = await serve({ mounts: { '/': 'node_modules/.cache/bench-search' }, headers: {}, port: 0 });
const browser = await launch({ executablePath: CHROME_PATH, args: CHROME_NO_SANDBOX ? ['--no-sandbox'] : [] });
const same = (one, two) => docs[one]?.title.replace(/\s+/g, ' ') === docs[two]?.title.replace(/\s+/g, ' ');
const rows = [];
try {
  for (const name of engines) {
    say(name);
    const { load, loaded, perQuery, asked, answers, keys } = await measure(browser, site.url, name, queries, typed);
    const hits = {};
    for (const [place, { kind, topic }] of asked.entries()) {
      const rank = answers[place].found.findIndex((other) => same(other, topic));
      const counts = (hits[kind] ??= [0, 0, 0]);
      counts[0]++;
      if (rank === 0) counts[1]++;
      if (rank >= 0 && rank < 5) counts[2]++;
    }
    const share = (counts) => counts.slice(1).map((count) => Math.round((100 * count) / counts[0]));
    const mean = [1, 2].map((place) => {
      const shares = Object.values(hits).map((counts) => counts[place] / counts[0]);
      return ((100 * shares.reduce((sum, value) => sum + value, 0)) / shares.length).toFixed(1);
    });
    const times = answers.map(({ time }) => time);
    rows.push({
      engine: name,
      'index, kB brotli': sizes[name] ? kB(sizes[name]) : `${kB(loaded)} + ${kB(perQuery)} a query`,
      'load, ms': Math.round(load.time),
      'longest task, ms': Math.round(load.longest),
      'query p50 / p95, ms': `${at(times, 0.5).toFixed(0)} / ${at(times, 0.95).toFixed(0)}`,
      'key press p50 / p95, ms': `${at(keys, 0.5).toFixed(0)} / ${at(keys, 0.95).toFixed(0)}`,
      ...Object.fromEntries(Object.entries(hits).map(([kind, counts]) => [kind, share(counts).join(' / ')])),
      'mean, first / first five': mean.join(' / '),
    });
  }
} finally {
  await browser.close();
  await site.close();
}
const columns = Object.keys(rows[0]);
console.log(`\n| ${columns.join(' | ')} |\n|${columns.map(() => '---').join('|')}|`);
for (const row of rows) console.log(`| ${columns.map((column) => row[column]).join(' | ')} |`);
