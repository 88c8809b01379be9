// npm run check: format, lint, types and translations, side by side. `npm run check -- --fix` mends what can be mended.
import { buildLocales } from './build.mjs';
import { die, isMain, quietTool, say, setup } from './setup.mjs';

/** Resolves to the results, `{ name, ok, output }`. */
export async function check({ fix = false } = {}) {
  // First, because the types of the generated modules are needed by the others.
  const problems = await buildLocales();
  say(fix ? 'Format, lint (fixing), types' : 'Format, lint, types');
  const cache = (name) => ['--cache', '--cache-location', `node_modules/.cache/${name}`, '--cache-strategy', 'content'];
  const prettier = ['.', fix ? '--write' : '--check', '--log-level', 'warn', ...cache('prettier-check')];
  const eslint = ['.', '--max-warnings', '0', ...(fix ? ['--fix'] : []), ...cache('eslint')];
  const run = async (name, ...args) => ({ name, ...(await quietTool(...args)) });
  const format = run('format', 'prettier', prettier);
  // Both would write the same files.
  if (fix) await format;
  const tools = await Promise.all([
    format,
    run('lint', 'eslint', eslint),
    run('types', 'tsc', ['-p', '.', '--incremental', '--tsBuildInfoFile', 'node_modules/.cache/tsc']),
  ]);
  return [{ name: 'translations', ok: problems.length === 0, output: problems.join('\n') }, ...tools];
}

/** Shows what failed, and how to mend it. */
export function report(results) {
  const advice = {
    format: '`npm run check -- --fix` formats.',
    translations: '`npm run extract` updates locales/*.xlf.',
  };
  for (const { name, ok, output } of results) if (!ok) console.error(`\n✖ ${name}\n${output}\n${advice[name] ?? ''}`);
}

if (isMain(import.meta.url)) {
  setup();
  const results = await check({ fix: process.argv.includes('--fix') });
  report(results);
  const failed = results.filter(({ ok }) => !ok).map(({ name }) => name);
  if (failed.length) die(`Failed: ${failed.join(', ')}.`);
  say('All fine');
}
