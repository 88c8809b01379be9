import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launch } from 'puppeteer-core';
import { budget } from '../../bench/bytes.mjs';
import { serve, strictPolicy } from '../../scripts/serve.mjs';
import { root } from '../../scripts/setup.mjs';

const { CHROME_PATH = '/usr/bin/chromium', CHROME_NO_SANDBOX } = process.env;
const { files } = JSON.parse(readFileSync(join(root, 'dist/cdn/manifest.json'), 'utf8'));
const brotli = (paths) => paths.reduce((sum, path) => sum + files[path.replace('/cdn/', '')].brotli, 0);

describe('a page with one script tag and one element', () => {
  let browser;
  before(async () => {
    browser = await launch({ executablePath: CHROME_PATH, args: CHROME_NO_SANDBOX ? ['--no-sandbox'] : [] });
  });
  after(() => browser?.close());

  /** Opens a page under a policy; resolves to what it asked for, what the browser complained of, and what it shows. */
  async function open(name, policy = strictPolicy) {
    const mounts = { '/': 'test/pages', '/cdn/': 'dist/cdn' };
    const site = await serve({ mounts, headers: { 'content-security-policy': policy }, port: 0 });
    const page = await browser.newPage();
    const asked = [];
    const complaints = [];
    page.on('request', (request) => asked.push(request.url().replace(site.url, '/')));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => ['error', 'warn'].includes(message.type()) && complaints.push(message.text()));
    await page.evaluateOnNewDocument(() =>
      globalThis.addEventListener('help-ready', () => (globalThis.ready ??= performance.now())),
    );
    await page.goto(`${site.url}${name}`, { waitUntil: 'networkidle0' });
    const shown = await page.evaluate(() => {
      const element = globalThis.document.querySelector('provisioning-help');
      const before = performance.getEntriesByType('resource').filter(({ startTime }) => startTime <= globalThis.ready);
      const first = before.map(({ name }) => new URL(name).pathname).filter((path) => path.startsWith('/cdn/'));
      return {
        first,
        text: element.shadowRoot?.textContent.trim() ?? '',
        lang: element.shadowRoot?.querySelector('[lang]')?.lang,
      };
    });
    await page.close();
    await site.close();
    // The browser's own wish.
    const ours = (text) => !text.includes('favicon.ico') && !/status of 404/.test(text);
    return { asked: asked.filter(ours), complaints: complaints.filter(ours), ...shown };
  }

  // Everything that was asked for until the element says that it is ready, lazy chunks too.
  it('shows the element in English within the budget, and asks for nothing but its own files', async () => {
    const { asked, first, complaints, text } = await open('en.html');
    assert.deepEqual(complaints, []);
    assert.equal(first[0], '/cdn/provisioning-help.js');
    assert.ok(brotli(first) <= budget.firstPaint, `${brotli(first)} bytes`);
    assert.deepEqual(
      asked.slice(1).filter((path) => !path.startsWith('/cdn/')),
      [],
    );
    assert.match(text, /\w/);
  });

  it('shows another language within the budget', async () => {
    const { first, complaints, lang } = await open('nl.html');
    assert.deepEqual(complaints, []);
    const locale = first.filter((path) => path.startsWith('/cdn/locales/'));
    assert.ok(locale.includes('/cdn/locales/nl.js'));
    assert.ok(brotli(locale) <= budget.locale, `${brotli(locale)} bytes`);
    assert.equal(lang, 'nl');
  });

  it('keeps its own text where the policy does not allow the element', async () => {
    const { text } = await open('en.html', strictPolicy.replace('trusted-types help-elements', "trusted-types 'none'"));
    assert.equal(text, '');
  });

  it('works where Trusted Types are named but not enforced', async () => {
    const { text, complaints } = await open('en.html', "script-src 'self'; trusted-types 'none'");
    assert.match(text, /\w/);
    // The browser tells of the policy that it refused; nothing else may complain.
    assert.deepEqual(
      complaints.filter((complaint) => !/policy/i.test(complaint)),
      [],
    );
  });

  it('may be loaded twice: the first wins, in silence', async () => {
    const { text, complaints } = await open('twice.html', "script-src 'self'; require-trusted-types-for 'script'");
    assert.match(text, /\w/);
    assert.deepEqual(complaints, []);
  });
});
