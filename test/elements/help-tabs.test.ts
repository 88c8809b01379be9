import { expect, fixture } from '@open-wc/testing';
import '../../src/define/help-tabs.js';
import type { HelpTabs } from '../../src/elements/help-tabs.js';
import {
  collect,
  find,
  focused,
  frame,
  isChromium,
  isWebKit,
  press,
  readTabs,
  tabsOf,
  textOf,
  tree,
} from '../helpers.js';

const tab = (name: string, more = '') => `<help-tab name="${name}" label="Tab ${name}" ${more}>
  <p>Panel ${name} <a href="#${name}">link ${name}</a></p></help-tab>`;
const set = (attributes = '', names = ['a', 'b', 'c']) =>
  `<help-tabs id="set" label="Where are you stuck?" ${attributes}>${names.map((name) => tab(name)).join('')}</help-tabs>`;

async function open(markup: string): Promise<HelpTabs> {
  const outer = await fixture<HTMLElement>(`<div>${markup}</div>`);
  await frame();
  return outer.querySelector('help-tabs')!;
}

/** One tab is selected, it is the one in the tab order, and its panel is the one that shows. */
function expectOn(element: HelpTabs, name: string): void {
  const { selected, stops, shown } = readTabs(element);
  expect({ selected, stops, shown }).to.deep.equal({
    selected: [`Tab ${name}`],
    stops: [`Tab ${name}`],
    shown: [`Tab ${name}`],
  });
  expect(element.selected).to.equal(name);
}

const change = async (action: () => unknown): Promise<void> => {
  action();
  await frame();
};

describe('help-tabs', () => {
  it('starts on the first tab, and axe finds nothing', async () => {
    const element = await open(set());
    expect(readTabs(element).labels).to.deep.equal(['Tab a', 'Tab b', 'Tab c']);
    expectOn(element, 'a');
    expect(element.getAttribute('selected')).to.equal('a');
    await expect(element).to.be.accessible();
  });

  it('is a named list of tabs and a panel named by its tab, for assistive technology', async () => {
    const element = await open(set('selected="b"'));
    if (isChromium) {
      const nodes = await tree();
      const tabs = nodes.filter(({ role }) => role === 'tab');
      expect(tabs.map(({ name, selected }) => [name, selected])).to.deep.equal([
        ['Tab a', false],
        ['Tab b', true],
        ['Tab c', false],
      ]);
      expect(nodes.filter(({ role }) => role === 'tabpanel').map(({ name }) => name)).to.deep.equal(['Tab b']);
    }
    const list = element.shadowRoot!.querySelector('[role=tablist]')!;
    expect(list.getAttribute('aria-label')).to.equal('Where are you stuck?');
    expect(list.getAttribute('aria-orientation')).to.equal('vertical');
    expect(tabsOf(element).map((button) => button.getAttribute('aria-selected'))).to.deep.equal([
      'false',
      'true',
      'false',
    ]);
    for (const panel of element.querySelectorAll('help-tab'))
      expect([panel.getAttribute('role'), panel.getAttribute('aria-label')]).to.deep.equal([
        'tabpanel',
        panel.getAttribute('label'),
      ]);
    if ('ariaControlsElements' in Element.prototype)
      expect(tabsOf(element).map((button) => button.ariaControlsElements?.[0])).to.deep.equal([...element.children]);
  });

  for (const layout of ['tabs', 'stacked'])
    for (const dir of ['ltr', 'rtl'])
      it(`is used by keyboard: ${layout}, ${dir}`, async () => {
        const outer = await fixture<HTMLElement>(
          `<div dir="${dir}"><button>Before</button>${set(`layout="${layout}"`)}<button>After</button></div>`,
        );
        await frame();
        const element = outer.querySelector('help-tabs')!;
        const expectAt = async (name: string) => {
          await element.updateComplete;
          expectOn(element, name);
          expect(textOf(focused()!)).to.equal(`Tab ${name}`);
        };
        const [forwards, backwards] = dir === 'ltr' ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight'];
        find(outer, 'button').focus();
        await press('Tab');
        await expectAt('a');
        await press(forwards);
        await expectAt('b');
        await press('ArrowDown');
        await expectAt('c');
        await press(forwards);
        await expectAt('a');
        await press('ArrowUp');
        await expectAt('c');
        await press(backwards);
        await expectAt('b');
        await press('Home');
        await expectAt('a');
        await press(backwards);
        await expectAt('c');
        await press('Home', 'End');
        await expectAt('c');
        await expect(element).to.be.accessible();
        // Out of the list into its panel, and back to the tab that is selected.
        await press('Tab');
        expect(focused()).to.equal(element.querySelector('[name=c]'));
        if (isWebKit) return;
        await press('Shift+Tab');
        await expectAt('c');
        await press('Shift+Tab');
        expect(focused()).to.equal(find(outer, 'button'));
      });

  it('follows a change of direction', async () => {
    const element = await open(set());
    element.parentElement!.dir = 'rtl';
    tabsOf(element)[0]!.focus();
    await press('ArrowLeft');
    await element.updateComplete;
    expectOn(element, 'b');
  });

  it('leaves keys with a modifier, and other keys, to the browser and the page', async () => {
    const element = await open(set());
    const left: string[] = [];
    const listen = (event: KeyboardEvent) => !event.defaultPrevented && left.push(event.key);
    document.addEventListener('keydown', listen);
    tabsOf(element)[0]!.focus();
    await press(isWebKit ? 'PageDown' : 'Shift+ArrowDown', 'x');
    document.removeEventListener('keydown', listen);
    expect(left).to.include.members([isWebKit ? 'PageDown' : 'ArrowDown', 'x']);
    expectOn(element, 'a');
  });

  it('waits for Enter or Space where activation is manual', async () => {
    const element = await open(set('activation="manual"'));
    const events = collect(element, 'help-symptom-change');
    tabsOf(element)[0]!.focus();
    await press('ArrowDown');
    await element.updateComplete;
    expectOn(element, 'a');
    expect(textOf(focused()!)).to.equal('Tab b');
    await press('Enter');
    await element.updateComplete;
    expectOn(element, 'b');
    await press('ArrowDown', ' ');
    await element.updateComplete;
    expectOn(element, 'c');
    expect(events.map(({ symptom }) => symptom)).to.deep.equal(['b', 'c']);
    await expect(element).to.be.accessible();
  });

  it('tells of the reader’s choice once, across shadow roots, and never of the page’s', async () => {
    const element = await open(set());
    const events = collect(document, 'help-symptom-change');
    tabsOf(element)[1]!.click();
    await element.updateComplete;
    expectOn(element, 'b');
    tabsOf(element)[1]!.click();
    await change(() => (element.selected = 'c'));
    expectOn(element, 'c');
    await change(() => element.setAttribute('selected', 'a'));
    expectOn(element, 'a');
    expect(events).to.deep.equal([{ symptom: 'b', trigger: 'user' }]);
  });

  it('keeps the focus on a tab that is chosen with the mouse', async () => {
    const element = await open(set());
    tabsOf(element)[2]!.focus();
    tabsOf(element)[2]!.click();
    await element.updateComplete;
    expect(textOf(focused()!)).to.equal('Tab c');
  });

  describe('has exactly one tab selected while there are any:', () => {
    it('the first, asked for by name', async () => {
      const element = await open(set('selected="c"'));
      expectOn(element, 'c');
      await change(() => (element.selected = 'a'));
      expectOn(element, 'a');
    });

    it('the one that was, where nonsense is asked for', async () => {
      const element = await open(set('selected="b"'));
      for (const nonsense of ['', 'zzz', '__proto__', '"]:is(*)', 'x'.repeat(10_000)]) {
        await change(() => (element.selected = nonsense));
        expectOn(element, 'b');
      }
      for (const nonsense of [null, undefined, 5, {}]) {
        await change(() => (element.selected = nonsense as unknown as string));
        expectOn(element, 'b');
      }
      await change(() => element.removeAttribute('selected'));
      expectOn(element, 'b');
    });

    it('a neighbour of the one that is removed', async () => {
      const element = await open(set('selected="b"', ['a', 'b', 'c']));
      await change(() => element.querySelector('[name=b]')!.remove());
      expectOn(element, 'c');
      await change(() => element.querySelector('[name=c]')!.remove());
      expectOn(element, 'a');
    });

    it('still the same when another is removed, or the order changes', async () => {
      const element = await open(set('selected="b"'));
      await change(() => element.querySelector('[name=a]')!.remove());
      expectOn(element, 'b');
      await change(() => element.prepend(element.querySelector('[name=c]')!));
      expectOn(element, 'b');
      expect(readTabs(element).labels).to.deep.equal(['Tab c', 'Tab b']);
    });

    it('none in an empty set, which shows nothing; the first of those that come', async () => {
      const element = await open(set('', []));
      expect(readTabs(element)).to.deep.equal({ labels: [], selected: [], stops: [], shown: [] });
      expect(element.checkVisibility()).to.equal(false);
      expect(element.shadowRoot!.querySelector('[role=tablist]')).to.equal(null);
      await expect(element).to.be.accessible();
      await change(() => element.insertAdjacentHTML('beforeend', tab('x') + tab('y')));
      expectOn(element, 'x');
      expect(element.checkVisibility()).to.equal(true);
      await change(() => element.replaceChildren());
      expect(readTabs(element).labels).to.deep.equal([]);
      expect(element.checkVisibility()).to.equal(false);
    });

    it('one that was asked for before it came', async () => {
      const element = await open(set('selected="late"'));
      expect(readTabs(element).selected).to.deep.equal(['Tab a']);
      await change(() => element.insertAdjacentHTML('beforeend', tab('late')));
      expectOn(element, 'late');
    });

    it('but not once the reader has chosen another', async () => {
      const element = await open(set('selected="late"'));
      tabsOf(element)[1]!.click();
      await change(() => element.insertAdjacentHTML('beforeend', tab('late')));
      expectOn(element, 'b');
    });

    it('the first of two with one name; the other is left out', async () => {
      const element = await open(
        `<help-tabs><help-tab name="a" label="Tab a">1</help-tab><help-tab name="a" label="Again">2</help-tab>
        <help-tab name="b" label="Tab b">3</help-tab></help-tabs>`,
      );
      expect(readTabs(element).labels).to.deep.equal(['Tab a', 'Tab b']);
      expectOn(element, 'a');
      await change(() => (element.querySelectorAll('help-tab')[2]!.name = 'a'));
      expect(readTabs(element).selected).to.have.length(1);
      expect(readTabs(element).shown).to.have.length(1);
    });

    it('also when tabs have no names', async () => {
      const element = await open(
        `<help-tabs><help-tab label="Tab one">1</help-tab><help-tab label="Tab two">2</help-tab></help-tabs>`,
      );
      expect(readTabs(element).selected).to.deep.equal(['Tab one']);
      tabsOf(element)[1]!.click();
      await element.updateComplete;
      expect(readTabs(element)).to.deep.include({ selected: ['Tab two'], shown: ['Tab two'] });
    });
  });

  it('ignores children that are no tabs', async () => {
    const element = await open(`<help-tabs>text<p>A paragraph</p><p slot="tab">Another</p>${tab('a')}</help-tabs>`);
    expect(readTabs(element).labels).to.deep.equal(['Tab a']);
  });

  it('shows a label that changes later, and the name where there is none', async () => {
    const element = await open(set());
    const panel = element.querySelector('help-tab')!;
    await change(() => (panel.label = 'Renamed'));
    expect(readTabs(element).labels[0]).to.equal('Renamed');
    expect(panel.getAttribute('aria-label')).to.equal('Renamed');
    await change(() => panel.setAttribute('label', ''));
    expect(readTabs(element).labels[0]).to.equal('a');
  });

  it('takes a new name of the selected tab along', async () => {
    const element = await open(set());
    await change(() => (element.querySelector('help-tab')!.name = 'renamed'));
    expect(readTabs(element)).to.deep.include({ selected: ['Tab a'], shown: ['Tab a'] });
  });

  it('keeps the selection and the focus when it moves in the page', async () => {
    const element = await open(set());
    tabsOf(element)[2]!.click();
    await change(() => element.parentElement!.prepend(element));
    expectOn(element, 'c');
  });

  it('holds another tab set in a panel; each has its own keys and events', async () => {
    const element = await open(
      `<help-tabs label="Outer"><help-tab name="a" label="Tab a">
        <help-tabs label="Inner">${tab('x')}${tab('y')}</help-tabs></help-tab>${tab('b')}</help-tabs>`,
    );
    const inner = element.querySelector('help-tabs')!;
    expectOn(element, 'a');
    expectOn(inner, 'x');
    const outerEvents: EventTarget[] = [];
    element.addEventListener('help-symptom-change', (event) => outerEvents.push(event.target!));
    tabsOf(inner)[0]!.focus();
    await press('ArrowDown');
    await frame();
    expectOn(inner, 'y');
    expectOn(element, 'a');
    expect(outerEvents).to.deep.equal([inner]);
    await change(() => (inner.querySelector('help-tab')!.label = 'New'));
    expect(readTabs(element).labels).to.deep.equal(['Tab a', 'Tab b']);
    expect(readTabs(inner).labels).to.deep.equal(['New', 'Tab y']);
    await expect(element).to.be.accessible();
  });

  it('falls back from a bad layout or activation, and says so once', async () => {
    const errors = collect(document, 'help-error');
    const element = await open(set('layout="sideways" activation="telepathy"'));
    tabsOf(element)[0]!.focus();
    await press('ArrowDown', 'ArrowDown');
    await element.updateComplete;
    expectOn(element, 'c');
    await change(() => element.requestUpdate());
    expect(errors.map(({ code }) => code)).to.deep.equal(['bad-attribute', 'bad-attribute']);
    expect(errors[0]!.message).to.contain('layout="sideways"');
  });

  it('stands beside the panel where there is room, and above it where there is not; never sideways', async () => {
    const sideBySide = (element: HelpTabs) => {
      const [list] = [element.shadowRoot!.querySelector('[role=tablist]')!.getBoundingClientRect()];
      const panel = element.querySelector('help-tab:not([hidden])')!.getBoundingClientRect();
      return panel.top < list!.bottom;
    };
    const element = await open(set());
    const outer = element.parentElement!;
    outer.style.inlineSize = '900px';
    await frame();
    expect(sideBySide(element)).to.equal(true);
    outer.style.inlineSize = '320px';
    await frame();
    expect(sideBySide(element)).to.equal(false);
    expect(outer.scrollWidth).to.equal(320);
    await change(() => (element.layout = 'tabs'));
    expect(sideBySide(element)).to.equal(true);
    outer.style.inlineSize = '900px';
    await change(() => (element.layout = 'stacked'));
    expect(sideBySide(element)).to.equal(false);
  });

  it('never cuts a label', async () => {
    const long =
      'Everyone in the subsidiary shows up in the app twice, and Donaudampfschifffahrtsgesellschaftskapitän'.repeat(2);
    const element = await open(`<help-tabs><help-tab name="a" label="${long}">1</help-tab>${tab('b')}</help-tabs>`);
    element.style.inlineSize = '320px';
    await frame();
    for (const button of tabsOf(element)) {
      expect(button.scrollWidth).to.be.at.most(button.clientWidth);
      expect(button.scrollHeight).to.be.at.most(button.clientHeight + 1);
      expect(getComputedStyle(button).textOverflow).to.equal('clip');
    }
    expect(element.scrollWidth).to.be.at.most(element.clientWidth);
  });
});

describe('help-tab', () => {
  it('keeps the role, the name, the tab stop and the slot that the author gave it', async () => {
    const element = await open(
      `<help-tabs><help-tab name="a" label="Tab a" role="region" aria-label="My own" tabindex="-1">1</help-tab></help-tabs>`,
    );
    const panel = element.querySelector('help-tab')!;
    await change(() => (panel.label = 'Changed'));
    expect(panel.getAttribute('role')).to.equal('region');
    expect(panel.getAttribute('aria-label')).to.equal('My own');
    expect(panel.getAttribute('tabindex')).to.equal('-1');
  });

  it('has its name follow its label after it was moved', async () => {
    const element = await open(set());
    const panel = element.querySelector('help-tab')!;
    await change(() => element.append(panel));
    await change(() => (panel.label = 'Moved'));
    expect(panel.getAttribute('aria-label')).to.equal('Moved');
  });

  it('shows the state of being selected', async () => {
    const element = await open(set());
    const states = () => [...element.querySelectorAll('help-tab')].map((panel) => panel.matches(':state(selected)'));
    expect(states()).to.deep.equal([true, false, false]);
    tabsOf(element)[1]!.click();
    await element.updateComplete;
    expect(states()).to.deep.equal([false, true, false]);
  });

  it('can be made by a script, which adds nothing to it before it is in the page', async () => {
    const panel = document.createElement('help-tab');
    expect(panel.attributes.length + panel.childNodes.length).to.equal(0);
    const element = await open(set());
    panel.name = 'made';
    panel.label = 'Tab made';
    panel.textContent = 'Made';
    await change(() => element.append(panel));
    await change(() => (element.selected = 'made'));
    expectOn(element, 'made');
  });

  it('survives a copy: no duplicates, nothing thrown', async () => {
    const element = await open(set('selected="b"'));
    const copy = element.cloneNode(true) as HelpTabs;
    await change(() => element.after(copy));
    expectOn(copy, 'b');
    const again = await open(element.outerHTML);
    expectOn(again, 'b');
  });
});
