// What one article becomes. The texts are our own; how real articles fare, `corpus-score` in this folder tells.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { root } from '../../scripts/setup.mjs';
import { loadSource } from '../../scripts/testing/load-source.mjs';

let readArticle;
before(async () => ({ readArticle } = await loadSource('src/cli/markdown/article.ts')));

const defaults = {
  file: 'print/a.md',
  locale: 'nl',
  docsBase: 'https://docs.example',
  repair: true,
  sections: 'headings',
};
const read = (source, options) => readArticle(source, { ...defaults, ...options });
const fixture = (name) => readFileSync(join(root, 'test/fixtures/markdown', name));
const told = ({ problems }, code) => problems.filter((problem) => problem.code === code);

/** The body of an article without front matter and title, and its problems. */
function body(markdown, options) {
  const article = read(`# T\n\n${markdown}`, options);
  assert.equal(article.problems.filter(({ level }) => level === 'error').length, 0, JSON.stringify(article.problems));
  return { ...article, body: article.trees[0].topic.body ?? [], sections: article.trees[0].topic.sections ?? [] };
}
const first = (markdown, options) => body(markdown, options).body[0];
const t = (value) => ({ type: 'text', value });
const p = (...children) => ({ type: 'paragraph', children });
const link = (url, words) => ({ type: 'link', url, children: words ? [t(words)] : [] });

describe('front matter', () => {
  it('gives ids, date, translation and words that find the article', () => {
    const source = `---\ntitle: "12345 Printen"\nms.date: 01/22/2021\nms.custom:\n- "7762"\n- 9004348\n- 3\nms.translationtype: HT\n---\n# <a name="how-to-print"></a>Afdrukken\n\nTekst`;
    const article = read(source);
    const { topic } = article.trees[0];
    assert.equal(topic.title, 'Afdrukken');
    assert.equal(topic.id, 'print/a');
    assert.deepEqual(article.aliases, ['7762', '9004348']);
    assert.deepEqual(topic.keywords, ['12345 Printen', 'how to print']);
    assert.equal(topic.updated, '2021-01-22');
    assert.equal(topic.translation, 'human');
    assert.equal(told(article, 'alias').length, 1);
    assert.equal(told(article, 'title').length, 0);
  });

  it('that is malformed, on one line and translated leaves the article whole', () => {
    const article = read(fixture('one-line-front-matter.md'));
    assert.equal(article.trees[0].topic.title, 'Afdrukken lukt niet');
    assert.deepEqual(article.aliases, ['9257', '9003349']);
    assert.equal(article.updated, '2021-04-08');
    assert.equal(told(article, 'front-matter')[0].level, 'warning');
  });

  it('with a mistyped key is read, and told; not so without repair', () => {
    const source = '---\nms,.custom: "4711"\n---\n# T\n\nx';
    assert.deepEqual(read(source).aliases, ['4711']);
    assert.deepEqual(read(source, { repair: false }).aliases, []);
    assert.equal(told(read(source, { repair: false }), 'front-matter').length, 1);
  });

  it('without an end takes only its own lines', () => {
    const article = read('---\ntitle: A\nms.custom: 4711\n\n# T\n\nText --- more');
    assert.equal(article.trees[0].topic.title, 'T');
    assert.deepEqual(article.aliases, ['4711']);
  });

  it('gives the title where no heading does; else the name of the file does', () => {
    assert.equal(read('---\ntitle: Over _vti_rpc [x]\n---\nText').trees[0].topic.title, 'Over _vti_rpc [x]');
    assert.equal(read('Text', { file: 'my-printer.md' }).trees[0].topic.title, 'my printer');
    assert.equal(told(read('Text'), 'title')[0].level, 'warning');
  });

  it('takes a date that no calendar has for none', () => {
    const article = read('---\nms.date: 31/02/2021\n---\n# T');
    assert.equal(article.updated, undefined);
    assert.equal(told(article, 'date').length, 1);
  });
});

describe('encoding', () => {
  it('a byte order mark and CRLF make no difference', () => {
    const text = '---\ntitle: A\n---\n# T\n\nLijn één\n\n- a\n- b\n';
    const plain = read(text);
    assert.deepEqual(read(`\uFEFF${text.replaceAll('\n', '\r\n')}`), plain);
    assert.deepEqual(read(Buffer.from(`\uFEFF${text}`)), plain);
  });

  it('UTF-16 and Windows-1252 are read, and told', () => {
    const utf16 = read(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('# Één', 'utf16le')]));
    assert.equal(utf16.trees[0].topic.title, 'Één');
    const latin = read(Buffer.from('# Één', 'latin1'));
    assert.equal(latin.trees[0].topic.title, 'Één');
    assert.equal(told(latin, 'encoding')[0].level, 'warning');
  });
});

describe('blocks', () => {
  it('alerts of every spelling and language', () => {
    const kinds = {
      NOTE: 'note',
      Important: 'important',
      TIPS: 'tip',
      ヒント: 'tip',
      WAARSCHUWING: 'warning',
      תנבו: 'note',
    };
    for (const [word, kind] of Object.entries(kinds))
      assert.deepEqual(first(`> [!${word}]\n> Let op **dit**.`), {
        type: 'alert',
        kind,
        children: [p(t('Let op '), { type: 'strong', children: [t('dit')] }, t('.'))],
      });
    assert.equal(told(body('> [!תנבו]\n> x'), 'alert-kind')[0].level, 'warning');
    assert.deepEqual(first('> [!TIP] Op dezelfde regel').children, [p(t('Op dezelfde regel'))]);
  });

  it('an alert whose text lost its > gets it back', () => {
    const article = body('> [!NOTE]\n- a\n- b\n\nNa');
    assert.equal(article.body[0].type, 'alert');
    assert.equal(article.body[0].children[0].type, 'list');
    assert.equal(article.body.length, 2);
    assert.equal(told(article, 'alert-empty').length, 1);
    assert.equal(first('> [!NOTE]\n- a', { repair: false }).type, 'blockquote');
  });

  it('a video is a link', () => {
    const [paragraph, after] = body('> [!VIDEO https://www.video.example/embed/1]\n\nNa').body;
    assert.deepEqual(paragraph, p(link('https://www.video.example/embed/1', 'Video (video.example)')));
    assert.deepEqual(after, p(t('Na')));
    assert.equal(
      first('> [!VIDEO https://v.example/1]', { locale: 'ja' }).children[0].children[0].value,
      'ビデオ (v.example)',
    );
  });

  it('nested and interrupted lists keep their numbers', () => {
    const { body: blocks } = body('1. een\n    - a\n      1. diep\n\nTussen\n\n2. twee\n\n   > [!NOTE]\n   > n\n');
    assert.equal(blocks[0].children[0].children[1].children[0].children[1].ordered, true);
    assert.equal(blocks[2].start, 2);
    assert.equal(blocks[2].children[0].children[1].type, 'alert');
  });

  it('a list of links only is a link list, any other stays a list', () => {
    assert.deepEqual(first('- [A](https://a.example)\n- [B](b.md)'), {
      type: 'links',
      items: [
        { label: 'A', href: 'https://a.example' },
        { label: 'B', href: '#print/b' },
      ],
    });
    for (const other of [
      '1. [A](https://a.example)',
      '- [A](https://a.example) x',
      '- [**A**](https://a.example)',
      '- [A](https://a.example "title")',
      '- [A](https://a.example)\n  - b',
      '- [A](ms-settings:x)',
    ])
      assert.equal(first(other).type, 'list', other);
  });

  it('tables, code, quotations and checks', () => {
    assert.deepEqual(first('| a | b |\n|:--|---|\n| 1<br>2 | `x|y` |').children[1].children[0].children, [
      t('1'),
      { type: 'break' },
      t('2'),
    ]);
    assert.deepEqual(first('```powershell\nGet-X <a> **b**\n```'), {
      type: 'code',
      lang: 'powershell',
      value: 'Get-X <a> **b**',
    });
    assert.equal(first('> Zo staat het.').type, 'blockquote');
    assert.equal(first('- [x] klaar').children[0].checked, true);
    assert.equal(told(body('    Dit is gewone tekst.'), 'indented-code').length, 1);
  });
});

describe('HTML', () => {
  it('shows what it stands for, and words in angle brackets as they are', () => {
    assert.deepEqual(first('a<br/>b <span style="x">c</span> <b>d</b> <a href="https://a.example">e</a>').children, [
      t('a'),
      { type: 'break' },
      t('b c '),
      { type: 'strong', children: [t('d')] },
      t(' '),
      link('https://a.example', 'e'),
    ]);
    const article = body('Ga naar <tenant>.example of <Group Name>.');
    assert.deepEqual(article.body, [p(t('Ga naar <tenant>.example of <Group Name>.'))]);
    assert.equal(told(article, 'pseudo-tag').length, 2);
  });

  it('in blocks becomes blocks', () => {
    const { body: blocks } = body(
      '<div><h3>K</h3><p>a <tenant></p><ol start="3"><li>b<ul><li>c</li></ul></li></ol></div>\n\n<table><tr><th>x</th></tr><tr><td>1<p>2</p></td></tr></table>',
    );
    assert.deepEqual(
      blocks.map(({ type }) => type),
      ['heading', 'paragraph', 'list', 'table'],
    );
    assert.deepEqual(blocks[1], p(t('a <tenant>')));
    assert.equal(blocks[2].start, 3);
    assert.deepEqual(blocks[3].children[1].children[0].children, [t('1'), { type: 'break' }, t('2')]);
  });

  it('scripts are left out, and told; comments too', () => {
    const article = body('a <script>alert(1)</script> b\n\n<!-- c -->\n\n<style>p{}</style>');
    assert.ok(!JSON.stringify(article.body).includes('alert'));
    assert.equal(told(article, 'html').length, 3);
  });
});

describe('addresses', () => {
  it('from the root get the base, of other articles become topic links, bare ones links', () => {
    assert.deepEqual(first('[a](/x/y?z#q) b').children[0], link('https://docs.example/x/y?z#q', 'a'));
    assert.deepEqual(
      first('[a](/x) b', { docsBase: 'https://mirror.example/docs/' }).children[0].url,
      'https://mirror.example/docs/x',
    );
    const article = body('[a](../other%20one.md#part) b');
    assert.equal(article.body[0].children[0].url, '#other%20one');
    assert.deepEqual(article.links, [{ toArticle: 'other one', line: 3 }]);
    assert.equal(told(article, 'address')[0].level, 'info');
    assert.deepEqual(first('Zie https://a.example/b_(c)。日本 (https://b.example/x).').children, [
      t('Zie '),
      link('https://a.example/b_(c)', 'https://a.example/b_(c)'),
      t('。日本 ('),
      link('https://b.example/x', 'https://b.example/x'),
      t(').'),
    ]);
    assert.deepEqual(
      first('https://a.example/<tenant>/x of https://<x>.example'),
      p(t('https://a.example/<tenant>/x of https://<x>.example')),
    );
  });

  it('out of policy show as text and code', () => {
    const article = body('Open [Instellingen](ms-settings:sound) nu');
    assert.deepEqual(article.body[0].children, [
      t('Open Instellingen ('),
      { type: 'inlineCode', value: 'ms-settings:sound' },
      t(') nu'),
    ]);
    assert.equal(told(article, 'scheme').length, 1);
    assert.ok(
      !JSON.stringify(body('[a](javascript:alert(1)) ![b](javascript:x) <a href="data:x">c</a>').body).includes(
        '"url"',
      ),
    );
  });

  it('that a page fills in stay as they are', () => {
    for (const url of ['https://{Host}/users/{Id}', '{AppUrl}/users']) {
      const article = body(`[a](${url}) b`);
      assert.deepEqual(article.body[0].children[0], link(url, 'a'));
      assert.equal(told(article, 'address').length + told(article, 'scheme').length, 0);
    }
    assert.equal(told(body('[a](javascript:{Code}) b'), 'scheme').length, 1);
  });

  it('that are missing or make no sense are told', () => {
    assert.equal(told(body('[a]() b'), 'link-without-address').length, 1);
    assert.equal(told(body('[a](https://contoso) [b](../../out.md) [c](file.docx) [d](#here)'), 'address').length, 4);
  });
});

describe('pictures', () => {
  const data = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUg==';

  it('inside the article become files, once each', () => {
    const article = body(`![x](${data}) en <img src='${data}'/>`);
    assert.equal(article.assets.length, 1);
    assert.match(article.assets[0].name, /^images\/[0-9a-f]{16}\.png$/);
    assert.equal(Buffer.from(article.assets[0].bytes).toString('base64'), 'iVBORw0KGgoAAAANSUhEUg==');
    assert.equal(article.body[0].children[0].url, article.assets[0].name);
    assert.equal(told(article, 'image-without-alt').length, 1);
  });

  it('in files are told by their path; of what is no picture the text stays', () => {
    const article = body('![knop](media/x%20y.png) ![b](data:text/html,x)');
    assert.deepEqual(article.images, [{ file: 'print/media/x y.png', line: 3 }]);
    assert.equal(article.body[0].children[0].url, 'print/media/x%20y.png');
    assert.deepEqual(article.body[0].children[1], t(' b'));
    assert.equal(told(article, 'image').length, 1);
  });
});

describe('damage by translation', () => {
  const strong = (words) => ({ type: 'strong', children: [t(words)] });

  it('of bold text is mended, and told', () => {
    assert.deepEqual(first('Klik op ** Opslaan** nu').children, [t('Klik op '), strong('Opslaan'), t(' nu')]);
    assert.deepEqual(first('**A****B**').children, [strong('AB')]);
    assert.deepEqual(first('**「設定」**を開き**「保存」**を').children, [
      strong('「設定」'),
      t('を開き'),
      strong('「保存」'),
      t('を'),
    ]);
    assert.deepEqual(first('Kies ** A **en dan** B** x').children, [
      t('Kies '),
      strong('A'),
      t(' en dan '),
      strong('B'),
      t(' x'),
    ]);
    assert.deepEqual(first('Kies **A').children, [t('Kies A')]);
    assert.equal(told(body('Kies ** A** x'), 'emphasis')[0].level, 'info');
    assert.equal(told(body('Kies **A'), 'emphasis')[0].level, 'warning');
    assert.deepEqual(first('2\\*\\*3 en `**x**` en src/**/*.ts').children[0], t('2**3 en '));
  });

  it('of links is mended, and told', () => {
    assert.deepEqual(first('Zie [de pagina.](https://a.example)Dan verder').children, [
      t('Zie '),
      link('https://a.example', 'de pagina'),
      t('. Dan verder'),
    ]);
    assert.deepEqual(first('[Alles over A.](https://a.example)').children, [
      link('https://a.example', 'Alles over A.'),
    ]);
    assert.deepEqual(
      first('Van [Contoso Inc.](https://a.example) zelf').children[1],
      link('https://a.example', 'Contoso Inc.'),
    );
    assert.deepEqual(
      first('[ A ](https://a.example)b').children,
      [t(' '), link('https://a.example', 'A'), t(' b')].slice(1),
    );
    assert.deepEqual(first('Zie [A] (https://a.example) b').children, [
      t('Zie '),
      link('https://a.example', 'A'),
      t(' b'),
    ]);
    assert.equal(told(body('Zie [Anna.](https://a.example) b'), 'link-punctuation').length, 1);
  });

  it('a link without words shows its host, behind the sentence that was its words', () => {
    const article = body('[](https://www.a.example/x)De pagina');
    assert.deepEqual(article.body, [p(t('De pagina '), link('https://www.a.example/x', 'a.example'))]);
    assert.equal(told(article, 'link-without-text').length, 1);
    assert.deepEqual(first('Naar [](https://a.example)toe').children, [
      t('Naar toe '),
      link('https://a.example', 'a.example'),
    ]);
  });

  it('a link without words takes those of the article in another language, which is asked for only then', () => {
    const german = '# T\n\nLies [die Seite.](https://a.example) bitte';
    const other = () => ({ source: german, locale: 'de' });
    const article = body('Lees [](https://a.example) nu', { other });
    assert.deepEqual(article.body[0].children[1], link('https://a.example', 'die Seite'));
    assert.match(told(article, 'link-without-text')[0].message, /those in de are shown/);
    body('Lees [dit](https://a.example) nu', { other: () => assert.fail() });
  });

  it('stays as it is without repair, and is told as a warning', () => {
    const article = body('Klik ** A** en [b.](https://a.example)c [](https://b.example)', { repair: false });
    assert.equal(article.body[0].children[0].value, 'Klik ** A** en ');
    assert.equal(article.body[0].children[1].children[0].value, 'b.');
    assert.deepEqual(
      article.problems.map(({ level }) => level),
      ['warning', 'warning'],
    );
  });
});

describe('sections', () => {
  it('are the headings of level 2, with the level of the others below them', () => {
    const article = read('# T\n\nIn\n\n## <a name="one"></a>Een\n\na\n\n### Sub\n\n## Twee\n\n## Twee');
    const { topic } = article.trees[0];
    assert.deepEqual(topic.body, [p(t('In'))]);
    assert.deepEqual(
      topic.sections.map(({ id, label }) => [id, label]),
      [
        ['one', 'Een'],
        ['twee', 'Twee'],
        ['twee-2', 'Twee'],
      ],
    );
    assert.equal(topic.sections[0].body[1].depth, 2);
  });

  it('are bold paragraphs when asked and without headings; else all stays in the body', () => {
    const source = 'In\n\n**Stap een**\n\na\n\n**Let op:** b';
    assert.deepEqual(
      body(source, { sections: 'bold' }).sections.map(({ label }) => label),
      ['Stap een'],
    );
    assert.equal(body(source).body.length, 4);
    assert.equal(body('## A\n\nb', { sections: 'body' }).body.length, 2);
  });

  it('keep the links of their headings', () => {
    assert.deepEqual(body('## Zie [A](https://a.example)').sections[0], {
      id: 'zie-a',
      label: 'Zie A',
      body: [p(link('https://a.example', 'A'))],
    });
  });
});

describe('a side-by-side article', () => {
  it('gives both languages, each whole', () => {
    const article = read(fixture('side-by-side.md'));
    const [dutch, english] = article.trees;
    assert.deepEqual([dutch.locale, english.locale], ['nl', 'en']);
    assert.equal(dutch.topic.title, 'Een printer toevoegen');
    assert.equal(english.topic.title, 'Add a printer');
    assert.equal(dutch.topic.translation, 'machine');
    assert.equal(english.topic.translation, 'source');
    assert.deepEqual(english.topic.keywords, ['add a printer']);
    assert.equal(dutch.topic.body[0].children.length, 2);
    assert.deepEqual(dutch.topic.body[0].children[1].children, [p(t('10 seconden wachten bij <printer>.'))]);
    assert.deepEqual(english.topic.body[0].children[0].children[0].children[0], t('Open the '));
    assert.deepEqual(dutch.topic.sections[0].id, 'still-stuck');
    assert.deepEqual(dutch.topic.sections[0].body[1], english.topic.sections[0].body[1]);
    assert.deepEqual(dutch.topic.sections[0].body[2], p({ type: 'strong', children: [t('Klaar')] }));
  });

  it('gives a link without words those of the other language', () => {
    const { topic } = read(fixture('side-by-side.md')).trees[0];
    assert.deepEqual(topic.sections[0].body[0].children[1], link('https://print.example/help', 'the printing page'));
  });

  it('tells problems with the lines of the file', () => {
    const article = read(fixture('side-by-side.md'));
    assert.deepEqual(
      told(article, 'pseudo-tag').map(({ line }) => line),
      [14],
    );
    assert.deepEqual(
      told(article, 'link-without-text').map(({ line }) => line),
      [18],
    );
  });
});

describe('problems', () => {
  it('name the placeholders that a page must fill in', () => {
    assert.deepEqual(
      told(body('Zie {IncidentId} en `{NotThis}`'), 'placeholder').map(({ message }) => message),
      ['the page must fill in {IncidentId}'],
    );
  });

  it('of an article that can’t be a topic leave no tree, and nothing is thrown', () => {
    for (const [source, code] of [
      [`# T\n\n${'> '.repeat(200)}x`, 'too-deep'],
      [`# T\n\n${'*a* '.repeat(6000)}`, 'too-large'],
      ['x'.repeat(3_000_000), 'too-large'],
    ]) {
      const article = read(source);
      assert.deepEqual(article.trees, []);
      assert.equal(article.problems.find(({ level }) => level === 'error').code, code);
    }
  });

  it('of lists and quotations inside each other without end are told before they cost time', () => {
    const nested = Array.from({ length: 1000 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n');
    const start = performance.now();
    for (const text of [nested, `${'- '.repeat(5000)}x`, `${'1. '.repeat(5000)}x`, `${'> '.repeat(5000)}x`]) {
      const { trees, problems } = read(`# T\n\n${text}`);
      assert.deepEqual([trees, problems.map(({ code }) => code)], [[], ['too-deep']]);
    }
    assert.ok(performance.now() - start < 1000);
    assert.equal(
      read(`# T\n\n${'* '.repeat(500)}\n\n${'-'.repeat(500)}\n\nx`).trees.length,
      1,
      'lines across the page',
    );
  });

  it('none of 500 articles made of scraps throws, or has an address out of policy', () => {
    const scraps = [
      '**',
      '*',
      '_',
      '****',
      '~~',
      '`',
      '```\n',
      '\n',
      '\n\n',
      '> ',
      '> [!NOTE]\n',
      '- ',
      '1. ',
      '    ',
      '# ',
      '## ',
      '| a |\n|---|\n',
      '[x](u.md)',
      '[](https://a.example)',
      '![](data:image/png;base64,AA==)',
      '<tenant>',
      '<b>',
      '</b>',
      '<a href="javascript:x">',
      '</a>',
      '<script>',
      '<!-- ',
      '<table><tr><td>',
      '<div>',
      '---\n',
      'title: x\n',
      'word',
      ' ',
      '。',
      '\0',
      '\ud800',
      '{X}',
      '\\*',
      '[a]: /b\n',
      '[a]',
      '[',
      '](',
      ')',
      'https:*',
      '<span data-ttu-id="a">T</span><span class="sxs-lookup"><span data-stu-id="a">E</span></span>',
    ];
    let seed = 1;
    const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
    for (let n = 0; n < 500; n++) {
      const source = Array.from({ length: 1 + random(40) }, () => scraps[random(scraps.length)]).join('');
      const article = read(source, { repair: n % 3 > 0, sections: ['headings', 'bold', 'body'][n % 3] });
      assert.deepEqual(
        article.problems.filter(({ level }) => level === 'error'),
        [],
        JSON.stringify(source),
      );
      assert.doesNotMatch(JSON.stringify(article.trees), /"(url|href)":"(javascript|data):/);
    }
  });
});
