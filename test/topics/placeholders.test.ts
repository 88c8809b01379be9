import { expect } from '@open-wc/testing';
import { fill, placeholdersIn, placeholdersOf } from '../../src/topics/placeholders.js';
import type { Topic } from '../../src/topics.js';

describe('placeholders', () => {
  const cases: Record<string, string[]> = {
    'No braces': [],
    '{IncidentId}': ['IncidentId'],
    'Mail {user.name} of {tenant-id}, {item_2}': ['user.name', 'tenant-id', 'item_2'],
    '{Gerät}': ['Gerät'],
    '{a}{b}': ['a', 'b'],
    '{{escaped}} ${variable} {{{three}}}': [],
    '{ "json": 1 } {"a":{"b":1}} {} {1} {a b} {a,b}': [],
    '{B725F130-47EF-101A-A5F1-02608C9EEBAC}': [],
    '{not closed': [],
  };
  for (const [text, names] of Object.entries(cases))
    it(`${text}: ${names.join(', ') || 'none'}`, () => expect(placeholdersIn(text)).to.deep.equal(names));

  it('are known of a whole topic, not those of its code', () => {
    const topic: Topic = {
      version: 1,
      id: '{id}',
      title: '{title}',
      keywords: ['{keyword}'],
      body: [
        { type: 'code', value: '{code}' },
        { type: 'links', items: [{ label: '{label}', href: '/{href}', description: '{description}' }] },
        { type: 'paragraph', children: [{ type: 'image', url: '/{picture}', alt: '{alt}' }] },
      ],
      sections: [{ id: '{section}', label: '{tab}', body: [] }],
    };
    expect(placeholdersOf(topic)).to.deep.equal(['title', 'label', 'href', 'description', 'alt', 'tab']);
    // Nothing of the topic itself changes, nor what only programs read.
    const before = structuredClone(topic);
    const filled = fill(
      topic,
      { id: 'x', section: 'x', keyword: 'x', picture: 'x', code: '{title}', title: 'T' },
      (value) => `<${value}>`,
    );
    expect(topic).to.deep.equal(before);
    expect(filled).to.deep.include({ id: '{id}', title: '<T>', keywords: ['{keyword}'] });
    expect(filled.body?.[0]).to.deep.equal({ type: 'code', value: '{title}' });
    expect(filled.body?.[2]).to.deep.equal(topic.body?.[2]);
    expect(filled.sections?.[0]?.id).to.equal('{section}');
  });

  it('are percent-encoded in addresses, half characters too', () => {
    const topic: Topic = {
      version: 1,
      id: 'a',
      title: 'A',
      body: [{ type: 'links', items: [{ label: 'L', href: '/{v}' }] }],
    };
    const filled = fill(topic, { v: '../?#\ud800' }, (value) => value);
    expect(filled.body?.[0]).to.deep.include({ items: [{ label: 'L', href: '/..%2F%3F%23%EF%BF%BD' }] });
  });
});
