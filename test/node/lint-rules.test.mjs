import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ESLint } from 'eslint';
import { root } from '../../scripts/setup.mjs';

const eslint = new ESLint({ cwd: root });

/** The rules that a text breaks, as if it stood in a file of the project. (The file must exist, for the rules that know types.) */
async function broken(path, code) {
  const [{ messages }] = await eslint.lintText(code, { filePath: join(root, path) });
  return messages.map(({ ruleId, message }) => `${ruleId}: ${message}`).join('\n');
}

describe('the rules of the house', () => {
  it('let imports run down', async () => {
    assert.doesNotMatch(
      await broken('src/elements/help-links.ts', `export { fire } from '../events.js';`),
      /import-direction/,
    );
    assert.doesNotMatch(await broken('src/define.ts', `import './define/help-links.js';`), /import-direction/);
  });

  for (const [path, code] of [
    ['src/events.ts', `import { sourceLocale } from './localization/negotiate.js'; export const a = sourceLocale;`],
    [
      'src/localization/negotiate.ts',
      `import type { HelpLinks } from '../elements/help-links.js'; export type A = HelpLinks;`,
    ],
    ['src/localization/negotiate.ts', `export const a = () => import('../provisioning/links.js');`],
    ['src/localization/negotiate.ts', `export * from '../index.js';`],
  ]) {
    it(`stop imports that run up: ${path} ← ${code}`, async () =>
      assert.match(await broken(path, code), /house\/import-direction/));
  }

  it('stop a folder that has no place yet', async () =>
    assert.match(await broken('src/events.ts', `export * from './utils/things.js';`), /no place in the house/));

  it('stop imports from outside src', async () =>
    assert.match(await broken('src/events.ts', `export * from '../scripts/setup.mjs';`), /house\/import-direction/));
});

describe('the bans', () => {
  const path = 'src/elements/help-links.ts';

  it('href outside rendering', async () => {
    const code = `import { html } from 'lit'; export const a = html\`<a href=\${'x'}>x</a>\`;`;
    assert.match(await broken(path, code), /no-restricted-syntax: Only src\/rendering/);
    assert.doesNotMatch(await broken('src/rendering/link.ts', code), /no-restricted-syntax/);
  });

  for (const code of [
    `export const a = (e: Element) => { e.innerHTML = ''; };`,
    `export { unsafeHTML } from 'lit/directives/unsafe-html.js';`,
    `import { html } from 'lit'; export const a = html\`<p .innerHTML=\${'x'}></p>\`;`,
    `export const a = eval('1') as number;`,
  ]) {
    it(`HTML and code in strings: ${code}`, async () => assert.match(await broken(path, code), /HTML string|no-eval/));
  }

  it('@lit/localize outside localization', async () => {
    const code = `export { msg } from '@lit/localize';`;
    assert.match(await broken(path, code), /no-restricted-imports/);
    assert.doesNotMatch(await broken('src/localization/msg.ts', code), /no-restricted-imports/);
  });

  it('any', async () =>
    assert.match(await broken(path, `export const a = (b: any): string => String(b);`), /no-explicit-any/));
});
