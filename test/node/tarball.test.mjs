// What a user installs: the packed tarball, in an app that knows nothing of this repository, built by Vite and served under
// the strict policy.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launch } from 'puppeteer-core';
import { build } from 'vite';
import { serve, strictPolicy } from '../../scripts/serve.mjs';
import { root } from '../../scripts/setup.mjs';

const { CHROME_PATH = '/usr/bin/chromium', CHROME_NO_SANDBOX } = process.env;

describe('the packed tarball in an app built by Vite', () => {
  const app = mkdtempSync(join(tmpdir(), 'help-elements-app-'));
  const out = mkdtempSync(join(root, 'node_modules/.cache/app-'));
  let browser;
  let site;

  before(async () => {
    const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', app], {
      cwd: root,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    const [{ filename }] = JSON.parse(packed);
    const modules = join(app, 'node_modules');
    mkdirSync(join(modules, 'help-elements'), { recursive: true });
    execFileSync('tar', ['-xzf', join(app, filename), '-C', join(modules, 'help-elements'), '--strip-components=1']);
    // Its dependencies as npm would lay them; these two are all that a user gets beside it.
    for (const name of ['lit', 'lit-html', 'lit-element', '@lit', '@types'])
      symlinkSync(join(root, 'node_modules', name), join(modules, name));
    cpSync(join(root, 'test/app'), app, { recursive: true });
    await build({ root: app, configFile: false, logLevel: 'error', build: { outDir: out, emptyOutDir: true } });
    // From npm, Lit itself makes the templates.
    const headers = {
      'content-security-policy': strictPolicy.replace('trusted-types help-elements', 'trusted-types lit-html'),
    };
    site = await serve({ mounts: { '/': relative(root, out) }, headers, port: 0 });
    browser = await launch({ executablePath: CHROME_PATH, args: CHROME_NO_SANDBOX ? ['--no-sandbox'] : [] });
  });
  after(async () => {
    await browser?.close();
    await site?.close();
    rmSync(app, { recursive: true });
    rmSync(out, { recursive: true });
  });

  it('shows the flagship in the language of the page, asks only this site, and breaks no rule', async () => {
    const page = await browser.newPage();
    const asked = [];
    const complaints = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      // The icon of the page is the browser's own wish.
      const wish = message.location().url?.endsWith('/favicon.ico');
      if (['error', 'warn'].includes(message.type()) && !wish) complaints.push(message.text());
    });
    await page.goto(site.url, { waitUntil: 'networkidle0' });
    const shown = await page.$eval('provisioning-help', (element) => ({
      lang: element.shadowRoot.querySelector('[lang]').lang,
      heading: element.shadowRoot.querySelector('h2').textContent,
      checks: element.shadowRoot.querySelectorAll('help-tab[name=wrong-users] [part=check]').length,
    }));
    assert.equal(shown.lang, 'nl');
    assert.match(shown.heading, /Contoso Travel/);
    assert.ok(shown.checks > 5, `${shown.checks} checks`);
    assert.deepEqual(complaints, []);
    assert.deepEqual(
      asked.filter((url) => !url.startsWith(site.url)),
      [],
    );
  });
});
