// npm test: every step, or those named: `npm test -- node unit`. --full adds what takes minutes.
// BROWSERS=all installs Firefox and WebKit beside Chromium; BROWSERS=chromium keeps to one.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, buildLocales, printReport } from './build.mjs';
import { check, report } from './check.mjs';
import { die, quietTool, root, say, setup, setupBrowsers, tool } from './setup.mjs';

const counts = mkdtempSync(join(tmpdir(), 'help-elements-'));

/** Runs a test runner whose reporter writes its counts; one that ran no test, or failed without one, counts as a failure. */
async function runner(name, args, env = {}) {
  const file = join(counts, String(Math.random()));
  const ok = await tool(name, args, { COUNTS_FILE: file, ...env });
  const sum = { passed: 0, failed: 0 };
  for (const line of readLines(file)) {
    const { passed, failed } = JSON.parse(line);
    sum.passed += passed;
    sum.failed += failed;
  }
  if (sum.failed === 0 && (!ok || sum.passed === 0)) {
    console.error(
      sum.passed
        ? `✖ ${name} failed without a failed test: is the coverage below its threshold?`
        : `✖ ${name} ran no test`,
    );
    sum.failed = 1;
  }
  return sum;
}

const readLines = (file) => {
  try {
    return readFileSync(file, 'utf8').trim().split('\n');
  } catch {
    return [];
  }
};

const one = (ok) => (ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
const add = (...all) => all.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }));

const steps = {
  async check() {
    const results = await check();
    report(results);
    return add(...results.map(({ ok }) => one(ok)));
  },
  async build() {
    if (!chosen.has('check')) await buildLocales();
    const ok = await build();
    if (ok) printReport();
    return one(ok);
  },
  node() {
    // By name: what a folder means to `node --test` differs between Node 20 and 22.
    const files = readdirSync(join(root, 'test/node')).filter((name) => name.endsWith('.test.mjs'));
    const args = [
      '--test',
      '--test-reporter=./scripts/testing/node-reporter.mjs',
      ...files.map((name) => `test/node/${name}`),
    ];
    return runner('node', args, full ? { FULL: '1' } : {});
  },
  unit: () => runner('wtr', ['--group', 'unit', '--coverage']),
  async stories() {
    const { ok, output } = await quietTool('storybook', [
      'build',
      '-o',
      'storybook-static',
      '--loglevel',
      'warn',
      '--disable-telemetry',
    ]);
    if (!ok) console.error(output);
    return ok ? add(one(true), await runner('wtr', ['--group', 'stories'])) : one(false);
  },
  async package() {
    const publint = await tool('publint', ['--strict']);
    const attw = await tool('attw', ['--pack', '.', '--profile', 'esm-only', '--quiet']);
    return add(one(publint), one(attw));
  },
};

const titles = {
  check: 'Translations, format, lint, types',
  build: 'Build',
  node: 'Tests of the build, the package and the tools (Node)',
  unit: 'Tests of the elements (browsers)',
  stories: 'Stories (browsers)',
  package: 'Package (publint, attw)',
};

const args = process.argv.slice(2);
const full = args.includes('--full');
const names = args.filter((arg) => !arg.startsWith('--'));
const unknown = names.filter((name) => !Object.hasOwn(steps, name));
if (unknown.length) die(`Unknown step ${unknown.join(', ')}. The steps are ${Object.keys(steps).join(', ')}.`);
const chosen = new Set(names.length ? names : Object.keys(steps));

setup();
if (['node', 'unit', 'stories'].some((name) => chosen.has(name))) setupBrowsers();

const started = Date.now();
let total = { passed: 0, failed: 0 };
const failures = [];
for (const [name, step] of Object.entries(steps)) {
  if (!chosen.has(name)) continue;
  console.log(`\n── ${titles[name]} (${Math.round((Date.now() - started) / 1000)} s)`);
  const result = await step();
  if (result.failed) failures.push(name);
  total = add(total, result);
  // Everything after the build tests the build.
  if (name === 'build' && result.failed) break;
}
rmSync(counts, { recursive: true, force: true });

say(`Took ${Math.round((Date.now() - started) / 1000)} s${failures.length ? `; failed: ${failures.join(', ')}` : ''}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;
