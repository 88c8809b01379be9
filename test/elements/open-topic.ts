import { fixture } from '@open-wc/testing';
import '../../src/define/help-topic.js';
import type { HelpTopic } from '../../src/elements/help-topic.js';
import type { Block, Topic } from '../../src/topics.js';
import { collect, find, textOf, until } from '../helpers.js';

export const text = (value: string) => ({ type: 'text' as const, value });
export const paragraph = (value: string): Block => ({ type: 'paragraph', children: [text(value)] });
export const topicOf = (more: Partial<Topic> = {}): Topic => ({ version: 1, id: 't', title: 'A topic', ...more });

const fallback = '<p class="fallback">Read this instead: <a href="/manual">the manual</a></p>';

/** Puts a topic into the page. Listens from the start: faults may be told before the first paint. */
export async function open(attributes = '', topic?: unknown, properties: Partial<HelpTopic> = {}) {
  const outer = await fixture<HTMLElement>('<div></div>');
  const errors = collect(outer, 'help-error');
  const views = collect(outer, 'help-topic-view');
  const element = document.createElement('help-topic');
  const [name, ...value] = attributes.split('=');
  if (name) element.setAttribute(name, value.join('='));
  if (topic !== undefined) element.topic = topic as Topic;
  Object.assign(element, properties);
  element.insertAdjacentHTML('beforeend', fallback);
  outer.append(element);
  await until(() => element.shadowRoot?.querySelector('[part=base]'), 'the first paint');
  return { outer, element, errors, views };
}

export const showsTopic = (element: HelpTopic) => element.shadowRoot!.querySelector('.topic') !== null;
export const showsFallback = (element: HelpTopic) => element.querySelector('.fallback')!.checkVisibility();
export const message = (element: HelpTopic) => textOf(find(element, '.status'));
export const shown = (element: HelpTopic, what = 'the topic') => until(() => showsTopic(element), what);
export const title = (element: HelpTopic) => textOf(find(element, '[part=heading]'));
