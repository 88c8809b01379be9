import { expect, fixture } from '@open-wc/testing';
import '../../src/define/help-handoff.js';
import { diagnose } from '../../src/diagnosis.js';
import type { HelpHandoff } from '../../src/elements/help-handoff.js';
import * as logs from '../../stories/logs.js';
import { collect, find, findAll, focused, textOf, until } from '../helpers.js';

const checks = [
  { label: 'Is the user assigned?', done: true },
  { label: 'Restart provisioning.', done: false },
];

async function open(attributes = '', log: string | undefined = logs.conflict): Promise<HelpHandoff> {
  const element = await fixture<HelpHandoff>(`<help-handoff lang="en" ${attributes}></help-handoff>`);
  if (log) element.diagnosis = await diagnose(log);
  element.checks = checks;
  await until(() => element.shadowRoot?.querySelector('[part=handoff]'), 'the first paint');
  return element;
}

const button = (element: HelpHandoff, label: string) =>
  findAll(element.shadowRoot!, 'button').find((one) => textOf(one) === label)!;
const packet = (element: HelpHandoff) => find<HTMLTextAreaElement>(element.shadowRoot!, '.packet').value;
const notice = (element: HelpHandoff) => textOf(find(element.shadowRoot!, '.notice'));

async function made(element: HelpHandoff): Promise<HelpHandoff> {
  button(element, 'Make the summary').click();
  await until(() => element.shadowRoot!.querySelector('.packet'), 'the summary');
  return element;
}

/** Follows links that no page holds: to mail programs and files, which the browser of the tests has not. */
async function following(act: () => void): Promise<HTMLAnchorElement[]> {
  const followed: HTMLAnchorElement[] = [];
  const { click } = HTMLAnchorElement.prototype;
  HTMLAnchorElement.prototype.click = function () {
    followed.push(this);
  };
  try {
    act();
    await until(() => followed.length, 'the link');
  } finally {
    HTMLAnchorElement.prototype.click = click;
  }
  return followed;
}

describe('help-handoff', () => {
  it('shows with one click what support would get, and hands nothing over by that', async () => {
    const element = await open('contact-href="mailto:it@contoso.example"');
    const handed = collect(element, 'help-handoff');
    await expect(element).to.be.accessible();
    await made(element);
    expect(focused()?.matches('.packet')).to.equal(true);
    expect(packet(element)).to.contain('ContosoTravelEntryConflict').and.contain('[x] Is the user assigned?');
    expect(handed).to.deep.equal([]);
    await expect(element).to.be.accessible();
  });

  it('replaces names, unless the reader asks for them and is warned', async () => {
    const element = await made(await open());
    expect(packet(element)).to.contain('user-1').and.not.contain('example@contoso').and.not.contain('ada');
    find(element.shadowRoot!, 'input[type=checkbox]').click();
    await until(() => packet(element).includes('ada.example@contoso.example'), 'the names');
    expect(textOf(find(element.shadowRoot!, '[role=alert]'))).to.contain('personal data');
    find(element.shadowRoot!, 'input[type=checkbox]').click();
    await until(() => !packet(element).includes('ada.example'), 'the stand-ins');
    expect(element.shadowRoot!.querySelector('[role=alert]')).to.equal(null);
  });

  it('lets the page take it: then nothing else happens', async () => {
    const element = await made(await open('contact-href="mailto:it@contoso.example"'));
    const handed = collect(element, 'help-handoff');
    element.addEventListener('help-handoff', (event) => event.preventDefault());
    button(element, 'Open as mail').click();
    await until(() => notice(element) === 'Handed over.', 'the notice');
    expect(handed).to.have.length(1);
    expect(handed[0]!.way).to.equal('mail');
    expect(handed[0]!.packet.markdown).to.equal(packet(element));
    expect(handed[0]!.packet.json.checks).to.deep.equal(checks);
  });

  it('opens a mail that every mail program takes, and says where it was cut', async () => {
    const element = await made(await open('contact-href="mailto:it@contoso.example?cc=boss@contoso.example"'));
    const [mail] = await following(() => button(element, 'Open as mail').click());
    const address = new URL(mail!.href);
    expect(mail!.href.length).to.be.at.most(1900);
    expect(address.pathname).to.equal('it@contoso.example');
    expect(address.searchParams.get('cc')).to.equal('boss@contoso.example');
    expect(address.searchParams.get('subject')).to.equal('User provisioning: summary of the log');
    const body = address.searchParams.get('body')!.replaceAll('\r\n', '\n');
    expect(body).to.contain('(Shortened.');
    expect(packet(element).startsWith(body.split('\n\n(Shortened.')[0]!)).to.equal(true);
    await until(() => notice(element).startsWith('The summary is too long'), 'the notice');
    // No link of the page holds the text.
    expect(findAll(element.shadowRoot!, 'a[href^="mailto:"]')).to.deep.equal([]);
  });

  it('downloads the text, and the same as data', async () => {
    const element = await made(await open());
    const [text] = await following(() => button(element, 'Download').click());
    expect(text!.download).to.equal('provisioning-summary.md');
    expect(await (await fetch(text!.href)).text()).to.equal(packet(element));
    const [data] = await following(() => button(element, 'Download as JSON').click());
    expect(((await (await fetch(data!.href)).json()) as { version: number }).version).to.equal(1);
  });

  it('copies, or selects the text where the browser refuses', async () => {
    const element = await made(await open());
    const { clipboard } = navigator;
    const refuse = { writeText: () => Promise.reject(new DOMException('', 'NotAllowedError')) };
    Object.defineProperty(navigator, 'clipboard', { value: refuse, configurable: true });
    try {
      button(element, 'Copy').click();
      await until(() => notice(element).includes('is selected'), 'the notice');
      const text = find<HTMLTextAreaElement>(element.shadowRoot!, '.packet');
      expect(text.selectionEnd).to.equal(text.value.length);
    } finally {
      Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    }
  });

  it('needs no log: what was tried is enough', async () => {
    const element = await made(await open('app-name="Contoso Travel"', ''));
    expect(packet(element)).to.contain('[ ] Restart provisioning.');
  });

  it('links a contact that is no mail address, and refuses one out of policy', async () => {
    const element = await open('contact-href="https://support.contoso.example/"');
    expect(find<HTMLAnchorElement>(element.shadowRoot!, 'a').href).to.equal('https://support.contoso.example/');
    element.contactHref = 'javascript:alert(1)';
    await element.updateComplete;
    expect(findAll(element.shadowRoot!, 'a')).to.deep.equal([]);
  });
});
