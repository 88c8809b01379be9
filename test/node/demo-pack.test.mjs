// The help of the demo's company, as the command makes it: whole, in two languages, and every topic within reach.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../../scripts/setup.mjs';
import { workshop } from './cli-helpers.mjs';

const languages = ['en', 'nl'];
const address = /"(?:url|href)":"#([^"]+)"/g;

describe('the help of the demo', () => {
  const shop = workshop();
  const folders = languages.map((locale) => `${locale}=${join(root, 'demo/help', locale)}`);
  const built = shop.run('build', ...folders, '--out', 'pack');
  const { topics } = shop.json('pack/pack.json');
  const file = (topic, locale) => shop.read(join('pack', decodeURIComponent(topic.locales[locale].file)));

  it('is built without a remark, and nothing is wrong with it', () => {
    assert.deepEqual([built.status, built.lines], [0, []], built.stderr);
    const checked = shop.run('check', 'pack');
    assert.deepEqual([checked.status, checked.lines], [0, []], checked.stderr);
  });

  it('has every topic in both languages, and at least 25 of them beside the lists of topics', () => {
    for (const { id, locales } of topics) assert.deepEqual(Object.keys(locales), languages, id);
    const articles = topics.filter(({ id }) => !/(^|\/)index$/.test(id));
    assert.ok(articles.length >= 25, `${articles.length} topics`);
  });

  for (const locale of languages)
    it(`leads from its first page to every topic, by links alone (${locale})`, () => {
      const reached = new Set(['index']);
      // A set takes in what is added while it is gone through.
      for (const id of reached) {
        const topic = topics.find((one) => one.id === id);
        for (const [, target] of file(topic, locale).matchAll(address)) reached.add(decodeURIComponent(target));
      }
      const lost = topics.map(({ id }) => id).filter((id) => !reached.has(id));
      assert.deepEqual(lost, []);
    });

  it('is found by page and by code, in any language the same', () => {
    for (const topic of topics) {
      const [one, other] = languages.map((locale) => {
        const { codes, aliases, routes, updated } = JSON.parse(file(topic, locale));
        return { codes, aliases, routes, updated };
      });
      assert.deepEqual(other, one, topic.id);
    }
    for (const code of ['EntryConflict', 'InvalidCredentials', 'NotEffectivelyEntitled', 'TooManyDeletes'])
      assert.equal(topics.filter(({ codes = [] }) => codes.includes(code)).length, 1, code);
  });
});
