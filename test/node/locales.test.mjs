import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { checkTranslations, locales, pseudo, readXliff } from '../../scripts/locales.mjs';
import { root } from '../../scripts/setup.mjs';

describe('a project with messages', () => {
  let folder;
  const file = (name) => join(folder, name);
  const write = (name, text) => writeFileSync(file(name), text);
  const read = (name) => readFileSync(file(name), 'utf8');
  const source = (calls) =>
    `import { msg, str } from '@lit/localize';\nexport const texts = (app: string) => [\n${calls.join(',\n')},\n];\n`;
  const good = [
    `msg('Check the scope of the app', { id: 'ui.scope', desc: 'A check' })`,
    'msg(str`Set up ${app} <now>`, { id: "topic.setup", desc: "A heading" })',
    `msg('Exists already', { id: 'code.Exists.meaning', desc: 'What a code means' })`,
  ];
  const translate = (id, text) =>
    write(
      'locales/nl.xlf',
      read('locales/nl.xlf').replace(
        new RegExp(`(id="${id}">\\s*<source>.*?</source>)`, 's'),
        `$1<target>${text}</target>`,
      ),
    );

  before(() => {
    // Inside the project, where @lit/localize is found.
    mkdirSync(join(root, 'node_modules/.cache'), { recursive: true });
    folder = mkdtempSync(join(root, 'node_modules/.cache/locales-'));
    mkdirSync(file('src'));
    write('tsconfig.json', JSON.stringify({ extends: join(root, 'tsconfig.build.json'), include: ['src'] }));
    const config = readFileSync(join(root, 'lit-localize.json'), 'utf8');
    write('lit-localize.json', config.replace('tsconfig.build.json', 'tsconfig.json'));
    write('src/texts.ts', source(good));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('lists what is not translated, with file and line', async () => {
    assert.equal((await locales('extract', folder)).length, 3);
    const problems = await locales('check', folder);
    assert.match(problems[0], /^locales\/nl\.xlf:\d+: [\w.]+ is not translated/);
  });

  it('is content when all is translated', async () => {
    translate('ui.scope', 'Controleer het bereik van de app');
    translate('topic.setup', 'Stel nu &lt;<x id="0" equiv-text="${app}"/>&gt; in');
    translate('code.Exists.meaning', 'Bestaat al');
    assert.deepEqual(await locales('build', folder), []);
  });

  it('writes a module a part, the first paint apart from what loads later', () => {
    const generated = (name) => read(`src/localization/generated/${name}`);
    assert.match(generated('nl.ts'), /"topic\.setup": str`Stel nu <\$\{0\}> in`,\n {2}"ui\.scope": "Controleer/);
    assert.doesNotMatch(generated('nl.ts'), /code\.Exists/);
    assert.match(generated('nl.code.ts'), /"code\.Exists\.meaning": "Bestaat al"/);
    assert.match(generated('locales.ts'), /"code": \{ "nl": \(\) => import\('\.\/nl\.code\.js'\) \}/);
    assert.doesNotMatch(generated('locales.ts'), /en-XA/);
    assert.match(generated('en-XA.ts'), /"topic\.setup": str`\[!! \S+ \S+ \$\{0\} /);
  });

  it('finds a stale translation, also after an extraction that has overwritten the old English', async () => {
    write('src/texts.ts', source(good.map((call) => call.replace('Check the scope', 'Check both scopes'))));
    assert.match((await locales('check', folder)).join(), /ui\.scope is stale/);
    await locales('extract', folder);
    assert.match((await locales('check', folder)).join(), /ui\.scope needs a review/);
    write('locales/nl.xlf', read('locales/nl.xlf').replace(/ state="[^"]*"/, ''));
    assert.deepEqual(await locales('check', folder), []);
  });

  it('finds an unused translation, and an extraction removes it', async () => {
    write('src/texts.ts', source(good.slice(1)));
    assert.match((await locales('check', folder)).join(), /ui\.scope is unused/);
    await locales('extract', folder);
    assert.deepEqual(await locales('check', folder), []);
  });

  it('finds messages without an id or a note', async () => {
    write(
      'src/texts.ts',
      source([...good.slice(1), `msg('Nameless', { desc: 'x' })`, `msg('Noteless', { id: 'ui.noteless' })`]),
    );
    const problems = (await locales('check', folder)).join('\n');
    assert.match(problems, /^src\/texts\.ts:5: message "Nameless" has no id$/m);
    assert.match(problems, /^src\/texts\.ts:6: message ui\.noteless has no desc$/m);
  });
});

describe('translations', () => {
  const message = (text, contents = [text]) => ({ id: 'a', text, contents });
  const unit = (source, target, attributes = '') =>
    readXliff(`<trans-unit id="a"${attributes}><source>${source}</source><target>${target}</target></trans-unit>`);
  const problems = (...args) => checkTranslations('nl.xlf', ...args).join();

  it('keep the placeholders', () => {
    const english = [message('Open {0}', ['Open ', 0])];
    const source = 'Open <x id="0" equiv-text="${app}"/>';
    assert.equal(problems(english, unit(source, '<x id="0" equiv-text="${app}"/> openen')), '');
    assert.match(problems(english, unit(source, 'De app openen')), /other placeholders/);
  });

  it('differ from the English, unless they are marked', () => {
    const english = [message('Microsoft Entra admin center')];
    assert.match(
      problems(english, unit('Microsoft Entra admin center', 'Microsoft Entra admin center')),
      /same as the English/,
    );
    assert.equal(
      problems(english, unit('Microsoft Entra admin center', 'Microsoft Entra admin center', ' translate="no"')),
      '',
    );
    assert.equal(problems([message('OK')], unit('OK', 'OK')), '');
  });

  it('have no doubled spaces', () =>
    assert.match(problems([message('One two')], unit('One two', 'Een  twee')), /two spaces/));
});

describe('the pseudo-locale', () => {
  it('is accented and about 60 % longer, in brackets', () => {
    const [open, text, rest] = pseudo(['Nothing is provisioned for these users']);
    assert.equal(open, '[!! ');
    assert.match(text, /^Ñòţĥìñĝ ìŝ/);
    assert.match(rest, / !!\]$/);
    assert.ok(Math.abs((text + rest).length / text.length - 1.6) < 0.2);
  });

  it('leaves placeholders, code and labels as they are', () =>
    assert.deepEqual(pseudo(['Open ', 0, ' in `scim` **Enterprise apps**']).slice(1, 4), [
      'Òþèñ ',
      0,
      ' ìñ `scim` **Enterprise apps**',
    ]));
});
