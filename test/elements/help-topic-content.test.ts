import { expect } from '@open-wc/testing';
import type { Block, Topic } from '../../src/topics.js';
import { hostileTopics } from '../topics/hostile-topics.js';
import {
  collect,
  find,
  findAll,
  focused,
  frame,
  isChromium,
  press,
  readTabs,
  tabsOf,
  textOf,
  tree,
  until,
} from '../helpers.js';
import { strange } from './census.js';
import { message, open, paragraph, shown, showsTopic, text, title, topicOf } from './open-topic.js';

const withText = (...values: string[]): Topic => topicOf({ body: values.map(paragraph) });
const link = (url: string, words: string): Block => ({
  type: 'paragraph',
  children: [{ type: 'link', url, title: words, children: [text(words)] }],
});
const checks = (...ids: (string | undefined)[]): Block => ({
  type: 'list',
  children: ids.map((id) => ({ type: 'listItem', checked: false, ...(id && { id }), children: [paragraph('Do it')] })),
});
const image = (more: object): Block => ({
  type: 'paragraph',
  children: [{ type: 'image', url: '/fault/status/404', ...more }],
});
const section = (id: string, ...body: Block[]) => ({ id, label: `Section ${id}`, body });

describe('help-topic, its placeholders', () => {
  it('are filled in words, code and addresses; each in its way', async () => {
    const topic = topicOf({
      title: 'Order {Order.No}',
      body: [
        paragraph('Call {who}.'),
        { type: 'code', value: 'get {who} {{who}} ${who} {"who":1}' },
        link('https://shop.example/{who}?q={Order.No}', 'Ask {who}'),
        { type: 'links', items: [{ label: 'To {who}', href: '/a/{who}', description: 'About {who}' }] },
        image({ alt: 'A picture of {who}' }),
      ],
      sections: [section('a', paragraph('{who}!')), { ...section('b'), label: 'For {who}' }],
    });
    const values = { who: 'Zoë & <b>"x"</b>', 'Order.No': '7' };
    const { element, errors } = await open('', topic, { values });
    await shown(element);
    await frame();
    const name = values.who;
    expect(title(element)).to.equal('Order 7');
    expect(textOf(find(element, '.body p'))).to.equal(`Call ${name}.`);
    expect(find(element, 'pre').textContent).to.equal(`get ${name} {{who}} \${who} {"who":1}`);
    const [inText, inList] = findAll<HTMLAnchorElement>(element, '.body a');
    const encoded = encodeURIComponent(name);
    expect(inText!.getAttribute('href')).to.equal(`https://shop.example/${encoded}?q=7`);
    expect([inText!.title, textOf(inText!)]).to.deep.equal([`Ask ${name}`, `Ask ${name}`]);
    expect(inList!.getAttribute('href')).to.equal(`/a/${encoded}`);
    expect(findAll(element, '.links li > *').map(textOf)).to.deep.equal([`To ${name}`, `About ${name}`]);
    expect(find<HTMLImageElement>(element, 'img').alt).to.equal(`A picture of ${name}`);
    expect(readTabs(element).labels).to.deep.equal(['Section a', `For ${name}`]);
    expect(findAll(element, '.unfilled')).to.deep.equal([]);
    expect(errors).to.deep.equal([]);
  });

  it('follow a change of the values, and keep section and ticks', async () => {
    const topic = topicOf({ sections: [section('a', paragraph('Hello {who}')), section('b', checks('x'))] });
    const { element } = await open('section=b', topic, { values: { who: 'Ann' } });
    await shown(element);
    await frame();
    find(element, 'input').click();
    element.values = { who: 'Bob' };
    await element.updateComplete;
    await frame();
    expect(textOf(find(element, '[name=a] p'))).to.equal('Hello Bob');
    expect(element.section).to.equal('b');
    expect(find<HTMLInputElement>(element, 'input').checked).to.equal(true);
  });

  it('without a value show as written; the topic says so in place, and tells once', async () => {
    const { element, errors } = await open(
      '',
      withText('{A} and {B} and {A}', 'id {6F2A0000-47EF-101A-A5F1-02608C9EEBAC}'),
      {
        values: { B: 'b' },
      },
    );
    await shown(element);
    await frame();
    expect(textOf(find(element, '.body p'))).to.equal('{A} and b and {A}');
    expect(textOf(find(element, '.unfilled'))).to.equal('This page has not filled in {A}.');
    element.requestUpdate();
    await frame();
    expect(errors.map(({ code }) => code)).to.deep.equal(['unfilled-placeholder']);
    expect(errors[0]!.message).to.contain('A');
    await expect(element).to.be.accessible();
    element.values = { A: 'a', B: 'b' };
    await element.updateComplete;
    expect(findAll(element, '.unfilled')).to.deep.equal([]);
  });

  it('make no address that is out of policy, and no value of what an object has by nature', async () => {
    const topic = topicOf({ body: [link('{scheme}:alert(1)', 'Go'), paragraph('{constructor}')] });
    const { element, errors } = await open('', topic, { values: { scheme: 'javascript' } });
    await shown(element);
    await frame();
    expect(findAll(element, '.body a')).to.deep.equal([]);
    expect(textOf(find(element, '.body'))).to.contain('{constructor}');
    expect(errors.map(({ code }) => code)).to.have.members(['blocked-address', 'unfilled-placeholder']);
  });

  it('keep the direction of a value to itself in text, and out of code', async () => {
    const value = '\u202eevil';
    const topic = topicOf({ lang: 'ar', body: [paragraph('{v}'), { type: 'code', value: '{v}' }] });
    const { element } = await open('', topic, { values: { v: value } });
    await shown(element);
    expect(find(element, '.body p').textContent).to.equal('\u2068evil\u2069');
    expect(find(element, 'pre').textContent).to.equal(value);
  });

  for (const values of [null, 7, 'text', [], { A: {} }, { A: null }])
    it(`keeps calm where .values is ${JSON.stringify(values)}`, async () => {
      const { element } = await open('', withText('{A}'), { values: values as never });
      await shown(element);
      expect(textOf(find(element, '.body p'))).to.equal('{A}');
      expect(textOf(find(element, '.unfilled'))).to.contain('{A}');
    });
});

describe('help-topic, its parts', () => {
  it('says when the topic was changed and where it comes from, in the reader’s words', async () => {
    const topic = topicOf({
      lang: 'en',
      updated: '2026-05-31',
      source: { url: 'https://docs.example/a', file: 'a.md' },
    });
    const { element } = await open('locale=nl', topic);
    await shown(element);
    expect(textOf(find(element, '.provenance'))).to.equal('Bijgewerkt op 31 mei 2026 Bron');
    expect(find<HTMLAnchorElement>(element, '.provenance a').href).to.equal('https://docs.example/a');
    expect(find<HTMLTimeElement>(element, 'time').dateTime).to.equal('2026-05-31');
    element.topic = topicOf({ id: 'u', source: { url: 'javascript:alert(1)' } });
    await element.updateComplete;
    expect(findAll(element, '.provenance')).to.deep.equal([]);
  });

  describe('code', () => {
    const topic = topicOf({ body: [{ type: 'code', lang: 'powershell', value: 'Get-Service\n' }] });
    const answer = '.code-bar [role=status]';

    it('has a button that copies it, and says so where a reader hears it', async () => {
      const { element } = await open('', topic);
      await shown(element);
      const written: string[] = [];
      const { clipboard } = navigator;
      const writeText = (words: string) => Promise.resolve(void written.push(words));
      Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
      try {
        const live = find(element, answer);
        expect(textOf(live)).to.equal('');
        if (isChromium) expect((await tree()).map(({ name }) => name)).to.include.members(['PowerShell', 'Copy']);
        find(element, '.code-bar button').focus();
        await press('Enter');
        await until(() => textOf(live) === 'Copied', 'the answer');
        expect(find(element, answer)).to.equal(live);
        expect(written).to.deep.equal(['Get-Service\n']);
        await expect(element).to.be.accessible();
        await until(() => textOf(live) === '', 'the end of the answer');
      } finally {
        Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
      }
    });

    it('is selected, with a word on it, where the browser lets no page copy', async () => {
      const { element } = await open('', topic);
      await shown(element);
      const { clipboard } = navigator;
      const { execCommand } = document;
      Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
      document.execCommand = () => false;
      try {
        find(element, '.code-bar button').click();
        await until(() => textOf(find(element, answer)).includes('selected'), 'the answer');
        if (isChromium) expect(String(getSelection())).to.equal('Get-Service');
      } finally {
        document.execCommand = execCommand;
        Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
      }
    });
  });

  it('tells five kinds of remarks apart by label and shape; the shape is not read out', async () => {
    const kinds = ['note', 'tip', 'important', 'warning', 'caution'] as const;
    const { element } = await open(
      '',
      topicOf({ body: kinds.map((kind): Block => ({ type: 'alert', kind, children: [paragraph(kind)] })) }),
    );
    await shown(element);
    const alerts = findAll(element, '[role=note]');
    expect(alerts.map(({ ariaLabel }) => ariaLabel)).to.deep.equal(['Note', 'Tip', 'Important', 'Warning', 'Caution']);
    expect(new Set(alerts.map((alert) => alert.querySelector('path')!.getAttribute('d'))).size).to.equal(5);
    expect(alerts.every((alert) => alert.querySelector('svg')!.ariaHidden)).to.equal(true);
  });

  it('keeps room for a picture, shows its words where it does not come, and its title below it', async () => {
    const { element } = await open(
      '',
      topicOf({
        body: [
          image({ alt: 'What it would have shown', width: 400, height: 300 }),
          image({ url: '/demo/favicon.svg', alt: 'Logo', title: 'The logo', width: 32, height: 32 }),
        ],
      }),
    );
    await shown(element);
    const [missing, logo] = findAll<HTMLImageElement>(element, 'img');
    expect([missing!.getAttribute('width'), missing!.getAttribute('height')]).to.deep.equal(['400', '300']);
    await until(() => missing!.classList.contains('missing'), 'the fault');
    expect(missing!.getBoundingClientRect().height).to.be.lessThan(100);
    expect(logo!.getBoundingClientRect().height).to.equal(32);
    expect(textOf(find(element, 'figure'))).to.equal('The logo');
    expect(logo!.title).to.equal('');
    await expect(element).to.be.accessible();
  });

  it('has no id twice, whatever ids the topic has: each check is ticked for itself', async () => {
    const { element, errors } = await open(
      '',
      topicOf({
        body: [checks('x', 'x', undefined)],
        sections: [section('a', checks('b-c', '1', undefined)), section('a-b', checks('c', 'c')), section('a')],
      }),
    );
    await shown(element);
    await frame();
    const ids = findAll(element, '[id]').map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
    const told = collect(element, 'help-check');
    for (const label of findAll<HTMLLabelElement>(element, 'label')) label.click();
    await element.updateComplete;
    const boxes = findAll<HTMLInputElement>(element, 'input');
    expect(boxes).to.have.length(8);
    expect(boxes.every(({ checked }) => checked)).to.equal(true);
    expect(new Set(told.map((check) => `${check.section}/${check.check}`)).size).to.equal(8);
    for (const described of findAll(element, '[aria-describedby]'))
      expect(ids).to.include(described.getAttribute('aria-describedby'));
    expect(errors.map(({ code }) => code)).to.deep.equal(['faulty-node']);
  });

  it('stands twice on a page, each with a state of its own', async () => {
    const topic = topicOf({ sections: [section('a', checks('x')), section('b')] });
    const { element, outer } = await open('', topic);
    await shown(element);
    const other = document.createElement('help-topic');
    other.topic = topic;
    outer.append(other);
    await shown(other);
    await frame();
    find(element, 'input').click();
    tabsOf(element)[1]!.click();
    await frame();
    expect(find<HTMLInputElement>(other, 'input').checked).to.equal(false);
    expect([element.section, other.section]).to.deep.equal(['b', 'a']);
    await expect(outer).to.be.accessible();
  });

  it('of one section makes no tab, but a heading; with one of the page’s own it makes two', async () => {
    const topic = topicOf({ body: [paragraph('Body')], sections: [section('a', checks('x'), link('/b', 'A link'))] });
    const { element, errors } = await open('', topic);
    await shown(element);
    await frame();
    const levels = () => findAll(element.shadowRoot!, 'h2, h3').filter((heading) => heading.checkVisibility());
    expect(levels().map((heading) => heading.localName + textOf(heading))).to.deep.equal(['h2A topic', 'h3Section a']);
    expect(find(element, 'help-tabs').checkVisibility()).to.equal(false);
    expect(element.section).to.equal('a');
    if (isChromium) expect((await tree()).map(({ role }) => role)).not.to.include.members(['tablist']);
    await expect(element).to.be.accessible();
    const [ticks, clicks] = [collect(element, 'help-check'), collect(element, 'help-link-click')];
    find(element, 'input').click();
    element.addEventListener('click', (event) => event.preventDefault(), { once: true });
    find(element, '.body a').click();
    expect(ticks[0]).to.deep.include({ section: 'a', check: 'x' });
    expect(clicks[0]).to.deep.include({ section: 'a', rank: 1 });
    const own = document.createElement('help-tab');
    Object.assign(own, { name: 'mine', label: 'Mine', textContent: 'Own' });
    element.append(own);
    await until(() => readTabs(element).labels.length === 2, 'two tabs');
    expect(readTabs(element)).to.deep.include({ labels: ['Section a', 'Mine'], selected: ['Section a'] });
    expect(find<HTMLInputElement>(element, 'input').checked).to.equal(true);
    own.remove();
    await until(() => !find(element, 'help-tabs').checkVisibility(), 'the heading again');
    expect(errors).to.deep.equal([]);
  });

  it('shows each hostile topic from a file as from data, or says why not', async function () {
    this.timeout(60_000);
    const { element } = await open();
    for (const { id, text: make, fault } of hostileTopics) {
      const file = make();
      // Longer than an address may be.
      if (file.length > 6000) continue;
      element.src = `/fault/json?id=${id}&body=${encodeURIComponent(file)}`;
      await element.updateComplete;
      await until(() => !element.matches(':state(loading)'), id);
      await element.updateComplete;
      expect(element.matches(':state(error)'), id).to.equal(fault !== undefined);
      if (fault) expect(message(element), id).to.match(/\S/);
      else expect(showsTopic(element), id).to.equal(true);
      expect(strange(element), id).to.deep.equal([]);
    }
    expect('__pwned' in window || 'polluted' in {}).to.equal(false);
  });

  it('keeps 10,000 nodes whole: all of them are there to be searched, read out and printed', async () => {
    const many = Array.from({ length: 4900 }, (_, index) => paragraph(`Number ${index}`));
    const { element, errors } = await open('', topicOf({ body: many }));
    await shown(element);
    const rows = findAll(element, '.body p');
    expect(rows).to.have.length(4900);
    const last = rows.at(-1)!;
    expect(getComputedStyle(last).contentVisibility).to.equal('auto');
    last.scrollIntoView();
    await frame();
    expect(last.getBoundingClientRect().top).to.be.within(0, innerHeight);
    expect(errors).to.deep.equal([]);
    expect(focused()).to.equal(document.body);
  });
});
