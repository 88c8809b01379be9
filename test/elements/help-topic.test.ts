import { aTimeout, expect, fixture } from '@open-wc/testing';
import type { Block, Topic } from '../../src/topics.js';
import { hostileTopics } from '../topics/hostile-topics.js';
import { strange } from './census.js';
import { message, open, paragraph, showsFallback, shown, showsTopic, text, topicOf } from './open-topic.js';
import {
  collect,
  find,
  findAll,
  frame,
  isChromium,
  press,
  readTabs,
  shadowText,
  tabsOf,
  textOf,
  tree,
  until,
} from '../helpers.js';

const json = (topic: unknown) => `/fault/json?body=${encodeURIComponent(JSON.stringify(topic))}`;
const requests = async (key: string) => Number(await (await fetch(`/fault/log?key=${key}`)).text());

describe('help-topic', () => {
  it('shows every kind of block', async () => {
    const { element, errors, views } = await open(
      '',
      topicOf({
        body: [
          { type: 'heading', depth: 2, children: [text('Second level')] },
          { type: 'heading', depth: 6, children: [text('Deepest level')] },
          {
            type: 'paragraph',
            children: [
              { type: 'emphasis', children: [text('em')] },
              { type: 'strong', children: [text('strong')] },
              { type: 'delete', children: [text('gone')] },
              { type: 'inlineCode', value: '<b>code</b>' },
              { type: 'break' },
              { type: 'link', url: '/a', title: 'Its title', children: [text('link')] },
              { type: 'image', url: '/fault/status/404', alt: 'A picture' },
            ],
          },
          {
            type: 'list',
            ordered: true,
            start: 3,
            children: [{ type: 'listItem', children: [paragraph('third'), paragraph('still third')] }],
          },
          { type: 'list', children: [{ type: 'listItem', children: [paragraph('bullet')] }] },
          {
            type: 'list',
            children: [
              { type: 'listItem', checked: true, id: 'x', children: [paragraph('ticked')] },
              { type: 'listItem', checked: false, children: [paragraph('open')] },
            ],
          },
          {
            type: 'table',
            children: [
              { type: 'tableRow', children: [{ type: 'tableCell', children: [text('Head')] }] },
              { type: 'tableRow', children: [{ type: 'tableCell', children: [text('Cell')] }] },
            ],
          },
          { type: 'code', lang: 'js', value: 'const a = "<script>";\n' },
          { type: 'blockquote', children: [paragraph('quoted')] },
          { type: 'thematicBreak' },
          { type: 'links', items: [{ label: 'Linked', href: 'https://learn.example/', description: 'Why' }] },
          ...(['note', 'tip', 'important', 'warning', 'caution'] as const).map((kind): Block => ({
            type: 'alert',
            kind,
            children: [paragraph(`about ${kind}`)],
          })),
        ],
        sections: [
          { id: 's', label: 'A section', body: [paragraph('In the section')] },
          { id: 'u', label: 'Another', body: [paragraph('In the other')] },
        ],
      }),
    );
    await shown(element);
    const all = (selector: string) => findAll(element.shadowRoot!, selector).map(textOf);
    expect(all('h2')).to.deep.equal(['A topic']);
    // The label of a section is a heading, which shows only where nothing makes tabs.
    expect(all('.body h3')).to.deep.equal(['Second level']);
    expect(all('help-tab h3')).to.deep.equal(['A section', 'Another']);
    expect(getComputedStyle(findAll(element.shadowRoot!, 'help-tab .panel-label')[0]!).display).to.equal('none');
    expect(all('h6')).to.deep.equal(['Deepest level']);
    expect([all('em'), all('strong'), all('del'), all('p > code')]).to.deep.equal([
      ['em'],
      ['strong'],
      ['gone'],
      ['<b>code</b>'],
    ]);
    expect(find(element, 'p > a').title).to.equal('Its title');
    expect(find<HTMLImageElement>(element, 'img').alt).to.equal('A picture');
    expect(find<HTMLOListElement>(element, 'ol[start]').start).to.equal(3);
    expect(findAll<HTMLInputElement>(element, 'input').map(({ checked }) => checked)).to.deep.equal([true, false]);
    expect(all('.progress')).to.deep.equal(['1 of 2 done']);
    expect(all('th[scope=col]')).to.deep.equal(['Head']);
    expect(all('td')).to.deep.equal(['Cell']);
    expect(find(element, 'pre').textContent).to.equal('const a = "<script>";\n');
    expect(all('blockquote')).to.deep.equal(['quoted']);
    expect(all('hr')).to.have.length(1);
    expect([all('.links a'), all('.links li > :not(a)')]).to.deep.equal([['Linked'], ['Why']]);
    const notes = findAll(element.shadowRoot!, '[role=note]');
    expect(notes.map((note) => `${note.ariaLabel} ${textOf(note)}`)).to.deep.equal([
      'Note about note',
      'Tip about tip',
      'Important about important',
      'Warning about warning',
      'Caution about caution',
    ]);
    expect(readTabs(element)).to.deep.include({ labels: ['A section', 'Another'], shown: ['A section'] });
    expect(errors).to.deep.equal([]);
    expect(views).to.deep.equal([{ topic: 't', locale: 'en' }]);
    expect(showsFallback(element)).to.equal(false);
    // The level of the deepest heading is the author's choice.
    await expect(element).to.be.accessible({ ignoredRules: ['heading-order'] });
  });

  it('loads a topic from an address; what the page wrote shows until then', async () => {
    const { element, errors, views } = await open(`src=${json(topicOf({ title: 'Loaded', lang: 'ar' }))}`);
    if (!showsTopic(element)) expect(showsFallback(element)).to.equal(true);
    await shown(element);
    expect(textOf(find(element, 'h2'))).to.equal('Loaded');
    expect(find(element, '.topic').lang).to.equal('ar');
    expect(find(element, '.topic').dir).to.equal('rtl');
    expect([showsFallback(element), message(element)]).to.deep.equal([false, '']);
    expect(errors).to.deep.equal([]);
    expect(views).to.have.length(1);
  });

  describe('what goes wrong', () => {
    const faults: [name: string, src: string, code: string, words: string][] = [
      ['no such file', '/fault/status/404', 'not-found', 'isn’t there any more'],
      ['a server out of order', '/fault/status/500', 'server', 'couldn’t deliver'],
      ['a refusal', '/fault/status/403', 'unreachable', 'couldn’t be reached'],
      ['a page to sign in', '/fault/html', 'web-page', 'sign in'],
      ['a file too large', '/fault/big?bytes=1100000', 'too-large', 'too large'],
      ['a redirect without end', '/fault/redirect?', 'unreachable', 'couldn’t be reached'],
      ['a redirect to where nobody is', '/fault/redirect?to=http://localhost:1/', 'unreachable', 'isn’t allowed'],
      ['a server that is not there', 'http://localhost:1/x.json', 'unreachable', 'couldn’t be reached'],
      ['another site without leave', `http://127.0.0.1:${location.port}/fault/json`, 'unreachable', 'isn’t allowed'],
      ['no JSON', '/fault/json?body=oops', 'not-json', 'damaged'],
      ['no topic', '/fault/json?body=[]', 'invalid', 'damaged'],
      ['a newer version', '/fault/json?body={"version":2,"id":"a","title":"A"}', 'newer-version', 'newer version'],
      ['another encoding', '/fault/json?encoding=utf16le', 'encoding', 'UTF-8'],
      ['an address out of policy', 'data:application/json,{}', 'blocked-address', 'isn’t allowed'],
    ];
    for (const [name, src, code, words] of faults)
      it(`${name}: a message, the page’s own text, one help-error`, async () => {
        const { element, errors, views } = await open(`src=${src}`);
        await until(() => message(element).includes(words), `the message of ${code}`);
        await frame();
        expect(errors.map((error) => error.code)).to.deep.equal([code]);
        expect(errors[0]!.message).to.contain(words);
        expect(errors[0]!.url).to.equal(src);
        expect(showsFallback(element)).to.equal(true);
        expect(showsTopic(element)).to.equal(false);
        expect(element.matches(':state(error)') && !element.matches(':state(loading)')).to.equal(true);
        expect(textOf(find(element, 'button'))).to.equal('Try again');
        expect(views).to.deep.equal([]);
        await expect(element).to.be.accessible();
      });

    it('nothing ever comes: a message after ten seconds', async function () {
      this.timeout(20_000);
      const start = performance.now();
      const { element, errors } = await open('src=/fault/hang');
      expect(element.matches(':state(loading)')).to.equal(true);
      expect(message(element)).to.equal('Loading…');
      expect(showsFallback(element)).to.equal(true);
      await until(() => message(element).includes('took too long'), 'the message', 15_000);
      expect(performance.now() - start).to.be.within(9000, 12_000);
      expect(errors.map(({ code }) => code)).to.deep.equal(['timeout']);
    });

    it('data that is no topic: a message and no button, since there is nothing to load', async () => {
      const { element, errors } = await open('', { version: 1, id: 'a' });
      await until(() => message(element).includes('damaged'), 'the message');
      expect(findAll(element, 'button')).to.deep.equal([]);
      expect(showsFallback(element)).to.equal(true);
      await frame();
      expect(errors.map(({ code }) => code)).to.deep.equal(['invalid']);
    });

    it('the message is read out: its place was there before it', async () => {
      const { element } = await open('src=/fault/hang');
      const status = find(element, '[role=status]');
      element.src = '/fault/status/404';
      await until(() => message(element).includes('isn’t there'), 'the message');
      expect(find(element, '[role=status]')).to.equal(status);
      if (isChromium) {
        await frame();
        const names = (await tree()).map(({ name }) => name);
        expect(names).to.include.members(['This help isn’t there any more, or its address is wrong.', 'Try again']);
      }
    });

    it('the connection is gone: one try of its own when it is back', async () => {
      const { fetch } = window;
      let asked = 0;
      Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
      window.fetch = () => (asked++, Promise.reject(new TypeError('offline')));
      try {
        const { element, errors } = await open('src=/fault/json');
        await until(() => message(element).includes('couldn’t be reached'), 'the message');
        expect(asked).to.equal(1);
        window.fetch = (...request) => (asked++, fetch(...request));
        window.dispatchEvent(new Event('online'));
        await shown(element);
        window.dispatchEvent(new Event('online'));
        await frame();
        expect(asked).to.equal(2);
        expect(errors).to.have.length(1);
      } finally {
        window.fetch = fetch;
        delete (navigator as { onLine?: boolean }).onLine;
      }
    });

    it('the reader tries again, and it is there', async () => {
      const key = crypto.randomUUID();
      const { element, errors } = await open(`src=/fault/once-503?key=${key}`);
      await until(() => message(element).includes('couldn’t deliver'), 'the message');
      find(element, 'button').focus();
      await press('Enter');
      await shown(element);
      expect(message(element)).to.equal('');
      expect(showsFallback(element)).to.equal(false);
      expect(element.matches(':state(error)')).to.equal(false);
      expect(errors).to.have.length(1);
      expect(await requests(key)).to.equal(2);
      await expect(element).to.be.accessible();
    });

    it('each try that fails is told once', async () => {
      const { element, errors } = await open('src=/fault/status/404');
      await until(() => message(element).includes('isn’t there'), 'the message');
      find(element, 'button').click();
      await until(() => errors.length === 2, 'a second error');
      await until(() => message(element).includes('isn’t there'), 'the message again');
      await frame();
      expect(errors.map(({ code }) => code)).to.deep.equal(['not-found', 'not-found']);
    });
  });

  it('shows the last address asked for, and drops the answer to the one before', async () => {
    const { element, errors, views } = await open('src=/fault/slow');
    element.src = json(topicOf({ id: 'b', title: 'B' }));
    await shown(element);
    expect(textOf(find(element, 'h2'))).to.equal('B');
    await aTimeout(300);
    expect(errors).to.deep.equal([]);
    expect(views.map(({ topic }) => topic)).to.deep.equal(['b']);
  });

  it('keeps what shows until the next topic is there', async () => {
    const { element } = await open(`src=${json(topicOf({ title: 'First' }))}`);
    await shown(element);
    element.src = json(topicOf({ title: 'Second' }));
    await until(() => textOf(find(element, 'h2')) === 'Second', 'the second topic');
  });

  it('shows a new topic whose sections have other ids without a complaint', async () => {
    const section = (id: string) => ({ id, label: `Section ${id}`, body: [] });
    const { element, errors } = await open('', topicOf({ sections: [section('a'), section('b')] }));
    await shown(element);
    await frame();
    tabsOf(element)[1]!.click();
    await frame();
    expect(element.section).to.equal('b');
    element.topic = topicOf({ id: 'other', sections: [section('x'), section('y')] });
    await element.updateComplete;
    await frame();
    expect(readTabs(element).selected).to.deep.equal(['Section x']);
    expect(element.section).to.equal('x');
    expect(errors).to.deep.equal([]);
  });

  it('asks once where it stands on the page ten times', async () => {
    const key = crypto.randomUUID();
    const outer = await fixture<HTMLElement>(
      `<div>${`<help-topic src="/fault/json?key=${key}"></help-topic>`.repeat(10)}</div>`,
    );
    await until(() => [...outer.children].every((child) => child.shadowRoot?.querySelector('.topic')), 'all topics');
    expect(await requests(key)).to.equal(1);
  });

  it('is removed before the answer: nothing is told; back on the page it loads again', async () => {
    const { element, errors } = await open('src=/fault/hang');
    const parent = element.parentElement!;
    element.remove();
    await aTimeout(50);
    expect(errors).to.deep.equal([]);
    element.src = json(topicOf({ title: 'Back' }));
    parent.append(element);
    await shown(element);
    expect(textOf(find(element, 'h2'))).to.equal('Back');
    // Moved with its topic it asks for nothing more.
    const key = crypto.randomUUID();
    element.src = `/fault/json?key=${key}`;
    await until(() => textOf(find(element, 'h2')) === 'A topic that arrived', 'the topic');
    parent.prepend(element);
    await aTimeout(100);
    expect(await requests(key)).to.equal(1);
  });

  it('removed and put back without another address, it asks again', async () => {
    const key = crypto.randomUUID();
    const { element, errors } = await open(`src=/fault/hang?key=${key}`);
    const parent = element.parentElement!;
    element.remove();
    await aTimeout(50);
    parent.append(element);
    await until(() => element.matches(':state(loading)'), 'a second load');
    await aTimeout(100);
    expect(await requests(key)).to.equal(2);
    expect(errors).to.deep.equal([]);
  });

  it('topic wins over src; without both it shows the page’s own text', async () => {
    const key = crypto.randomUUID();
    const { element } = await open(`src=/fault/json?key=${key}`, topicOf({ title: 'Data' }));
    await shown(element);
    expect(textOf(find(element, 'h2'))).to.equal('Data');
    expect(await requests(key)).to.equal(0);
    element.topic = null;
    await until(() => textOf(find(element, 'h2')) === 'A topic that arrived', 'the file');
    element.removeAttribute('src');
    await element.updateComplete;
    expect(showsTopic(element)).to.equal(false);
    expect(showsFallback(element)).to.equal(true);
    expect(message(element)).to.equal('');
  });

  it('is not touched by what the page does to its data afterwards', async () => {
    const sections = ['A', 'B'].map((label) => ({ id: label, label, body: [] }));
    const topic = topicOf({ body: [paragraph('Before')], sections });
    const { element } = await open('', topic);
    await shown(element);
    topic.title = 'After';
    topic.body!.push({
      type: 'paragraph',
      children: [{ type: 'link', url: 'javascript:alert(1)', children: [text('x')] }],
    });
    topic.sections!.length = 0;
    element.requestUpdate();
    await element.updateComplete;
    expect(textOf(find(element, 'h2'))).to.equal('A topic');
    expect(findAll(element, '.body p').map(textOf)).to.deep.equal(['Before']);
    expect(readTabs(element).labels).to.deep.equal(['A', 'B']);
  });

  it('leaves a faulty node out, shows the children of an unknown one, and tells of each', async () => {
    const { element, errors } = await open(
      '',
      topicOf({
        body: [
          paragraph('Good'),
          null,
          { type: 'marquee', children: [paragraph('Inside')] },
          { type: 'paragraph' },
          paragraph('Also good'),
        ] as unknown as Block[],
      }),
    );
    await shown(element);
    expect(findAll(element, '.body p').map(textOf).filter(Boolean)).to.deep.equal(['Good', 'Inside', 'Also good']);
    await frame();
    expect(errors.every(({ code }) => code === 'faulty-node')).to.equal(true);
    expect(errors.map(({ message }) => /\/body\/\d/.exec(message)?.[0])).to.include.members(['/body/1', '/body/2']);
  });

  it('holds its own against hostile topics: no script, no element but ours', async function () {
    this.timeout(60_000);
    const { element } = await open();
    for (const { id, text: make, fault } of hostileTopics) {
      let topic: unknown;
      try {
        topic = JSON.parse(make());
      } catch {
        continue;
      }
      element.topic = topic as Topic;
      await element.updateComplete;
      if (topic && typeof topic === 'object')
        expect(element.matches(':state(error)'), id).to.equal(fault !== undefined);
      expect(strange(element), id).to.deep.equal([]);
    }
    expect('__pwned' in window || 'polluted' in {}).to.equal(false);
  });

  it('ticks: moves the progress, tells, keeps the ticks when the reader goes elsewhere', async () => {
    const list = (ids: (string | undefined)[]): Block => ({
      type: 'list',
      children: ids.map((id) => ({
        type: 'listItem',
        checked: false,
        ...(id && { id }),
        children: [paragraph(`Do ${id}`)],
      })),
    });
    const { element } = await open(
      '',
      topicOf({
        sections: [
          { id: 'a', label: 'A', body: [list(['one', 'two'])] },
          { id: 'b', label: 'B', body: [list([undefined, undefined]), list([undefined])] },
        ],
      }),
    );
    await shown(element);
    const checks = collect(element, 'help-check');
    find(element, 'input').click();
    await element.updateComplete;
    expect(checks).to.deep.equal([{ topic: 't', section: 'a', check: 'one', done: true }]);
    expect(textOf(find(element, '.progress'))).to.equal('1 of 2 done');
    tabsOf(element)[1]!.click();
    await frame();
    // Two lists in one section are two lists.
    const inB = findAll<HTMLInputElement>(find(element, '[name=b]'), 'input');
    expect(new Set(findAll(element, 'input').map(({ id }) => id)).size).to.equal(5);
    inB[0]!.click();
    await frame();
    expect(findAll(find(element, '[name=b]'), '.progress').map(textOf)).to.deep.equal(['1 of 2 done', '0 of 1 done']);
    tabsOf(element)[0]!.click();
    await frame();
    expect(findAll<HTMLInputElement>(element, 'input').map(({ checked }) => checked)).to.deep.equal([
      true,
      false,
      true,
      false,
      false,
    ]);
    await expect(element).to.be.accessible();
  });

  it('has sections as tabs: section chooses one and follows the reader; a name that is none is told once', async () => {
    const section = (id: string) => ({ id, label: `Section ${id}`, body: [paragraph(`Text ${id}`)] });
    const { element, errors } = await open('section=b', topicOf({ sections: [section('a'), section('b')] }));
    await shown(element);
    await frame();
    expect(readTabs(element)).to.deep.include({ selected: ['Section b'], shown: ['Section b'] });
    const changes = collect(element, 'help-symptom-change');
    tabsOf(element)[0]!.focus();
    tabsOf(element)[0]!.click();
    await frame();
    expect(element.getAttribute('section')).to.equal('a');
    expect(changes).to.deep.equal([{ symptom: 'a', trigger: 'user' }]);
    expect(errors).to.deep.equal([]);
    element.section = 'nonsense';
    await frame();
    expect(readTabs(element).selected).to.deep.equal(['Section a']);
    expect(element.section).to.equal('a');
    expect(errors.map(({ code }) => code)).to.deep.equal(['bad-attribute']);
  });

  it('without sections it has no tabs; without a body no empty lists', async () => {
    const { element } = await open('', topicOf({ sections: [] }));
    await shown(element);
    expect(findAll(element, '[role=tablist], ul:empty, ol:empty')).to.deep.equal([]);
    expect(find(element, 'help-tabs').checkVisibility()).to.equal(false);
    await expect(element).to.be.accessible();
  });

  it('has room for the page’s own heading, introduction, sections and footer', async () => {
    const outer = await fixture<HTMLElement>(`<div><help-topic>
      <h2 slot="heading">My heading</h2><p slot="intro">My introduction</p>
      <help-tab name="mine" label="My section"><p>Mine</p></help-tab><p slot="footer">My footer</p></help-topic></div>`);
    const element = outer.querySelector('help-topic')!;
    element.topic = topicOf({ sections: [{ id: 'a', label: 'A', body: [] }] });
    await shown(element);
    await frame();
    for (const own of element.querySelectorAll('[slot]:not(help-tab)'))
      expect(own.checkVisibility(), own.slot).to.equal(true);
    expect(element.shadowRoot!.querySelector('h2')?.checkVisibility()).not.to.equal(true);
    expect(readTabs(element).labels).to.deep.equal(['A', 'My section']);
    element.section = 'mine';
    await frame();
    expect(readTabs(element).shown).to.deep.equal(['My section']);
    await expect(element).to.be.accessible();
  });

  it('follows its heading level', async () => {
    const body: Block[] = [{ type: 'heading', depth: 2, children: [text('Below')] }];
    const { element, errors } = await open('heading-level=4', topicOf({ body }));
    await shown(element);
    const levels = () => findAll(element.shadowRoot!, 'h1,h2,h3,h4,h5,h6').map(({ localName }) => localName);
    expect(levels()).to.deep.equal(['h4', 'h5']);
    element.headingLevel = 6;
    await element.updateComplete;
    expect(levels()).to.deep.equal(['h6', 'h6']);
    element.setAttribute('heading-level', '7');
    await element.updateComplete;
    expect(levels()).to.deep.equal(['h2', 'h3']);
    await frame();
    expect(errors.map(({ code }) => code)).to.deep.equal(['bad-attribute']);
  });

  it('offers the contact of the page at the end', async () => {
    const { element } = await open('contact-href=mailto:help@corp.example', topicOf());
    await shown(element);
    const link = find<HTMLAnchorElement>(element, 'footer a');
    expect(textOf(link)).to.match(/support/);
    expect(link.getAttribute('href')).to.equal('mailto:help@corp.example');
    element.contactHref = null;
    await element.updateComplete;
    expect(findAll(element, 'footer a')).to.deep.equal([]);
    expect(shadowText(element)).to.contain('A topic');
  });
});
