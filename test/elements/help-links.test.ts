import { expect, fixture } from '@open-wc/testing';
import '../../src/define/help-links.js';
import type { HelpLinks } from '../../src/elements/help-links.js';
import { collect, findAll, frame, isChromium, textOf, tree, until } from '../helpers.js';

const slotted = '<a href="/one">One</a><a href="/two">Two</a>';
const items = [
  { label: 'Three', href: '/three', description: 'Takes a minute' },
  { label: 'Four', href: '/four' },
];

async function open(markup: string): Promise<HelpLinks> {
  const element = await fixture<HelpLinks>(markup);
  await until(() => element.shadowRoot?.querySelector('[part=base]'), 'the first paint');
  return element;
}

/** Each line of the list, with the address that it leads to. */
const read = (element: HelpLinks) =>
  findAll(element.shadowRoot!, 'li').map((item) => [textOf(item), item.querySelector('a')?.getAttribute('href')]);

describe('help-links', () => {
  it('lists the links of the page', async () => {
    const element = await open(`<help-links>${slotted}</help-links>`);
    expect(read(element)).to.deep.equal([
      ['One', '/one'],
      ['Two', '/two'],
    ]);
    if (isChromium) {
      await frame();
      const names = (await tree()).filter(({ role }) => role === 'link').map(({ name }) => name);
      expect(names).to.deep.equal(['One', 'Two']);
    }
    await expect(element).to.be.accessible();
  });

  it('lists those of its property, with descriptions; they win over the page’s', async () => {
    const element = await open(`<help-links>${slotted}</help-links>`);
    element.links = items;
    await element.updateComplete;
    const lines = findAll(element.shadowRoot!, 'li').map((item) => [...item.children].map(textOf));
    expect(lines).to.deep.equal([['Three', 'Takes a minute'], ['Four']]);
    element.links = [];
    await element.updateComplete;
    expect(read(element)).to.deep.equal([]);
    expect(element.shadowRoot!.querySelector('ul')).to.equal(null);
    element.links = null;
    await element.updateComplete;
    expect(read(element).map(([text]) => text)).to.deep.equal(['One', 'Two']);
  });

  it('has a heading of the level asked for, and none without words or links', async () => {
    const element = await open(`<help-links heading="More" heading-level="4">${slotted}</help-links>`);
    expect(textOf(element.shadowRoot!.querySelector('h4[part=heading]')!)).to.equal('More');
    element.heading = '';
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('[part=heading]')).to.equal(null);
    element.heading = 'More';
    element.links = [];
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('[part=heading]')).to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('shows what changes on the page within a frame', async () => {
    const element = await open(`<help-links>${slotted}</help-links>`);
    const [first] = element.querySelectorAll('a');
    first!.href = '/changed';
    await frame();
    expect(read(element)[0]).to.deep.equal(['One', '/changed']);
    first!.firstChild!.nodeValue = 'Uno';
    await frame();
    expect(read(element)[0]).to.deep.equal(['Uno', '/changed']);
    element.append(Object.assign(document.createElement('a'), { href: '/three', textContent: 'Three' }));
    element.prepend(element.lastElementChild!);
    await frame();
    expect(read(element).map(([text]) => text)).to.deep.equal(['Three', 'Uno', 'Two']);
    element.querySelector('a')!.remove();
    await frame();
    expect(read(element).map(([text]) => text)).to.deep.equal(['Uno', 'Two']);
    element.replaceChildren();
    await frame();
    expect(read(element)).to.deep.equal([]);
  });

  it('shows what changed while it was out of the page', async () => {
    const element = await open(`<help-links>${slotted}</help-links>`);
    const parent = element.parentElement!;
    element.remove();
    element.querySelector('a')!.textContent = 'Away';
    parent.append(element);
    await frame();
    expect(read(element)[0]![0]).to.equal('Away');
    element.querySelector('a')!.textContent = 'Back';
    await frame();
    expect(read(element)[0]![0]).to.equal('Back');
  });

  it('takes text and links only, from wherever they stand; nothing runs', async () => {
    const element = await open(
      `<help-links>Words<ul><li><a href="/deep"><b>Deep</b> <i>link</i></a></li></ul><a href="/empty"> </a>
      <script>window.__pwned = true</script><style>body { color: red }</style>
      <a href="/markup">&lt;img src=x onerror=alert(1)&gt;</a></help-links>`,
    );
    expect(read(element)).to.deep.equal([
      ['Deep link', '/deep'],
      ['<img src=x onerror=alert(1)>', '/markup'],
    ]);
    expect(findAll(element.shadowRoot!, 'img, b, i, script')).to.deep.equal([]);
    expect('__pwned' in window).to.equal(false);
  });

  it('leaves out of its property what is no link, and never throws', async () => {
    const element = await open('<help-links></help-links>');
    const errors = collect(element, 'help-error');
    const junk: unknown[] = [
      null,
      undefined,
      5,
      'text',
      [],
      {},
      { href: '/a' },
      { label: ' ', href: '/a' },
      { label: 5 },
    ];
    element.links = [...junk, { label: 'Good', href: '/good', description: 5 }] as never;
    await element.updateComplete;
    expect(read(element)).to.deep.equal([['Good', '/good']]);
    for (const nonsense of ['text', 5, {}, true, new Map()]) {
      element.links = nonsense as never;
      await element.updateComplete;
      expect(read(element)).to.deep.equal([]);
    }
    expect(errors).to.deep.equal([]);
    element.links = [{ label: 'Nowhere' }, { label: 'Number', href: 5 }] as never;
    await element.updateComplete;
    expect(read(element)).to.deep.equal([
      ['Nowhere', undefined],
      ['Number', undefined],
    ]);
    await frame();
    // No address is no refused address; a number is one.
    expect(errors.map(({ code, url }) => [code, url])).to.deep.equal([['blocked-address', 'number']]);
  });

  it('reports a refused address once, however often it renders; the console hears of it once a page', async () => {
    const { warn } = console;
    const lines: string[] = [];
    console.warn = (line: string) => lines.push(line);
    try {
      for (let i = 0; i < 2; i++) {
        const errors = collect(document, 'help-error');
        const element = await open('<help-links><a href="data:,x">Bad</a><a href="data:,x">Bad again</a></help-links>');
        for (const heading of ['One', 'Two', 'Three']) {
          element.heading = heading;
          await element.updateComplete;
        }
        await frame();
        expect(errors.map(({ code, url }) => [code, url])).to.deep.equal([['blocked-address', 'data:,x']]);
      }
    } finally {
      console.warn = warn;
    }
    expect(lines).to.have.length(1);
    expect(lines[0]).to.contain('data:,x');
  });

  it('was set up before it was defined: the property stands', async () => {
    const element = document.createElement('help-links-later') as HelpLinks;
    element.links = items;
    (await fixture<HTMLElement>('<div></div>')).append(element);
    const { HelpLinks } = await import('../../src/elements/help-links.js');
    customElements.define('help-links-later', class extends HelpLinks {});
    await until(() => element.shadowRoot?.querySelector('li'), 'the list');
    expect(read(element).map(([, href]) => href)).to.deep.equal(['/three', '/four']);
  });

  it('shows 500 links', async () => {
    const element = await open('<help-links></help-links>');
    element.links = Array.from({ length: 500 }, (_, index) => ({ label: `Link ${index}`, href: `/${index}` }));
    await element.updateComplete;
    expect(read(element)).to.have.length(500);
  });
});
