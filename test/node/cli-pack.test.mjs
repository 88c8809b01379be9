// What import and build write, and when they don't.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { command, workshop } from './cli-helpers.mjs';

const article = (title, text = 'Some words.', front = '') =>
  `---\ntitle: "${title}"\n${front}---\n\n# ${title}\n\n${text}\n`;
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
);

describe('help-elements import', () => {
  const shop = workshop();
  shop.write({
    'nl/pay.md': article(
      'Betalen',
      'Zie [facturen](bills/send.md) en [weg](gone.md).',
      'ms.custom:\n- "9000123"\n- "4567"\n',
    ),
    'nl/bills/send.md': article('Facturen', '- een\n- twee\n\n![Knop](../media/knop.png)\n\n![Weg](media/weg.png)'),
    'nl/media/knop.png': png,
    'nl/with space & ‘quotes’.md': article('Namen'),
    'nl/includes/part.md': 'Not an article',
    'de/pay.md': article(
      'Bezahlen',
      'Siehe [Rechnungen](bills/send.md) und [weg](gone.md).',
      'ms.custom:\n- "9000123"\n',
    ),
    'de/bills/send.md': article('Rechnungen', '- eins\n\n[Mehr](https://learn.microsoft.com/de-de/x)'),
  });
  const args = ['import', 'nl', 'de-DE=de', '--out', 'pack'];
  const first = shop.run(...args);

  it('merges languages by path into one list with a hash for each file', () => {
    assert.equal(first.status, 1, first.stderr);
    const pack = shop.json('pack/pack.json');
    assert.equal(pack.version, 1);
    assert.deepEqual(pack.locales, ['de-DE', 'nl']);
    assert.deepEqual(
      pack.topics.map(({ id, locales }) => [id, Object.keys(locales)]),
      [
        ['bills/send', ['de-DE', 'nl']],
        ['pay', ['de-DE', 'nl']],
        ['with space & ‘quotes’', ['nl']],
      ],
    );
    for (const { locales } of pack.topics)
      for (const { file, hash } of Object.values(locales)) {
        const bytes = readFileSync(shop.path('pack', decodeURIComponent(file)));
        assert.equal(hash, `sha256-${createHash('sha256').update(bytes).digest('base64')}`, file);
      }
    assert.equal(pack.topics[2].locales.nl.file, 'nl/topics/with%20space%20%26%20%E2%80%98quotes%E2%80%99.json');
    assert.ok(existsSync(shop.path('pack/nl/topics/with space & ‘quotes’.json')));
  });

  it('has an index of aliases and the titles of the articles', () => {
    const pack = shop.json('pack/pack.json');
    assert.deepEqual(pack.aliases, { 4567: ['pay'], 9000123: ['pay'] });
    assert.deepEqual(pack.topics[1].aliases, ['9000123', '4567']);
    assert.equal(pack.topics[1].locales['de-DE'].title, 'Bezahlen');
  });

  it('takes pictures along, and leaves the address of one that is missing with its alternative text', () => {
    const { body } = shop.json('pack/nl/topics/bills/send.json');
    const [there, gone] = body.slice(1).map(({ children }) => children[0]);
    assert.match(there.url, /^\.\.\/\.\.\/\.\.\/images\/[\da-f]{16}\/knop\.png$/);
    assert.deepEqual(readFileSync(shop.path('pack/nl/topics/bills', there.url)), png);
    assert.equal(gone.alt, 'Weg');
    const { images } = shop.json('pack/pack.json');
    assert.deepEqual(Object.keys(images), [there.url.replaceAll('../', '')]);
  });

  it('tells each problem with file, line and level', () => {
    for (const line of first.lines) assert.match(line, /^[^:]+:\d+: (error|warning|info): .+/);
    const has = (pattern) =>
      assert.ok(
        first.lines.some((line) => pattern.test(line)),
        `${pattern}\n${first.stdout}`,
      );
    has(/^nl\/pay\.md:\d+: warning: .*gone.* \[broken-link\]$/);
    has(/^nl\/bills\/send\.md:\d+: warning: .*media\/weg\.png.* \[missing-image\]$/);
    has(
      /^nl\/bills\/send\.md:1: warning: nl differs from de-DE: .*listItem 2 instead of 1.* \[structure-differs\]$|^de\/bills\/send\.md:1: warning: de-DE differs from nl: .*listItem 1 instead of 2.* \[structure-differs\]$/,
    );
    has(/\[links-differ\]$/);
    has(/^nl\/with space.*: info: There is no de-DE of it \[missing-translation\]$/);
    assert.match(first.stderr, /^3 topics in de-DE, nl in pack\. 0 errors, \d+ warnings, \d+ remarks?\.\n$/);
  });

  it('gives the same as JSON', () => {
    const { status, stdout, stderr } = shop.run(...args, '--format', 'json');
    assert.equal(status, 1);
    assert.equal(stderr, '');
    const { command: name, problems, counts } = JSON.parse(stdout);
    assert.equal(name, 'import');
    assert.equal(counts.topics, 3);
    assert.equal(problems.length, first.lines.length);
    assert.deepEqual(Object.keys(problems[0]).sort(), ['code', 'file', 'level', 'line', 'message']);
  });

  it('writes the same bytes again, with a cache and without, and no file that is the same', () => {
    const snapshot = (pack) => shop.files(pack).map((name) => [name, shop.read(`${pack}/${name}`)]);
    const before = snapshot('pack');
    for (const name of shop.files('pack')) utimesSync(shop.path('pack', name), 1_000_000, 1_000_000);
    assert.match(shop.run(...args).stderr, /as before/);
    shop.run(...args, '--no-cache');
    assert.deepEqual(snapshot('pack'), before);
    for (const name of shop.files('pack')) assert.equal(statSync(shop.path('pack', name)).mtimeMs, 1e9, name);
    shop.run('import', 'nl', 'de-DE=de', '--out', 'other/pack');
    assert.deepEqual(snapshot('other/pack'), before);
  });

  it('rewrites what one edit changes and leaves the time of the rest', () => {
    shop.write({ 'nl/pay.md': shop.read('nl/pay.md').replace('Zie', 'Lees') });
    const { stdout } = shop.run(...args);
    assert.equal(stdout.split('\n').length, first.lines.length + 1);
    const changed = shop.files('pack').filter((name) => statSync(shop.path('pack', name)).mtimeMs !== 1e9);
    assert.deepEqual(changed, ['nl/search.json', 'nl/topics/pay.json', 'pack.json']);
  });

  it('puts back what somebody changed in the pack', () => {
    const before = shop.read('pack/de-DE/topics/pay.json');
    shop.write({ 'pack/de-DE/topics/pay.json': before.replace('Siehe', 'Sieh'), 'pack/stranger.txt': 'x' });
    shop.run(...args);
    assert.equal(shop.read('pack/de-DE/topics/pay.json'), before);
    assert.ok(!existsSync(shop.path('pack/stranger.txt')));
  });

  it('drops what is gone from the articles', () => {
    shop.write({ 'de/extra.md': article('Extra') });
    shop.run(...args);
    assert.ok(existsSync(shop.path('pack/de-DE/topics/extra.json')));
    rmSync(shop.path('de/extra.md'));
    shop.run(...args);
    assert.ok(!existsSync(shop.path('pack/de-DE/topics/extra.json')));
  });
});

describe('languages', () => {
  const shop = workshop();
  const pair = (id, dutch, english) =>
    `<span data-ttu-id="a-${id}">${dutch}</span><span class="sxs-lookup"><span data-stu-id="a-${id}">${english}</span></span>`;
  shop.write({
    'docs/a.md': `---\ntitle: "Een"\nms.contentlocale: nl-NL\n---\n\n# ${pair(101, 'Een', 'One')}\n\n${pair(102, 'Hallo daar.', 'Hello there.')}\n`,
    'words/a.md': '# One\n\nHello you.\n',
  });

  it('are both taken from side-by-side articles, the first as the articles say', () => {
    shop.run('import', 'docs', '--out', 'pack');
    const [{ locales }] = shop.json('pack/pack.json').topics;
    assert.deepEqual(
      Object.entries(locales).map(([locale, { title }]) => [locale, title]),
      [
        ['en', 'One'],
        ['nl-NL', 'Een'],
      ],
    );
    assert.equal(shop.json('pack/pack.json').source, 'en');
  });

  it('come from a folder of their own rather than from the second half', () => {
    shop.run('import', 'docs', 'en=words', '--out', 'pack');
    assert.match(shop.read('pack/en/topics/a.json'), /Hello you/);
    assert.match(shop.run('import', 'docs', 'en=words', '--out', 'pack').stderr, /as before/);
  });

  it('are written in their canonical form, and have to be tags', () => {
    shop.run('import', 'docs', '--locale', 'NL_nl', '--out', 'pack');
    assert.ok(shop.json('pack/pack.json').locales.includes('nl-NL'));
    assert.equal(shop.run('import', 'docs', '--locale', 'Dutch!', '--out', 'pack').status, 2);
    const { status, stderr } = shop.run('import', 'words', '--out', 'pack');
    assert.equal(status, 2);
    assert.match(stderr, /TAG=/);
  });
});

describe('what goes wrong', () => {
  const shop = workshop();
  shop.write({ 'nl/good.md': article('Goed'), 'empty/readme.txt': '', 'mine/holiday.txt': 'photos' });

  it(
    'in one article is told, and the rest is built',
    { skip: process.getuid?.() === 0 && process.platform === 'win32' },
    () => {
      shop.write({ 'bad/good.md': article('Goed'), 'bad/deep.md': `# Diep\n\n${'>'.repeat(3000)} diep\n` });
      const { status, lines } = shop.run('import', 'nl=bad', '--out', 'pack');
      assert.equal(status, 1);
      assert.ok(
        lines.some((line) => /^bad\/deep\.md:\d+: error: /.test(line)),
        lines.join('\n'),
      );
      assert.deepEqual(
        shop.json('pack/pack.json').topics.map(({ id }) => id),
        ['good'],
      );
    },
  );

  it('before anything is read ends with 2, a reason, and the old pack', () => {
    const before = shop.read('pack/pack.json');
    for (const [args, reason] of [
      [['import', 'nowhere', '--out', 'pack'], /nowhere/],
      [['import', 'en=empty', '--out', 'pack'], /no Markdown/],
      [['build', 'nl'], /--out/],
      [['import', 'nl', '--out', 'pack', '--sections', 'all'], /headings, bold, body/],
      [['import', 'nl', '--out', 'pack', '--docs-base', 'nowhere'], /nowhere/],
      [['import', 'nl', '--out', 'mine'], /holds other things/],
      [['export-html', 'nl', '--out', 'pages'], /no pack/],
      [['fly'], /unknown command/],
    ]) {
      const { status, stdout, stderr } = shop.run(...args);
      assert.equal(status, 2, args.join(' '));
      assert.match(stderr, reason);
      assert.equal(stdout, '');
    }
    assert.equal(shop.read('pack/pack.json'), before);
    assert.equal(shop.read('mine/holiday.txt'), 'photos');
  });

  it('with every article leaves the old pack', () => {
    const before = shop.read('pack/pack.json');
    shop.write({ 'deep/deep.md': `# Diep\n\n${'>'.repeat(3000)} diep\n` });
    assert.equal(shop.run('import', 'nl=deep', '--out', 'pack').status, 2);
    assert.equal(shop.read('pack/pack.json'), before);
  });

  it('a folder that can’t be written', { skip: process.getuid?.() === 0 || process.platform === 'win32' }, () => {
    shop.write({ 'locked/x.txt': '' });
    chmodSync(shop.path('locked'), 0o500);
    assert.equal(shop.run('import', 'nl', '--out', 'locked/pack').status, 2);
    chmodSync(shop.path('locked'), 0o700);
  });

  for (const signal of ['SIGINT', 'SIGKILL'])
    it(`${signal} in the middle leaves the old pack whole, and nothing in the way of the next run`, async () => {
      const many = Object.fromEntries(
        Array.from({ length: 400 }, (_, index) => [
          `many/${index}.md`,
          article(`Nummer ${index}`, 'Woorden. '.repeat(400)),
        ]),
      );
      shop.write(many);
      const before = shop.read('pack/pack.json');
      const child = spawn(process.execPath, [command, 'import', 'nl=many', '--out', 'pack'], {
        cwd: shop.folder,
        stdio: 'ignore',
      });
      const beside = () => readdirSync(shop.folder).filter((name) => name.startsWith('.pack.new'));
      while (!beside().length && child.exitCode === null) await sleep(5);
      child.kill(signal);
      const [, ended] = await once(child, 'exit');
      assert.equal(ended, signal);
      assert.equal(shop.read('pack/pack.json'), before);
      if (signal === 'SIGINT') assert.deepEqual(beside(), []);
      assert.notEqual(shop.run('import', 'nl', '--out', 'pack').status, 2);
      assert.deepEqual(beside(), []);
    });
});
