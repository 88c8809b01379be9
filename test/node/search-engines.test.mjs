// Both engines of packs on a web server: the command writes the index, a page under a strict policy searches it.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { launch } from 'puppeteer-core';
import { serve, strictPolicy } from '../../scripts/serve.mjs';
import { root } from '../../scripts/setup.mjs';
import { workshop } from './cli-helpers.mjs';

const { CHROME_PATH = '/usr/bin/chromium', CHROME_NO_SANDBOX } = process.env;
const article = (title, text, front = '') => `---\ntitle: "${title}"\n${front}---\n\n# ${title}\n\n${text}\n`;

describe('searching a pack on a web server', () => {
  const shop = workshop();
  // The server serves what is below the repository.
  const folder = mkdtempSync(join(root, 'node_modules/.help-elements-'));
  const below = folder.slice(root.length);
  let browser;
  let page;
  let site;
  const complaints = [];

  before(async () => {
    shop.write({
      'nl/wachtwoord.md': article(
        'Wachtwoordbeleid instellen',
        '## Lengte\n\nKies een lang wachtwoord & bewaar het.',
        'codes: [AADSTS50055]\n',
      ),
      'nl/agenda.md': article('Toegang tot de agenda', 'Deel een agenda met <b>collega’s</b>.'),
      'nl/factuur.md': article('Een factuur verzenden', 'Per e-mail.'),
      'en/factuur.md': article('Send an invoice', 'By e-mail.'),
    });
    symlinkSync(join(root, 'node_modules'), shop.path('node_modules'));
    for (const engine of ['default', 'pagefind']) {
      const { status, stdout, stderr } = shop.run('import', 'nl=nl', 'en=en', '--out', engine, '--search', engine);
      assert.ok(status < 2, `${stdout}${stderr}`);
      assert.doesNotMatch(shop.run('check', engine).stdout, /search|pagefind\.js/);
      symlinkSync(shop.path(engine), join(folder, engine));
    }
    const contents = "export * from './src/search.js'; export { openPack } from './src/topics.js';";
    const stdin = { contents, resolveDir: root, sourcefile: 'search.js' };
    await build({
      stdin,
      outdir: folder,
      entryNames: 'search',
      bundle: true,
      splitting: true,
      format: 'esm',
      logLevel: 'error',
    });
    // Pagefind needs one word more in the policy.
    const policy = strictPolicy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'");
    site = await serve({
      mounts: { '/': 'test/pages', '/lib/': below },
      headers: { 'content-security-policy': policy },
      port: 0,
    });
    browser = await launch({ executablePath: CHROME_PATH, args: CHROME_NO_SANDBOX ? ['--no-sandbox'] : [] });
    page = await browser.newPage();
    page.on('console', (message) => ['error', 'warn'].includes(message.type()) && complaints.push(message.text()));
    page.on('pageerror', ({ message }) => complaints.push(message));
    await page.goto(`${site.url}en.html`);
  });
  after(async () => {
    await browser?.close();
    await site?.close();
    rmSync(folder, { recursive: true });
  });

  /** What a page gets; `ids` of the results and all of the first one. */
  const search = (engine, locale, query) =>
    page.evaluate(
      async (engine, locale, query) => {
        const { openIndex, openPack } = await import('/lib/search.js');
        const opened = await openPack(`/lib/${engine}/`);
        const { ok, index, fault } = opened.ok ? await openIndex(opened.pack, locale) : opened;
        if (!ok) return { fault };
        const { results, ...rest } = await index.search(query);
        return { ...rest, ids: results.map(({ id }) => id), first: results[0] };
      },
      engine,
      locale,
      query,
    );
  const marked = ({ text, marks }) => marks.map(([start, end]) => text.slice(start, end));

  for (const engine of ['default', 'pagefind']) {
    it(`${engine}: finds topics by words, the beginning of a word and codes`, async () => {
      for (const [query, id] of [
        ['agenda', 'agenda'],
        ['wachtwoordb', 'wachtwoord'],
        ['AADSTS50055', 'wachtwoord'],
        ['factuur verzenden', 'factuur'],
      ])
        assert.equal((await search(engine, 'nl-BE', query)).ids?.[0], id, query);
    });

    it(`${engine}: marks what it found, as text`, async () => {
      const { first } = await search(engine, 'nl', 'agenda');
      assert.equal(first.title, 'Toegang tot de agenda');
      assert.deepEqual(marked({ text: first.title, marks: first.titleMarks }), ['agenda']);
      assert.equal(first.where, 'title');
      assert.ok(marked(first.excerpt).includes('agenda'), JSON.stringify(first.excerpt));
      assert.doesNotMatch(first.excerpt.text, /<|&\w+;/);
    });

    it(`${engine}: has topics that lack the language in another one`, async () => {
      const { first } = await search(engine, 'en', 'agenda');
      assert.deepEqual([first?.id, first?.locale], ['agenda', 'nl']);
    });

    it(`${engine}: offers near titles where nothing is found`, async () => {
      const { ids, nearest } = await search(engine, 'en', 'xqzw invoicexx');
      if (!ids.length) assert.equal(nearest?.[0]?.id, 'factuur');
    });
  }

  it('finds the new index of a pack that was replaced since it was opened', async () => {
    shop.write({ 'nl/nieuw.md': article('Een kat adopteren', 'Miauw.') });
    // By an address of its own, because a pack that is open stays so.
    await page.evaluate(async () => {
      const { openPack } = await import('/lib/search.js');
      globalThis.old = await openPack('/lib/default/pack.json?old');
    });
    shop.run('import', 'nl=nl', 'en=en', '--out', 'default');
    const found = await page.evaluate(async () => {
      const { openIndex } = await import('/lib/search.js');
      const { index, fault } = await openIndex(globalThis.old.pack, 'nl');
      return index ? (await index.search('kat')).results.map(({ id }) => id) : fault;
    });
    assert.deepEqual(found, ['nieuw']);
  });

  // The page's own script is not served here.
  it('has nothing to complain of', () =>
    assert.deepEqual(
      complaints.filter((text) => !text.includes('404')),
      [],
    ));
});
