import { aTimeout, expect, fixture } from '@open-wc/testing';
import '../../src/define.js';
import type { ProvisioningHelp } from '../../src/elements/provisioning-help.js';
import { registerLocale, supportedLocales, type LocaleLoader, type LocaleModule } from '../../src/index.js';
import type { Template } from '../../src/localization/catalogue.js';
import { loadPseudo } from '../../src/localization/generated/pseudo.js';
import { collect, find, findAll, frame, readTabs, tabsOf, textOf, until } from '../helpers.js';

/** A language in which every text begins with its tag: what is not in it, or in another, shows at once. */
const tagged =
  (tag: string): LocaleLoader =>
  async (part) => {
    const mark = (template: Template): Template =>
      typeof template === 'string'
        ? `${tag} ${template}`
        : { ...template, strings: [`${tag} ${template.strings[0]}`, ...template.strings.slice(1)] as never };
    const { templates } = (await loadPseudo(part)) as unknown as LocaleModule;
    return {
      templates: Object.fromEntries(Object.entries(templates).map(([id, text]) => [id, mark(text as Template)])),
    };
  };

/** A language whose file comes when the test says so, or fails. */
function controlled(tag: string) {
  let arrive!: () => void;
  let fail!: (reason: Error) => void;
  const promise = new Promise<void>((resolve, reject) => ([arrive, fail] = [resolve, reject]));
  const asked: string[] = [];
  const load: LocaleLoader = (part) => {
    asked.push(part);
    return promise.then(() => tagged(tag)(part)!);
  };
  return { load, asked, arrive, fail: () => fail(new Error('No such file')) };
}

for (const tag of ['de', 'pt-BR', 'pt-PT', 'zh-Hans', 'zh-Hant', 'sr-Cyrl', 'sr-Latn', 'ar', 'nb', 'he', 'id'])
  registerLocale(tag, tagged(tag));

async function open(markup: string) {
  const outer = await fixture<HTMLElement>('<div></div>');
  const errors = collect(outer, 'help-error');
  const ready = collect(outer, 'help-ready');
  const changes = collect(outer, 'help-locale-change');
  outer.innerHTML = markup;
  const elements = [...outer.querySelectorAll('provisioning-help')];
  for (const element of elements) await until(() => element.shadowRoot?.querySelector('.topic'), 'the first paint');
  return { outer, element: elements[0]!, other: elements[1]!, errors, ready, changes };
}

/** The language that an element says it is in, and whether every text is in it. */
function read(element: Element) {
  const { lang, dir } = find(element, '.reset');
  const texts = [
    ...findAll(element, 'h2, h3, .intro p, .progress, .check label, .description, a[part=link]').map(textOf),
    ...tabsOf(element).map(textOf),
  ];
  return { lang, dir, tags: [...new Set(texts.map((text) => /^([a-z]{2}(-\w+)*) \[/.exec(text)?.[1] ?? 'en'))] };
}
const is = (element: Element, tag: string) => until(() => find(element, '.reset').lang === tag, `the language ${tag}`);
const whole = (element: Element) => until(() => findAll(element, 'help-tab ol').length === 4, 'all checks');

describe('the language of an element', () => {
  afterEach(() => {
    document.documentElement.removeAttribute('lang');
    document.documentElement.removeAttribute('dir');
  });

  it('is its own: two elements, two languages, one page', async () => {
    const { element, other, ready } = await open(
      '<provisioning-help locale="de"></provisioning-help><provisioning-help locale="pt-BR"></provisioning-help>',
    );
    await whole(element);
    await whole(other);
    await frame();
    expect(read(element)).to.deep.equal({ lang: 'de', dir: 'ltr', tags: ['de'] });
    expect(read(other)).to.deep.equal({ lang: 'pt-BR', dir: 'ltr', tags: ['pt-BR'] });
    expect(ready.map(({ locale }) => locale)).to.have.members(['de', 'pt-BR']);
    await expect(element).to.be.accessible();
  });

  it('is that of the nearest lang, across shadow roots; locale wins over it', async () => {
    document.documentElement.lang = 'ar';
    const { element, outer } = await open(
      '<section lang="de"><div><provisioning-help></provisioning-help></div></section>',
    );
    expect(read(element).lang).to.equal('de');
    const host = document.createElement('div');
    host.lang = 'pt-BR';
    host.attachShadow({ mode: 'closed' }).append(element);
    outer.append(host);
    await is(element, 'pt-BR');
    element.locale = 'de';
    await is(element, 'de');
    element.removeAttribute('locale');
    element.locale = null;
    await is(element, 'pt-BR');
    host.removeAttribute('lang');
    await is(element, 'ar');
  });

  it('follows html lang, and without any the browser', async () => {
    document.documentElement.lang = 'de';
    const { element, changes } = await open('<provisioning-help></provisioning-help>');
    expect(read(element).lang).to.equal('de');
    document.documentElement.lang = 'pt-BR';
    await is(element, 'pt-BR');
    document.documentElement.lang = '';
    await is(element, 'en');
    await frame();
    expect(changes.map(({ locale }) => locale)).to.deep.equal(['pt-BR', 'en']);
  });

  it('follows its own lang attribute, and a lang deep in another root', async () => {
    const { element, outer } = await open('<provisioning-help lang="de"></provisioning-help>');
    expect(read(element).lang).to.equal('de');
    element.lang = 'pt-BR';
    await is(element, 'pt-BR');
    element.removeAttribute('lang');
    const inner = document.createElement('div');
    const host = document.createElement('div');
    host.attachShadow({ mode: 'open' }).append(inner);
    inner.append(element);
    outer.append(host);
    inner.lang = 'de';
    await is(element, 'de');
  });

  for (const [given, shown] of [
    ['de-CH-1996', 'de'],
    ['DE', 'de'],
    ['pt-br', 'pt-BR'],
    ['pt', 'pt-BR'],
    ['zh-Hant-HK', 'zh-Hant'],
    ['zh-TW', 'zh-Hant'],
    ['yue-Latn', 'en'],
    ['no', 'nb'],
    ['nn-NO', 'nb'],
    ['iw', 'he'],
    ['in', 'id'],
    ['pt-AO', 'pt-PT'],
    ['zh-CN', 'zh-Hans'],
    ['sr-Latn-RS', 'sr-Latn'],
    ['bs-BA', 'en'],
    ['sr-Cyrl-RS', 'sr-Cyrl'],
    ['nl-BE', 'nl'],
    ['en-GB', 'en'],
    ['en_US', 'en'],
    ['de_AT', 'de'],
    ['xx', 'en'],
    ['tlh-Latn', 'en'],
  ] as const)
    it(`${given} is served by ${shown}`, async () => {
      const { element, errors } = await open(`<provisioning-help locale="${given}"></provisioning-help>`);
      await is(element, shown);
      expect(errors).to.deep.equal([]);
    });

  it('is English for a tag that is none; told once, asking for nothing', async () => {
    const before = performance.getEntriesByType('resource').length;
    for (const garbage of ['../../x', 'e', '<b>', 'x'.repeat(1000), '__proto__', '💥', 'de-', '-']) {
      const { element, errors } = await open('<provisioning-help></provisioning-help>');
      element.setAttribute('locale', garbage);
      await element.updateComplete;
      await frame();
      expect(read(element).lang, garbage).to.equal('en');
      element.requestUpdate();
      await frame();
      expect(
        errors.map(({ code }) => code),
        garbage,
      ).to.deep.equal(['bad-locale']);
      element.parentElement!.lang = garbage;
      element.setAttribute('locale', '');
      await frame();
      expect(read(element).lang, garbage).to.equal('en');
      expect(errors, garbage).to.have.length(1);
    }
    const asked = performance.getEntriesByType('resource').slice(before);
    expect(asked.filter(({ name }) => /generated\/(?!en|nl)/.test(name))).to.deep.equal([]);
  });

  it('changes at once to one that is here already', async () => {
    const { element } = await open('<provisioning-help locale="de"></provisioning-help>');
    await whole(element);
    element.locale = 'pt-BR';
    await is(element, 'pt-BR');
    await whole(element);
    await frame();
    element.locale = 'de';
    await element.updateComplete;
    expect(read(element)).to.deep.equal({ lang: 'de', dir: 'ltr', tags: ['de'] });
  });

  it('changes ten times in a hurry: the last one counts, with nothing of the others', async () => {
    const { element, changes } = await open('<provisioning-help></provisioning-help>');
    await whole(element);
    const tags = ['de', 'ar', 'pt-BR', 'nl', 'de', 'en', 'ar', 'zh-Hant', 'pt-BR', 'de'];
    for (const tag of tags) {
      element.locale = tag;
      await Promise.resolve();
    }
    await is(element, 'de');
    await frame();
    await aTimeout(100);
    expect(read(element)).to.deep.equal({ lang: 'de', dir: 'ltr', tags: ['de'] });
    expect(changes.at(-1)).to.deep.equal({ locale: 'de' });
  });

  it('switches as a whole: the old text stays until the new is here, and place and ticks stay', async () => {
    const late = controlled('fi');
    registerLocale('fi', late.load);
    const { element } = await open('<provisioning-help locale="de" symptom="no-users"></provisioning-help>');
    await whole(element);
    find(find(element, 'help-tab[name=no-users]'), 'input').click();
    tabsOf(element)[2]!.focus();
    element.locale = 'fi';
    await element.updateComplete;
    await aTimeout(400);
    expect(read(element)).to.deep.equal({ lang: 'de', dir: 'ltr', tags: ['de'] });
    late.arrive();
    await is(element, 'fi');
    await frame();
    expect(read(element)).to.deep.equal({ lang: 'fi', dir: 'ltr', tags: ['fi'] });
    expect(element.symptom).to.equal('no-users');
    expect(readTabs(element).selected).to.have.length(1);
    expect(findAll(element, 'input:checked')).to.have.length(1);
    expect(element.shadowRoot!.activeElement).not.to.equal(null);
    expect(new Set(late.asked).size).to.equal(late.asked.length);
  });

  it('is never the answer to an older question, be it that its file comes or fails', async () => {
    for (const [tag, end] of [
      ['sv', 'arrive'],
      ['hu', 'fail'],
    ] as const) {
      const slow = controlled(tag);
      registerLocale(tag, slow.load);
      const { element, errors } = await open('<provisioning-help locale="de"></provisioning-help>');
      element.locale = tag;
      await element.updateComplete;
      element.locale = 'pt-BR';
      await is(element, 'pt-BR');
      slow[end]();
      await aTimeout(100);
      expect(read(element)).to.deep.include({ lang: 'pt-BR', tags: ['pt-BR'] });
      expect(errors).to.deep.equal([]);
    }
  });

  it('that changes shows the topic anew', async () => {
    const { element, outer } = await open('<provisioning-help locale="de"></provisioning-help>');
    const views = collect(outer, 'help-topic-view');
    element.locale = 'pt-BR';
    await is(element, 'pt-BR');
    await frame();
    expect(views).to.deep.equal([{ topic: 'provisioning', locale: 'pt-BR' }]);
  });

  it('shows English where the first one is late, and changes when it is here', async () => {
    const late = controlled('fr');
    registerLocale('fr', late.load);
    const { element, ready, changes, errors } = await open('<provisioning-help locale="fr"></provisioning-help>');
    expect(read(element)).to.deep.include({ lang: 'en', dir: 'ltr' });
    expect(ready).to.deep.equal([{ locale: 'en' }]);
    late.arrive();
    await is(element, 'fr');
    await whole(element);
    await frame();
    expect(read(element).tags).to.deep.equal(['fr']);
    expect(changes).to.deep.equal([{ locale: 'fr' }]);
    expect(errors).to.deep.equal([]);
  });

  it('falls back to English where its file fails; one help-error; a retry can succeed', async () => {
    let down = true;
    let asked = 0;
    registerLocale('it', (part) => (asked++, down ? Promise.reject(new Error('503')) : tagged('it')(part)));
    const { element, errors, outer } = await open('<provisioning-help locale="it"></provisioning-help>');
    await until(() => errors.length, 'the error');
    await whole(element);
    expect(read(element)).to.deep.equal({ lang: 'en', dir: 'ltr', tags: ['en'] });
    expect(errors[0]).to.include({ code: 'locale-unavailable' });
    expect(errors[0]!.message).to.contain('it');
    const before = asked;
    // Nothing that happens on the page asks a server again that is down.
    outer.lang = 'it';
    outer.dir = 'ltr';
    element.appName = 'Contoso';
    await frame();
    expect(asked).to.equal(before);
    expect(errors).to.have.length(1);
    down = false;
    element.retry();
    await is(element, 'it');
    await frame();
    expect(read(element).tags).to.deep.equal(['it']);
    expect(errors).to.have.length(1);
  });

  it('falls back to English where its file never comes; one help-error after ten seconds', async () => {
    const { setTimeout } = window;
    // Ten seconds pass in no time.
    window.setTimeout = ((run: TimerHandler, delay?: number) =>
      setTimeout(run, delay === 10_000 ? 600 : delay)) as typeof window.setTimeout;
    try {
      const never = controlled('es');
      registerLocale('es', never.load);
      const { element, errors } = await open('<provisioning-help locale="es"></provisioning-help>');
      await until(() => errors.length, 'the error');
      expect(read(element)).to.deep.include({ lang: 'en', dir: 'ltr' });
      await whole(element);
      await aTimeout(700);
      expect(errors.filter(({ code }) => code === 'locale-unavailable')).to.have.length(1);
      never.arrive();
      await is(element, 'es');
      await whole(element);
    } finally {
      window.setTimeout = setTimeout;
    }
  });

  it('comes to those that wait for it when it is registered later', async () => {
    const { element, other } = await open(
      '<provisioning-help locale="cy"></provisioning-help><provisioning-help locale="de"></provisioning-help>',
    );
    expect(read(element).lang).to.equal('en');
    registerLocale('cy', tagged('cy'));
    await is(element, 'cy');
    expect(read(other).lang).to.equal('de');
    expect(supportedLocales).to.include('cy');
  });

  it('comes with a retry when its first loader failed and a better one is registered', async () => {
    registerLocale('eo', () => Promise.reject(new Error('404')));
    const { element, errors } = await open('<provisioning-help locale="eo"></provisioning-help>');
    await until(() => errors.length, 'the error');
    registerLocale('eo', tagged('eo'));
    element.retry();
    await is(element, 'eo');
  });

  it('cannot be registered under a tag that is none', () => {
    const before = supportedLocales.length;
    for (const garbage of ['', '../../x', '💥']) registerLocale(garbage, tagged('de'));
    expect(supportedLocales.length).to.equal(before);
  });

  it('shows English where a text is missing, never its id', async () => {
    registerLocale('fy', () => Promise.resolve({ templates: { 'topic.resources.label': 'Boarnen' } }));
    const { element } = await open('<provisioning-help locale="fy"></provisioning-help>');
    await whole(element);
    const headings = findAll(element, 'h3').map(textOf);
    expect(headings.at(-1)).to.equal('Boarnen');
    expect(find(element, '.reset').textContent).not.to.match(/\b(topic|ui|checks)\.[a-z]/);
  });

  it('takes plain JSON, and only the words that differ', async () => {
    registerLocale('nl-BE', () =>
      Promise.resolve({ 'topic.resources.label': 'Nog meer', 'ui.checks.progress': '{1} punten, {0} afgevinkt' }),
    );
    const { element } = await open('<provisioning-help locale="nl-BE"></provisioning-help>');
    expect(findAll(element, 'h3').map(textOf).at(-1)).to.equal('Nog meer');
    expect(textOf(find(element, '.progress'))).to.match(/^\d punten, 0 afgevinkt$/);
    // The rest as in Dutch.
    expect(textOf(find(element, 'h2'))).to.match(/inrichting/i);
  });

  it('names values in a message in any order, and counts in its own numerals', async () => {
    registerLocale('fa', () =>
      Promise.resolve({
        templates: {
          'ui.checks.progress': { strTag: true, strings: ['', ' / ', ''] as never, values: [1, 0] },
        },
      }),
    );
    const { element } = await open('<provisioning-help locale="fa"></provisioning-help>');
    expect(textOf(find(element, '.progress'))).to.match(/^[۰-۹]+ \/ ۰$/);
  });
});

describe('the direction of an element', () => {
  afterEach(() => document.documentElement.removeAttribute('dir'));
  const direction = async (markup: string) => {
    const { element } = await open(markup);
    await frame();
    const { dir } = find(element, '.reset');
    expect(getComputedStyle(find(element, 'h2')).direction).to.equal(dir);
    expect(getComputedStyle(tabsOf(element)[0]!).direction).to.equal(dir);
    return dir;
  };

  it('is that of its language', async () => {
    expect(await direction('<provisioning-help locale="ar"></provisioning-help>')).to.equal('rtl');
    expect(await direction('<provisioning-help locale="de"></provisioning-help>')).to.equal('ltr');
    expect(await direction('<div lang="ar"><provisioning-help></provisioning-help></div>')).to.equal('rtl');
    // What shows is English, whatever was asked for.
    expect(await direction('<provisioning-help locale="ur"></provisioning-help>')).to.equal('ltr');
  });

  it('is that of the page, where it speaks the page’s language', async () => {
    expect(await direction('<div lang="de" dir="rtl"><provisioning-help></provisioning-help></div>')).to.equal('rtl');
    expect(await direction('<div dir="rtl"><provisioning-help locale="de"></provisioning-help></div>')).to.equal('ltr');
    expect(await direction('<div dir="ltr"><provisioning-help locale="ar"></provisioning-help></div>')).to.equal('rtl');
    expect(await direction('<div lang="ur" dir="rtl"><provisioning-help></provisioning-help></div>')).to.equal('ltr');
  });

  it('is what its own dir says, before all', async () => {
    expect(await direction('<provisioning-help locale="ar" dir="ltr"></provisioning-help>')).to.equal('ltr');
    expect(await direction('<provisioning-help locale="de" dir="RTL"></provisioning-help>')).to.equal('rtl');
  });

  it('changes with the page, mirrored at once', async () => {
    const { element, outer } = await open('<provisioning-help lang="de"></provisioning-help>');
    await whole(element);
    const left = () => {
      const box = find(element, 'input').getBoundingClientRect();
      const label = find(element, '.check label').getBoundingClientRect();
      return box.left < label.left;
    };
    expect(left()).to.equal(true);
    outer.dir = 'rtl';
    await frame();
    expect(left()).to.equal(false);
    outer.removeAttribute('dir');
    document.documentElement.dir = 'rtl';
    await frame();
    expect(left()).to.equal(false);
    element.setAttribute('dir', 'ltr');
    await frame();
    expect(left()).to.equal(true);
  });
});

describe('names of the host', () => {
  const names = ['\u202Eevil', 'أداة', 'a\u2066b', '\u200Fx', 'עברית (2)', '\u2069\u2069close', 'Contoso'];
  for (const name of names)
    it(`${JSON.stringify(name)} has no say in its neighbours’ direction`, async () => {
      const { element } = await open('<provisioning-help></provisioning-help>');
      (element as ProvisioningHelp).appName = name;
      await element.updateComplete;
      const text = find(element, 'h2').textContent;
      let depth = 0;
      for (const letter of text) {
        expect(letter).not.to.match(/[\u061C\u200E\u200F\u202A-\u202E\u2066\u2067]/);
        if (letter === '\u2068') depth++;
        if (letter === '\u2069') expect(--depth).to.be.at.least(0);
      }
      expect(depth).to.equal(0);
      // Text that runs from left to right is copied as it was.
      if (name === 'Contoso') expect(text).not.to.match(/[\u2068\u2069]/);
      const step = find(element, '.setup li:nth-child(2)');
      const range = document.createRange();
      const walker = document.createTreeWalker(step, NodeFilter.SHOW_TEXT);
      const node = walker.nextNode() as Text;
      const at = (index: number) => {
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        return range.getBoundingClientRect();
      };
      const before = node.data.indexOf(' ') - 1;
      const after = node.data.indexOf(',');
      // What follows the name stands after it, on the same line or a later one.
      expect(at(after).left > at(before).left || at(after).top > at(before).top).to.equal(true);
    });
});
