import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../../scripts/setup.mjs';

const json = (name) => JSON.parse(readFileSync(join(root, name), 'utf8'));
const { exports, version, ...rest } = json('package.json');
const manifest = json('custom-elements.json');
const tags = manifest.modules
  .flatMap(({ declarations = [] }) => declarations.map(({ tagName }) => tagName))
  .filter(Boolean);

/** Follows an address of the package to its files, as Node and TypeScript do. */
function resolve(address) {
  const match = Object.keys(exports)
    .filter((key) =>
      key.includes('*')
        ? address.startsWith(key.split('*')[0]) && address.endsWith(key.split('*')[1])
        : key === address,
    )
    .sort((a, b) => b.length - a.length)[0];
  assert.ok(match, `${address} is not exported`);
  const [start, end = ''] = match.split('*');
  const star = match.includes('*') ? address.slice(start.length, address.length - end.length) : '';
  const target = exports[match];
  return Object.values(typeof target === 'string' ? { default: target } : target).map((path) =>
    path.replaceAll('*', star),
  );
}

describe('the package', () => {
  it('has both doors of every tag, with types', () => {
    assert.ok(tags.includes('provisioning-help'), 'the manifest has no provisioning-help');
    for (const address of [
      '.',
      './define.js',
      './topics.js',
      './diagnosis.js',
      './search.js',
      './react',
      './locales/nl.js',
      './schema/topic.json',
    ])
      for (const path of resolve(address)) assert.ok(existsSync(join(root, path)), `${address} → ${path}`);
    for (const tag of tags)
      for (const address of [`./${tag}.js`, `./elements/${tag}.js`])
        for (const path of resolve(address)) assert.ok(existsSync(join(root, path)), `${address} → ${path}`);
  });

  it('exports nothing that is not there', () => {
    for (const [address, target] of Object.entries(exports))
      if (!address.includes('*'))
        for (const path of Object.values(typeof target === 'string' ? [target] : target))
          assert.ok(existsSync(join(root, path)), `${address} → ${path}`);
    for (const path of [rest.unpkg, rest.jsdelivr, rest['web-types'], rest.customElements])
      assert.ok(existsSync(join(root, path)), path);
  });

  it('has its version in one more place, and there the same', () =>
    assert.ok(readFileSync(join(root, 'src/version.ts'), 'utf8').includes(`'${version}'`)));

  it('holds only what a user needs', () => {
    const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', '--loglevel=silent'], {
      cwd: root,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    const [{ files }] = JSON.parse(stdout);
    const strangers = files
      .map(({ path }) => path)
      .filter((path) => !/^(dist|schema)\/|^(package\.json|custom-elements\.json|README\.md|LICENSE)$/.test(path));
    assert.deepEqual(strangers, []);
    assert.ok(files.some(({ path }) => path === 'LICENSE'));
  });
});

describe('the lock', () => {
  // Made where the package of some platform was missing, it would make `npm ci` fail, there or everywhere.
  it('has no holes', () => {
    const { packages } = json('package-lock.json');
    const names = new Set(Object.keys(packages).map((key) => key.split('node_modules/').pop()));
    const holes = Object.entries(packages).flatMap(([key, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !names.has(name))
        .map((name) => `${key} → ${name}`),
    );
    assert.deepEqual(holes, []);
  });

  it('names no registry', () =>
    assert.doesNotMatch(readFileSync(join(root, 'package-lock.json'), 'utf8'), /"resolved": "http/));
});
