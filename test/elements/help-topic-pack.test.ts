import { aTimeout, expect, fixture } from '@open-wc/testing';
import type { HelpTopic } from '../../src/elements/help-topic.js';
import type { Topic } from '../../src/topics.js';
import { collect, find, findAll, focused, frame, press, readTabs, tabsOf, textOf, until } from '../helpers.js';
import { message, open, paragraph, showsFallback, text, title, topicOf } from './open-topic.js';

const requests = async (key: string) => Number(await (await fetch(`/fault/log?key=${key}`)).text());
const hashOf = async (content: string) => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(content));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
};

type Files = Record<string, Record<string, Partial<Topic>>>;

/** The address of a pack that the server makes up from its own addresses, so that it can count who asks for what. */
async function packOf(files: Files, { more = {}, damage = '' } = {}) {
  const key = crypto.randomUUID();
  const topics = [];
  for (const [id, languages] of Object.entries(files)) {
    const locales: Record<string, unknown> = {};
    for (const [lang, given] of Object.entries(languages)) {
      const content = JSON.stringify(topicOf({ id, lang, ...given }));
      const file = `topic?key=${encodeURIComponent(`${key} ${id} ${lang}`)}&body=${encodeURIComponent(content)}`;
      const { title = 'A topic', translation } = given;
      locales[lang] = { title, file: file + damage, hash: await hashOf(content), ...(translation && { translation }) };
    }
    topics.push({ id, locales });
  }
  const list = { version: 1, locales: ['en', 'nl', 'ja'], source: 'en', topics, ...more };
  const url = `/fault/json/pack.json?key=${key}&body=${encodeURIComponent(JSON.stringify(list))}`;
  return { key, url, asked: (id: string, lang: string) => requests(encodeURIComponent(`${key} ${id} ${lang}`)) };
}

const sections = (...labels: string[]) =>
  labels.map((label, index) => ({
    id: `s${index}`,
    label,
    body: [
      {
        type: 'list' as const,
        children: [{ type: 'listItem' as const, id: 'one', checked: false, children: [paragraph(`Do ${label}`)] }],
      },
    ],
  }));
const linkTo = (url: string) => ({
  type: 'paragraph' as const,
  children: [{ type: 'link' as const, url, children: [text(`To ${url}`)] }],
});
const showsTitle = (element: HelpTopic, words: string) =>
  until(() => findAll(element, '[part=heading]').map(textOf).includes(words), words);

describe('help-topic with a topic of a pack', () => {
  it('finds it by id, alias or code, raw or percent-encoded', async () => {
    const { url } = await packOf(
      { 'scim/über uns': { en: { title: 'By id' } }, other: { en: { title: 'Other' } } },
      { more: { aliases: { '1200003': ['other'] }, codes: { 'Code 7%': ['other'] } } },
    );
    const { element, errors, views } = await open(`src=${url}#scim/über uns`);
    await showsTitle(element, 'By id');
    for (const name of ['1200003', 'Code 7%', 'Code%207%25', 'other']) {
      element.src = `${url}#scim/%C3%BCber%20uns`;
      await showsTitle(element, 'By id');
      element.src = `${url}#${name}`;
      await showsTitle(element, 'Other');
    }
    expect(errors).to.deep.equal([]);
    expect(views[0]).to.deep.equal({ topic: 'scim/über uns', locale: 'en' });
  });

  it('ten elements make one request for the list and one for the topic', async () => {
    const { url, key, asked } = await packOf({ a: { en: { title: 'A' } } });
    const outer = await fixture<HTMLElement>(`<div>${'<help-topic></help-topic>'.repeat(10)}</div>`);
    const elements = [...outer.querySelectorAll('help-topic')];
    for (const element of elements) element.src = `${url}#a`;
    for (const element of elements) await showsTitle(element, 'A');
    expect(await requests(key)).to.equal(1);
    expect(await asked('a', 'en')).to.equal(1);
  });

  it('is told from the list of the pack itself', async () => {
    const { url } = await packOf({ a: { en: {} } });
    const { element, errors } = await open(`src=${url}`);
    await until(() => message(element).includes('which topic'), 'the message');
    expect(errors.map(({ code }) => code)).to.deep.equal(['no-topic-named']);
    expect(showsFallback(element)).to.equal(true);
  });

  it('says that the pack has no such topic; once it has, a retry finds it', async () => {
    const { url } = await packOf({ a: { en: { title: 'A' } } });
    const { element, errors } = await open(`src=${url}#constructor`);
    await until(() => message(element).includes('isn’t there'), 'the message');
    expect(errors.map(({ code }) => code)).to.deep.equal(['not-found']);
    element.src = `${url}#a`;
    await showsTitle(element, 'A');
    expect(message(element)).to.equal('');
  });

  it('asks for a list anew that could not be had before', async () => {
    const key = crypto.randomUUID();
    const { element } = await open(`src=/fault/once-503/pack.json?key=${key}#a`);
    await until(() => message(element).includes('couldn’t deliver'), 'the message');
    find(element, 'button').click();
    // What comes then is a topic, no list.
    await until(() => message(element).includes('damaged'), 'the second answer');
    expect(await requests(key)).to.equal(2);
  });

  it('does not show a file that is not the one listed', async () => {
    const { url } = await packOf({ a: { en: {} } }, { damage: '%20' });
    const { element, errors } = await open(`src=${url}#a`);
    await until(() => message(element).includes('published'), 'the message');
    expect(errors.map(({ code }) => code)).to.deep.equal(['hash-mismatch']);
    expect(showsFallback(element)).to.equal(true);
    await expect(element).to.be.accessible();
  });

  it('follows the reader’s language, also one that our own words are not in; section and ticks stay', async () => {
    const { url, asked } = await packOf({
      a: {
        en: { title: 'English', sections: sections('One', 'Two') },
        nl: { title: 'Nederlands', sections: sections('Een', 'Twee') },
        ja: { title: '日本語', sections: sections('一', '二') },
      },
    });
    const { element, outer, errors } = await open(`src=${url}#a`);
    await showsTitle(element, 'English');
    await frame();
    tabsOf(element)[1]!.click();
    await frame();
    find(find(element, 'help-tab:not([hidden])'), 'input').click();
    for (const [lang, heading, label] of [
      ['nl', 'Nederlands', 'Twee'],
      ['ja', '日本語', '二'],
    ] as const) {
      const before = title(element);
      if (lang === 'nl') element.locale = lang;
      else {
        element.locale = null;
        outer.lang = lang;
      }
      await element.updateComplete;
      expect(title(element)).to.equal(before);
      await showsTitle(element, heading);
      await frame();
      expect(find(element, '.topic').lang).to.equal(lang);
      expect(readTabs(element).selected).to.deep.equal([label]);
      expect(find<HTMLInputElement>(find(element, 'help-tab:not([hidden])'), 'input').checked).to.equal(true);
    }
    // Where the pack has no such language, the source.
    outer.lang = 'he';
    await showsTitle(element, 'English');
    expect(errors).to.deep.equal([]);
    expect(await asked('a', 'nl')).to.equal(1);
  });

  describe('links to other topics', () => {
    it('show them in place: the event first, then the topic, the focus on its heading', async () => {
      const { url } = await packOf({
        'a/b': { en: { title: 'A', sections: sections('One', 'Two'), body: [linkTo('#c%20d')] } },
        plain: { en: { title: 'Plain' } },
        'c d': { en: { title: 'C', sections: sections('Three', 'Four'), body: [linkTo('#a/b')] } },
      });
      const { element, outer, errors, views } = await open(`src=${url}#a/b`);
      await showsTitle(element, 'A');
      await frame();
      tabsOf(element)[1]!.click();
      await frame();
      find(find(element, 'help-tab:not([hidden])'), 'input').click();
      const clicks = collect(outer, 'help-link-click');
      const link = find<HTMLAnchorElement>(element, '.body a');
      expect([link.target, link.hasAttribute('rel')]).to.deep.equal(['_self', false]);
      link.focus();
      await press('Enter');
      await showsTitle(element, 'C');
      await until(() => focused() === find(element, '[part=heading]'), 'the focus');
      expect(clicks.map(({ label, topic }) => [label, topic])).to.deep.equal([['To #c%20d', 'a/b']]);
      expect(element.getAttribute('src')).to.equal(`${url}#c%20d`);
      expect(views.map(({ topic }) => topic)).to.deep.equal(['a/b', 'c d']);
      expect(location.hash).to.equal('');
      await frame();
      // Its own first section, and none of the ticks of the other.
      expect(readTabs(element).selected).to.deep.equal(['Three']);
      expect(findAll<HTMLInputElement>(element, 'input').some(({ checked }) => checked)).to.equal(false);
      // To a topic without sections there is nothing to choose.
      element.src = `${url}#plain`;
      await showsTitle(element, 'Plain');
      await aTimeout(50);
      expect(element.section).to.equal('');
      element.src = `${url}#a/b`;
      await showsTitle(element, 'A');
      expect(findAll<HTMLInputElement>(element, 'input').map(({ checked }) => checked)).to.deep.equal([false, true]);
      expect(errors).to.deep.equal([]);
    });

    it('stay where they are when the page cancels, or the reader wants another tab', async () => {
      const { url } = await packOf({ a: { en: { title: 'A', body: [linkTo('#b')] } }, b: { en: { title: 'B' } } });
      const { element, outer } = await open(`src=${url}#a`);
      await showsTitle(element, 'A');
      const link = find(element, '.body a');
      outer.addEventListener('help-link-click', (event) => event.preventDefault(), { once: true });
      link.click();
      // The test's own browser must not open a tab.
      outer.addEventListener('click', (event) => event.preventDefault());
      link.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ctrlKey: true }));
      await frame();
      expect(element.src).to.equal(`${url}#a`);
    });

    it('are the page’s own where they name no topic', async () => {
      const { url } = await packOf({ a: { en: { title: 'A', body: [linkTo('#place-on-the-page')] } } });
      const { element } = await open(`src=${url}#a`);
      await showsTitle(element, 'A');
      find(element, '.body a').click();
      await frame();
      expect(location.hash).to.equal('#place-on-the-page');
      history.replaceState(null, '', location.pathname + location.search);
      expect(element.src).to.equal(`${url}#a`);
    });
  });

  describe('a machine’s translation', () => {
    it('says so, shows the original and goes back', async () => {
      const { url } = await packOf({
        a: { en: { title: 'Original', translation: 'source' }, nl: { title: 'Vertaling', translation: 'machine' } },
      });
      const { element, outer } = await open(`src=${url}#a`, undefined, { locale: 'nl' });
      await showsTitle(element, 'Vertaling');
      expect(textOf(find(element, '.provenance'))).to.equal('Door een machine vertaald Het origineel weergeven');
      await expect(element).to.be.accessible();
      const button = find(element, '.provenance button');
      button.focus();
      await press('Enter');
      await showsTitle(element, 'Original');
      expect(find(element, '.topic').lang).to.equal('en');
      expect(find(element, '.provenance').lang).to.equal('nl');
      expect(textOf(find(element, '.provenance'))).to.equal('De vertaling weergeven');
      expect(focused()).to.equal(find(element, '.provenance button'));
      await press('Enter');
      await showsTitle(element, 'Vertaling');
      // Another language begins with its own translation.
      find(element, '.provenance button').click();
      await showsTitle(element, 'Original');
      element.locale = null;
      outer.lang = 'en';
      await until(() => findAll(element, '.provenance').length === 0, 'no more to say');
      expect(title(element)).to.equal('Original');
    });

    it('offers no original that the pack does not have, and none of a person’s translation', async () => {
      const { url } = await packOf({
        a: { nl: { title: 'A', translation: 'machine' } },
        b: { en: { title: 'E', translation: 'source' }, nl: { title: 'B', translation: 'human' } },
      });
      const { element } = await open(`src=${url}#a`, undefined, { locale: 'nl' });
      await showsTitle(element, 'A');
      expect(textOf(find(element, '.provenance'))).to.equal('Door een machine vertaald');
      element.src = `${url}#b`;
      await showsTitle(element, 'B');
      expect(findAll(element, '.provenance')).to.deep.equal([]);
    });
  });
});
