import type { FaultCode } from '../../src/topics.js';

/** A text that a topic's file might hold, and what must come of it. */
export interface HostileTopic {
  /** The same as in the fixture that the case comes from. */
  id: string;
  why: string;
  /** Made when it is needed: some are megabytes. */
  text: () => string;
  /** The fault for which the topic is refused as a whole; without one, it shows. */
  fault?: FaultCode;
}

const paragraph = (value: string) => ({ type: 'paragraph', children: [{ type: 'text', value }] });
const links = (...items: unknown[]) => ({ type: 'links', items });
const link = (label: string, href: unknown) => ({ label, href });
const section = (id: unknown, label: string, ...body: unknown[]) => ({ id, label, body });
const support = links(link('Contact support', 'mailto:help@corp.example'));

/** A sound topic, before anything is done to it. */
export const sound = {
  version: 1,
  id: 'sign-in',
  title: 'Sign-in fails',
  body: [
    paragraph('Start here.'),
    {
      type: 'list',
      ordered: true,
      children: [
        {
          type: 'listItem',
          children: [paragraph('Check the service status.'), links(link('Status page', 'https://status.example/'))],
        },
      ],
    },
    support,
  ],
  sections: [
    section(
      'loop',
      'Sign-in loop',
      paragraph('The page keeps reloading.'),
      links({ label: 'Clear cookies', href: 'https://learn.example/cookies', description: 'Two minutes' }),
    ),
  ],
};

const bare = '"version":1,"id":"sign-in"';
const soundText = JSON.stringify(sound);
const withTitle = (title: unknown) => ({ ...sound, title });
const withIntro = (value: string) => ({ ...sound, body: [paragraph(value), support] });
const withLinks = (...items: unknown[]) => ({ ...sound, body: [links(...items)] });
const withSections = (...sections: unknown[]) => ({ ...sound, sections });
const escape = (text: string) => JSON.stringify(text).slice(1, -1);

const shows = (id: string, why: string, content: unknown): HostileTopic => ({
  id,
  why,
  text: () => (typeof content === 'string' ? content : JSON.stringify(content)),
});
const refused = (fault: FaultCode, id: string, why: string, content: unknown): HostileTopic => ({
  ...shows(id, why, content),
  fault,
});
const made = (make: () => string, id: string, why: string, fault?: FaultCode): HostileTopic => ({
  id,
  why,
  text: make,
  ...(fault && { fault }),
});

const markup = '<img src=x onerror="window.__pwned=1"><svg onload="window.__pwned=1"><script>window.__pwned=1</script>';

export const hostileTopics: readonly HostileTopic[] = [
  refused('not-json', 't01', 'empty body', ''),
  refused('not-json', 't02', 'white space only', '   \n\t '),
  refused('not-json', 't03', 'two documents run together', soundText + soundText),
  refused('not-json', 't04', 'newline-delimited JSON', `${soundText}\n{"id":"x"}\n`),
  refused('not-json', 't05', 'single quotes', "{'version':1,'id':'sign-in','title':'Sign-in fails'}"),
  refused('not-json', 't06', 'comment', `{/* comment */${bare},"title":"Sign-in fails"}`),
  refused('not-json', 't07', 'NaN literal', `{${bare},"title":NaN}`),
  refused('not-json', 't08', 'raw control characters inside a string', `{${bare},"title":"tab\there\nnewline"}`),
  refused(
    'web-page',
    't09',
    'sign-in page returned with status 200',
    '<!doctype html><html><head><title>Sign in</title></head><body><form action="/login"></form></body></html>',
  ),
  refused('web-page', 't10', 'storage error document', '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>'),
  refused('not-json', 't11', 'XSSI prefix', `)]}',\n${soundText}`),
  refused('not-json', 't12', 'JavaScript module served by mistake', `export default ${soundText}`),
  refused('not-json', 't13', 'Git LFS pointer', 'version https://git-lfs.github.com/spec/v1\noid sha256:0000\n'),
  refused('encoding', 't14', 'UTF-16LE file read as UTF-8', `\ufffd\ufffd${soundText.replace(/./gs, '$&\0')}`),
  shows('t15', 'mojibake: shown as it is', withTitle('Benutzerverwaltung\u00c3\u00bc \u2013 \u00c3\u201enderung')),
  shows('t16', 'replacement characters', withTitle('Name \ufffd\ufffd lost')),

  refused('invalid', 't17', 'null root', 'null'),
  refused('invalid', 't18', 'boolean root', 'true'),
  refused('invalid', 't19', 'string root', '"Sign-in fails"'),
  refused('invalid', 't20', 'array root', '[]'),
  refused('invalid', 't21', 'a list of topics where one is expected', [sound]),
  refused('invalid', 't22', 'id missing', { version: 1, title: 'Sign-in fails' }),
  refused('invalid', 't23', 'title missing', { version: 1, id: 'sign-in' }),
  refused('invalid', 't24', 'title empty', withTitle('')),
  refused('invalid', 't25', 'title is white space', withTitle(' \t\n ')),
  refused('invalid', 't26', 'title has no visible character', withTitle('\u200b\u2060\ufeff')),
  refused('invalid', 't27', 'title is an object', withTitle({ en: 'Sign-in fails' })),
  refused('invalid', 't28', 'id parses to Infinity', '{"version":1,"id":1e400,"title":"Sign-in fails"}'),
  refused('invalid', 't29', 'array-like object for sections', {
    ...sound,
    sections: { 0: section('a', 'A'), length: 1 },
  }),
  refused('invalid', 't30', 'body is a number', { ...sound, body: 7 }),

  shows('t31', 'only the required fields', `{${bare},"title":"Sign-in fails"}`),
  shows('t32', 'null counts as absent', { ...sound, lang: null, source: null, body: null, sections: null }),
  shows('t33', 'no sections', withSections()),
  shows('t34', 'one good section among junk', withSections(null, 0, 'x', [], {}, { id: 'ok', label: 'Works' })),
  shows(
    't35',
    'section ids missing or not strings',
    withSections({ label: 'No id' }, { id: '', label: 'Empty id' }, { id: 7, label: 'Number id' }),
  ),
  shows(
    't36',
    'links is not a list',
    withSections(
      section('a', 'A', { type: 'links', items: { 0: link('x', 'https://learn.example') } }),
      section('b', 'B', { type: 'links', items: 'none' }),
    ),
  ),
  shows(
    't37',
    'links with missing or non-string fields',
    withSections(
      section(
        'a',
        'A',
        links(
          { label: 'no address' },
          { href: 'https://learn.example/only' },
          link('', 'https://learn.example/e'),
          link('null', null),
          link('number', 5),
          link('object', {}),
          link('list', ['https://learn.example']),
          link('bool', true),
          link('good', 'https://learn.example/good'),
        ),
      ),
    ),
  ),
  shows('t38', 'junk links', withLinks([], [[]], { label: {}, href: 'https://learn.example' })),
  shows('t39', 'unknown keys, an empty key and a key named then', {
    ...sound,
    extra: { deep: [1, 2, { a: 1 }] },
    $schema: 'x',
    '': '',
    then: 'not a promise',
  }),
  shows(
    't40',
    'duplicate keys: the last one counts',
    '{"version":1,"id":"a","title":"first","id":"sign-in","title":"Second wins <b>x</b>"}',
  ),

  shows('t41', 'HTML in every string', {
    ...sound,
    title: markup,
    body: [
      paragraph(markup),
      { type: 'code', lang: markup, value: markup },
      {
        type: 'paragraph',
        children: [{ type: 'image', url: 'https://learn.example/x.png', alt: markup, title: markup }],
      },
    ],
    sections: [
      section(
        'a',
        markup,
        paragraph(markup),
        links({ label: markup, href: 'https://learn.example', description: markup }),
      ),
    ],
  }),
  shows(
    't42',
    'closing tags and comment openers',
    withIntro('</script></style></template></title></textarea>--><!-- <![CDATA[ ]]> <b>'),
  ),
  shows(
    't43',
    'declarative shadow root and custom element tags',
    withIntro('<template shadowrootmode="open"><slot></slot></template><x-evil></x-evil>'),
  ),
  shows(
    't44',
    'template syntax of other engines',
    withTitle('{{constructor.constructor("window.__pwned=1")()}} ${window.__pwned=1} <%= x %> #{x} [[x]]'),
  ),
  shows('t45', 'text that looks like Lit markers', withIntro('<?lit$123456789$?> <!--?lit$--> lit$0$ $lit$')),
  shows('t46', 'path-like topic id', { ...sound, id: '../../etc/passwd', title: 'Path id' }),

  shows(
    't47',
    'out-of-policy schemes',
    withLinks(
      link('Bad 0', 'javascript:window.__pwned=1'),
      link('Bad 1', 'JaVa\tScRiPt:window.__pwned=1'),
      link('Bad 2', '\u0001javascript:window.__pwned=1'),
      link('Bad 3', 'data:text/html,<script>window.opener.__pwned=1</script>'),
      link('Bad 4', 'vbscript:msgbox(1)'),
      link('Bad 5', 'file:///C:/x'),
      link('Bad 6', 'blob:https://intranet.example/1'),
      link('Bad 7', 'ms-settings:display'),
      link('Bad 8', 'view-source:https://learn.example/'),
      link('Good', 'https://learn.example/'),
    ),
  ),
  shows(
    't48',
    'in-policy non-absolute addresses stay links',
    withLinks(
      link('Rel', 'guide.html'),
      link('Root', '/guide'),
      link('Frag', '#x'),
      link('Mail', 'mailto:a@corp.example'),
      link('Tel', 'tel:+15550100'),
    ),
  ),
  shows(
    't49',
    'label names another site',
    withLinks(
      link('https://bank.example', 'https://evil.example/'),
      link('learn.example', 'https://login.example@evil.example/'),
    ),
  ),
  shows(
    't50',
    'quotes and markup in an address',
    withLinks(
      link('x', 'https://learn.example/" onmouseover="window.__pwned=1" x="'),
      link('y', "https://learn.example/'><script>window.__pwned=1</script>"),
    ),
  ),
  shows('t51', 'lone surrogate in an address', withLinks(link('s', 'https://learn.example/\ud800'))),

  shows('t52', 'bidi overrides, and a pop-isolate that escapes a single bdi', {
    ...sound,
    title: 'Sign-in \u202egnp.exe\u202c fails',
    body: [links(link('\u2067evil\u2066', 'https://learn.example/'))],
    sections: [section('a', 'Hey \u2069\u202eJamie', paragraph('x'))],
  }),
  shows('t53', 'lone surrogates', { ...withIntro('\udc00 low first'), title: 'half \ud83d emoji' }),
  shows('t54', 'stacked combining marks', withTitle(`Z${'\u0300\u0316\u0361'.repeat(60)}algo`)),
  shows('t55', 'unbroken long words', {
    ...withSections(section('a', 'X'.repeat(300)), section('b', 'B')),
    title: 'W'.repeat(400),
    body: [links(link('L'.repeat(400), `https://learn.example/${'p'.repeat(400)}`))],
  }),
  shows('t56', 'right-to-left, CJK and emoji labels', {
    ...withSections(section('a', '再ログイン'), section('b', '👩‍👩‍👧‍👦')),
    title: 'تعذّر تسجيل الدخول',
  }),
  shows('t57', 'formula text: plain here', {
    ...withIntro('+1 -1 @SUM(A1)'),
    title: '=HYPERLINK("https://evil.example","x")',
  }),
  shows(
    't58',
    'Markdown in a string is not rendered as Markdown',
    withTitle('[click](javascript:window.__pwned=1) ![x](data:text/html,x) <https://evil.example> **bold**'),
  ),

  shows(
    't59',
    'pollution keys at the root',
    `{${bare},"title":"Sign-in fails","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"prototype":{"polluted":1},"source":{"__proto__":{"polluted":1}}}`,
  ),
  shows(
    't60',
    'nested __proto__ supplying links',
    `{${bare},"title":"Sign-in fails","sections":[{"id":"a","label":"A","__proto__":{"body":[${JSON.stringify(links(link('Injected', 'https://evil.example')))}]}}]}`,
  ),
  shows('t61', 'built-in names shadowed', {
    ...sound,
    hasOwnProperty: 1,
    toString: null,
    valueOf: 'x',
    toJSON: 'y',
    isPrototypeOf: {},
    length: 9,
  }),

  made(() => '['.repeat(100_000), 't62', '100,000 open brackets, never closed', 'not-json'),
  made(() => `{${bare},"title":"Deep","x":${'['.repeat(20_000)}1`, 't63', '20,000 levels, unclosed', 'not-json'),
  made(
    () => `{${bare},"title":"Deep","x":${'{"a":'.repeat(5000)}1${'}'.repeat(5001)}`,
    't64',
    '5,000 levels in a key that nobody reads',
    'too-deep',
  ),
  made(() => JSON.stringify(withIntro('a '.repeat(5_242_880))), 't65', '10 MiB of text', 'too-large'),
  made(
    () =>
      JSON.stringify({
        ...sound,
        body: [{ ...links(), items: Array(100_001).fill(link('L', 'https://learn.example/')) }],
      }),
    't66',
    '100,001 links',
    'too-large',
  ),
  refused('invalid', 't67', '50,000-character title', withTitle('T'.repeat(50_000))),
  made(() => `{${bare},"title":"Padded"${' '.repeat(500_000)}}`, 't68', '500 kB of white space is under the limit'),
  made(
    () => JSON.stringify(withLinks(...Array<unknown>(2000).fill(link('Link', 'https://learn.example/')))),
    't69',
    '2,000 links',
  ),

  // Our own, on what the fixture's shape could not say.
  made(
    () => `{${bare},"title":"Deep","body":${'[{"type":"blockquote","children":'.repeat(40)}[]${'}]'.repeat(40)}}`,
    'h01',
    '40 quotations inside each other',
    'too-deep',
  ),
  made(
    () => `{${bare},"title":"Deep","x":${'['.repeat(400_000)}${']'.repeat(400_000)}}`,
    'h02',
    '400,000 lists inside each other, well-formed',
    'too-deep',
  ),
  made(
    () => `{${bare},"title":"Many","body":[${Array(10_001).fill('{"type":"thematicBreak"}').join()}]}`,
    'h03',
    '10,001 nodes',
    'too-large',
  ),
  refused('newer-version', 'h04', 'version 2', { ...sound, version: 2 }),
  refused('invalid', 'h05', 'version as text', { ...sound, version: '1' }),
  shows('h06', 'white space around', ` \r\n${soundText}\n`),
  shows('h07', 'unknown node types', {
    ...sound,
    body: [
      { type: 'details', children: [paragraph('inside'), { type: 'text', value: 'loose' }] },
      { type: 'html', value: escape(markup) },
      { type: '__proto__', children: [paragraph('of proto')] },
      { type: 'constructor', children: [paragraph('of constructor')] },
      { type: { toString: 'x' }, children: [] },
    ],
  }),
];
