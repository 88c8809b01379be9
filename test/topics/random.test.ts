import { expect } from '@open-wc/testing';
import '../../src/define/help-topic.js';
import { parseTopic, type Topic } from '../../src/topics.js';
import { strange } from '../elements/census.js';
import { open } from '../elements/open-topic.js';
import { randomTopic } from './random-topics.js';

const count = 10_000;

describe('10,000 random topics', () => {
  afterEach(() => {
    expect('polluted' in {}).to.equal(false);
    expect('__pwned' in window).to.equal(false);
  });

  it('are read without an exception, most of them with something to show', () => {
    let shows = 0;
    let problems = 0;
    for (let seed = 0; seed < count; seed++) {
      const result = parseTopic(randomTopic(seed));
      if (result.ok) shows++;
      if (result.ok && result.problems.length) problems++;
    }
    expect(shows).to.be.within(count / 2, count);
    expect(problems).to.be.within(count / 2, count);
  });

  it('show without an exception, no element or attribute but ours, no address out of policy, no id twice', async function () {
    this.timeout(60_000);
    const { warn } = console;
    const failures: unknown[] = [];
    const fail = (event: ErrorEvent | PromiseRejectionEvent): number => failures.push(event);
    window.addEventListener('error', fail);
    window.addEventListener('unhandledrejection', fail);
    // Thousands of lines, all of them expected.
    console.warn = () => undefined;
    try {
      const { outer, element } = await open('', undefined, { values: { OrderNumber: '"><b>', constructor: 'x' } });
      // What isn't laid out asks for no pictures.
      outer.hidden = true;
      const seen = new Set<string>();
      for (let seed = 0; seed < count; seed++) {
        element.topic = randomTopic(seed) as Topic;
        await element.updateComplete;
        expect(strange(element), `seed ${seed}`).to.deep.equal([]);
        const ids = [...element.shadowRoot!.querySelectorAll('[id]')].map(({ id }) => id);
        expect(new Set(ids).size, `ids of seed ${seed}`).to.equal(ids.length);
        for (const { localName } of element.shadowRoot!.querySelectorAll('*')) seen.add(localName);
      }
      // All that we can show has been met.
      expect([...seen]).to.include.members(
        'a blockquote button code figure h3 h6 hr img input label pre svg table time'.split(' '),
      );
      expect(failures).to.deep.equal([]);
    } finally {
      console.warn = warn;
      window.removeEventListener('error', fail);
      window.removeEventListener('unhandledrejection', fail);
    }
  });
});
