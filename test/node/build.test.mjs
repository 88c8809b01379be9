import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, it } from 'node:test';
import { budget } from '../../bench/bytes.mjs';
import { root } from '../../scripts/setup.mjs';

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort();

const dist = join(root, 'dist');
const cdn = join(dist, 'cdn');
const manifest = JSON.parse(readFileSync(join(cdn, 'manifest.json'), 'utf8'));
const text = (name) => readFileSync(join(cdn, name), 'utf8');
const bundles = Object.keys(manifest.entries);

/** What a module imports before it runs, as written. */
const staticImports = (code) =>
  [...code.matchAll(/(?:^|[;}\n])\s*(?:import|export)\s*(?:[\w*{}\s,$]*?\bfrom\s*)?["']([^"']+)["']/g)].map(
    ([, from]) => from,
  );

describe('the bundles', () => {
  it('are the flagship alone and everything', () =>
    assert.deepEqual(bundles, ['provisioning-help.js', 'help-elements.js']));

  for (const name of bundles) {
    it(`${name} is one file: no import before it runs`, () => assert.deepEqual(staticImports(text(name)), []));

    it(`${name} creates its own Trusted Types policy, and survives where the page forbids it`, () => {
      assert.doesNotMatch(text(name), /createPolicy\("lit-html"/);
      assert.equal(text(name).match(/try\{return [\w$]+\?\.createPolicy\("help-elements"/g)?.length, 1);
    });
  }

  it('have lazy chunks that import neither an entry nor anything from outside', () => {
    for (const name of Object.keys(manifest.files).filter((name) => name.includes('/'))) {
      for (const from of staticImports(text(name)))
        assert.match(from, /^\.\/[^/]+-[\w-]{8}\.js$/, `${name} imports ${from}`);
    }
  });

  it('have locales under names that stay', () => {
    const { targetLocales } = JSON.parse(readFileSync(join(root, 'lit-localize.json'), 'utf8'));
    for (const locale of targetLocales) assert.ok(manifest.files[`locales/${locale}.js`], locale);
    assert.equal(
      Object.keys(manifest.files).some((name) => name.includes('en-XA')),
      false,
      'the pseudo-locale is for tests',
    );
  });

  it('leave out the notes for translators', () => {
    for (const name of Object.keys(manifest.files)) assert.doesNotMatch(text(name), /[{,]desc:["'`]/, name);
  });

  it('are as the manifest says, byte for byte', () => {
    const names = filesIn(cdn).map((path) => relative(cdn, path));
    assert.deepEqual(
      names.filter((name) => name !== 'manifest.json' && !name.endsWith('.d.ts')),
      Object.keys(manifest.files).sort(),
    );
    for (const [name, { raw, integrity }] of Object.entries(manifest.files)) {
      const code = readFileSync(join(cdn, name));
      assert.equal(code.length, raw, name);
      assert.equal(`sha384-${createHash('sha384').update(code).digest('base64')}`, integrity, name);
    }
  });
});

describe('the budget', () => {
  const { firstPaint, locales } = manifest.entries['provisioning-help.js'];

  it(`first paint in English: at most ${budget.firstPaint} bytes of brotli`, () =>
    assert.ok(firstPaint.brotli <= budget.firstPaint, `${firstPaint.brotli} bytes`));

  for (const [locale, { brotli }] of Object.entries(locales)) {
    it(`${locale} adds at most ${budget.locale} bytes`, () => assert.ok(brotli <= budget.locale, `${brotli} bytes`));
  }
});

describe('what is published', () => {
  const published = [...filesIn(dist), join(root, 'custom-elements.json')];

  it('holds no path of the machine that built it, no date and no source map', () => {
    const today = new Date().toISOString().slice(0, 10);
    for (const path of published) {
      const code = readFileSync(path, 'utf8');
      assert.ok(!code.includes(root) && !code.includes('file://'), relative(root, path));
      assert.ok(!code.includes(today), relative(root, path));
      assert.doesNotMatch(code, /sourceMappingURL/, relative(root, path));
    }
  });

  it('keeps lit and @lit/localize outside the modules for npm', () => {
    assert.equal(existsSync(join(dist, 'node_modules')), false);
    // The command is one file of its own, for Node.
    const apart = [cdn, join(dist, 'cli')];
    const modules = published.filter(
      (path) => path.endsWith('.js') && !apart.some((folder) => path.startsWith(folder)),
    );
    for (const path of modules) {
      for (const from of staticImports(readFileSync(path, 'utf8')))
        assert.match(from, /^(\.|lit(\/|$)|@lit\/localize(\/|$)|react$)/, relative(root, path));
    }
  });

  it('is the same when it is built again', { skip: !process.env.FULL && 'takes a while; npm run test:full' }, () => {
    // Inside the project, since the modules are resolved from there.
    const again = mkdtempSync(join(root, 'node_modules/.cache/dist-'));
    try {
      const rollup = join(root, 'node_modules/rollup/dist/bin/rollup');
      const args = [rollup, '-c', 'rollup.config.ts', '--configPlugin', 'esbuild', '--silent'];
      const { status, stderr } = spawnSync(process.execPath, args, {
        cwd: root,
        env: { ...process.env, DIST: again },
        encoding: 'utf8',
      });
      assert.equal(status, 0, stderr);
      for (const path of filesIn(again)) {
        const name = relative(again, path);
        assert.ok(readFileSync(path).equals(readFileSync(join(dist, name))), name);
      }
    } finally {
      rmSync(again, { recursive: true });
    }
  });
});
