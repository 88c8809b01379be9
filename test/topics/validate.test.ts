import { expect } from '@open-wc/testing';
import { readTopic } from '../../src/topics/load.js';
import { parseTopic, type Block, type Inline, type Problem, type Topic } from '../../src/topics.js';
import { hostileTopics, sound } from './hostile-topics.js';

const text = (value: string): Inline => ({ type: 'text', value });
const paragraph = (value: string): Block => ({ type: 'paragraph', children: [text(value)] });

/** Parses what must not be refused. */
function parse(json: unknown): { topic: Topic; codes: string[]; pointers: string[]; problems: readonly Problem[] } {
  const result = parseTopic(json);
  if (!result.ok) throw new Error(`${result.fault.code}: ${result.fault.detail}`);
  const { topic, problems } = result;
  return { topic, problems, codes: problems.map(({ code }) => code), pointers: problems.map(({ pointer }) => pointer) };
}
const body = (...nodes: unknown[]) => parse({ version: 1, id: 'a', title: 'A', body: nodes });
const refusal = (json: unknown): string => {
  const result = parseTopic(json);
  return result.ok ? 'shows' : result.fault.code;
};
const hostile = (id: string): Topic => {
  const result = readTopic(hostileTopics.find((topic) => topic.id === id)?.text() ?? '');
  if (!result.ok) throw new Error(result.fault.detail);
  return result.topic;
};

describe('hostile topics', () => {
  afterEach(() => {
    expect('polluted' in {}).to.equal(false);
    expect('__pwned' in window).to.equal(false);
  });

  for (const { id, why, text: make, fault } of hostileTopics) {
    it(`${id}, ${why}: ${fault ? `refused as ${fault}` : 'shows'}`, () => {
      const start = performance.now();
      const result = readTopic(make());
      expect(performance.now() - start).to.be.lessThan(1000);
      expect(result.ok ? undefined : result.fault.code).to.equal(fault);
      // The console line must not carry what an unknown server sent, nor the engine's words.
      if (!result.ok) expect(result.fault.detail).not.to.match(/Unexpected|token|Sign-in|<|doctype/i);
    });
  }

  it('t31, t32: no body and no sections stay absent', () => {
    for (const id of ['t31', 't32']) expect(hostile(id)).not.to.have.any.keys('body', 'sections', 'lang');
  });

  it('t34: exactly one section, named Works', () => {
    expect(hostile('t34').sections).to.deep.equal([{ id: 'ok', label: 'Works', body: [] }]);
  });

  it('t35: three sections with ids of their own', () => {
    const ids = hostile('t35').sections?.map(({ id }) => id);
    expect(ids).to.deep.equal(['section-1', 'section-2', 'section-3']);
  });

  it('t36: both sections show, without links', () => {
    expect(hostile('t36').sections?.map(({ body }) => body)).to.deep.equal([[], []]);
  });

  it('t37: the good link is a link, labels without an address are text, links without a label are left out', () => {
    expect(hostile('t37').sections?.[0]?.body).to.deep.equal([
      { type: 'links', items: [{ label: 'good', href: 'https://learn.example/good' }] },
      ...['no address', 'null', 'number', 'object', 'list', 'bool'].map(paragraph),
    ]);
  });

  it('t38: no empty list is left of junk', () => {
    expect(hostile('t38').body).to.deep.equal([]);
  });

  it('t39, t61: unknown keys are not copied', () => {
    for (const id of ['t39', 't61']) expect(hostile(id)).to.have.all.keys('version', 'id', 'title', 'body', 'sections');
  });

  it('t40: the last of two equal keys counts, as text', () => {
    expect(hostile('t40').title).to.equal('Second wins <b>x</b>');
  });

  it('t59: no copy of a __proto__, not even in the source', () => {
    const topic = hostile('t59');
    expect(Object.getPrototypeOf(topic)).to.equal(Object.prototype);
    expect(topic).to.have.all.keys('version', 'id', 'title', 'source');
    expect(Object.keys(topic.source ?? {})).to.deep.equal([]);
  });

  it('t60: nothing comes from a nested __proto__', () => {
    expect(hostile('t60').sections).to.deep.equal([{ id: 'a', label: 'A', body: [] }]);
  });

  it('t69: keeps all 2,000 links', () => {
    const [block] = hostile('t69').body ?? [];
    expect(block?.type === 'links' && block.items.length).to.equal(2000);
  });

  it('h07: of unknown types the children show, loose text in a paragraph', () => {
    expect(hostile('h07').body).to.deep.equal(['inside', 'loose', 'of proto', 'of constructor'].map(paragraph));
  });
});

describe('parseTopic', () => {
  it('returns a sound topic unchanged, and no problems', () => {
    const { topic, problems } = parse(sound);
    expect(topic).to.deep.equal(sound);
    expect(problems).to.deep.equal([]);
  });

  it('returns a copy: later changes have no effect on it', () => {
    const given = { ...structuredClone(sound), source: { path: ['a'] }, keywords: ['x'] };
    const before = structuredClone(given);
    const { topic } = parse(given);
    expect(given).to.deep.equal(before);
    given.title = 'Changed';
    given.keywords.push('y');
    given.source.path.push('b');
    given.body.length = 0;
    given.sections[0]!.label = 'Changed';
    given.sections[0]!.body.pop();
    expect(topic).to.deep.equal(before);
  });

  it('reads a frozen topic', () => {
    const freeze = (value: unknown): unknown => {
      if (typeof value === 'object' && value) Object.values(Object.freeze(value)).forEach(freeze);
      return value;
    };
    expect(parse(freeze(structuredClone(sound))).topic).to.deep.equal(sound);
  });

  it('keeps every node type as it is', () => {
    const inlines: Inline[] = [
      text('a'),
      { type: 'emphasis', children: [text('b')] },
      { type: 'strong', children: [text('c')] },
      { type: 'delete', children: [text('d')] },
      { type: 'inlineCode', value: 'e' },
      { type: 'break' },
      { type: 'link', url: '/f', title: 'F', children: [text('f')] },
      { type: 'image', url: '/g.png', alt: 'g', title: 'G' },
    ];
    const blocks: Block[] = [
      { type: 'paragraph', children: inlines },
      { type: 'heading', depth: 3, children: inlines },
      {
        type: 'list',
        ordered: true,
        start: 4,
        spread: true,
        children: [
          { type: 'listItem', checked: false, id: 'check', spread: false, children: [paragraph('x')] },
          { type: 'listItem', children: [] },
        ],
      },
      {
        type: 'table',
        align: ['left', null],
        children: [
          {
            type: 'tableRow',
            children: [
              { type: 'tableCell', children: inlines },
              { type: 'tableCell', children: [] },
            ],
          },
        ],
      },
      { type: 'code', lang: 'powershell', value: '' },
      { type: 'blockquote', children: [paragraph('x')] },
      { type: 'thematicBreak' },
      { type: 'links', items: [{ label: 'A', href: '/a', description: 'D' }] },
      { type: 'alert', kind: 'caution', children: [paragraph('x')] },
    ];
    const { topic, problems } = body(...blocks);
    expect(topic.body).to.deep.equal(blocks);
    expect(problems).to.deep.equal([]);
  });

  it('takes null for absent, as mdast tools write it', () => {
    const item = { type: 'listItem', checked: null, spread: null, children: [paragraph('x')] };
    const { topic, problems } = body({ type: 'list', ordered: false, start: null, children: [item] });
    expect(topic.body).to.deep.equal([
      { type: 'list', ordered: false, children: [{ type: 'listItem', children: [paragraph('x')] }] },
    ]);
    expect(problems).to.deep.equal([]);
  });

  it('leaves a faulty node out, says where, and shows the rest', () => {
    const { topic, codes, pointers } = body(
      paragraph('before'),
      { type: 'heading', depth: 7, children: [text('seven')] },
      { type: 'code' },
      { type: 'alert', kind: 'panic', children: [paragraph('x')] },
      'text',
      null,
      { type: 'paragraph', children: [text('kept'), { type: 'text', value: 5 }, { type: 'image', alt: 'x' }] },
    );
    expect(topic.body).to.deep.equal([paragraph('before'), paragraph('kept')]);
    expect(new Set(codes)).to.deep.equal(new Set(['faulty-node']));
    expect(pointers).to.deep.equal([
      '/body/1',
      '/body/2',
      '/body/3',
      '/body/4',
      '/body/5',
      '/body/6/children/1',
      '/body/6/children/2',
    ]);
  });

  it('leaves a faulty optional field out and keeps its node', () => {
    const list = { type: 'list', ordered: 'yes', start: -1, children: [{ type: 'listItem', children: [] }] };
    const { topic, codes, pointers } = body(list, { type: 'code', lang: 5, value: 'x' });
    expect(topic.body).to.deep.equal([
      { type: 'list', children: [{ type: 'listItem', children: [] }] },
      { type: 'code', value: 'x' },
    ]);
    expect(codes).to.deep.equal(['faulty-field', 'faulty-field', 'faulty-field']);
    expect(pointers).to.deep.equal(['/body/0/ordered', '/body/0/start', '/body/1/lang']);
  });

  it('leaves out the topic’s own faulty details', () => {
    const { topic, pointers } = parse({
      ...sound,
      lang: 'en_US" onload=',
      translation: 'robot',
      updated: '2026-13-45',
      keywords: 'one, two',
      codes: [1],
      source: [],
    });
    expect(topic).to.deep.equal(sound);
    expect(pointers).to.have.members(['/lang', '/translation', '/updated', '/keywords', '/codes', '/source']);
  });

  it('keeps the topic’s own sound details', () => {
    const details = {
      lang: 'zh-Hant-TW',
      translation: 'machine',
      updated: '2026-05-31T08:00:00Z',
      keywords: ['a'],
      codes: [],
      aliases: ['9000'],
      routes: ['/users'],
      source: { path: 'a/b.md', lines: [1, null, { deep: true }] },
    };
    expect(parse({ ...sound, ...details }).topic).to.deep.equal({ ...sound, ...details });
  });

  it('shows the children of unknown and misplaced nodes in their place', () => {
    const { topic, codes, pointers } = body({
      type: 'paragraph',
      children: [
        text('a'),
        { type: 'mark', children: [text('b')] },
        paragraph('c'),
        { type: 'code', value: 'd' },
        { type: 'sub' },
      ],
    });
    const children = [text('a'), text('b'), text('c'), { type: 'inlineCode', value: 'd' }];
    expect(topic.body).to.deep.equal([{ type: 'paragraph', children }]);
    expect(codes).to.deep.equal(Array(4).fill('unknown-node'));
    expect(pointers[3]).to.equal('/body/0/children/4');
  });

  it('keeps code where a list or table has it by mistake', () => {
    const { topic } = body(
      { type: 'table', children: [{ type: 'code', value: 'x' }] },
      { type: 'list', children: [{ type: 'code', value: 'y' }] },
    );
    const cell = { type: 'tableCell', children: [{ type: 'inlineCode', value: 'x' }] };
    expect(topic.body).to.deep.equal([
      { type: 'table', children: [{ type: 'tableRow', children: [cell] }] },
      { type: 'list', children: [{ type: 'listItem', children: [{ type: 'code', value: 'y' }] }] },
    ]);
  });

  it('puts loose content into the paragraph, item, row or cell that it lacks', () => {
    const { topic } = body(
      text('a'),
      { type: 'strong', children: [text('b')] },
      { type: 'list', children: [text('c'), paragraph('d'), { type: 'listItem', children: [text('e')] }] },
      { type: 'table', children: [{ type: 'tableCell', children: [text('f')] }, text('g')] },
    );
    expect(topic.body).to.deep.equal([
      { type: 'paragraph', children: [text('a'), { type: 'strong', children: [text('b')] }] },
      {
        type: 'list',
        children: [
          { type: 'listItem', children: [paragraph('c'), paragraph('d')] },
          { type: 'listItem', children: [paragraph('e')] },
        ],
      },
      {
        type: 'table',
        children: [
          {
            type: 'tableRow',
            children: [
              { type: 'tableCell', children: [text('f')] },
              { type: 'tableCell', children: [text('g')] },
            ],
          },
        ],
      },
    ]);
  });

  it('keeps the text of a link without an address, and shows the address of one without text', () => {
    const { topic, codes } = body({
      type: 'paragraph',
      children: [
        { type: 'link', url: 5, children: [text('words')] },
        { type: 'link', url: 'https://learn.example/', children: [] },
      ],
    });
    const link = { type: 'link', url: 'https://learn.example/', children: [text('https://learn.example/')] };
    expect(topic.body).to.deep.equal([{ type: 'paragraph', children: [text('words'), link] }]);
    expect(codes).to.deep.equal(['faulty-node']);
  });

  it('leaves nothing that would show as an empty box', () => {
    const { topic } = body(
      { type: 'list', children: [] },
      { type: 'list', children: [null] },
      { type: 'links', items: [] },
      { type: 'links' },
      { type: 'table', children: [{ type: 'tableRow', children: [] }] },
      { type: 'blockquote', children: [{ type: 'paragraph' }] },
      { type: 'alert', kind: 'note', children: 'x' },
    );
    expect(topic.body).to.deep.equal([]);
  });

  it('gives duplicate and missing section ids new ones that no other section has', () => {
    const { topic, codes, pointers } = parse({
      ...sound,
      sections: [
        { id: 'a', label: '1' },
        { id: 'a', label: '2' },
        { label: '3' },
        { id: 'section-3', label: '4' },
        { id: '\u200b', label: '5' },
        { id: 'x', label: '\u200b' },
      ],
    });
    expect(topic.sections?.map(({ id }) => id)).to.deep.equal([
      'a',
      'section-2',
      'section-3-',
      'section-3',
      'section-5',
    ]);
    expect(codes).to.deep.equal(['section-id', 'section-id', 'section-id', 'faulty-node']);
    expect(pointers).to.deep.equal(['/sections/1', '/sections/2', '/sections/4', '/sections/5']);
  });

  it('takes an absent version for 1 and refuses others', () => {
    const { version, ...rest } = sound;
    expect(parse(rest).topic.version).to.equal(version);
    expect(refusal({ ...sound, version: 2 })).to.equal('newer-version');
    for (const wrong of [0, -1, 1.5, '2', {}, true]) expect(refusal({ ...sound, version: wrong })).to.equal('invalid');
  });

  it('keeps to its limits exactly', () => {
    const nodes = (count: number) => ({
      ...sound,
      sections: [],
      body: Array<unknown>(count).fill({ type: 'thematicBreak' }),
    });
    expect([refusal(nodes(10_000)), refusal(nodes(10_001))]).to.deep.equal(['shows', 'too-large']);
    const nested = (depth: number): unknown[] => [
      depth === 1 ? { type: 'thematicBreak' } : { type: 'blockquote', children: nested(depth - 1) },
    ];
    const deep = (depth: number) => ({ id: 'a', title: 'A', body: nested(depth) });
    expect([refusal(deep(32)), refusal(deep(33))]).to.deep.equal(['shows', 'too-deep']);
    const title = (length: number) => ({ ...sound, title: 'T'.repeat(length) });
    expect([refusal(title(500)), refusal(title(501))]).to.deep.equal(['shows', 'invalid']);
    const size = (length: number) => ({ id: 'a', title: 'A', body: [paragraph('x'.repeat(length))] });
    expect([refusal(size(1_048_000)), refusal(size(1_048_576))]).to.deep.equal(['shows', 'too-large']);
  });

  it('survives what no JSON can be', () => {
    const round: Record<string, unknown> = { id: 'a', title: 'A' };
    round['body'] = [round];
    expect(refusal(round)).to.equal('too-deep');
    let deep: unknown = [];
    for (let level = 0; level < 1_000_000; level++) deep = [deep];
    expect(refusal({ ...sound, x: deep })).to.equal('too-deep');
    const refusing = new Proxy({}, { ownKeys: () => expect.fail('do not look') });
    expect(refusal({ ...sound, x: refusing })).to.equal('invalid');
    expect(refusal({ ...sound, body: new Array(2 ** 31) })).to.equal('too-large');
    for (const wrong of [undefined, () => sound, Symbol('x'), 5n, new Date(), new Map(), Object.create(sound)]) {
      expect(refusal(wrong)).to.equal('invalid');
    }
    expect(parse({ ...sound, source: { f: () => 1, n: 1 } }).topic.source).to.deep.equal({ f: null, n: 1 });
  });

  it('is not misled by a page that extends Object.prototype', () => {
    const prototype = Object.prototype as Record<string, unknown>;
    const added = {
      children: [paragraph('injected')],
      body: [paragraph('injected')],
      href: 'https://evil.example',
      title: 'T',
    };
    try {
      Object.assign(prototype, added);
      const result = parseTopic({ id: 'a', title: 'A', sections: [{ id: 's', label: 'S' }], x: { type: 'paragraph' } });
      expect(JSON.stringify(result)).not.to.include('injected');
      expect(parseTopic({ id: 'a' }).ok).to.equal(false);
    } finally {
      for (const key of Object.keys(added)) delete prototype[key];
    }
  });

  it('tells at most 100 problems', () => {
    expect(body(...Array<unknown>(5000).fill(null)).problems).to.have.length(100);
  });
});
