// Bundles the author's command into one file that needs nothing: who only shows topics installs none of its libraries.
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { isMain, root } from './setup.mjs';

export async function buildCli(outdir = join(root, process.env.DIST ?? 'dist', 'cli')) {
  const outfile = join(outdir, 'help-elements.js');
  const { metafile } = await build({
    entryPoints: [join(root, 'src/cli/main.ts')],
    outfile,
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // Lit's own builds for a server.
    conditions: ['node', 'production'],
    minify: true,
    legalComments: 'none',
    logLevel: 'error',
    metafile: true,
    // Some of what is bundled is CommonJS and asks for Node's modules in its way.
    banner: {
      js: "#!/usr/bin/env node\nimport { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
    },
  });
  chmodSync(outfile, 0o755);
  writeFileSync(join(outdir, 'LICENSES.txt'), licences(Object.keys(metafile.inputs)));
}

/** The licences of what is inside, which ask to be handed on. */
function licences(inputs) {
  const folders = new Set(
    inputs.map((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]).filter((folder) => folder),
  );
  return [...folders]
    .sort()
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
      const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
      const text = file && existsSync(join(root, folder, file)) ? readFileSync(join(root, folder, file), 'utf8') : '';
      return `${name} ${version} (${license})\n\n${text.trim()}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}

if (isMain(import.meta.url)) await buildCli();
