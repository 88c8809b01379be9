import { aTimeout, expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define.js';
import type { HelpSearch } from '../../src/elements/help-search.js';
import { collect, find, findAll, focused, frame, isChromium, press, textOf, tree, until } from '../helpers.js';

const pack = '/stories/files/help/';

async function open(attributes = '', lang = 'en', dir = ''): Promise<HelpSearch> {
  const outer = await fixture<HTMLElement>(
    `<div lang="${lang}" ${dir && `dir=${dir}`}><help-search src="${pack}" ${attributes}></help-search></div>`,
  );
  const element = outer.querySelector('help-search')!;
  await until(() => element.shadowRoot?.querySelector('input'), 'the box');
  return element;
}

const input = (element: HelpSearch) => find<HTMLInputElement>(element.shadowRoot!, 'input');
const options = (element: HelpSearch) => findAll(element.shadowRoot!, '[role=option]');
const titles = (element: HelpSearch) => options(element).map((option) => textOf(option.querySelector('.title')!));
const status = (element: HelpSearch) => textOf(find(element.shadowRoot!, '[role=status]'));

/** Types, and waits until there is something to choose from. */
async function type(element: HelpSearch, text: string): Promise<void> {
  input(element).focus();
  await sendKeys({ type: text });
  await until(() => options(element).length && element.query === text, `results for ${text}`);
  // Those of the last letter, not of the one before.
  await aTimeout(150);
}

describe('help-search', () => {
  it('loads nothing before it is focused, then searches as the reader types', async () => {
    const loads = () =>
      performance.getEntriesByType('resource').filter(({ name }) => name.includes('never-yet')).length;
    const element = await open('src="/fault/status/404?never-yet"');
    await frame();
    expect(loads()).to.equal(0);
    element.src = pack;
    await type(element, 'park');
    expect(titles(element)[0]).to.equal('Park at the office');
    expect(findAll(element.shadowRoot!, 'mark').map(textOf)).to.include('Park');
    await expect(element).to.be.accessible();
  });

  for (const dir of ['ltr', 'rtl'])
    it(`is a combobox: arrow keys lead into the list and back, Enter chooses, Escape leaves (${dir})`, async () => {
      const element = await open('', 'en', dir);
      const selected = collect(document, 'help-search-select');
      await type(element, 'token');
      expect(input(element).ariaExpanded).to.equal('true');
      expect(find(element.shadowRoot!, '[role=listbox]').id).to.equal(input(element).getAttribute('aria-controls'));
      expect(input(element).getAttribute('aria-activedescendant')).to.equal(null);
      const count = options(element).length;
      await press('ArrowDown');
      await frame();
      const active = () =>
        element.shadowRoot!.getElementById(input(element).getAttribute('aria-activedescendant') ?? '');
      expect(active() === options(element)[0]).to.equal(true);
      expect(active()!.ariaSelected).to.equal('true');
      if (isChromium) {
        const nodes = await tree();
        const box = nodes.find(({ role }) => role === 'combobox')!;
        expect(box.name).to.equal('Search the help');
        expect(nodes.filter(({ role }) => role === 'listbox').map(({ name }) => name)).to.deep.equal(['Results']);
      }
      await expect(element).to.be.accessible();
      await press('ArrowUp');
      await frame();
      expect(active() === null).to.equal(true);
      await press('ArrowUp');
      await frame();
      expect(active() === options(element)[count - 1]).to.equal(true);
      await press('ArrowDown', 'ArrowDown', 'Enter');
      await frame();
      expect(selected).to.deep.equal([{ query: 'token', rank: 1, topic: 'access/tokens' }]);
      expect(options(element)).to.deep.equal([]);
      await press('ArrowDown');
      await until(() => options(element).length, 'the list again');
      await press('Escape');
      await frame();
      expect([options(element).length, element.query]).to.deep.equal([0, 'token']);
      await press('Escape');
      await frame();
      expect(input(element).value).to.equal('');
      expect(focused() === input(element)).to.equal(true);
    });

  it('Enter right after the last key takes the first result of the whole text', async () => {
    const element = await open();
    const selected = collect(element, 'help-search-select');
    input(element).focus();
    await sendKeys({ type: 'roles' });
    await press('Enter');
    await until(() => selected.length, 'the choice');
    expect(selected[0]!.query).to.equal('roles');
    expect(selected[0]!.topic).to.match(/^access\//);
  });

  it('reads the count out once, when the reader stops, and tells the page then', async () => {
    const element = await open();
    const searches = collect(element, 'help-search');
    const said: string[] = [];
    const region = find(element.shadowRoot!, '[role=status]');
    const observer = new MutationObserver(() => said.push(textOf(region)));
    observer.observe(region, { childList: true, characterData: true, subtree: true });
    await type(element, 'pass');
    await until(() => searches.length, 'the event');
    await aTimeout(200);
    observer.disconnect();
    expect(said).to.deep.equal([`Results: ${options(element).length}`]);
    expect(searches).to.deep.equal([{ query: 'pass', resultCount: options(element).length }]);
  });

  it('where nothing is found, says so, offers what is nearest and the contact', async () => {
    const element = await open('contact-href="mailto:x@contoso.example" context="/parking"');
    const searches = collect(element, 'help-search');
    input(element).focus();
    await sendKeys({ type: 'zzqqy' });
    await until(() => searches.length, 'the event');
    expect(searches).to.deep.equal([{ query: 'zzqqy', resultCount: 0 }]);
    expect(status(element)).to.contain('Nothing found for “zzqqy”.');
    expect(titles(element)[0]).to.equal('Park at the office');
    expect(textOf(find(element.shadowRoot!, 'a'))).to.equal('Contact support');
    await press('Enter');
    await frame();
    expect(find(element.shadowRoot!, '.popup').hidden).to.equal(false);
    await expect(element).to.be.accessible();
  });

  it('finds in the language of the page, and follows it', async () => {
    const element = await open('', 'nl');
    await type(element, 'parkeren');
    expect(titles(element)[0]).to.equal('Parkeren bij het kantoor');
    element.parentElement!.lang = 'ja';
    element.query = '駐車場';
    await until(() => titles(element)[0] === 'オフィスの駐車場', 'the Japanese topic');
    expect(options(element)[0]!.lang).to.equal('ja');
    expect(findAll(element.shadowRoot!, 'mark').map(textOf)).to.include('駐車場');
    await expect(element).to.be.accessible();
  });

  it('waits for the end of a composition', async () => {
    const element = await open('', 'ja');
    const box = input(element);
    box.focus();
    box.value = 'ちゅ';
    box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, isComposing: true }));
    box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, isComposing: true }));
    await aTimeout(150);
    expect(element.query).to.equal('');
    box.value = '駐車';
    box.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, composed: true }));
    await until(() => options(element).length, 'the results');
    expect(element.query).to.equal('駐車');
  });

  it('keeps what is typed from the page’s shortcuts, and has one of its own only if asked', async () => {
    const element = await open();
    const keys: string[] = [];
    const listen = ({ key }: KeyboardEvent) => keys.push(key);
    document.addEventListener('keydown', listen);
    input(element).focus();
    await sendKeys({ type: 'gj.' });
    await press('ArrowDown');
    document.removeEventListener('keydown', listen);
    expect(keys).to.deep.equal([]);
    input(element).blur();
    // Not a slash: outside of fields it opens Firefox’s own search.
    await sendKeys({ press: '.' });
    expect(focused() === document.body).to.equal(true);
    element.shortcut = '.';
    await element.updateComplete;
    await sendKeys({ press: '.' });
    expect(focused() === input(element)).to.equal(true);
    expect(element.query).to.equal('gj.');
  });

  it('shows no more than its limit, and takes any text as text', async () => {
    const element = await open('limit="1"');
    await type(element, 'a');
    expect(options(element)).to.have.length(1);
    for (const text of ['<img src=x onerror=alert(1)>', '${1}', '(a+)+$', '[', '\\', '\ud83d', 'x'.repeat(10_000)]) {
      element.query = text;
      await frame();
      await aTimeout(150);
      expect(findAll(element.shadowRoot!, 'img')).to.deep.equal([]);
    }
  });

  it('says what is wrong with the pack, and tries again', async () => {
    const element = await open(`src="/fault/status/500"`);
    element.src = '/fault/status/500';
    const errors = collect(element, 'help-error');
    element.query = 'x';
    input(element).focus();
    await until(() => findAll(element.shadowRoot!, '.popup button').length, 'the button');
    expect(errors.map(({ code }) => code)).to.deep.equal(['server']);
    expect(status(element)).to.contain('The server couldn’t deliver this help.');
    element.src = pack;
    element.query = 'token';
    await until(() => titles(element)[0] === 'API tokens', 'the results');
  });
});
