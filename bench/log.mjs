// node bench/log.mjs [MB] [format…]: how fast a log is read, and what it costs the page, in a real Chromium and under the
// strict policy. The consumer only counts. Files are made here and thrown away.
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { makeLog, rowsFor } from '../scripts/testing/make-log.mjs';
import { serve } from '../scripts/serve.mjs';
import { root, say, setup, setupBrowsers } from '../scripts/setup.mjs';

/** What the reading of 100 MB may take, in milliseconds; of memory in bytes. */
const goals = {
  csv: 5000,
  json: 10_000,
  longestTask: 50,
  firstProgress: 200,
  cancel: 200,
  heap: 300e6,
  leftOver: 20e6,
};

// What the page does. It reads the files that its input holds.
const page = `
  import { readLog } from './src/diagnosis/reading/read-log.ts';
  const tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)))
    .observe({ entryTypes: ['longtask'] });
  globalThis.read = async (stopAt = Infinity) => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    tasks.length = 0;
    const { files } = document.querySelector('input');
    const stop = new AbortController();
    const began = performance.now();
    let rows = 0, first, stopped, took, gap = 0, last = began;
    const beat = setInterval(() => { const now = performance.now(); gap = Math.max(gap, now - last); last = now; });
    const problems = [];
    const options = {
      msg: (text) => String(text), locale: 'en', signal: stop.signal,
      reportProblem: ({ code, at }) => problems.push(code + ' ' + at),
      onProgress: ({ read, total }) => {
        first ??= performance.now() - began;
        if (read / total > stopAt && !stopped) { stopped = performance.now(); setTimeout(() => stop.abort()); }
      },
    };
    const counts = new Map();
    try {
      for await (const batch of readLog(files, options)) for (const { status, steps } of batch) {
        rows++;
        counts.set(status, (counts.get(status) ?? 0) + steps.length);
      }
      took = performance.now() - began;
    } catch { took = performance.now() - stopped; }
    clearInterval(beat);
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { rows, first, took, longest: Math.max(0, ...tasks), gap, problems };
  };`;

const [megabytes = '100', ...formats] = process.argv.slice(2);
setup();
setupBrowsers();
const { launch } = await import('puppeteer-core');
const folder = mkdtempSync(join(root, 'node_modules/.help-elements-'));
try {
  await build({
    stdin: { contents: page, resolveDir: root },
    outfile: join(folder, 'page.js'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
  });
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><script type="module" src="page.js"></script><input type="file" multiple>',
  );
  say(`The reader is ${kB(statSync(join(folder, 'page.js')).size)} kB, minified`);
  const all = ['csv-changes', 'csv', 'array', 'ndjson', 'log-analytics'];
  for (const format of formats.length ? formats : all) await measure(format, Number(megabytes) * 1e6);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(format, bytes) {
  const options = { format, users: 20_000 };
  const rows = rowsFor(bytes, options);
  const paths = makeLog({ ...options, rows }).map(({ name, chunks }) => {
    const path = join(folder, name);
    const file = openSync(path, 'w');
    for (const chunk of chunks()) writeSync(file, chunk);
    closeSync(file);
    return path;
  });
  const site = await serve({ mounts: { '/': `node_modules/${basename(folder)}` }, port: 0 });
  const browser = await launch({
    executablePath: process.env.CHROME_PATH,
    args: process.env.CHROME_NO_SANDBOX ? ['--no-sandbox'] : [],
    protocolTimeout: 600_000,
  });
  const tab = await browser.newPage();
  const errors = [];
  tab.on('pageerror', (error) => errors.push(error.message));
  await tab.goto(site.url, { waitUntil: 'networkidle0' });
  const input = await tab.$('input');
  await input.uploadFile(...paths);
  const client = await tab.createCDPSession();
  await client.send('Performance.enable');
  const heap = async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'JSHeapUsedSize').value;
  };
  const settled = async () => {
    await client.send('HeapProfiler.collectGarbage');
    return heap();
  };
  const before = await settled();
  let peak = 0;
  const sampler = setInterval(
    () =>
      heap().then(
        (used) => (peak = Math.max(peak, used)),
        () => undefined,
      ),
    100,
  );
  const result = await tab.evaluate(() => globalThis.read());
  clearInterval(sampler);
  const cancelled = await tab.evaluate(() => globalThis.read(0.5));
  // The first reading compiles, and fills what engines keep.
  await tab.evaluate(() => globalThis.read());
  const after = await settled();
  await browser.close();
  await site.close();

  const size = paths.reduce((sum, path) => sum + statSync(path).size, 0);
  const limit = (goals[format.startsWith('csv') ? 'csv' : 'json'] * size) / 100e6;
  say(`${format}: ${(size / 1e6).toFixed()} MB, ${rows} changes, ${paths.length} file(s)`);
  row('read', result.took, limit, 'ms', `${(size / 1000 / result.took).toFixed()} MB/s, ${result.rows} rows`);
  row('longest task', result.longest, goals.longestTask, 'ms', `longest gap between timers ${result.gap.toFixed()} ms`);
  row('first progress', result.first, goals.firstProgress, 'ms');
  row('cancelled half-way', cancelled.took, goals.cancel, 'ms');
  row('peak of the heap', peak / 1e6, goals.heap / 1e6, 'MB');
  row('heap after three readings', (after - before) / 1e6, goals.leftOver / 1e6, 'MB', 'more than before');
  for (const text of [...result.problems, ...errors]) console.log(`    ${text}`);
  if (result.rows !== rows) console.log(`    ${rows - result.rows} rows are missing`);
  for (const path of paths) rmSync(path);
}

function row(name, value, limit, unit, note = '') {
  const sign = value <= limit ? '' : '  TOO MUCH';
  console.log(
    `    ${name.padEnd(26)}${value.toFixed().padStart(7)} of ${limit.toFixed()} ${unit}${note && `  (${note})`}${sign}`,
  );
}

function kB(bytes) {
  return (bytes / 1000).toFixed(1);
}
