import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { checkTranslations, locales, pseudo, readXliff } from '../../scripts/locales.mjs';
import { readGlossary } from '../../scripts/translation-rules.mjs';
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
    const config = JSON.parse(readFileSync(join(root, 'lit-localize.json'), 'utf8'));
    write('lit-localize.json', JSON.stringify({ ...config, targetLocales: ['nl'], tsConfig: './tsconfig.json' }));
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
  const problems = (...args) => checkTranslations('nl.xlf', 'nl', ...args).join();

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

  it('have every plural form that the language asks for, and no other', () => {
    const text = '{count, plural, one {# user} other {# users}}';
    const check = (locale, target) => checkTranslations('x.xlf', locale, [message(text)], unit(text, target)).join();
    assert.equal(check('nl', '{count, plural, one {# gebruiker} other {# gebruikers}}'), '');
    assert.equal(check('ja', '{count, plural, other {ユーザー # 人}}'), '');
    assert.match(check('ja', '{count, plural, one {ユーザー # 人} other {ユーザー # 人}}'), /doesn’t know/);
    const polish = '{count, plural, one {# osoba} few {# osoby} other {# osoby}}';
    assert.match(check('pl', polish), /lacks the plural form "many"/);
    assert.match(check('pl', '# osób'), /is no plural message/);
  });

  it('keep to the signs and the script of their language', () => {
    const check = (locale, source, target) =>
      checkTranslations('x.xlf', locale, [message(source)], unit(source, target)).join();
    assert.equal(check('de', 'See the “Scope” page.', 'Siehe die Seite „Bereich“.'), '');
    assert.match(check('de', 'See the “Scope” page.', 'Siehe die Seite "Bereich".'), /has " where the language has „/);
    assert.match(check('fr', 'Why?', 'Pourquoi?'), /no-break space/);
    assert.match(check('ru', 'Check the scope of the app.', 'Проверьте oбласть приложения.'), /mixes scripts.*oбласть/);
    assert.match(check('he', 'Check the scope of it.', 'Check it now.'), /no Hebrew letter/);
    assert.match(check('zh-Hant', 'Check the app.', '请检查应用。'), /simplified/);
    assert.match(check('it', 'Open the app that you use.', 'Aprire the app that you use.'), /English left/);
    assert.match(check('it', 'Open it.', 'Aprire'), /another kind of sign/);
    assert.equal(check('it', 'Run `open the app now` here.', 'Eseguire qui `open the app now`.'), '');
  });

  it('use the words of the glossary', () => {
    const glossary = readGlossary(
      '| Term | Dutch | check |\n| --- | --- | --- |\n| scope | bereik | bereik |\n| app | app | |\n',
    );
    const english = [message('Check the scope.')];
    const check = (target) => checkTranslations('x.xlf', 'nl', english, unit(english[0].text, target), glossary).join();
    assert.equal(check('Controleer het bereik.'), '');
    assert.match(check('Controleer de reikwijdte.'), /“scope” in other words than the glossary: bereik/);
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
