import { expect } from '@open-wc/testing';
import { openIndex, registerEngine, type SearchHit, type SearchIndex, type SearchOptions } from '../../src/search.js';
import { smallPack, type SmallTopic } from './small-pack.js';

async function indexOf(locale: string, topics: readonly SmallTopic[], search?: unknown): Promise<SearchIndex> {
  const result = await openIndex(await smallPack(locale, topics, search), locale);
  if (!result.ok) throw new Error(`${result.fault.code}: ${result.fault.detail}`);
  return result.index;
}

const faultOf = async (search: unknown): Promise<string> => {
  const result = await openIndex(await smallPack('en', english, search), 'en');
  return result.ok ? 'opens' : result.fault.code;
};

const marked = (text: string, marks: SearchHit['titleMarks']): string[] =>
  marks.map(([start, end]) => text.slice(start, end));

const english: SmallTopic[] = [
  {
    id: 'reset-password',
    title: 'Reset your password',
    text: 'Choose a new one when you sign in.',
    routes: ['/account'],
  },
  { id: 'sign-in', title: 'Sign in', headings: ['Forgotten password'], text: 'Use the address of your company.' },
  { id: 'tokens', title: 'API tokens', keywords: ['password'], text: 'A token lets a program in.' },
  { id: 'audit', title: 'The audit log', text: 'It tells who changed a password and when.', routes: ['/log/:day'] },
  {
    id: 'quarantine',
    title: 'Why is the job paused?',
    codes: ['EncounteredQuarantineException'],
    aliases: ['9000123'],
  },
  { id: 'invoices/send', title: 'Send an invoice', text: 'An invoice goes out by e-mail.', routes: ['/invoices/*'] },
  { id: 'cafe', title: 'Crème brûlée at the Café', text: 'Dessert.' },
];

describe('an index in English', () => {
  let index: SearchIndex;
  before(async () => (index = await indexOf('en', english)));

  const ids = async (query: string, options?: SearchOptions): Promise<string[]> =>
    (await index.search(query, options)).results.map(({ id }) => id);
  const first = async (query: string, options?: SearchOptions): Promise<string | undefined> =>
    (await ids(query, options))[0];

  it('puts the title before a heading, a heading before a keyword, a keyword before the text', async () => {
    expect(await ids('password')).to.deep.equal(['reset-password', 'sign-in', 'tokens', 'audit']);
    const { results } = await index.search('password');
    expect(results.map(({ where }) => where)).to.deep.equal(['title', 'heading', 'body', 'body']);
    expect(results.map(({ score }) => score)).to.deep.equal(results.map(({ score }) => score).sort((a, b) => b - a));
  });

  it('finds half a word, a typo of each kind, and several words in any order', async () => {
    expect(await first('how on earth would somebody change it: password reset')).to.equal('reset-password');
    for (const query of [
      'passw',
      'pasword',
      'passwrod',
      'passsword',
      'pazsword',
      'apssword',
      'your reset',
      'RESET PASS',
    ])
      expect(await first(query), query).to.equal('reset-password');
  });

  it('does not mind case, accents, width, or how a letter is put together', async () => {
    for (const query of ['creme brulee', 'CAFÉ', 'cafe\u0301', 'ｃａｆｅ', 'Crème BRÛLÉE'])
      expect(await first(query), query).to.equal('cafe');
  });

  it('takes a word with a hyphen in all three ways', async () => {
    for (const query of ['e-mail', 'email', 'mail', 'e‑mail'])
      expect(await first(query), query).to.equal('invoices/send');
  });

  it('finds one word that was typed as two, and two as one', async () => {
    const one = await indexOf('en', [{ id: 'a', title: 'Share from OneDrive' }]);
    expect((await one.search('one drive')).results.map(({ id }) => id)).to.deep.equal(['a']);
    const two = await indexOf('en', [{ id: 'b', title: 'Share from one drive' }]);
    expect((await two.search('onedrive')).results.map(({ id }) => id)).to.deep.equal(['b']);
  });

  it('finds ids, aliases and error codes first, also a part of a code', async () => {
    for (const [query, id] of [
      ['9000123', 'quarantine'],
      ['EncounteredQuarantineException', 'quarantine'],
      ['encounteredquarantineexception', 'quarantine'],
      ['quarantine exception', 'quarantine'],
      ['invoices/send', 'invoices/send'],
    ] as const)
      expect(await first(query), query).to.equal(id);
    expect((await index.search('9000123')).results[0]?.where).to.equal('code');
  });

  it('puts what fits the page first, if it answers the query as well', async () => {
    expect(await first('password', { context: '/log/2026-05-31?tab=1' })).to.equal('audit');
    expect(await first('password', { context: 'https://app.example/#/log/1' })).to.equal('audit');
    expect(await first('password', { context: '/account/security' })).to.equal('reset-password');
    expect(await first('send an invoice', { context: '/account' })).to.equal('invoices/send');
    expect(await first('log', { context: ['/elsewhere', 'password'] })).to.equal('audit');
  });

  it('suggests what fits the page when nothing is asked', async () => {
    expect(await ids('', { context: '/invoices/17' })).to.deep.equal(['invoices/send']);
    expect(await ids(' ', { context: 'password' })).to.deep.equal(['tokens']);
    expect(await ids('')).to.deep.equal([]);
  });

  it('counts all and shows as many as wanted', async () => {
    const { results, total } = await index.search('password', { limit: 2 });
    expect([results.length, total]).to.deep.equal([2, 4]);
  });

  it('finds nothing in words that every topic has, and offers what comes near', async () => {
    const nothing = await index.search('zzzz qqqq', { context: '/account' });
    expect(nothing).to.deep.include({ results: [], total: 0 });
    expect(nothing.nearest?.map(({ id }) => id)).to.deep.equal(['reset-password']);
    expect((await index.search('invoicezzz')).nearest?.map(({ id }) => id)).to.deep.equal(['invoices/send']);
    expect(await index.search('☃')).to.deep.equal({ results: [], total: 0 });
  });

  it('marks what was found: the part of a word, or the whole one where it differs', async () => {
    const [hit] = (await index.search('passw')).results;
    expect(marked(hit!.title, hit!.titleMarks)).to.deep.equal(['passw']);
    const [typo] = (await index.search('pasword')).results;
    expect(marked(typo!.title, typo!.titleMarks)).to.deep.equal(['password']);
    const [accent] = (await index.search('brulee cafe')).results;
    expect(marked(accent!.title, accent!.titleMarks)).to.deep.equal(['brûlée', 'Café']);
    const [mail] = (await index.search('email')).results;
    expect(marked(mail!.excerpt!.text, mail!.excerpt!.marks)).to.deep.equal(['e-mail']);
  });

  it('takes any text for a text', async () => {
    for (const query of [
      '<img src=x onerror=alert(1)>',
      '${7*7}',
      '(a+)+$',
      '[',
      '\\',
      '.*',
      '{{x}}',
      '\0',
      '\ud83d',
      '__proto__',
      'constructor',
    ]) {
      const { fault } = await index.search(query);
      expect(fault, query).to.equal(undefined);
    }
    expect(await first('.*')).to.equal(undefined);
    expect(await first('constructor')).to.equal(undefined);
  });

  it('is quick with a query that is long or made to be slow', async () => {
    const words = Array.from({ length: 2000 }, (_, at) => `w${at}`).join(' ');
    for (const query of ['a'.repeat(10_000), '😀'.repeat(5000), words, 'aaaaaaaaaaab', `${'a '.repeat(4999)}xb`]) {
      const before = performance.now();
      await index.search(query);
      expect(performance.now() - before).to.be.below(100);
    }
  });

  it('stops when told', async () => {
    const stopped = await index.search('password', { signal: AbortSignal.abort() });
    expect(stopped).to.deep.include({ results: [], total: 0 });
    expect(stopped.fault?.code).to.equal('aborted');
  });
});

describe('a piece of the text', () => {
  it('stands around what was found, in whole words, with marks that fit', async () => {
    const text = `${'Some words before it. '.repeat(8)}Then the needle comes. ${'And some words behind. '.repeat(4)}`;
    const index = await indexOf('en', [{ id: 'a', title: 'Hay', text: text.trim() }]);
    const { excerpt } = (await index.search('needle')).results[0]!;
    expect(marked(excerpt!.text, excerpt!.marks)).to.deep.equal(['needle']);
    expect(excerpt!.text).to.match(/^… \w+[. ].*needle.*\w\.?( …)?$/);
    expect(excerpt!.text.length).to.be.below(180);
  });

  it('never cuts a grapheme', async () => {
    const index = await indexOf('en', [{ id: 'a', title: 'Zu\u0308rich 👩‍💻 office', text: '' }]);
    for (const [query, part] of [
      ['zu', 'Zu\u0308'],
      ['zurich', 'Zu\u0308rich'],
    ] as const) {
      const [hit] = (await index.search(query)).results;
      expect(marked(hit!.title, hit!.titleMarks)).to.deep.equal([part]);
    }
  });
});

describe('compound words', () => {
  it('are found by a part in Dutch, and find their parts', async () => {
    const index = await indexOf('nl', [
      { id: 'a', title: 'Agendamachtiging instellen' },
      { id: 'b', title: 'Toegang tot de agenda' },
      { id: 'c', title: 'Wachtwoordbeleid' },
      { id: 'd', title: 'Facturen' },
    ]);
    const ids = async (query: string) => (await index.search(query)).results.map(({ id }) => id);
    expect(await ids('machtiging')).to.deep.equal(['a']);
    expect(await ids('beleid')).to.deep.equal(['c']);
    expect((await ids('agendatoegang'))[0]).to.equal('b');
    const [hit] = (await index.search('machtiging')).results;
    expect(marked(hit!.title, hit!.titleMarks)).to.deep.equal(['machtiging']);
  });

  it('are taken apart in German, with the letter between', async () => {
    const index = await indexOf('de', [
      { id: 'a', title: 'Richtlinie für Benutzerkonten' },
      { id: 'b', title: 'Bereitstellung von Benutzern' },
      { id: 'c', title: 'Größe des Postfachs' },
    ]);
    const first = async (query: string) => (await index.search(query)).results[0]?.id;
    expect(await first('konten')).to.equal('a');
    expect(await first('bereitstellungsrichtlinie')).to.be.oneOf(['a', 'b']);
    expect(await first('groesse')).to.equal('c');
    expect(await first('GRÖSSE')).to.equal('c');
  });
});

describe('scripts with rules of their own', () => {
  for (const [locale, title, other, queries] of [
    [
      'ja',
      '共有メールボックスを作成する',
      '請求書を送信する',
      ['メール', '共有メールボックス', 'メールボックス', 'ﾒｰﾙ'],
    ],
    ['zh-Hans', '重置用户密码', '发送发票', ['密码', '用户密码', '重置']],
    ['th', 'รีเซ็ตรหัสผ่านของคุณ', 'ส่งใบแจ้งหนี้', ['รหัสผ่าน', 'รีเซ็ต']],
    ['ar', 'إعادة تعيين كلمة المرور', 'إرسال فاتورة', ['المرور', 'اعادة', 'كَلِمَة']],
    ['he', 'איפוס הסיסמה', 'שליחת חשבונית', ['סיסמה', 'איפוס']],
    ['ru', 'Сброс пароля', 'Отправка счёта', ['пароля', 'СБРОС', 'парол']],
    ['el', 'Επαναφορά κωδικού πρόσβασης', 'Αποστολή τιμολογίου', ['προσβασης', 'ΚΩΔΙΚΟΥ']],
    ['tr', 'Iğdır İzinleri', 'Fatura gönder', ['igdir', 'izinleri']],
    ['ko', '사용자 암호 재설정', '송장 보내기', ['암호', '재설정']],
    ['hi', 'पासवर्ड रीसेट करें', 'चालान भेजें', ['पासवर्ड', 'रीसेट']],
  ] as const)
    it(`finds words in ${locale}, and ids and codes in English`, async () => {
      const index = await indexOf(locale, [
        { id: 'other', title: other },
        { id: 'reset-password', title, codes: ['AADSTS50126'] },
      ]);
      for (const query of [...queries, 'reset password', 'aadsts50126', 'AADSTS501']) {
        const { results } = await index.search(query);
        expect(results.map(({ id }) => id)[0], query).to.equal('reset-password');
      }
      const { results } = await index.search(queries[0]);
      expect(results[0]!.titleMarks, queries[0]).to.have.length.above(0);
    });
});

describe('openIndex', () => {
  it('says why there is no index', async () => {
    expect(await faultOf(null)).to.equal('not-found');
    expect(await faultOf({ engine: 'default', files: {} })).to.equal('not-found');
    expect(await faultOf({ engine: 'no-such', files: {} })).to.equal('not-found');
    const at = (file: string) => ({ engine: 'default', files: { en: { file } } });
    expect(await faultOf(at('../outside.json'))).to.equal('blocked-address');
    expect(await faultOf(at('https://example.com/search.json'))).to.equal('blocked-address');
    const json = (body: string) => at(`json?body=${encodeURIComponent(body)}`);
    expect(await faultOf(json('{'))).to.equal('not-json');
    expect(await faultOf(json('{"version":2}'))).to.equal('newer-version');
    expect(await faultOf(json('{"version":1,"ids":[1],"headings":[""],"texts":[""]}'))).to.equal('invalid');
    const hash = `sha256-${'A'.repeat(43)}=`;
    expect(await faultOf({ engine: 'default', files: { en: { ...json('{}').files.en, hash } } })).to.equal(
      'hash-mismatch',
    );
  });

  it('gives the same index to all who ask, and to nobody who has stopped', async () => {
    const pack = await smallPack('en', english);
    const stop = new AbortController();
    const [one, two, three] = [openIndex(pack, 'en'), openIndex(pack, 'en-GB'), openIndex(pack, 'en', stop)];
    stop.abort();
    const [a, b, c] = await Promise.all([one, two, three]);
    expect(a.ok && b.ok && a.index === b.index).to.equal(true);
    expect(!c.ok && c.fault.code).to.equal('aborted');
  });

  it('leaves out topics that the list lacks', async () => {
    const body = { version: 1, ids: ['sign-in', 'gone'], headings: ['', ''], texts: ['', ''] };
    const file = `json?body=${encodeURIComponent(JSON.stringify(body))}`;
    const index = await indexOf('en', english, { engine: 'default', files: { en: { file } } });
    expect((await index.search('sign')).results.map(({ id }) => id)).to.deep.equal(['sign-in']);
  });
});

describe('an engine of one’s own', () => {
  const search = (engine: string) => ({ engine, files: {} });

  it('gets queries as the contract says, and is helped where it finds nothing', async () => {
    const asked: unknown[] = [];
    registerEngine({
      name: 'own',
      open: (pack, locale) =>
        Promise.resolve({
          locale,
          search(query, { limit, context } = {}) {
            asked.push([pack.topics.length, query, limit, context]);
            return Promise.resolve({ results: [], total: 0 });
          },
        }),
    });
    const index = await indexOf('en', english, search('own'));
    const { nearest } = await index.search(` ${'reset paswort '.repeat(100)}`, { context: '/account' });
    expect(asked).to.deep.equal([
      [english.length, `${'reset paswort '.repeat(100)}`.slice(0, 299).trim(), 10, ['/account']],
    ]);
    expect(nearest?.[0]?.id).to.equal('reset-password');
    expect((await index.search('9000123')).results[0]?.id).to.equal('quarantine');
    expect((await index.search('', { context: '/account' })).results[0]?.id).to.equal('reset-password');
  });

  it('may fail: to open, and to search', async () => {
    registerEngine({ name: 'shut', open: () => Promise.reject(new Error('no key')) });
    const shut = await openIndex(await smallPack('en', english, search('shut')), 'en');
    expect(!shut.ok && shut.fault).to.deep.include({ code: 'unreachable', detail: 'no key' });
    registerEngine({
      name: 'broken',
      open: (_, locale) => Promise.resolve({ locale, search: () => Promise.reject(new Error('down')) }),
    });
    const index = await indexOf('en', english, search('broken'));
    expect((await index.search('sign')).fault).to.deep.equal({ code: 'unreachable', detail: 'down' });
  });
});

describe('thousands of topics', () => {
  it('are read while the page stays quick', async () => {
    const words = (count: number, seed: number) =>
      Array.from({ length: count }, (_, at) => `word${(seed * 31 + at * at * 7) % 20_000}`).join(' ');
    const topics = Array.from({ length: 2900 }, (_, at) => ({
      id: `t${at}`,
      title: words(6, at),
      text: words(40, at + 1),
    }));
    const body = {
      version: 1,
      ids: topics.map(({ id }) => id),
      headings: topics.map(() => ''),
      texts: topics.map(({ text }) => text),
    };
    const { DefaultIndex } = await import('../../src/search/default-engine.js');
    const { parsePack, Pack } = await import('../../src/topics/pack.js');
    const list = parsePack({
      version: 1,
      locales: ['en'],
      topics: topics.map(({ id, title }) => ({
        id,
        locales: { en: { title, file: 'x', hash: `sha256-${'A'.repeat(43)}=` } },
      })),
    });
    if (!list.ok) throw new Error(list.fault.detail);
    const index = new DefaultIndex(new Pack('https://pack.invalid/pack.json', list.list), 'en');
    let [longest, last, ticks] = [0, performance.now(), 0];
    const timer = setInterval(() => {
      const now = performance.now();
      [longest, last, ticks] = [Math.max(longest, now - last), now, ticks + 1];
    });
    await index.fill(body as Parameters<typeof index.fill>[0]);
    clearInterval(timer);
    expect(ticks).to.be.above(5);
    // A machine that does other things too takes longer; without slices it would be the whole.
    expect(longest).to.be.below(250);
    expect((await index.search(topics[1234]!.title)).results[0]?.id).to.equal('t1234');
  });
});
