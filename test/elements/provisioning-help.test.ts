import { expect, fixture } from '@open-wc/testing';
import { msg } from '@lit/localize';
import '../../src/define/provisioning-help.js';
import type { ProvisioningHelp } from '../../src/elements/provisioning-help.js';
import { loadPseudo, pseudoLocale } from '../../src/localization/generated/pseudo.js';
import { registerLocale } from '../../src/index.js';
import { symptoms } from '../../src/provisioning/symptoms.js';
import {
  collect,
  find,
  findAll,
  focused,
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

registerLocale(pseudoLocale, loadPseudo);

const ids = ['configure', 'configuration-problem', 'no-users', 'wrong-users'];
// Without a locale set up, lit-localize's own `msg` answers in the source language.
const labels = symptoms(msg).map(({ label }) => label);

/** Everything is there, what loads after the first paint too. */
const complete = (element: Element) => until(() => findAll(element, 'help-tab ol').length >= 4, 'all checks');

async function open(attributes = '', children = '') {
  const outer = await fixture<HTMLElement>('<div></div>');
  const errors = collect(outer, 'help-error');
  outer.innerHTML = `<provisioning-help ${attributes}>${children}</provisioning-help>`;
  const element = outer.querySelector('provisioning-help')!;
  await complete(element);
  await frame();
  return { element, errors, outer };
}

const set = async (element: ProvisioningHelp, name: string, value: string | null) => {
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
  await element.updateComplete;
  await frame();
};

const hrefs = (element: Element) => findAll(element, 'a[part=link]').map((link) => link.getAttribute('href')!);
const panel = (element: Element, name: string) => find(element, `help-tab[name="${name}"]`);
const shownSymptom = (element: ProvisioningHelp) =>
  findAll(element, 'help-tab')
    .filter((tab) => tab.checkVisibility())
    .map((tab) => tab.getAttribute('name'));

describe('provisioning-help', () => {
  it('shows heading, introduction, setup, symptoms and resources, in this order', async () => {
    const { element, errors } = await open();
    const part = (name: string) => find(element, `[part~="${name}"]`);
    const order = ['heading', 'intro', 'setup', 'tablist', 'panel', 'resources', 'footer'].map(part);
    for (let i = 1; i < order.length - 1; i++)
      expect(order[i - 1]!.getBoundingClientRect().top).to.be.at.most(order[i]!.getBoundingClientRect().top);
    expect(textOf(part('heading'))).to.equal('User provisioning');
    expect(textOf(part('intro')).match(/Microsoft Entra ID, formerly Azure AD/g)).to.have.length(1);
    expect(shadowText(element).match(/Azure AD/g)).to.have.length(1);
    expect(findAll(part('setup'), 'li')).to.have.length(3);
    expect(readTabs(element)).to.deep.equal({
      labels,
      selected: [labels[0]],
      stops: [labels[0]],
      shown: [labels[0]],
    });
    expect(findAll(element, 'help-tab').map((tab) => tab.getAttribute('name'))).to.deep.equal(ids);
    expect(element.getAttribute('symptom')).to.equal('configure');
    expect(findAll(part('resources'), 'a').map(textOf)).to.deep.equal([
      'Known issues',
      'Provisioning logs',
      'Error codes',
    ]);
    for (const name of ids) {
      const [summary, progress, checks, links] = panel(element, name).children;
      expect([summary, progress].map((child) => child!.localName)).to.deep.equal(['p', 'p']);
      expect(textOf(progress!)).to.match(/^0 of \d+ done$/);
      expect(checks!.matches('ol[part=checks]')).to.equal(true);
      expect(links!.matches('ul[part=links]')).to.equal(true);
    }
    expect(errors).to.deep.equal([]);
    await expect(element).to.be.accessible();
  });

  it('gives a screen reader its tabs, the panel that shows, checks and links with names', async () => {
    await open();
    if (!isChromium) return;
    const nodes = await tree();
    expect(nodes.filter(({ role }) => role === 'tab').map(({ name, selected }) => [name, selected])).to.deep.equal(
      labels.map((label, index) => [label, index === 0]),
    );
    expect(nodes.filter(({ role }) => role === 'tabpanel').map(({ name }) => name)).to.deep.equal([labels[0]]);
    expect(nodes.filter(({ role }) => role === 'heading').map(({ name, level }) => [name, level])).to.deep.equal([
      ['User provisioning', 2],
      ['Set up the connection', 3],
      ['Where are you stuck?', 3],
      ['Resources', 3],
    ]);
    for (const node of nodes.filter(({ role }) => role === 'checkbox' || role === 'link'))
      expect(node.name, JSON.stringify(node)).to.match(/\S/);
  });

  it('takes the reader from symptom to next step by keyboard', async () => {
    const { element } = await open();
    const changes = collect(document, 'help-symptom-change');
    tabsOf(element)[0]!.focus();
    await press('ArrowDown', 'ArrowDown');
    await frame();
    expect(element.symptom).to.equal('no-users');
    expect(element.getAttribute('symptom')).to.equal('no-users');
    expect(shownSymptom(element)).to.deep.equal(['no-users']);
    expect(changes).to.deep.equal([
      { symptom: 'configuration-problem', trigger: 'user' },
      { symptom: 'no-users', trigger: 'user' },
    ]);
    await press('Tab');
    expect(focused()).to.equal(panel(element, 'no-users'));
    await press('Tab', ' ');
    await frame();
    expect(textOf(find(panel(element, 'no-users'), '.progress'))).to.match(/^1 of /);
    await press('Tab');
    expect(focused()!.localName).to.equal('a');
    await expect(element).to.be.accessible();
  });

  it('lets the reader tick checks off: progress, event, and the ticks stay', async () => {
    const { element } = await open();
    const checks = collect(element, 'help-check');
    const boxes = () => findAll<HTMLInputElement>(panel(element, 'configure'), 'input');
    const first = boxes()[0]!;
    const label = find(panel(element, 'configure'), 'label');
    label.click();
    await frame();
    expect(checks).to.deep.equal([
      { topic: 'provisioning', section: 'configure', check: first.dataset['check'], done: true },
    ]);
    expect(textOf(find(element, '.progress'))).to.equal(`1 of ${boxes().length} done`);
    await set(element, 'symptom', 'wrong-users');
    await set(element, 'symptom', 'configure');
    await set(element, 'locale', pseudoLocale);
    await until(() => find(element, '.reset').lang === pseudoLocale, 'the other language');
    expect(
      boxes()
        .map(({ checked }) => checked)
        .filter(Boolean),
    ).to.have.length(1);
    expect(boxes()[0]!.checked).to.equal(true);
    element.parentElement!.prepend(element);
    element.remove();
    (await fixture<HTMLElement>('<div></div>')).append(element);
    await frame();
    expect(boxes()[0]!.checked).to.equal(true);
    boxes()[0]!.click();
    await frame();
    expect(checks.at(-1)!.done).to.equal(false);
    expect(find(element, '.progress').textContent).to.contain('0');
  });

  it('tells that it is ready, and that the topic shows, once', async () => {
    const outer = await fixture<HTMLElement>('<div></div>');
    const ready = collect(outer, 'help-ready');
    const views = collect(outer, 'help-topic-view');
    outer.innerHTML = '<provisioning-help></provisioning-help>';
    const element = outer.firstElementChild as ProvisioningHelp;
    await complete(element);
    await set(element, 'app-name', 'Contoso');
    await set(element, 'symptom', 'no-users');
    expect(ready).to.deep.equal([{ locale: 'en' }]);
    expect(views).to.deep.equal([{ topic: 'provisioning', locale: 'en' }]);
  });

  it('replaces the fallback of the page', async () => {
    const { element } = await open('', '<p id="fallback">Read <a href="/help">our help</a>.</p>');
    expect(element.querySelector('#fallback')!.checkVisibility()).to.equal(false);
    if (isChromium) expect((await tree()).some(({ name }) => name === 'our help')).to.equal(false);
  });

  describe('attributes take effect at any time:', () => {
    it('app-name', async () => {
      const { element } = await open('app-name="Contoso HR"');
      const heading = () => textOf(find(element, '[part=heading]'));
      expect(heading()).to.equal('User provisioning to Contoso HR');
      expect(textOf(find(element, '[part=setup]'))).to.contain('In Contoso HR, turn on');
      await set(element, 'app-name', '<img src=x onerror=alert(1)>');
      expect(heading()).to.equal('User provisioning to <img src=x onerror=alert(1)>');
      expect(findAll(element, 'img')).to.deep.equal([]);
      await set(element, 'app-name', '  ');
      expect(heading()).to.equal('User provisioning');
      await set(element, 'app-name', null);
      expect(heading()).to.equal('User provisioning');
    });

    it('tutorial-href', async () => {
      const { element } = await open('app-name="Contoso"');
      const link = () => find<HTMLAnchorElement>(find(element, '[part=setup]'), 'a');
      const original = link().href;
      expect(original).to.contain('/saas-apps/tutorial-list');
      await set(element, 'tutorial-href', 'https://contoso.example/setup');
      expect(link().href).to.equal('https://contoso.example/setup');
      expect(textOf(link())).to.equal('Setup tutorial for Contoso');
      expect(hrefs(element)).not.to.include(original);
      await set(element, 'tutorial-href', null);
      expect(link().href).to.equal(original);
    });

    it('symptom', async () => {
      const { element, errors } = await open('symptom="wrong-users"');
      expect(shownSymptom(element)).to.deep.equal(['wrong-users']);
      expect(readTabs(element).selected).to.deep.equal([labels[3]]);
      for (const symptom of ids) {
        await set(element, 'symptom', symptom);
        expect(shownSymptom(element)).to.deep.equal([symptom]);
      }
      expect(errors).to.deep.equal([]);
      await set(element, 'symptom', 'no-coffee');
      expect(shownSymptom(element)).to.deep.equal(['wrong-users']);
      expect(element.symptom).to.equal('wrong-users');
      await set(element, 'symptom', null);
      expect(shownSymptom(element)).to.have.length(1);
      expect(errors.map(({ code }) => code)).to.deep.equal(['bad-attribute']);
    });

    it('cloud', async () => {
      const { element, errors } = await open();
      const portal = () => find<HTMLAnchorElement>(find(element, '[part=setup]'), 'a[href*="//entra."]').href;
      expect(portal()).to.equal('https://entra.microsoft.com/');
      await set(element, 'cloud', 'usgov');
      expect(portal()).to.equal('https://entra.microsoft.us/');
      expect(hrefs(element).some((href) => href.includes('/saas-apps/'))).to.equal(false);
      await set(element, 'cloud', 'china');
      expect(portal()).to.equal('https://entra.microsoftonline.cn/');
      expect(hrefs(element).some((href) => href.startsWith('https://docs.azure.cn/entra/'))).to.equal(true);
      await set(element, 'cloud', 'moon');
      expect(portal()).to.equal('https://entra.microsoft.com/');
      await set(element, 'app-name', 'again');
      expect(errors.map(({ code, message }) => [code, message.slice(0, 12)])).to.deep.equal([
        ['bad-attribute', 'cloud="moon"'],
      ]);
    });

    it('docs-base and docs-locale', async () => {
      const { element, errors } = await open('docs-base="https://mirror.example/learn/" docs-locale="nl-NL"');
      const docs = () => hrefs(element).filter((href) => !href.includes('//entra.'));
      expect(docs().length).to.be.above(10);
      for (const href of docs()) expect(href).to.match(/^https:\/\/mirror\.example\/learn\/nl-nl\/(entra|graph)\//);
      await set(element, 'docs-base', '/local');
      for (const href of docs()) expect(href).to.match(/^\/local\/nl-nl\//);
      await set(element, 'docs-locale', '../../x');
      for (const href of docs()) expect(href).to.match(/^\/local\/(entra|graph)\//);
      expect(errors).to.deep.equal([]);
      await set(element, 'docs-base', 'javascript:alert(1)//');
      for (const href of docs()) expect(href).to.match(/^https:\/\/learn\.microsoft\.com\/(entra|graph)\//);
      await set(element, 'docs-locale', 'de-de');
      for (const href of docs()) expect(href).to.match(/^https:\/\/learn\.microsoft\.com\/de-de\//);
      expect(errors.map(({ code, url }) => [code, url])).to.deep.equal([['blocked-address', 'javascript:alert(1)//']]);
    });

    it('heading-level', async () => {
      const { element, errors } = await open('heading-level="1"');
      const levels = () => [
        ...new Set(findAll(element.shadowRoot!, 'h1,h2,h3,h4,h5,h6').map(({ localName }) => localName)),
      ];
      expect(levels()).to.deep.equal(['h1', 'h2']);
      for (const level of [2, 3, 4, 5]) {
        await set(element, 'heading-level', String(level));
        expect(levels()).to.deep.equal([`h${level}`, `h${level + 1}`]);
      }
      await set(element, 'heading-level', '6');
      expect(levels()).to.deep.equal(['h6']);
      for (const bad of ['0', '7', '2.5', 'two']) {
        await set(element, 'heading-level', bad);
        expect(levels()).to.deep.equal(['h2', 'h3']);
      }
      expect(errors).to.have.length(4);
    });

    it('layout', async () => {
      const { element, errors } = await open('layout="stacked"');
      element.parentElement!.style.inlineSize = '900px';
      const beside = () =>
        panel(element, 'configure').getBoundingClientRect().top <
        find(element, '[part=tablist]').getBoundingClientRect().bottom;
      await frame();
      expect(beside()).to.equal(false);
      await set(element, 'layout', 'tabs');
      expect(beside()).to.equal(true);
      await set(element, 'layout', 'stacked');
      expect(beside()).to.equal(false);
      await set(element, 'layout', 'auto');
      expect(beside()).to.equal(true);
      await set(element, 'layout', 'diagonal');
      expect(beside()).to.equal(true);
      expect(errors.map(({ code }) => code)).to.deep.equal(['bad-attribute']);
    });

    it('link-target', async () => {
      const { element } = await open('link-target="_self"');
      const targets = () => [...new Set(findAll<HTMLAnchorElement>(element, 'a').map(({ target }) => target))];
      expect(targets()).to.deep.equal(['_self']);
      await set(element, 'link-target', null);
      expect(targets()).to.deep.equal(['_blank']);
    });

    it('contact-href', async () => {
      const { element } = await open('contact-href="https://support.example/"');
      expect(findAll<HTMLAnchorElement>(element, 'footer a').map(({ href }) => href)).to.deep.equal([
        'https://support.example/',
      ]);
      await set(element, 'contact-href', null);
      expect(findAll(element, 'footer a')).to.deep.equal([]);
    });

    it('without-setup and without-resources', async () => {
      const { element } = await open('without-setup without-resources');
      expect(findAll(element, '[part=setup], [part=resources]')).to.deep.equal([]);
      await expect(element).to.be.accessible();
      element.withoutSetup = false;
      await set(element, 'without-resources', null);
      expect(findAll(element, '[part=setup], [part=resources]')).to.have.length(2);
    });

    it('user-roles', async () => {
      const { element, errors } = await open();
      const notes = () => findAll(element, '.check em').map(textOf);
      const count = notes().length;
      expect(count).to.be.above(4);
      const named = notes();
      expect(named.every((note) => /Administrator|Reader/.test(note) && !/^(You|Ask) /.test(note))).to.equal(true);
      await set(element, 'user-roles', 'global-administrator');
      expect(new Set(notes())).to.deep.equal(new Set(['You can do this with your role.']));
      expect(notes()).to.have.length(count);
      for (const nobody of ['', 'guest', '<b>']) {
        await set(element, 'user-roles', nobody);
        expect(
          notes().every((note) => note.startsWith('Ask ')),
          nobody,
        ).to.equal(true);
      }
      await set(element, 'user-roles', 'Reports Reader, User Administrator');
      expect(new Set(notes().map((note) => note.slice(0, 3)))).to.deep.equal(new Set(['You', 'Ask']));
      await set(element, 'user-roles', null);
      expect(notes()).to.deep.equal(named);
      expect(errors).to.deep.equal([]);
    });

    it('two hundred changes in one go, of which only the last counts', async () => {
      const { element } = await open();
      for (let i = 0; i < 200; i++) element.setAttribute('app-name', `App ${i}`);
      await element.updateComplete;
      expect(textOf(find(element, '[part=heading]'))).to.equal('User provisioning to App 199');
    });
  });

  describe('code', () => {
    const card = (element: Element) => findAll(element, '.code')[0];
    const explained = (element: Element, text: string) =>
      until(() => card(element) && textOf(card(element)!).includes(text), `the card of ${text}`);
    const known: [given: string, code: string, symptom: string][] = [
      ['EntryConflict', 'EntryConflict', ''],
      ['entryconflict', 'EntryConflict', ''],
      ['SalesforceEntryConflict', 'EntryConflict', ''],
      ['Contoso: EntryConflict', 'EntryConflict', ''],
      ['EntryConflict (409)', 'EntryConflict', ''],
      ['NotEffectivelyEntitled', 'NotEffectivelyEntitled', 'no-users'],
      ['EncounteredQuarantineException', 'EncounteredQuarantineException', ''],
      ['401', '401', ''],
    ];
    for (const [given, code, symptom] of known)
      it(`${given} is explained, and picks a symptom`, async () => {
        const { element, errors } = await open(`code="${given}"`);
        await explained(element, code);
        const box = card(element)!;
        expect(textOf(find(box, 'h3'))).to.equal(code);
        for (const row of ['Whose turn', 'Retry', 'Fix']) expect(findAll(box, 'strong').map(textOf)).to.include(row);
        expect(findAll(box, 'a').length).to.be.above(0);
        await frame();
        expect(ids).to.include(element.symptom);
        if (symptom) expect(element.symptom).to.equal(symptom);
        expect(shownSymptom(element)).to.deep.equal([element.symptom]);
        expect(errors).to.deep.equal([]);
        await expect(element).to.be.accessible();
      });

    it('tells that the code chose the symptom', async () => {
      const { element } = await open();
      const changes = collect(element, 'help-symptom-change');
      await set(element, 'code', 'NotEffectivelyEntitled');
      await until(() => element.symptom === 'no-users', 'the symptom');
      await frame();
      expect(changes).to.deep.equal([{ symptom: 'no-users', trigger: 'code' }]);
      expect(shownSymptom(element)).to.deep.equal(['no-users']);
      await set(element, 'code', null);
      expect(card(element)).to.equal(undefined);
      expect(element.symptom).to.equal('no-users');
    });

    it('leaves a symptom that came with it alone', async () => {
      const { element } = await open('code="NotEffectivelyEntitled" symptom="wrong-users"');
      await explained(element, 'NotEffectivelyEntitled');
      await frame();
      expect(element.symptom).to.equal('wrong-users');
    });

    it('unknown: says what it is and where to look, and is no error', async () => {
      const { element, errors } = await open('code="Zx9Unheard"');
      await explained(element, 'Zx9Unheard');
      expect(findAll(card(element)!, 'a').length).to.be.above(0);
      expect(element.symptom).to.equal('configure');
      for (const junk of ['<script>alert(1)</script>', '__proto__', 'x'.repeat(5000), '\u202Eevil', '💥']) {
        await set(element, 'code', junk);
        await until(() => card(element), 'the card');
        expect(findAll(card(element)!, 'script')).to.deep.equal([]);
      }
      await set(element, 'code', '   ');
      expect(card(element)).to.equal(undefined);
      expect(errors).to.deep.equal([]);
    });

    it('the last of several wins, and is announced where it stands', async () => {
      const { element } = await open();
      const notice = find(element, '[aria-live=polite]');
      element.code = 'EntryConflict';
      await element.updateComplete;
      element.code = '401';
      await explained(element, '401');
      await frame();
      expect(textOf(find(card(element)!, 'h3'))).to.equal('401');
      expect(notice.contains(card(element)!)).to.equal(true);
    });
  });

  it('asks whether it was helpful, for the symptom that shows, where the page wants it', async () => {
    const { element } = await open('with-feedback symptom="no-users"');
    const asked = () => find(element, 'help-feedback');
    await until(() => element.shadowRoot?.querySelector('help-feedback')?.shadowRoot?.querySelector('button'), 'it');
    const answers = collect(element, 'help-feedback');
    const yes = [...asked().shadowRoot!.querySelectorAll('button')].find((button) => textOf(button) === 'Yes')!;
    yes.click();
    await until(() => answers.length, 'the answer');
    expect(answers[0]).to.include({ topic: 'provisioning', section: 'no-users', helpful: true });
    element.withFeedback = false;
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('help-feedback')).to.equal(null);
  });

  describe('the page’s own', () => {
    it('symptom comes after ours, and can be asked for from the start', async () => {
      const { element, errors } = await open(
        'symptom="billing"',
        '<help-tab name="billing" label="The bill is wrong"><p>Call us.</p></help-tab>',
      );
      expect(readTabs(element)).to.deep.include({
        labels: [...labels, 'The bill is wrong'],
        selected: ['The bill is wrong'],
        shown: ['The bill is wrong'],
      });
      expect(element.symptom).to.equal('billing');
      expect(element.querySelector('help-tab')!.checkVisibility()).to.equal(true);
      await set(element, 'symptom', 'no-users');
      expect(element.querySelector('help-tab')!.checkVisibility()).to.equal(false);
      tabsOf(element)[4]!.click();
      await frame();
      expect(element.symptom).to.equal('billing');
      expect(errors).to.deep.equal([]);
      if (isChromium) {
        const panels = (await tree()).filter(({ role }) => role === 'tabpanel').map(({ name }) => name);
        expect(panels).to.deep.equal(['The bill is wrong']);
      }
      await expect(element).to.be.accessible();
    });

    it('symptom may come and go later; its neighbour shows then', async () => {
      const { element, errors } = await open();
      const own = document.createElement('help-tab');
      own.name = 'billing';
      own.label = 'The bill is wrong';
      element.append(own);
      await frame();
      expect(readTabs(element).labels.at(-1)).to.equal('The bill is wrong');
      await set(element, 'symptom', 'billing');
      expect(shownSymptom(element)).to.deep.equal(['billing']);
      expect(readTabs(element).shown).to.deep.equal(['The bill is wrong']);
      own.label = 'The bill is right';
      await frame();
      expect(readTabs(element).labels.at(-1)).to.equal('The bill is right');
      own.remove();
      await frame();
      expect(readTabs(element).selected).to.deep.equal([labels[3]]);
      await until(() => element.symptom === 'wrong-users', 'the property');
      expect(errors).to.deep.equal([]);
    });

    it('symptom that was asked for before it came shows once it is there, with no second complaint', async () => {
      const { element, errors } = await open('symptom="late"');
      const before = errors.length;
      element.insertAdjacentHTML('beforeend', '<help-tab name="late" label="Late">Here</help-tab>');
      await frame();
      await frame();
      expect(readTabs(element).shown).to.deep.equal(['Late']);
      expect(element.symptom).to.equal('late');
      expect(errors.length).to.equal(before);
      expect(before).to.be.at.most(1);
    });

    it('tab set inside its symptom leaves ours alone', async () => {
      const { element } = await open(
        '',
        `<help-tab name="own" label="Own"><help-tabs><help-tab name="x" label="X">1</help-tab>
        <help-tab name="y" label="Y">2</help-tab></help-tabs></help-tab>`,
      );
      await set(element, 'symptom', 'own');
      tabsOf(element.querySelector('help-tabs')!)[1]!.click();
      await frame();
      expect(element.symptom).to.equal('own');
      expect(readTabs(element).shown).to.deep.equal(['Own']);
    });

    it('heading, introduction and footer', async () => {
      const { element } = await open(
        '',
        '<h2 slot="heading">Ours</h2><p slot="intro">Welcome</p><p slot="footer">The end</p>',
      );
      for (const own of element.children) expect(own.checkVisibility(), own.slot).to.equal(true);
      expect(
        findAll(element.shadowRoot!, '[part=heading], [part=intro]').some((ours) => ours.checkVisibility()),
      ).to.equal(false);
      await expect(element).to.be.accessible();
    });
  });

  it('has its parts, open to the page’s styles, those of the tab set too', async () => {
    const { element } = await open('contact-href="/support"');
    const parts = new Set(findAll(element, '[part]').flatMap((node) => [...node.part]));
    const named = 'base heading intro setup tablist tab panel checks check links link resources footer'.split(' ');
    expect([...parts]).to.include.members(named);
    const style = document.createElement('style');
    style.textContent = named
      .map((part) => `provisioning-help::part(${part}) { --touched: ${part}; outline-width: 7px }`)
      .join('');
    document.head.append(style);
    try {
      for (const part of named)
        expect(getComputedStyle(find(element, `[part~="${part}"]`)).outlineWidth, part).to.be.oneOf(['7px', '0px']);
      for (const part of ['tablist', 'tab', 'panel', 'link'])
        expect(getComputedStyle(find(element, `[part~="${part}"]`)).getPropertyValue('--touched'), part).to.equal(part);
    } finally {
      style.remove();
    }
  });

  it('tells of a click on a link: where it stands, and lets the page keep it', async () => {
    const { element } = await open('symptom="no-users"');
    const details = collect(element, 'help-link-click');
    element.addEventListener('help-link-click', (event) => event.preventDefault());
    let prevented = 0;
    element.addEventListener('click', (event) => (prevented += Number(event.defaultPrevented)));
    const links = findAll<HTMLAnchorElement>(panel(element, 'no-users'), 'a');
    links[2]!.click();
    find(find(element, '[part=setup]'), 'a').click();
    find(find(element, '[part=resources]'), 'a').click();
    expect(prevented).to.equal(3);
    expect(details.map(({ topic, section, rank }) => [topic, section, rank])).to.deep.equal([
      ['provisioning', 'no-users', 3],
      ['provisioning', undefined, 1],
      ['provisioning', undefined, 1],
    ]);
    expect(details[0]).to.include({ href: links[2]!.href, label: textOf(links[2]!) });
  });

  it('two on one page are separate, and no id stands twice in a root', async () => {
    const outer = await fixture<HTMLElement>(
      '<div><provisioning-help></provisioning-help><provisioning-help symptom="no-users"></provisioning-help></div>',
    );
    const [one, two] = [...outer.querySelectorAll('provisioning-help')];
    await complete(one!);
    await complete(two!);
    await frame();
    find(panel(one!, 'configure'), 'input').click();
    tabsOf(one!)[3]!.click();
    await frame();
    expect([one!.symptom, two!.symptom]).to.deep.equal(['wrong-users', 'no-users']);
    expect(findAll(two!, 'input:checked')).to.deep.equal([]);
    for (const element of [one!, two!]) {
      const ids = [...element.shadowRoot!.querySelectorAll('[id]')].map(({ id }) => id);
      expect(new Set(ids).size).to.equal(ids.length);
      for (const label of findAll<HTMLLabelElement>(element, 'label')) expect(label.control).not.to.equal(null);
    }
    if ('ariaControlsElements' in Element.prototype)
      for (const tab of [...tabsOf(one!), ...tabsOf(two!)])
        expect(tab.ariaControlsElements?.[0]?.isConnected).to.equal(true);
    await expect(outer).to.be.accessible();
  });

  it('was set up before it was defined: properties stand', async () => {
    const element = document.createElement('provisioning-help-later') as ProvisioningHelp;
    Object.assign(element, { appName: 'Early', symptom: 'no-users', withoutSetup: true, headingLevel: 3 });
    (await fixture<HTMLElement>('<div></div>')).append(element);
    const { ProvisioningHelp } = await import('../../src/elements/provisioning-help.js');
    customElements.define('provisioning-help-later', class extends ProvisioningHelp {});
    await until(() => findAll(element, 'help-tab ol').length === 4, 'all checks');
    expect(textOf(find(element, 'h3[part=heading]'))).to.equal('User provisioning to Early');
    expect(element.getAttribute('symptom')).to.equal('no-users');
    expect(findAll(element, '[part=setup]')).to.deep.equal([]);
    expect(shownSymptom(element)).to.deep.equal(['no-users']);
  });

  it('can be made by a script, copied, and removed in its own events', async () => {
    const made = document.createElement('provisioning-help');
    expect(made.attributes.length + made.childNodes.length).to.equal(0);
    const outer = await fixture<HTMLElement>('<div></div>');
    outer.addEventListener('help-ready', (event) => (event.target as Element).remove(), { once: true });
    outer.append(made);
    await until(() => !made.isConnected, 'the removal');
    const copy = made.cloneNode(true) as ProvisioningHelp;
    outer.append(made, copy);
    await complete(made);
    await complete(copy);
    expect(shownSymptom(copy)).to.deep.equal(['configure']);
  });
});
