import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define.js';
import type { HelpFeedback } from '../../src/elements/help-feedback.js';
import type { HelpTopic } from '../../src/elements/help-topic.js';
import type { Topic } from '../../src/topics.js';
import { collect, find, findAll, focused, frame, isChromium, press, textOf, tree, until } from '../helpers.js';

const topic: Topic = {
  version: 1,
  id: 'parking',
  title: 'Parking',
  sections: [
    { id: 'pass', label: 'My pass is refused', body: [] },
    { id: 'full', label: 'It is full', body: [] },
  ],
};

async function open(markup = '<help-feedback></help-feedback>', lang = 'en'): Promise<HelpFeedback> {
  const outer = await fixture<HTMLElement>(`<div lang=${lang}>${markup}</div>`);
  const shown = outer.querySelector<HelpTopic>('help-topic');
  if (shown) shown.topic = topic;
  const element = outer.querySelector('help-feedback')!;
  await until(() => element.shadowRoot?.querySelector('button'), 'the question');
  await frame();
  return element;
}

const button = (element: HelpFeedback, name: string) =>
  findAll<HTMLButtonElement>(element.shadowRoot!, 'button').find((one) => textOf(one) === name)!;

describe('help-feedback', () => {
  it('asks, and says thanks for a yes, which is one event', async () => {
    const element = await open();
    const events = collect(document, 'help-feedback');
    button(element, 'Yes').focus();
    await press('Enter');
    await frame();
    expect(events).to.deep.equal([{ topic: '', section: undefined, helpful: true }]);
    expect(textOf(find(element.shadowRoot!, '[part=thanks]'))).to.contain('Thank you');
    expect(focused() === find(element.shadowRoot!, '[part=thanks]')).to.equal(true);
    expect(findAll(element.shadowRoot!, 'button')).to.deep.equal([]);
    expect(element.matches(':state(answered)')).to.equal(true);
    await expect(element).to.be.accessible();
  });

  it('asks why not, by keyboard alone, and sends the reason with the note', async () => {
    const element = await open();
    const events = collect(document, 'help-feedback');
    button(element, 'No').focus();
    await press(' ');
    await frame();
    expect(events).to.deep.equal([]);
    expect(button(element, 'No').ariaExpanded).to.equal('true');
    if (isChromium) {
      const roles = (await tree()).filter(({ role }) => ['radio', 'textbox', 'button'].includes(role));
      expect(roles.map(({ role, name }) => `${role} ${name}`)).to.deep.equal([
        'button Yes',
        'button No',
        'radio It isn’t about my problem.',
        'radio I did what it says, and it didn’t work.',
        'radio It’s hard to follow.',
        'radio It’s wrong or out of date.',
        'radio Something else',
        'textbox Anything to add? (optional)',
        'button Send',
      ]);
    }
    await expect(element).to.be.accessible();
    await press('Tab', 'ArrowDown', 'ArrowDown', 'Tab');
    await sendKeys({ type: ' Step 2 <b>fails</b> ' });
    await press('Tab', 'Enter');
    await frame();
    expect(events).to.deep.equal([
      { topic: '', section: undefined, helpful: false, reason: 'unclear', comment: 'Step 2 <b>fails</b>' },
    ]);
  });

  it('takes a no without a reason, and closes the reasons again', async () => {
    const element = await open();
    const events = collect(document, 'help-feedback');
    button(element, 'No').click();
    await element.updateComplete;
    button(element, 'No').click();
    await element.updateComplete;
    expect(findAll(element.shadowRoot!, 'form')).to.deep.equal([]);
    button(element, 'No').click();
    await element.updateComplete;
    button(element, 'Send').click();
    await element.updateComplete;
    expect(events).to.deep.equal([
      { topic: '', section: undefined, helpful: false, reason: undefined, comment: undefined },
    ]);
  });

  it('keeps what is typed from the page’s shortcuts, and makes whole characters of a broken note', async () => {
    const element = await open();
    const keys: string[] = [];
    const listen = (event: KeyboardEvent) => keys.push(event.key);
    for (const type of ['keydown', 'keypress', 'keyup'] as const) document.addEventListener(type, listen);
    const events = collect(document, 'help-feedback');
    button(element, 'No').click();
    await element.updateComplete;
    const note = find<HTMLTextAreaElement>(element.shadowRoot!, 'textarea');
    note.focus();
    await sendKeys({ type: 'jk?' });
    for (const type of ['keydown', 'keypress', 'keyup'] as const) document.removeEventListener(type, listen);
    expect(keys).to.deep.equal([]);
    expect(note.value).to.equal('jk?');
    note.value = 'a\r\nBcc: x@y.example \ud83d';
    button(element, 'Send').click();
    await element.updateComplete;
    expect(events[0]!.comment).to.equal('a\nBcc: x@y.example \ufffd');
  });

  it('speaks of the topic and section that it stands in, and asks once about each', async () => {
    const element = await open('<help-topic><help-feedback slot="footer"></help-feedback></help-topic>');
    const shown = element.closest('help-topic')!;
    const events = collect(document, 'help-feedback');
    await until(() => shown.section === 'pass', 'the section');
    button(element, 'Yes').click();
    await element.updateComplete;
    shown.section = 'full';
    await until(() => button(element, 'Yes'), 'the question about the other section');
    button(element, 'Yes').click();
    await element.updateComplete;
    shown.section = 'pass';
    await frame();
    expect(findAll(element.shadowRoot!, 'button')).to.deep.equal([]);
    shown.topic = { ...topic, id: 'bicycles' };
    await until(() => button(element, 'Yes'), 'the question about the other topic');
    button(element, 'Yes').click();
    expect(events.map((event) => [event.topic, event.section])).to.deep.equal([
      ['parking', 'pass'],
      ['parking', 'full'],
      ['bicycles', 'pass'],
    ]);
  });

  it('speaks of the element that `for` names, and reports one that isn’t there', async () => {
    const element = await open('<help-feedback for="t"></help-feedback><help-topic id="t"></help-topic>');
    const events = collect(document, 'help-feedback');
    const errors = collect(document, 'help-error');
    button(element, 'Yes').click();
    expect(events.map((event) => event.topic)).to.deep.equal(['parking']);
    element.for = 'nobody';
    await frame();
    expect(errors.map(({ code }) => code)).to.deep.equal(['bad-attribute']);
  });

  it('speaks of the flagship, even if that was there before it', async () => {
    const outer = await fixture<HTMLElement>('<div><provisioning-help></provisioning-help></div>');
    await until(() => findAll(outer.firstElementChild!, 'help-tab').length, 'the flagship');
    await frame();
    const element = document.createElement('help-feedback');
    element.slot = 'footer';
    outer.firstElementChild!.append(element);
    await until(() => element.shadowRoot?.querySelector('button'), 'the question');
    const events = collect(document, 'help-feedback');
    button(element, 'Yes').click();
    expect(events.map((event) => [event.topic, event.section])).to.deep.equal([['provisioning', 'configure']]);
  });
});
