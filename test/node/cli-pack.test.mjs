// What import and build write, and when they don't.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadSource } from '../../scripts/testing/load-source.mjs';
import { command, png, workshop } from './cli-helpers.mjs';

const article = (title, text = 'Some words.', front = '') =>
  `---\ntitle: "${title}"\n${front}---\n\n# ${title}\n\n${text}\n`;

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
        ['pay', ['de-DE', 'nl']],
        ['with space & ‘quotes’', ['nl']],
        ['bills/send', ['de-DE', 'nl']],
      ],
    );
    for (const { locales } of pack.topics)
      for (const { file, hash } of Object.values(locales)) {
        const bytes = readFileSync(shop.path('pack', decodeURIComponent(file)));
        assert.equal(hash, `sha256-${createHash('sha256').update(bytes).digest('base64')}`, file);
      }
    assert.equal(pack.topics[1].locales.nl.file, 'nl/topics/with%20space%20%26%20%E2%80%98quotes%E2%80%99.json');
    assert.ok(existsSync(shop.path('pack/nl/topics/with space & ‘quotes’.json')));
  });

  it('has an index of aliases and the titles of the articles', () => {
    const pack = shop.json('pack/pack.json');
    assert.deepEqual(pack.aliases, { 4567: ['pay'], 9000123: ['pay'] });
    assert.deepEqual(pack.topics[0].aliases, ['9000123', '4567']);
    assert.equal(pack.topics[0].locales['de-DE'].title, 'Bezahlen');
  });

  it('takes pictures along, and leaves the address of one that is missing with its alternative text', () => {
    const { body } = shop.json('pack/nl/topics/bills/send.json');
    const [there, gone] = body.slice(1).map(({ children }) => children[0]);
    assert.match(there.url, /^\.\.\/\.\.\/\.\.\/images\/[\da-f]{16}\/knop\.png$/);
    assert.deepEqual(readFileSync(shop.path('pack/nl/topics/bills', there.url)), png);
    assert.deepEqual([there.width, there.height], [1, 1]);
    assert.equal(gone.alt, 'Weg');
    assert.equal(gone.width, undefined);
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

describe('the options of import', () => {
  const shop = workshop();
  shop.write({ 'nl/a.md': '# Een\n\n**Deel een**\n\nZie [x](/admin) en ** dat**.\n\n**Deel twee**\n\nWoorden.\n' });
  const topic = (...args) => {
    shop.run('import', 'nl', '--out', 'pack', ...args);
    return shop.json('pack/nl/topics/a.json');
  };
  const text = (...args) => JSON.stringify(topic(...args));

  it('--docs-base stands before addresses that begin with /', () => {
    assert.match(text(), /"https:\/\/learn\.microsoft\.com\/admin"/);
    assert.match(text('--docs-base', 'https://docs.example/nl/'), /"https:\/\/docs\.example\/nl\/admin"/);
  });

  it('--sections bold makes sections of bold paragraphs', () => {
    assert.equal(topic().sections, undefined);
    assert.deepEqual(
      topic('--sections', 'bold').sections.map(({ label }) => label),
      ['Deel een', 'Deel twee'],
    );
  });

  it('--no-repair leaves damage as it is', () => {
    assert.ok(!text().includes('** dat**'));
    assert.ok(text('--no-repair').includes('** dat**'));
  });
});

describe('links without words', () => {
  const shop = workshop();
  shop.write({
    'nl/a.md': article('Een', 'Open [](https://docs.microsoft.com/nl-nl/admin) en [](https://aka.ms/x).'),
    'de/a.md': article('Eins', 'Öffnen Sie [Verwaltung](https://docs.microsoft.com/de-de/admin).'),
    'en/a.md': article('One', 'Open [admin center](https://docs.microsoft.com/en-us/admin).'),
  });
  const words = () =>
    shop
      .json('pack/nl/topics/a.json')
      .body[0].children.filter(({ type }) => type === 'link')
      .map(({ children }) => children[0].value);

  it('get those of the same article in English, else in the first other language, else the host', () => {
    const { lines } = shop.run('import', 'nl', 'de', 'en', '--out', 'pack');
    assert.deepEqual(words(), ['admin center', 'aka.ms']);
    assert.ok(lines.some((line) => /^nl\/a\.md:7: info: .*those in en are shown \[link-without-text\]$/.test(line)));
    shop.run('import', 'nl', 'de', '--out', 'pack');
    assert.deepEqual(words(), ['Verwaltung', 'aka.ms']);
    shop.run('import', 'nl', '--out', 'pack');
    assert.deepEqual(words(), ['docs.microsoft.com', 'aka.ms']);
  });

  it('follow the other file when only that one changes', () => {
    shop.run('import', 'nl', 'en', '--out', 'pack');
    shop.write({ 'en/a.md': shop.read('en/a.md').replace('admin center', 'Admin') });
    shop.run('import', 'nl', 'en', '--out', 'pack');
    assert.deepEqual(words(), ['Admin', 'aka.ms']);
    assert.match(shop.run('import', 'nl', 'en', '--out', 'pack').stderr, /as before/);
  });

  it('show their address without repair', () => {
    const { lines } = shop.run('import', 'nl', 'en', '--out', 'pack', '--no-repair');
    assert.deepEqual(words(), ['https://docs.microsoft.com/nl-nl/admin', 'https://aka.ms/x']);
    assert.ok(lines.some((line) => /: warning: .* \[link-without-text\]$/.test(line)));
  });
});

describe('help-elements build', () => {
  const shop = workshop();
  shop.write({
    'help/index.md': '# Help\n\n- [Pay](billing/pay.md)\n- [Start](getting-started/first-steps.md)\n',
    'help/billing/index.md': '---\norder: 2\n---\n\n# Bills and payments\n\nWords.\n',
    'help/billing/pay.md':
      '---\nKeywords: [money, card]\ncodes: DuplicateTargetEntries\naliases: [pay]\nroutes: [/pay]\nupdated: 2026-05-31\norder: 2\n---\n\n# Pay\n\nBefore.\n\n## By card\n\n![A card](../media/card.png)\n\n### Limits\n\nNone.\n\n## By bank\n\nSee [send](send.md).\n',
    'help/billing/send.md': '---\norder: 1\n---\n\n# Send\n\nWords.\n',
    'help/billing/old/archive.md': '# Archive\n\nWords.\n',
    'help/getting-started/first-steps.md': '# First steps\n\nWords for {Name}.\n',
    'help/media/card.png': png,
    'nl/billing/index.md': '# Rekeningen\n\nWoorden.\n',
    'nl/billing/pay.md': '# Betalen\n\nWoorden.\n',
  });
  const built = shop.run('build', 'help', 'nl=nl', '--out', 'public/help');
  const pack = shop.json('public/help/pack.json');

  it('makes the H1 the title and each H2 a section; below it, headings move up', () => {
    const topic = shop.json('public/help/en/topics/billing/pay.json');
    assert.equal(topic.title, 'Pay');
    assert.deepEqual(
      topic.sections.map(({ id, label }) => [id, label]),
      [
        ['by-card', 'By card'],
        ['by-bank', 'By bank'],
      ],
    );
    assert.deepEqual(
      topic.sections[0].body.map(({ type, depth }) => [type, depth]),
      [
        ['paragraph', undefined],
        ['heading', 2],
        ['paragraph', undefined],
      ],
    );
    assert.equal(topic.sections[1].body[0].children[1].url, '#billing/send');
    shop.run('build', 'help', '--sections', 'body', '--out', 'whole');
    assert.equal(shop.json('whole/en/topics/billing/pay.json').sections, undefined);
  });

  it('reads the front matter', () => {
    const { keywords, codes, aliases, routes, locales } = pack.topics.find(({ id }) => id === 'billing/pay');
    assert.deepEqual(
      { keywords, codes, aliases, routes, updated: locales.en.updated },
      {
        keywords: ['money', 'card'],
        codes: ['DuplicateTargetEntries'],
        aliases: ['pay'],
        routes: ['/pay'],
        updated: '2026-05-31',
      },
    );
    assert.deepEqual(
      [pack.codes, pack.aliases],
      [{ DuplicateTargetEntries: ['billing/pay'] }, { pay: ['billing/pay'] }],
    );
  });

  it('copies pictures, with their size and hash', () => {
    const [image] = shop.json('public/help/en/topics/billing/pay.json').sections[0].body[0].children;
    assert.deepEqual([image.alt, image.width, image.height], ['A card', 1, 1]);
    assert.deepEqual(readFileSync(shop.path('public/help/en/topics/billing', image.url)), png);
    assert.equal(
      pack.images[image.url.replaceAll('../', '')],
      `sha256-${createHash('sha256').update(png).digest('base64')}`,
    );
  });

  it('lists topics and groups as they are to be browsed: index, order, name', () => {
    assert.deepEqual(
      pack.topics.map(({ id }) => id),
      ['index', 'billing/index', 'billing/send', 'billing/pay', 'billing/old/archive', 'getting-started/first-steps'],
    );
    assert.deepEqual(
      pack.groups.map(({ id, locales }) => [id, locales.en.title, locales.nl.title]),
      [
        ['billing', 'Bills and payments', 'Rekeningen'],
        ['billing/old', 'Old', 'Old'],
        ['getting-started', 'Getting started', 'Getting started'],
      ],
    );
  });

  it('is read as it was written; a group that is faulty is left out, and told', async () => {
    const { parsePack } = await loadSource('src/topics.ts');
    const { list, problems } = parsePack(pack);
    assert.deepEqual([list.groups, problems], [pack.groups, []]);
    const faulty = parsePack({
      ...pack,
      groups: [...pack.groups, { id: 'x' }, { id: 'y', locales: { en: {} } }, null],
    });
    assert.deepEqual(
      faulty.list.groups.map(({ id, locales }) => [id, Object.keys(locales).length]),
      [...pack.groups.map(({ id }) => [id, 2]), ['y', 0]],
    );
    assert.equal(faulty.problems.length, 3);
    assert.equal(parsePack({ ...pack, groups: 'all' }).problems[0].pointer, '/groups');
  });

  it('tells what a page has to fill in, and what an order can’t be', () => {
    assert.equal(built.status, 1);
    assert.ok(
      built.lines.includes(
        'help/getting-started/first-steps.md:3: warning: the page must fill in {Name} [placeholder]',
      ),
    );
    const known = shop.run('build', 'help', 'nl=nl', '--out', 'public/help', '--values', 'Other, Name');
    assert.doesNotMatch(known.stdout, /placeholder/);
    assert.match(shop.run('check', 'public/help').stdout, /\{Name\}.*\[placeholder\]/);
    assert.doesNotMatch(shop.run('check', 'public/help', '--values', 'Name').stdout, /placeholder/);
    shop.write({ 'odd/a.md': '---\norder: first\n---\n\n# A\n\nWords.\n' });
    assert.match(shop.run('build', 'odd', '--out', 'odd-pack').stdout, /the order “first” is no number.* \[order\]/);
  });

  it('may stand in the folder that it is made of', () => {
    shop.write({ 'own/a.md': '# A\n\nWords.\n' });
    assert.equal(shop.run('build', 'own', '--out', 'own/pack').status, 0);
    assert.match(shop.run('build', 'own', '--out', 'own/pack').stderr, /^1 topic in en .*as before/);
  });
});

describe('progress', () => {
  const shop = workshop();
  shop.write({ 'help/a.md': '# A\n\nWords.\n' });
  // A terminal of its own, as this command gives one.
  const hasScript = spawnSync('script', ['--version']).status === 0;

  it('shows on a terminal', { skip: !hasScript && 'needs the command script' }, () => {
    const line = [process.execPath, command, 'build', 'help', '--out', 'pack'].map((part) => `'${part}'`).join(' ');
    const { stdout } = spawnSync('script', ['-qec', line, '/dev/null'], { cwd: shop.folder, encoding: 'utf8' });
    assert.match(stdout, /Reading .*\/1/);
  });

  it('does not show elsewhere', () => {
    const { stdout, stderr } = shop.run('build', 'help', '--out', 'pack', '--no-cache');
    assert.ok(!/Reading/.test(stdout + stderr) && !(stdout + stderr).includes('\u001b'));
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

  it('killed between taking the old pack away and putting the new one there, the next run brings it back', () => {
    const before = shop.read('pack/pack.json');
    const { pid } = spawnSync(process.execPath, ['--version']);
    renameSync(shop.path('pack'), shop.path(`.pack.old-${pid}`));
    shop.write({ [`.pack.new-${pid}/half`]: '' });
    assert.equal(shop.run('import', 'nowhere', '--out', 'pack').status, 2);
    assert.equal(shop.run('import', 'nl=deep', '--out', 'pack').status, 2);
    assert.equal(shop.read('pack/pack.json'), before);
    assert.deepEqual(
      readdirSync(shop.folder).filter((name) => /^\.pack\.(old|new)/.test(name)),
      [],
    );
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
