import { expect } from '@open-wc/testing';
// Without a locale set up, lit-localize's own `msg` answers in the source language.
import { msg } from '@lit/localize';
import { laterLinks } from '../../src/provisioning/later-links.js';
import { learn, links, type LinkKey } from '../../src/provisioning/links.js';
import * as later from '../../src/provisioning/later.js';
import { canDo, parseRoles } from '../../src/provisioning/reader-roles.js';
import { provisioningTopic, type ProvisioningOptions, type ProvisioningTopic } from '../../src/provisioning/topic.js';
import { inlines } from '../../src/provisioning/writing.js';
import type { LinkItem, List, ListItem, Section } from '../../src/topics/model.js';

const docs = Object.fromEntries(
  Object.entries({ ...links, ...laterLinks }).map(([key, [path]]) => [key, path]),
) as Record<LinkKey, string>;
const docsUrl = (key: LinkKey) => `${learn}/${docs[key]}`;

const write = (options: Partial<ProvisioningOptions> = {}): ProvisioningTopic =>
  provisioningTopic(msg, { docs: {}, ...options }, later);

const firstOf = <T extends { type: string }>(blocks: readonly { type: string }[], type: T['type']): T =>
  blocks.find((block) => block.type === type) as T;

const checksOf = (section: Section): ListItem[] => firstOf<List>(section.body, 'list').children;
const linksOf = (section: Section): LinkItem[] =>
  firstOf<{ type: 'links'; items: LinkItem[] }>(section.body, 'links').items;

/** Every string that stands under one of the keys, wherever it is. */
function collect(value: unknown, keys: readonly string[]): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]: [string, unknown]) =>
    typeof child === 'string' ? (keys.includes(key) ? [child] : []) : collect(child, keys),
  );
}
const addresses = (value: unknown): string[] => collect(value, ['url', 'href']);
/** The words, one string for each text of the tree. */
const words = (value: unknown): string[] => collect(value, ['value', 'label', 'description', 'title']);
const textOf = (value: unknown): string => collect(value, ['value']).join('');

describe('provisioningTopic', () => {
  const topic = write();

  it('has the four symptoms in order', () => {
    expect(topic.sections.map(({ id }) => id)).to.deep.equal([
      'configure',
      'configuration-problem',
      'no-users',
      'wrong-users',
    ]);
  });

  it('names both names of the product once', () => {
    expect(textOf(topic.intro)).to.contain('Microsoft Entra ID, formerly Azure AD,');
    expect(words(topic).filter((text) => text.includes('Azure AD'))).to.have.length(1);
  });

  it('gives each symptom a short label, a summary, checks and links', () => {
    for (const section of topic.sections) {
      expect(section.label.length, section.label).to.be.below(46);
      expect(
        section.body.map(({ type }) => type),
        section.id,
      ).to.deep.equal(['paragraph', 'list', 'links']);
      expect(checksOf(section).length, section.id).to.be.within(7, 10);
    }
  });

  it('gives each check an id of its own, an unticked box, and a page', () => {
    for (const section of topic.sections) {
      const checks = checksOf(section);
      const ids = checks.map(({ id }) => id);
      expect(new Set(ids).size, section.id).to.equal(ids.length);
      for (const check of checks) {
        expect(check.id, section.id).to.match(/^[a-z]+(-[a-z]+)*$/);
        expect(check.checked, check.id).to.equal(false);
        expect(addresses(check), check.id).to.have.length(1);
        const [text, detail] = check.children.map(textOf);
        expect(text?.length, check.id).to.be.within(10, 90);
        expect(detail?.length, check.id).to.be.within(20, 200);
      }
    }
  });

  it('keeps the order of the checks', () => {
    expect(topic.sections.map((section) => checksOf(section).map(({ id }) => id))).to.deep.equal([
      ['connector', 'app-kind', 'open', 'credentials', 'mappings', 'scope', 'safety', 'try-one', 'start'],
      ['read-error', 'url', 'token', 'rights', 'probe', 'no-automatic', 'agent', 'source-attribute'],
      ['running', 'first-cycle', 'log-for-user', 'status', 'assigned', 'filter', 'mapping', 'on-demand', 'restart'],
      ['scope-setting', 'assignments', 'groups', 'filter-logic', 'threshold', 'leavers', 'wrong-match', 'several-jobs'],
    ]);
  });

  it('puts the source article first among the links of its symptom', () => {
    const sources: LinkKey[] = ['configure', 'troubleshoot', 'noUsers', 'assign'];
    expect(topic.sections.map((section) => linksOf(section)[0]?.href)).to.deep.equal(
      sources.map((key) => docsUrl(key)),
    );
    expect(linksOf(topic.sections[3] as Section)[1]?.href).to.equal(docsUrl('scopingFilters'));
  });

  it('ends with known issues, logs and error codes, each described', () => {
    const { items } = topic.resources;
    const keys: LinkKey[] = ['knownIssues', 'logs', 'errorCodes'];
    expect(items.map(({ href }) => href)).to.deep.equal(keys.map((key) => docsUrl(key)));
    expect(items.every(({ description }) => description)).to.equal(true);
  });

  it('links to Microsoft only, over HTTPS, and to no moved page', () => {
    const hosts = ['learn.microsoft.com', 'entra.microsoft.com'];
    expect(addresses(topic).length).to.be.above(40);
    for (const address of addresses(topic)) {
      const url = new URL(address);
      expect(url.protocol, address).to.equal('https:');
      expect(hosts, address).to.include(url.host);
    }
  });

  it('calls a page by the same name everywhere', () => {
    const names = new Map<string, string>();
    const note = (href: string, label: string): void => {
      expect(names.get(href) ?? label, href).to.equal(label);
      names.set(href, label);
    };
    for (const section of topic.sections) for (const { href, label } of linksOf(section)) note(href ?? '', label);
    for (const { href, label } of topic.resources.items) note(href ?? '', label);
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('type' in value && value.type === 'link') note(collect(value, ['url'])[0] ?? '', textOf(value));
      else Object.values(value).forEach(visit);
    };
    visit(topic);
    expect(names.size).to.be.above(15);
  });

  it('has clean text: no doubled space, no mark left over, no exclamation, nothing empty', () => {
    for (const text of words(topic)) {
      expect(text).not.to.match(/ {2}|\*\*|`|!|^$/);
    }
  });

  describe('with the name of the app', () => {
    const named = write({ appName: 'Contoso', tutorialHref: 'https://contoso.example/setup' });

    it('uses it', () => {
      expect(named.title).to.contain('Contoso');
      expect(textOf(named.intro)).to.contain('Contoso');
      expect(textOf(named.setup)).to.contain('In Contoso, turn on provisioning');
      expect(words(topic).join()).not.to.contain('Contoso');
    });

    it('links to its own tutorial instead of the list', () => {
      expect(addresses(named.setup)[0]).to.equal('https://contoso.example/setup');
      expect(textOf(named.setup)).to.contain('Setup tutorial for Contoso');
      expect(addresses(named)).not.to.include(docsUrl('tutorials'));
      expect(addresses(topic.setup)[0]).to.equal(docsUrl('tutorials'));
    });

    it('says “your app” where only the tutorial is known', () => {
      expect(textOf(write({ tutorialHref: '/setup' }).setup)).to.contain('Setup tutorial for your app');
    });
  });

  describe('and the roles of the reader', () => {
    const notes = (roles?: string): string[] =>
      write(roles === undefined ? {} : { userRoles: roles }).sections.flatMap((section) =>
        checksOf(section).flatMap(({ children: [, , note] }) => (note ? [textOf(note)] : [])),
      );
    const can = 'You can do this with your role.';

    it('names the roles while they are unknown', () => {
      expect(notes().length).to.be.above(15);
      expect(notes().every((note) => note.startsWith('Role: '))).to.equal(true);
      expect(new Set(notes()).size).to.equal(4);
    });

    it('says what the reader can do', () => {
      expect(new Set(notes('global-administrator'))).to.deep.equal(new Set([can]));
    });

    it('says whom to ask for the rest', () => {
      const reader = notes('Reports Reader');
      expect(reader.filter((note) => note === can)).to.have.length(2);
      expect(reader.filter((note) => note.startsWith('Ask '))).to.have.length(reader.length - 2);
      expect(notes('').every((note) => note.startsWith('Ask '))).to.equal(true);
    });
  });

  describe('in a national cloud', () => {
    it('leaves out links that lead nowhere, and keeps the words', () => {
      for (const cloud of ['usgov', 'china'] as const) {
        const national = write({ docs: { cloud } });
        expect(textOf(national.setup), cloud).to.contain('setup tutorial');
        expect(addresses(national.setup), cloud).to.have.length(1);
        expect(addresses(national).join(), cloud).not.to.match(/saas-apps|undefined/);
        expect(
          national.sections.map((section) => checksOf(section).length),
          cloud,
        ).to.deep.equal(topic.sections.map((section) => checksOf(section).length));
      }
    });

    it('links to its own hosts', () => {
      const hosts = new Set(addresses(write({ docs: { cloud: 'china' } })).map((address) => new URL(address).host));
      expect([...hosts].sort()).to.deep.equal(['docs.azure.cn', 'entra.microsoftonline.cn', 'learn.microsoft.com']);
    });
  });

  it('carries the docs locale to every page of the docs', () => {
    const localized = addresses(write({ docs: { locale: 'nl-nl' } })).filter((address) => address.includes('learn.'));
    expect(localized.every((address) => address.startsWith('https://learn.microsoft.com/nl-nl/'))).to.equal(true);
  });
});

describe('parseRoles', () => {
  it('reads keys between commas or spaces, and names between commas, in any case', () => {
    const both = ['application-administrator', 'app-owner'];
    for (const text of [
      'application-administrator,app-owner',
      'application-administrator app-owner',
      ' Application  Administrator , App Owner',
      'APPLICATION-ADMINISTRATOR\napp-owner',
    ]) {
      expect([...parseRoles(text)], text).to.deep.equal(both);
    }
  });

  it('ignores what it does not know', () => {
    for (const text of [null, '', ',', 'helpdesk-administrator', 'constructor', '__proto__', 'Owner of the app']) {
      expect(parseRoles(text).size, String(text)).to.equal(0);
    }
  });
});

describe('canDo', () => {
  it('follows the roles of Microsoft Entra', () => {
    const may = (text: string): string[] =>
      (['configure', 'assign', 'viewLogs', 'agents'] as const).filter((task) => canDo(task, parseRoles(text)));
    expect(may('app-owner')).to.deep.equal(['configure', 'assign', 'viewLogs']);
    expect(may('user-administrator')).to.deep.equal(['assign']);
    expect(may('hybrid-identity-administrator')).to.deep.equal(['agents']);
    expect(may('security-operator')).to.deep.equal(['viewLogs']);
    expect(may('global-reader')).to.deep.equal([]);
    expect(may('user-administrator, reports-reader')).to.deep.equal(['assign', 'viewLogs']);
  });
});

describe('inlines', () => {
  it('reads code and labels, and leaves everything else as it is', () => {
    expect(inlines('**A** > `b` and * or ` or **')).to.deep.equal([
      { type: 'strong', children: [{ type: 'text', value: 'A' }] },
      { type: 'text', value: ' > ' },
      { type: 'inlineCode', value: 'b' },
      { type: 'text', value: ' and * or ` or **' },
    ]);
    expect(inlines('')).to.deep.equal([]);
  });
});
