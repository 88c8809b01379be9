// What export-html writes: pages that need no script, by the elements themselves.
import assert from 'node:assert/strict';
import { existsSync, statSync, utimesSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse } from 'parse5';
import { png, workshop } from './cli-helpers.mjs';

describe('help-elements export-html', () => {
  const shop = workshop();
  shop.write({
    'en/pay.md':
      '# Pay <safely>\n\nSee [send](bills/send.md), [gone](gone.md) and ![A card](card.png).\n\n## By card\n\nNow, {Name}.\n\n## By bank\n\nLater.\n',
    'en/bills/send.md': '# Send\n\nBack to [pay](../pay.md).\n',
    'en/card.png': png,
    'ar/pay.md': '# ادفع\n\nانظر [send](bills/send.md).\n',
  });
  shop.run('build', 'en', 'ar', '--out', 'pack');
  const first = shop.run('export-html', 'pack', '--out', 'pages');
  const page = (name) => shop.read(`pages/${name}`);
  /** All elements of a page, those in shadow roots too. */
  const elements = (name) => {
    const found = [];
    const walk = (node) => {
      found.push({
        name: node.nodeName,
        ...Object.fromEntries((node.attrs ?? []).map(({ name, value }) => [name, value])),
      });
      for (const child of [...(node.childNodes ?? []), ...(node.content?.childNodes ?? [])]) walk(child);
    };
    walk(parse(page(name)));
    return found;
  };

  it('writes a page for each topic and language, and lists of them', () => {
    assert.equal(first.stderr, '3 pages in ar, en in pages. 0 errors, 1 warning, 0 remarks.\n');
    assert.deepEqual(
      shop.files('pages').filter((name) => name.endsWith('.html')),
      [
        'ar/index.html',
        'ar/topics/pay.html',
        'en/index.html',
        'en/topics/bills/send.html',
        'en/topics/pay.html',
        'index.html',
      ],
    );
    assert.match(page('en/index.html'), /Pay &lt;safely>|Pay &lt;safely&gt;/);
  });

  it('says in which language and direction a page is, and leads to the others', () => {
    const [html] = elements('ar/topics/pay.html').filter(({ name }) => name === 'html');
    assert.deepEqual([html.lang, html.dir], ['ar', 'rtl']);
    const other = elements('ar/topics/pay.html').find(({ hreflang }) => hreflang === 'en');
    assert.ok(existsSync(shop.path('pages/ar/topics', other.href)));
  });

  it('has all the words and links in declarative shadow roots, and no script, style or handler', () => {
    const all = elements('en/topics/pay.html');
    assert.ok(all.some(({ shadowrootmode }) => shadowrootmode === 'open'));
    for (const node of all) {
      assert.ok(!['script', 'style'].includes(node.name));
      assert.deepEqual(
        Object.keys(node).filter((name) => /^on|^style$/.test(name)),
        [],
      );
    }
    for (const words of ['By card', 'Now, ', 'By bank', 'Later.'])
      assert.ok(page('en/topics/pay.html').includes(words), words);
  });

  it('has addresses that lead to pages, pictures and styles that are there; also where a topic lacks the language', () => {
    for (const path of [
      'en/topics/pay.html',
      'en/topics/bills/send.html',
      'ar/topics/pay.html',
      'ar/index.html',
      'index.html',
    ])
      for (const { href, src } of elements(path)) {
        const url = href ?? src;
        if (url === undefined || url.startsWith('#')) continue;
        const file = new URL(url, `https://x/${path}`).pathname;
        assert.ok(existsSync(shop.path('pages', `.${decodeURIComponent(file)}`)), `${path}: ${url}`);
      }
    assert.ok(elements('ar/topics/pay.html').some(({ href }) => href === '../../en/topics/bills/send.html'));
  });

  it('tells what nobody will fill in', () => {
    assert.equal(first.status, 1);
    assert.deepEqual(first.lines, [
      'pack/en/topics/pay.json:1: warning: {Name} stays as it is: no page fills it in here [placeholder]',
    ]);
  });

  it('writes the same again without touching it, and only the languages asked for', () => {
    for (const name of shop.files('pages')) utimesSync(shop.path('pages', name), 1_000_000, 1_000_000);
    shop.run('export-html', 'pack', '--out', 'pages');
    for (const name of shop.files('pages')) assert.equal(statSync(shop.path('pages', name)).mtimeMs, 1e9, name);
    shop.run('export-html', 'pack', '--out', 'english', '--locale', 'en');
    assert.ok(!shop.files('english').some((name) => name.startsWith('ar/')));
  });

  it('leaves out a topic that is not the one that the pack lists', () => {
    shop.write({ 'pack/en/topics/bills/send.json': '{}' });
    const { status, lines } = shop.run('export-html', 'pack', '--out', 'pages');
    assert.equal(status, 1);
    assert.match(lines.join('\n'), /pack\/en\/topics\/bills\/send\.json:1: error: Left out: .*\[hash-mismatch\]/);
    assert.ok(!existsSync(shop.path('pages/en/topics/bills/send.html')));
  });
});
