// Loads a module of src/ as it stands, for tests and tools that must not wait for a build.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from '../setup.mjs';

export async function loadSource(path) {
  // Inside the package, so that a module that isn't bundled is found.
  const folder = mkdtempSync(join(root, 'node_modules/.help-elements-'));
  try {
    const outfile = join(folder, 'module.mjs');
    const entryPoints = [join(root, path)];
    await build({
      entryPoints,
      outfile,
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      logLevel: 'error',
    });
    return await import(pathToFileURL(outfile));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
