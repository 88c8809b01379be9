import { expect, fixture } from '@open-wc/testing';
import '../../src/define.js';
import type { HelpLinks } from '../../src/elements/help-links.js';
import type { HelpTopic } from '../../src/elements/help-topic.js';
import type { ProvisioningHelp } from '../../src/elements/provisioning-help.js';
import type { Topic } from '../../src/topics.js';
import { collect, find, findAll, focused, frame, isChromium, press, textOf, tree, until } from '../helpers.js';
import { addresses } from './hostile-addresses.js';

type Verdict = keyof typeof addresses;
const cases = Object.entries(addresses).flatMap(([verdict, hrefs]) =>
  hrefs.map((href, index) => ({ verdict: verdict as Verdict, href, label: `${verdict} ${index}` })),
);
const schemes = ['http:', 'https:', 'mailto:', 'tel:'];

/** The link with a text, or the text alone; in a list of links each stands in an item of its own. */
const linkIn = (item: Element | undefined): HTMLAnchorElement | null => item?.querySelector('a') ?? null;

/** What the page would open must be what was judged. Nobody's script runs, whatever is clicked. */
function expectVerdict(link: HTMLAnchorElement | null, verdict: Verdict, href: string): void {
  const what = JSON.stringify(href);
  if (verdict !== 'either') expect(link !== null, `${what} is a link`).to.equal(verdict === 'allow');
  if (!link) return;
  expect(link.getAttribute('href'), what).to.equal(href);
  // A dead link has no scheme at all; only a page on http meets one, where a scheme of https stands alone.
  expect([...schemes, ':'], what).to.include(link.protocol);
  link.click();
}

describe('links', () => {
  const { alert } = window;
  let scripts = 0;
  const stay = (event: Event) => event.preventDefault();
  before(() => {
    window.alert = () => void scripts++;
    window.addEventListener('click', stay);
  });
  after(() => {
    window.alert = alert;
    window.removeEventListener('click', stay);
  });
  afterEach(() => {
    expect(scripts).to.equal(0);
    expect('__pwned' in window).to.equal(false);
  });

  it('are judged by a list that is that of the fixture, where it is at hand', async () => {
    const response = await fetch('/shared/hostile/urls.json');
    if (!response.ok) return;
    const file = (await response.json()) as { cases: { href: string; expected: string; strict?: string }[] };
    const verdicts = file.cases.map(({ href, expected, strict }) => [
      href,
      expected === 'block' ? 'block' : strict ? 'either' : 'allow',
    ]);
    expect(new Map(cases.map(({ href, verdict }) => [href, verdict]))).to.deep.equal(new Map(verdicts as never));
  });

  describe('every hostile address gets its verdict', function () {
    this.timeout(60_000);
    // Hundreds of lines, some of them with control characters.
    const { warn } = console;
    before(() => (console.warn = () => undefined));
    after(() => (console.warn = warn));

    /** One error for each address that is no link, and none for the others. */
    const expectErrors = (errors: { code: string; url?: string | undefined }[], refused: string[]) => {
      expect(errors.every(({ code }) => code === 'blocked-address')).to.equal(true);
      expect(errors.map(({ url }) => url)).to.have.members(refused);
    };

    it('in a property', async () => {
      const element = document.createElement('help-links');
      const errors = collect(element, 'help-error');
      element.links = cases;
      (await fixture('<div></div>')).append(element);
      await until(() => element.shadowRoot?.querySelector('li'), 'the list');
      const items = [...element.shadowRoot!.querySelectorAll('li')];
      expect(items.map(textOf)).to.deep.equal(cases.map(({ label }) => label));
      const refused = cases.filter((_, index) => !linkIn(items[index])).map(({ href }) => href);
      cases.forEach(({ verdict, href }, index) => expectVerdict(linkIn(items[index]), verdict, href));
      element.requestUpdate();
      await frame();
      expectErrors(errors, refused);
    });

    it('in a slotted link', async () => {
      const element = document.createElement('help-links');
      const errors = collect(element, 'help-error');
      for (const { href, label } of cases) {
        const anchor = document.createElement('a');
        anchor.setAttribute('href', href);
        anchor.append(label);
        element.append(anchor);
      }
      (await fixture('<div></div>')).append(element);
      await until(() => element.shadowRoot?.querySelector('li'), 'the list');
      const items = [...element.shadowRoot!.querySelectorAll('li')];
      expect(items.map(textOf)).to.deep.equal(cases.map(({ label }) => label));
      cases.forEach(({ verdict, href }, index) => expectVerdict(linkIn(items[index]), verdict, href));
      // What the page wrote is not there for anyone: it neither shows nor is in the tab order.
      expect([...element.children].some((child) => child.checkVisibility())).to.equal(false);
      expectErrors(
        errors,
        cases.filter((_, index) => !linkIn(items[index])).map(({ href }) => href),
      );
    });

    it('in the JSON of a topic: links in text, lists of links', async () => {
      const text = (value: string) => ({ type: 'text' as const, value });
      const topic: Topic = {
        version: 1,
        id: 'hostile',
        title: 'Hostile',
        body: [
          {
            type: 'list',
            children: cases.map(({ href, label }) => ({
              type: 'listItem',
              children: [{ type: 'paragraph', children: [{ type: 'link', url: href, children: [text(label)] }] }],
            })),
          },
          { type: 'links', items: cases.map(({ href, label }) => ({ label, href })) },
        ],
      };
      const element = document.createElement('help-topic');
      const errors = collect(element, 'help-error');
      element.topic = JSON.parse(JSON.stringify(topic)) as Topic;
      (await fixture('<div></div>')).append(element);
      await until(() => element.shadowRoot?.querySelector('.body'), 'the topic');
      const [inText, inList] = [...element.shadowRoot!.querySelectorAll('.body > ul')].map((list) => [
        ...list.querySelectorAll('li'),
      ]);
      expect(inText!.map(textOf)).to.deep.equal(cases.map(({ label }) => label));
      expect(inList!.map(textOf)).to.deep.equal(cases.map(({ label }) => label));
      cases.forEach(({ verdict, href }, index) => {
        expectVerdict(linkIn(inText![index]), verdict, href);
        expectVerdict(linkIn(inList![index]), verdict, href);
      });
      expectErrors(
        errors,
        cases.filter((_, index) => !linkIn(inList![index])).map(({ href }) => href),
      );
    });

    it('in attributes', async () => {
      const element = await fixture<ProvisioningHelp>('<provisioning-help></provisioning-help>');
      await until(() => find(element, 'footer'), 'the first paint');
      const errors = collect(element, 'help-error');
      const refused: string[] = [];
      for (const { verdict, href } of cases) {
        if (!href) continue;
        element.setAttribute('contact-href', href);
        element.setAttribute('tutorial-href', href);
        await element.updateComplete;
        const contact = find(element, 'footer');
        expect(textOf(contact)).to.match(/support/);
        const step = find(element, '.setup li');
        expect(textOf(step)).to.contain('Setup tutorial for your app');
        expectVerdict(linkIn(contact), verdict, href);
        expectVerdict(linkIn(step), verdict, href);
        if (!linkIn(contact)) refused.push(href);
      }
      expectErrors(errors, refused);
    });
  });

  const openLinks = async (attributes = '', href = 'https://learn.example/a'): Promise<HelpLinks> => {
    const element = await fixture<HelpLinks>(`<help-links ${attributes}><a href="${href}">A guide</a></help-links>`);
    await until(() => element.shadowRoot?.querySelector('a'), 'the link');
    return element;
  };
  const link = (element: Element) => find<HTMLAnchorElement>(element, 'a[part=link]');

  it('open a new tab, and say so to a screen reader', async () => {
    const element = await openLinks('id="links"');
    expect(link(element).target).to.equal('_blank');
    expect(link(element).rel).to.equal('noopener noreferrer');
    const ids = link(element).getAttribute('aria-describedby')!;
    expect(textOf(element.shadowRoot!.getElementById(ids)!)).to.equal('Opens in a new tab');
    if (isChromium) {
      await frame();
      const found = (await tree()).find(({ role }) => role === 'link');
      expect(found).to.include({ name: 'A guide', description: 'Opens in a new tab' });
    }
    await expect(element).to.be.accessible();
  });

  it('open where the page says, also when it changes its mind', async () => {
    const element = await openLinks('link-target="_self"');
    expect(link(element).target).to.equal('_self');
    expect(link(element).rel).to.equal('');
    expect(link(element).hasAttribute('aria-describedby')).to.equal(false);
    element.linkTarget = 'docs';
    await element.updateComplete;
    expect(link(element).target).to.equal('docs');
    expect(link(element).rel).to.equal('noopener noreferrer');
    element.setAttribute('link-target', '');
    await element.updateComplete;
    expect(link(element).target).to.equal('_blank');
    element.removeAttribute('link-target');
    await element.updateComplete;
    expect(link(element).target).to.equal('_blank');
  });

  it('to mail, telephones and places on the page open no tab', async () => {
    for (const href of ['mailto:a@corp.example', ' MAILTO:a@corp.example', 'tel:112', '#part']) {
      const element = await openLinks('', href);
      expect(link(element).target, href).to.equal('_self');
      expect(link(element).hasAttribute('rel'), href).to.equal(false);
    }
  });

  it('do not follow the target of the page’s base', async () => {
    const base = Object.assign(document.createElement('base'), { target: '_top' });
    document.head.append(base);
    try {
      for (const href of ['https://learn.example/', '/a', 'mailto:a@corp.example', '#a'])
        expect(link(await openLinks('', href)).getAttribute('target'), href).to.be.oneOf(['_blank', '_self']);
    } finally {
      base.remove();
    }
  });

  it('tell of their activation, by mouse and by keyboard; the page may keep them to itself', async () => {
    const element = await openLinks();
    const details = collect(document, 'help-link-click');
    const left: boolean[] = [];
    const listen = (event: Event) => left.push(event.defaultPrevented);
    element.addEventListener('click', listen);
    link(element).click();
    link(element).focus();
    await press('Enter');
    expect(details).to.have.length(2);
    expect(details[0]).to.deep.equal({ href: 'https://learn.example/a', label: 'A guide', rank: 1 });
    expect(left).to.deep.equal([false, false]);
    element.addEventListener('help-link-click', (event) => event.preventDefault(), { once: true });
    link(element).click();
    expect(left).to.deep.equal([false, false, true]);
  });

  it('that are refused are text: no focus, no role, but readable', async () => {
    const element = await fixture<HelpLinks>(
      '<help-links><a href="javascript:alert(1)">Bad</a><a href="https://learn.example/">Good</a></help-links>',
    );
    await until(() => element.shadowRoot?.querySelector('a'), 'the link');
    expect(findAll(element.shadowRoot!, 'li').map(textOf)).to.deep.equal(['Bad', 'Good']);
    expect(findAll(element.shadowRoot!, '[href]')).to.have.length(1);
    if (isChromium) {
      await frame();
      const nodes = await tree();
      expect(nodes.filter(({ role }) => role === 'link').map(({ name }) => name)).to.deep.equal(['Good']);
      expect(nodes.some(({ role, name }) => role === 'StaticText' && name?.trim() === 'Bad')).to.equal(true);
    }
    findAll(element.shadowRoot!, 'li')[0]!.click();
    await expect(element).to.be.accessible();
    expect(focused()).not.to.equal(null);
  });

  it('in a topic carry the topic, the section and their place in it', async () => {
    const element = await fixture<HelpTopic>('<help-topic></help-topic>');
    const one = { label: 'One', href: 'https://learn.example/1' };
    const two = { label: 'Two', href: 'https://learn.example/2' };
    element.topic = {
      version: 1,
      id: 'where',
      title: 'Where',
      body: [{ type: 'links', items: [one] }],
      sections: [{ id: 's', label: 'S', body: [{ type: 'links', items: [one, two] }] }],
    };
    await until(() => findAll(element, 'a').length === 3, 'the links');
    const details = collect(element, 'help-link-click');
    for (const anchor of findAll(element, 'a')) anchor.click();
    expect(details.map(({ topic, section, label, rank }) => [topic, section, label, rank])).to.deep.equal([
      ['where', undefined, 'One', 1],
      ['where', 's', 'One', 1],
      ['where', 's', 'Two', 2],
    ]);
  });
});
