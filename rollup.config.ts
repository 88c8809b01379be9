import { readdirSync, readFileSync } from 'node:fs';
import { literalsHtmlCssMinifier } from '@literals/rollup-plugin-html-css-minifier';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import type { Plugin, RollupOptions, WarningHandlerWithDefault } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import { bytesReport } from './scripts/rollup/bytes-report.mjs';
import { dropNotes } from './scripts/rollup/drop-notes.mjs';
import { handOver } from './scripts/rollup/hand-over.mjs';
import { localeFiles } from './scripts/rollup/locale-files.mjs';
import { ownPolicy } from './scripts/rollup/own-policy.mjs';
import { selfContained } from './scripts/rollup/self-contained.mjs';
import { shortIds } from './scripts/rollup/short-ids.mjs';
import { slimLit } from './scripts/rollup/slim-lit.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
// Another folder for the test that builds twice and compares.
const dist = process.env['DIST'] ?? 'dist';

const modules = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.styles.ts'))
    .map((name) => `${folder}/${name}`);
const generated = 'src/localization/generated';

/** Minified before TypeScript goes, while templates still look as they were written. */
const compile = (): Plugin[] => [
  literalsHtmlCssMinifier({ failOnError: true }),
  esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' }),
  dropNotes(),
];

/** A warning that nobody reads is no warning; "in a circle" is what the house forbids. */
const strict: WarningHandlerWithDefault = ({ message }) => {
  throw new Error(message);
};

/** For npm: one module per source file, so that an app's own bundler takes only what is used. */
const npm: RollupOptions = {
  input: [
    'src/index.ts',
    'src/define.ts',
    ...modules('src/define'),
    ...modules('src/elements'),
    'src/topics.ts',
    'src/diagnosis.ts',
    'src/search.ts',
    // The pseudo-locale is for tests and stories; the ids are types.
    ...modules(generated).filter((path) => !/\/(pseudo|en-XA.*|message-ids)\.ts$/.test(path)),
  ],
  external: /^(lit|@lit)(\/|$)/,
  plugins: compile(),
  onwarn: strict,
  output: { dir: dist, format: 'es', preserveModules: true, preserveModulesRoot: 'src' },
};

/** For a script tag: one file that needs nothing, with what is loaded later beside it, found relative to `import.meta.url`. */
const cdn = (name: string, input: string): RollupOptions => ({
  input: { [name]: input },
  preserveEntrySignatures: 'allow-extension',
  plugins: [
    nodeResolve({ exportConditions: ['production'] }),
    ...compile(),
    localeFiles(generated),
    shortIds(),
    slimLit(),
    ownPolicy('help-elements'),
    handOver(),
    terser({ module: true, ecma: 2020, compress: { passes: 2, unsafe_arrows: true }, format: { comments: false } }),
    selfContained(),
    bytesReport({ version }),
  ],
  onwarn: strict,
  output: {
    dir: `${dist}/cdn`,
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
  },
});

export default [
  npm,
  cdn('provisioning-help', 'src/cdn/provisioning-help.ts'),
  cdn('help-elements', 'src/cdn/help-elements.ts'),
];
