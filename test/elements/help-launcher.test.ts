import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define.js';
import type { HelpLauncher } from '../../src/elements/help-launcher.js';
import { collect, find, findAll, focused, frame, isChromium, press, resize, textOf, tree, until } from '../helpers.js';

async function open(markup = '<help-launcher><p>Words</p></help-launcher>'): Promise<HelpLauncher> {
  const outer = await fixture<HTMLElement>(`<div>${markup}</div>`);
  const element = find<HelpLauncher>(outer, 'help-launcher');
  await until(() => element.shadowRoot?.querySelector(':popover-open'), 'the button');
  return element;
}

const opener = (element: HelpLauncher) => find<HTMLButtonElement>(element.shadowRoot!, '.opener');
const panel = (element: HelpLauncher) => find<HTMLDialogElement>(element.shadowRoot!, 'dialog');
const isOpen = (element: HelpLauncher) => element.open && panel(element).checkVisibility();

/** Opens it and waits until that has happened. */
async function show(element: HelpLauncher, how: () => unknown = () => opener(element).click()): Promise<void> {
  await how();
  await until(() => isOpen(element), 'the panel');
  await frame();
}
async function gone(element: HelpLauncher): Promise<void> {
  await until(() => !element.open && !panel(element).checkVisibility(), 'the panel to close');
  await frame();
}

describe('help-launcher', () => {
  beforeEach(() => resize(1000, 700));
  after(() => resize(800, 600));

  it('is a button of at least 44 px in a corner, over all that a page may do', async () => {
    const element = await open(
      `<div style="transform: rotate(5deg); filter: blur(0); overflow: hidden; contain: paint; block-size: 20px">
         <help-launcher></help-launcher></div>
       <div style="position: fixed; inset: 0; z-index: 2147483647; background: red"></div>`,
    );
    const corners = { 'end-end': [1, 1], 'end-start': [1, 0], 'start-end': [0, 1], 'start-start': [0, 0] };
    for (const [placement, [block, inline]] of Object.entries(corners)) {
      element.placement = placement as HelpLauncher['placement'];
      for (const variant of ['button', 'icon'] as const) {
        element.variant = variant;
        await element.updateComplete;
        const box = opener(element).getBoundingClientRect();
        expect(Math.min(box.width, box.height)).to.be.at.least(44);
        expect([box.top > 350, box.left > 500].map(Number)).to.deep.equal([block, inline]);
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        expect(document.elementFromPoint(x, y) === element).to.equal(true);
      }
    }
    await show(element);
    const { x, y } = panel(element).getBoundingClientRect();
    expect(document.elementFromPoint(x + 40, y + 40) === element).to.equal(true);
    await expect(element).to.be.accessible();
  });

  it('takes the other side where the page is written from right to left', async () => {
    const element = await open('<div dir="rtl" lang="ar"><help-launcher></help-launcher></div>');
    expect(opener(element).getBoundingClientRect().left).to.be.below(100);
    await show(element);
    expect(panel(element).getBoundingClientRect().left).to.be.below(100);
    const edge = find(element.shadowRoot!, '[role=separator]');
    const before = panel(element).getBoundingClientRect().width;
    edge.focus();
    await press('ArrowRight');
    await frame();
    expect(panel(element).getBoundingClientRect().width).to.be.above(before);
  });

  it('opens by keyboard as a dialog with a name, takes the focus, and gives it back on Escape', async () => {
    const element = await open();
    const events: string[] = [];
    for (const name of ['help-open', 'help-close'] as const)
      element.addEventListener(name, () => events.push(`${name} ${element.open} ${isOpen(element)}`));
    opener(element).focus();
    await show(element, () => press('Enter'));
    expect(focused() === panel(element)).to.equal(true);
    if (isChromium) {
      const names = (await tree()).map(({ role, name }) => `${role} ${name}`);
      expect(names).to.include.members(['dialog Help', 'heading Help', 'button Close']);
    }
    await expect(element).to.be.accessible();
    await press('Escape');
    await gone(element);
    expect(focused() === opener(element)).to.equal(true);
    expect(events).to.deep.equal(['help-open true true', 'help-close false false']);
  });

  it('leaves the page at hand, unless it is modal', async () => {
    const element = await open('<button id="page">Page</button><help-launcher></help-launcher>');
    const page = document.querySelector<HTMLElement>('#page')!;
    await show(element);
    page.focus();
    expect(focused() === page).to.equal(true);
    await press('Escape');
    await frame();
    expect(isOpen(element)).to.equal(true);
    // Who closes it from the page stays there.
    element.open = false;
    await gone(element);
    expect(focused() === page).to.equal(true);
    element.modal = true;
    await show(element);
    expect(element.matches(':state(modal)')).to.equal(true);
    page.focus();
    expect(focused() === page).to.equal(false);
    await press('Escape');
    await gone(element);
  });

  it('fills a narrow screen, as a modal dialog', async () => {
    if (!(await resize(320, 600))) return;
    const element = await open();
    await show(element);
    const { width, height } = panel(element).getBoundingClientRect();
    expect([width, height]).to.deep.equal([320, 600]);
    expect(element.matches(':state(modal)')).to.equal(true);
    expect(document.documentElement.scrollWidth).to.equal(320);
  });

  it('resizes by keyboard and pointer, and says its width', async () => {
    const element = await open();
    await show(element);
    const edge = find(element.shadowRoot!, '[role=separator]');
    const width = () => Math.round(panel(element).getBoundingClientRect().width);
    expect(edge.ariaValueNow).to.equal(String(width()));
    edge.focus();
    await press('Home');
    await frame();
    expect([width(), element.width, edge.ariaValueNow]).to.deep.equal([280, 280, '280']);
    await press('ArrowLeft');
    await frame();
    expect(width()).to.equal(304);
    await press('End');
    await frame();
    expect(width()).to.equal(innerWidth - 120);
    const { x, y } = edge.getBoundingClientRect();
    const pointer = { bubbles: true, composed: true, pointerId: 1, clientY: y + 50 };
    edge.setPointerCapture = () => undefined;
    edge.hasPointerCapture = () => true;
    edge.dispatchEvent(new PointerEvent('pointermove', { ...pointer, clientX: x + 312 }));
    await frame();
    expect(element.getAttribute('width')).to.equal(String(width()));
    expect(width()).to.be.below(innerWidth - 400);
  });

  it('opens from any button of the page, and the focus comes back to it, even rendered anew', async () => {
    const element = await open(
      `<help-launcher id="help"></help-launcher><p><button id="a" commandfor="help">Open</button></p>`,
    );
    const opens = collect(document, 'help-open');
    const button = document.querySelector<HTMLButtonElement>('#a')!;
    button.focus();
    await show(element, () => press('Enter'));
    const again = button.cloneNode(true) as HTMLElement;
    button.replaceWith(again);
    await press('Escape');
    await gone(element);
    expect(focused() === again).to.equal(true);
    again.setAttribute('command', '--toggle');
    await show(element, () => again.click());
    again.remove();
    await press('Escape');
    await gone(element);
    expect(focused() === opener(element)).to.equal(true);
    expect(opens).to.deep.equal([{ topic: undefined }, { topic: undefined }]);
  });

  it('opens at a topic, also from within a shadow root; a link with help doesn’t lead away', async () => {
    const element = await open(
      '<help-launcher><help-center></help-center></help-launcher><div id="host"></div><a id="link" href="#away" data-help-topic="b"><i>B</i></a>',
    );
    const center = element.querySelector('help-center')!;
    const asked: string[] = [];
    center.showTopic = (name) => Promise.resolve(void asked.push(name));
    const root = document.querySelector('#host')!.attachShadow({ mode: 'open' });
    root.append(Object.assign(document.createElement('button'), { textContent: 'A' }));
    root.querySelector('button')!.dataset['helpTopic'] = 'a/1';
    const opens = collect(document, 'help-open');
    await show(element, () => root.querySelector('button')!.click());
    document.querySelector<HTMLElement>('#link i')!.click();
    await frame();
    expect(location.hash).to.equal('');
    expect(asked).to.deep.equal(['a/1', 'b']);
    expect(opens).to.deep.equal([{ topic: 'a/1' }]);
  });

  it('says so where there is no help center for a topic', async () => {
    const element = await open();
    const errors = collect(element, 'help-error');
    element.show('x');
    await until(() => errors.length, 'the report');
    expect(errors.map(({ code }) => code)).to.deep.equal(['no-help-center']);
  });

  it('has no shortcut unless the author sets one, and none while the reader types', async () => {
    const element = await open(
      '<help-launcher></help-launcher><input id="field"><div id="edit" contenteditable="true">x</div><div id="host"></div>',
    );
    const root = document.querySelector('#host')!.attachShadow({ mode: 'open' });
    root.append(document.createElement('textarea'));
    await sendKeys({ press: '?' });
    await frame();
    expect(element.open).to.equal(false);
    element.shortcut = '?';
    await element.updateComplete;
    const fields = [document.querySelector('#field'), document.querySelector('#edit'), root.querySelector('textarea')];
    for (const field of fields) {
      (field as HTMLElement).focus();
      await sendKeys({ press: '?' });
      await frame();
      expect(element.open).to.equal(false);
    }
    (focused() as HTMLElement).blur();
    await show(element, () => sendKeys({ press: '?' }));
    await sendKeys({ press: '?' });
    await gone(element);
    const errors = collect(element, 'help-error');
    element.shortcut = 'not a key';
    await until(() => errors.length, 'the report');
    expect(errors[0]!.code).to.equal('bad-attribute');
  });

  it('hidden, it keeps its button back; the page’s own still opens it', async () => {
    const element = await open('<help-launcher hidden></help-launcher>');
    expect(opener(element).checkVisibility({ visibilityProperty: true })).to.equal(false);
    await show(element, () => element.setAttribute('open', ''));
    element.removeAttribute('open');
    await gone(element);
  });

  it('steps aside from what has the focus under it', async () => {
    const element = await open(
      `<help-launcher></help-launcher>
       <button id="under" style="position: fixed; inset-block-end: 24px; inset-inline-end: 30px; padding: 0">x</button>`,
    );
    const under = document.querySelector<HTMLElement>('#under')!;
    const box = under.getBoundingClientRect();
    const onTop = () => document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    expect(onTop() === element).to.equal(true);
    under.focus();
    expect(onTop() === under).to.equal(true);
    under.blur();
    opener(element).focus();
    expect(onTop() === element).to.equal(true);
    // Under the panel, Escape uncovers it.
    await show(element);
    under.focus();
    await press('Escape');
    await gone(element);
    expect(focused() === under).to.equal(true);
  });

  it('opens over a modal dialog of the page, and Escape closes it first', async () => {
    const element = await open('<help-launcher></help-launcher><dialog id="theirs"><button>Theirs</button></dialog>');
    const theirs = document.querySelector<HTMLDialogElement>('#theirs')!;
    theirs.showModal();
    await show(element, () => (element.open = true));
    expect(focused() === panel(element)).to.equal(true);
    await press('Escape');
    await gone(element);
    expect(theirs.open).to.equal(true);
    expect(focused() === theirs.querySelector('button')).to.equal(true);
    await press('Escape');
    await frame();
    expect(theirs.open).to.equal(false);
  });

  it('inside a dialog of the page, Escape closes only the help', async () => {
    const element = await open('<dialog><help-launcher></help-launcher></dialog>');
    const dialog = document.querySelector<HTMLDialogElement>('dialog')!;
    dialog.showModal();
    await show(element, () => (element.open = true));
    await press('Escape');
    await gone(element);
    expect(dialog.open).to.equal(true);
  });

  it('two of them close in the order of a stack', async () => {
    await open('<help-launcher modal label="One"></help-launcher><help-launcher modal label="Two"></help-launcher>');
    const [one, two] = [...document.querySelectorAll('help-launcher')] as [HelpLauncher, HelpLauncher];
    await until(() => two.shadowRoot?.querySelector('dialog'), 'the second');
    await show(one);
    await show(two, () => (two.open = true));
    await press('Escape');
    await gone(two);
    expect(isOpen(one)).to.equal(true);
    expect(focused() === panel(one)).to.equal(true);
    await press('Escape');
    await gone(one);
    expect(focused() === opener(one)).to.equal(true);
  });

  it('removed within its own event or while open, it leaves nothing on top; back again, it is open', async () => {
    const element = await open('<button id="page">Page</button><help-launcher modal></help-launcher>');
    const parent = element.parentElement!;
    element.addEventListener('help-open', () => element.remove(), { once: true });
    element.open = true;
    await frame();
    await frame();
    const page = document.querySelector<HTMLElement>('#page')!;
    page.focus();
    expect(focused() === page).to.equal(true);
    expect(document.querySelectorAll(':modal')).to.have.length(0);
    parent.append(element);
    await until(() => isOpen(element), 'the panel again');
    expect(findAll(element.shadowRoot!, '.opener:popover-open')).to.have.length(1);
    element.open = false;
    await gone(element);
  });

  it('shows authors which anchors have help, and reports those without', async () => {
    const errors = collect(document, 'help-error');
    const element = await open(
      `<button data-help-topic="garage">?</button><button data-help-topic="no/such">?</button>
       <help-launcher coverage><help-center src="/stories/files/help/"></help-center></help-launcher>`,
    );
    const marks = () => findAll(element.shadowRoot!, '.mark').map(textOf);
    await until(() => marks().length === 2, 'the marks');
    expect(marks()).to.deep.equal(['✓ garage', '✗ no/such']);
    await until(() => errors.length, 'the report');
    expect(errors.map(({ code }) => code)).to.deep.equal(['missing-topic']);
    expect(textOf(find(element.shadowRoot!, '.coverage p'))).to.equal('Help on this page: 1 of 2');
    element.coverage = false;
    await element.updateComplete;
    expect(marks()).to.deep.equal([]);
  });

  it('is not printed', async () => {
    const element = await open();
    const rules = element.shadowRoot!.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]);
    const print = rules.filter((rule) => rule instanceof CSSMediaRule && rule.conditionText === 'print');
    expect(print.map(({ cssText }) => cssText).join()).to.match(
      /\.opener, \.coverage, dialog[^}]+display: none !important/,
    );
  });

  it('speaks the reader’s language', async () => {
    const element = await open('<div lang="nl"><help-launcher></help-launcher></div>');
    expect(textOf(opener(element))).to.equal('Help');
    await show(element);
    expect(find(element.shadowRoot!, 'header button').ariaLabel).to.equal('Sluiten');
    element.label = 'Vraagbaak';
    await element.updateComplete;
    expect(textOf(opener(element))).to.equal('Vraagbaak');
  });
});
