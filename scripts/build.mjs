// npm run build: everything that is published, into dist/, and custom-elements.json.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bytesTable } from '../bench/bytes.mjs';
import { die, isMain, quietTool, root, say, setup } from './setup.mjs';

/** Runs tools side by side; shows the output of those that fail, and resolves to whether none did. */
async function together(...runs) {
  const results = await Promise.all(runs);
  for (const { ok, output } of results) if (!ok) console.error(output);
  return results.every(({ ok }) => ok);
}

/** Writes the generated locale modules, which nothing else works without. What is wrong with a translation is for `npm run check`. */
export async function buildLocales() {
  say('Locales');
  const { locales } = await import('./locales.mjs');
  return locales('build');
}

/** Builds it all, except for the locales; resolves to whether it went well. */
export async function build() {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  say('Modules, bundles, types, manifest');
  const rollup = ['-c', 'rollup.config.ts', '--configPlugin', 'esbuild', '--silent', '--failAfterWarnings'];
  const built = await together(
    quietTool('rollup', rollup),
    quietTool('tsc', ['-p', 'tsconfig.build.json']).then(async (types) =>
      types.ok ? quietTool('cem', ['analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet']) : types,
    ),
  );
  if (!built) return false;
  say('Command');
  // Imported here, because this module is loaded before anything is installed.
  const { buildCli } = await import('./cli.mjs');
  await buildCli();
  say('Help of the demo');
  const pack = ['build', 'en=demo/help/en', 'nl=demo/help/nl', '--out', 'dist/demo/help', '--no-cache'];
  if (!(await together(quietTool('node', ['dist/cli/help-elements.js', ...pack])))) return false;
  say('Schema and framework types');
  const { frameworks } = await import('./frameworks.mjs');
  await frameworks();
  return !existsSync(join(root, 'scripts/schema.mjs')) || together(quietTool('node', ['scripts/schema.mjs']));
}

/** The build's own account of its bytes. */
export const report = join(root, 'dist/cdn/manifest.json');
export const printReport = () => console.log(`\n${bytesTable(JSON.parse(readFileSync(report, 'utf8')))}\n`);

if (isMain(import.meta.url)) {
  setup();
  const problems = await buildLocales();
  if (problems.length) say(`${problems.length} problems with messages or translations; \`npm run check\` lists them`);
  if (!(await build())) die('The build failed; the first error above is the one to mend.');
  printReport();
}
