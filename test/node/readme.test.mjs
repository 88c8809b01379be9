// Every snippet of the README is run: pages in a browser under the strict policy, modules through the package's exports.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launch } from 'puppeteer-core';
import ts from 'typescript';
import { build } from 'vite';
import { readmeWithApi } from '../../scripts/api-docs.mjs';
import { serve, strictPolicy } from '../../scripts/serve.mjs';
import { root } from '../../scripts/setup.mjs';

const { CHROME_PATH = '/usr/bin/chromium', CHROME_NO_SANDBOX } = process.env;
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const snippets = [...readme.matchAll(/(?:<!-- run: (\w+) -->\n+)?```(\w+)\n([\s\S]*?)```/g)].map(
  ([, run, language, code], index) => ({ run, language, code, name: `${index + 1} (${run ?? language})` }),
);
const of = (kind) => snippets.filter(({ run }) => run === kind);

describe('the README', () => {
  // Inside the project, so that `help-elements` is the package itself, as it is published.
  const folder = mkdtempSync(join(root, 'node_modules/.cache/readme-'));
  after(() => rmSync(folder, { recursive: true }));

  it('has no snippet that no test knows', () =>
    assert.deepEqual(
      snippets.filter(({ run, language }) => !run && language !== 'sh').map(({ name }) => name),
      [],
    ));

  it('shows commands that exist', () => {
    for (const { code } of snippets.filter(({ language }) => language === 'sh'))
      for (const [, command] of code.matchAll(/^npm (?:run )?(\w+)/gm))
        assert.ok(scripts[command] || ['init', 'install'].includes(command), command);
  });

  it('has the reference that the code has', async () =>
    assert.equal(await readmeWithApi(), readme, 'run node scripts/api-docs.mjs'));

  it('names the policy that the demo and the tests use', () => assert.equal(of('policy')[0].code.trim(), strictPolicy));

  it('names every custom property that there is', () => {
    const used = readFileSync(join(root, 'dist/cdn/help-elements.js'), 'utf8').matchAll(/var\((--help-[\w-]+)/g);
    for (const name of new Set([...used].map(([, name]) => name))) assert.ok(readme.includes(`\`${name}\``), name);
  });

  describe('its pages', () => {
    let browser;
    let site;
    before(async () => {
      of('page').forEach(({ code }, index) =>
        writeFileSync(
          join(folder, `${index}.html`),
          `<!doctype html><html lang="en"><title>Page</title>\n${code}</html>`,
        ),
      );
      writeFileSync(join(folder, 'theme.css'), of('css')[0].code);
      writeFileSync(join(folder, 'topic.json'), of('topic')[0].code);
      site = await serve({ mounts: { '/': relative(root, folder), '/cdn/': 'dist/cdn' }, port: 0 });
      browser = await launch({ executablePath: CHROME_PATH, args: CHROME_NO_SANDBOX ? ['--no-sandbox'] : [] });
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });

    of('page').forEach(({ name }, index) =>
      it(`${name} shows, and breaks no rule of the policy`, async () => {
        const page = await browser.newPage();
        const complaints = [];
        page.on('pageerror', (error) => complaints.push(error.message));
        page.on('console', (message) => ['error', 'warn'].includes(message.type()) && complaints.push(message.text()));
        await page.goto(`${site.url}${index}.html`, { waitUntil: 'networkidle0' });
        const shown = await page.evaluate(() =>
          [
            ...globalThis.document.querySelectorAll(':is(provisioning-help, help-topic, help-links, help-launcher)'),
          ].map((element) => element.shadowRoot?.querySelectorAll('a, button').length ?? 0),
        );
        await page.close();
        assert.deepEqual(
          complaints.filter((text) => !text.includes('404')),
          [],
        );
        assert.ok(shown.length > 0 && shown.every((count) => count > 0), `links and buttons shown: ${shown}`);
      }),
    );
  });

  for (const { name, code, language } of of('bundle')) {
    it(`${name} is correct TypeScript, and bundles`, async () => {
      const home = join(folder, name.replace(/\W+/g, '-'));
      mkdirSync(home);
      const file = join(home, `main.${language}`);
      writeFileSync(file, code);
      const program = ts.createProgram([file], {
        noEmit: true,
        strict: true,
        allowJs: true,
        skipLibCheck: true,
        types: [],
        target: ts.ScriptTarget.ES2022,
        lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
        module: ts.ModuleKind.ESNext,
        moduleResolution: ts.ModuleResolutionKind.Bundler,
        jsx: ts.JsxEmit.ReactJSX,
      });
      const faults = ts
        .getPreEmitDiagnostics(program)
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
      assert.deepEqual(faults, []);
      await build({
        root: home,
        configFile: false,
        logLevel: 'error',
        build: { outDir: 'out', lib: { entry: file, formats: ['es'], fileName: 'main' } },
      });
      assert.match(readFileSync(join(home, 'out/main.js'), 'utf8'), /help|Help/);
    });
  }
});
