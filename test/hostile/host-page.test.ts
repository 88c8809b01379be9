import { expect, fixture } from '@open-wc/testing';
import '../../src/define.js';
import { registerLocale } from '../../src/index.js';
import { loadPseudo, pseudoLocale } from '../../src/localization/generated/pseudo.js';
import type { ProvisioningHelp } from '../../src/elements/provisioning-help.js';
import { find, findAll, frame, isChromium, isWebKit, tabsOf, textOf, tree, until } from '../helpers.js';

registerLocale(pseudoLocale, loadPseudo);

const markup = `<provisioning-help app-name="Contoso" contact-href="/support" code="EntryConflict"></provisioning-help>`;
/** The box belongs to the page: its width is kept the same, since it would change everything inside. */
const boxed = markup.replace(' ', ' style="margin: 0 !important" ');

async function open(html = markup, width = '700px'): Promise<{ outer: HTMLElement; element: ProvisioningHelp }> {
  const outer = await fixture<HTMLElement>(
    `<div style="display: block !important; inline-size: ${width} !important">${html}</div>`,
  );
  const element = outer.querySelector('provisioning-help')!;
  await until(() => findAll(element, 'help-tab ol').length === 4, 'all checks');
  if (element.code) await until(() => findAll(element, '.code').length, 'the card');
  await frame();
  return { outer, element };
}

/** Runs something while the page has a style of its own. */
async function under<Result>(css: string, run: () => Promise<Result>): Promise<Result> {
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
  try {
    return await run();
  } finally {
    style.remove();
  }
}

/** The computed styles of everything inside, in reading order. */
function computed(element: Element): string[][] {
  return findAll(element.shadowRoot!, '*')
    .filter(({ localName }) => localName !== 'slot' && localName !== 'style')
    .map((node) => {
      const style = getComputedStyle(node);
      return [
        `${node.localName}.${node.className}`,
        ...[...style]
          .filter((name) => !name.startsWith('--'))
          .map((name) => `${name}: ${style.getPropertyValue(name)}`),
      ];
    });
}

const differences = (clean: string[][], now: string[][]) =>
  clean.flatMap((styles, index) =>
    styles.flatMap((line, at) => (line === now[index]?.[at] ? [] : [`${styles[0]} ${line} → ${now[index]?.[at]}`])),
  );

const nonsense = `line-height: 3; letter-spacing: 5px; word-spacing: 20px; text-transform: uppercase; white-space: nowrap;
  text-align: end; text-indent: 40px; hyphens: auto; quotes: none; cursor: wait; font: italic 700 40px cursive; color: red;
  list-style: square; border-collapse: collapse; user-select: none; pointer-events: none; text-shadow: 0 0 5px red;
  word-break: break-all; tab-size: 1; font-variant: small-caps; font-feature-settings: "smcp"; orphans: 9; zoom: 1;`;

describe('on a hostile page', function () {
  this.timeout(60_000);
  let clean: string[][];
  before(async () => {
    clean = computed((await open(boxed)).element);
    expect(clean.length).to.be.above(100);
  });

  const pages: Record<string, string> = {
    'that unsets everything': '* { all: unset !important }',
    'that styles every element': `* { color: red !important; font: 40px cursive !important; display: block !important;
      margin: 30px !important; background: lime !important; position: relative !important; float: none !important }`,
    'with nonsense to inherit': `body { ${nonsense} }`,
    'with styles for our tags and classes': `help-tabs, help-tab, .reset, .base, .topic, button, [role=tab], ol, p
      { ${nonsense} all: unset; display: none !important }`,
    'with a root of 8 px': 'html { font-size: 8px }',
    'with a root of 62.5 %': 'html { font-size: 62.5% }',
    'with a root of 20 px': 'html { font-size: 20px }',
    'that takes our tokens’ private names': 'html { --_text: red; --_space: 50px; --_border: 9px dashed red }',
  };
  for (const [name, css] of Object.entries(pages))
    it(`${name}, all inside looks as on a clean one`, () =>
      under(css, async () => {
        const { element } = await open(boxed);
        const now = computed(element);
        expect(now.length).to.equal(clean.length);
        // WebKit reports a page's font family for the wall itself, where no text stands; what is inside has its own.
        const found = differences(clean, now).filter((line) => !isWebKit || !line.startsWith('div.reset font-family'));
        expect(found.slice(0, 10)).to.deep.equal([]);
      }));

  it('that writes from top to bottom or from right to left, the text of our language stays as it is written', () =>
    under('body { writing-mode: vertical-rl; direction: rtl }', async () => {
      const { element } = await open('<provisioning-help locale="en"></provisioning-help>');
      const { writingMode, direction } = getComputedStyle(find(element, 'p'));
      expect([writingMode, direction]).to.deep.equal(['horizontal-tb', 'ltr']);
    }));

  for (const size of ['8px', '62.5%', '20px'])
    it(`with a root of ${size}, text has 14 to 20 px`, () =>
      under(`html { font-size: ${size} }`, async () => {
        const { element } = await open();
        for (const node of findAll(element, 'p, li, label, a, button, .description, em')) {
          const pixels = parseFloat(getComputedStyle(node).fontSize);
          expect(pixels, `${node.localName} ${textOf(node).slice(0, 30)}`).to.be.within(14, 20);
        }
      }));

  it('has room to touch: every tab and box is at least 24 by 24 px, or stands clear of others', async () => {
    const { element } = await open();
    for (const tab of tabsOf(element)) {
      const { width, height } = tab.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(24);
    }
    const boxes = findAll(find(element, 'help-tab:not([hidden])'), 'input').map((box) => box.getBoundingClientRect());
    boxes.slice(1).forEach(({ top }, index) => expect(top - boxes[index]!.top).to.be.at.least(24));
  });

  const hidden: Record<string, string> = {
    'the attribute on itself': `<provisioning-help hidden></provisioning-help>`,
    'the attribute on an ancestor': `<div hidden><provisioning-help></provisioning-help></div>`,
    'display on an ancestor': `<div style="display: none"><provisioning-help></provisioning-help></div>`,
    'display on itself': `<provisioning-help style="display: none"></provisioning-help>`,
    'visibility on an ancestor': `<div style="visibility: hidden"><provisioning-help></provisioning-help></div>`,
    'visibility on itself': `<provisioning-help style="visibility: hidden"></provisioning-help>`,
  };
  for (const [how, html] of Object.entries(hidden))
    it(`stays hidden by ${how}`, async () => {
      const { element } = await open(html);
      const visible = findAll(element, 'h2, p, a, button, input, li').filter((node) =>
        node.checkVisibility({ visibilityProperty: true }),
      );
      expect(visible).to.deep.equal([]);
      if (isChromium) expect((await tree()).filter(({ role }) => role === 'tab')).to.deep.equal([]);
    });

  it('stays hidden where the page gives elements a display of its own', () =>
    under('provisioning-help { display: flex }', async () => {
      const { element } = await open('<provisioning-help hidden></provisioning-help>');
      expect(element.checkVisibility()).to.equal(false);
    }));

  it('changes nothing outside itself', async () => {
    const bystander = await fixture<HTMLElement>('<p>A bystander with <a href="#x">a link</a></p>');
    const styles = () =>
      JSON.stringify(
        [bystander, bystander.firstElementChild!, document.body].map((node) => ({ ...getComputedStyle(node) })),
      );
    const before = [styles(), document.head.innerHTML, document.documentElement.cloneNode(false)] as const;
    const globals = Object.keys(window).length;
    const { outer } = await open();
    outer.remove();
    expect(styles() === before[0] && document.head.innerHTML === before[1]).to.equal(true);
    expect(document.documentElement.cloneNode(false).isEqualNode(before[2])).to.equal(true);
    expect(Object.keys(window).length).to.equal(globals);
  });

  it('with prototypes of another age it works', async () => {
    const proto = Object.prototype as Record<string, unknown>;
    proto['extra'] = () => 'enumerable';
    (Array.prototype as unknown as Record<string, unknown>)['toJSON'] = () => 'old Prototype.js';
    try {
      const { element } = await open();
      expect(tabsOf(element)).to.have.length(4);
      expect(textOf(find(element, 'h2'))).to.contain('Contoso');
    } finally {
      delete proto['extra'];
      delete (Array.prototype as unknown as Record<string, unknown>)['toJSON'];
    }
  });
});

// The width of a box stands for that of the window: layout asks for the room of the element only, and not every browser's
// runner can set the window's.
describe('at 320 px', () => {
  /** Nothing sticks out of the box, and no text is cut. */
  function expectAllFits(element: Element): void {
    const box = element.parentElement!;
    const edges = box.getBoundingClientRect();
    expect(edges.width).to.equal(320);
    expect(box.scrollWidth, 'sideways scroll').to.be.at.most(320);
    for (const node of findAll(element.shadowRoot!, 'h2, h3, p, li, a, label, button, input, section, code')) {
      if (!node.checkVisibility()) continue;
      const { left, right } = node.getBoundingClientRect();
      const what = `${node.localName} ${textOf(node).slice(0, 40)}`;
      expect(left, what).to.be.at.least(edges.left - 0.5);
      expect(right, what).to.be.at.most(edges.right + 0.5);
      if (getComputedStyle(node).display === 'inline') continue;
      expect(node.scrollWidth, `width of ${what}`).to.be.at.most(node.clientWidth + 1);
      expect(node.scrollHeight, `height of ${what}`).to.be.at.most(node.clientHeight + 2);
    }
  }

  for (const dir of ['ltr', 'rtl'])
    for (const layout of ['auto', 'stacked'])
      it(`even twice as long a text fits: ${layout}, ${dir}`, async () => {
        const { element } = await open(
          `<provisioning-help locale="${pseudoLocale}" dir="${dir}" layout="${layout}" code="EntryConflict" contact-href="/x"
          app-name="Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"></provisioning-help>`,
          '320px',
        );
        await until(() => find(element, '.reset').lang === pseudoLocale, 'the long language');
        for (const symptom of ['configure', 'configuration-problem', 'no-users', 'wrong-users']) {
          element.symptom = symptom;
          await frame();
          expectAllFits(element);
        }
        await expect(element).to.be.accessible();
      });

  it('a topic with a wide table and long code scrolls these, and not the page', async () => {
    const outer = await fixture<HTMLElement>('<div style="inline-size: 320px"><help-topic></help-topic></div>');
    const element = outer.querySelector('help-topic')!;
    const cell = (value: string) => ({ type: 'tableCell' as const, children: [{ type: 'text' as const, value }] });
    const row = () => ({
      type: 'tableRow' as const,
      children: Array.from({ length: 12 }, (_, i) => cell(`Column${i}`)),
    });
    element.topic = {
      version: 1,
      id: 'wide',
      title: 'W'.repeat(100),
      body: [
        { type: 'table', children: [row(), row()] },
        { type: 'code', value: 'x'.repeat(500) },
        { type: 'paragraph', children: [{ type: 'inlineCode', value: 'y'.repeat(300) }] },
        { type: 'links', items: [{ label: 'z'.repeat(300), href: '/z', description: 'd'.repeat(300) }] },
      ],
    };
    await until(() => findAll(element, 'table').length, 'the topic');
    await frame();
    expect(outer.scrollWidth).to.equal(320);
    expect(find(element, 'table').parentElement!.scrollWidth).to.be.above(320);
    for (const node of findAll(element, 'h2, p code, .links a, .links span'))
      expect(node.getBoundingClientRect().right, node.localName).to.be.at.most(outer.getBoundingClientRect().right);
    await expect(element).to.be.accessible();
  });

  it('a reader’s own spacing of letters, words and lines cuts nothing', async () => {
    const { element } = await open(markup, '320px');
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-block-end: 2em !important }`);
    for (const node of [element, ...findAll(element, 'help-tabs')])
      node.shadowRoot!.adoptedStyleSheets = [...node.shadowRoot!.adoptedStyleSheets, sheet];
    await frame();
    expectAllFits(element);
  });
});
