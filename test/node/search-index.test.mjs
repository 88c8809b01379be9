// What the command writes for search engines.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { workshop } from './cli-helpers.mjs';

const long = 'Een woord volgt op een ander. '.repeat(30);

describe('the search index of a pack', () => {
  const shop = workshop();
  shop.write({
    'nl/a.md': `# Agenda\n\nKort **vet** en \`code\`.\n\n| Kop | Cel |\n|---|---|\n| een | twee |\n\n## Delen\n\n- punt\n- [link](https://example.com)\n`,
    'nl/lang.md': `# Lang\n\n${long}\n`,
    'en/only.md': '# Only in English\n\nText.\n',
  });
  const make = (...more) => shop.run('build', 'nl=nl', 'en=en', '--out', 'pack', ...more);
  make();

  it('has headings and text of every topic, in the reader’s language or the nearest', () => {
    const { version, ids, headings, texts } = shop.json('pack/nl/search.json');
    assert.deepEqual([version, ids], [1, ['a', 'lang', 'only']]);
    assert.equal(headings[0], 'Delen');
    assert.equal(texts[0], 'Kort vet en code. Kop Cel een twee punt link');
    assert.equal(texts[2], 'Text.');
  });

  it('cuts a long text between words', () => {
    const [, text] = shop.json('pack/nl/search.json').texts;
    assert.ok(text.length <= 300 && text.length > 280, `${text.length}`);
    assert.ok(long.startsWith(text) && /^\W/.test(long.slice(text.length)));
  });

  it('is listed with its hash, which check reads', () => {
    const { engine, files } = shop.json('pack/pack.json').search;
    assert.equal(engine, 'default');
    assert.deepEqual(Object.keys(files), ['en', 'nl']);
    for (const { file, hash } of Object.values(files)) {
      const bytes = readFileSync(shop.path('pack', file));
      assert.equal(hash, `sha256-${createHash('sha256').update(bytes).digest('base64')}`);
    }
    const check = () => shop.run('check', 'pack').lines.filter((line) => line.includes('search.json'));
    assert.deepEqual(check(), []);
    shop.write({ 'pack/nl/search.json': '{}' });
    assert.match(check().join(), /hash differs/);
  });

  it('is left out, or left to another engine, as the author wishes', () => {
    make('--search', 'none');
    assert.equal(shop.json('pack/pack.json').search, undefined);
    assert.ok(!shop.files('pack').includes('nl/search.json'));
    make('--search', 'typesense');
    assert.deepEqual(shop.json('pack/pack.json').search, { engine: 'typesense', files: {} });
    assert.equal(make('--search', 'pagefind').status, 2);
    assert.match(make('--search', 'pagefind').stderr, /npm install --save-dev pagefind/);
    assert.equal(shop.json('pack/pack.json').search.engine, 'typesense');
  });
});
