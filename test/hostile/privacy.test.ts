import { aTimeout, expect, fixture } from '@open-wc/testing';
import '../../src/define.js';
import type { ProvisioningHelp } from '../../src/elements/provisioning-help.js';
import * as logs from '../../stories/logs.js';
import { find, findAll, press, textOf, until } from '../helpers.js';

// Words of the log that must stay in the element: names, addresses, ids, the app's answers, secrets.
const personal = [
  'ada.example',
  'Ada Example',
  'fay.specimen',
  'contoso.example',
  'eyJhbGciOi',
  'surname',
  '11111111-0000',
];

/** Everything that leaves traces: what was asked for, written down, said or told since. */
function record() {
  const traces: string[] = [];
  const undo: (() => void)[] = [];
  const spy = (owner: object, name: string, label: string) => {
    const before = Reflect.get(owner, name) as (...args: unknown[]) => unknown;
    if (typeof before !== 'function') return;
    Reflect.set(owner, name, function (this: unknown, ...args: unknown[]) {
      traces.push(`${label} ${args.map(String).join(' ')}`);
      return before.apply(this, args);
    });
    undo.push(() => Reflect.set(owner, name, before));
  };
  spy(window, 'fetch', 'fetch');
  spy(XMLHttpRequest.prototype, 'open', 'XMLHttpRequest');
  spy(Navigator.prototype, 'sendBeacon', 'sendBeacon');
  spy(Storage.prototype, 'setItem', 'storage');
  spy(IDBFactory.prototype, 'open', 'indexedDB');
  spy(CacheStorage.prototype, 'open', 'caches');
  spy(History.prototype, 'pushState', 'history');
  spy(History.prototype, 'replaceState', 'history');
  for (const method of ['log', 'info', 'warn', 'error', 'debug']) spy(console, method, 'console');
  const watch = new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) traces.push(`request ${name}`);
  });
  watch.observe({ type: 'resource' });
  const events: string[] = [];
  const names = ['ready', 'symptom-change', 'link-click', 'topic-view', 'check', 'diagnosis', 'error', 'handoff'];
  const listen = (event: Event) => events.push(JSON.stringify([event.type, (event as CustomEvent).detail]));
  for (const name of names) window.addEventListener(`help-${name}`, listen);
  undo.push(
    () => watch.disconnect(),
    () => names.forEach((name) => window.removeEventListener(`help-${name}`, listen)),
  );
  return { traces, events, stop: () => undo.forEach((step) => step()) };
}

describe('a log stays on the device', () => {
  it('from the choice of a file to the end, with everything used: no request, no trace', async () => {
    const element = await fixture<ProvisioningHelp>(
      '<provisioning-help lang="en" with-log-check with-handoff contact-href="mailto:it@contoso-help.example"></provisioning-help>',
    );
    await until(() => findAll(element, '.zone').length, 'the log check', 10_000);
    await until(() => findAll(element, 'help-handoff [part=handoff], [part=handoff]').length, 'the hand-off');
    // What it needs is loaded by then.
    await aTimeout(1000);
    const { cookie, title } = document;
    const { href } = location;
    const { traces, events, stop } = record();
    try {
      const check = find(element, 'provisioning-log-check');
      const inside = check.shadowRoot!;
      const box = find<HTMLInputElement>(inside, 'input[type=file]');
      const data = new DataTransfer();
      data.items.add(new File([logs.missingValue], 'ada.example.json'));
      box.files = data.files;
      box.dispatchEvent(new Event('change'));
      await until(() => check.matches(':state(done)') && findAll(inside, '.page .row').length, 'the answer');

      // Every feature.
      for (const unfolds of findAll<HTMLDetailsElement>(inside, 'details')) unfolds.open = true;
      const search = find<HTMLInputElement>(inside, 'input[type=search]');
      search.focus();
      await press('a', 'd', 'a');
      await until(() => findAll(inside, '.page .row').length === 1, 'the search');
      find(inside, '.page button').click();
      await until(() => findAll(inside, '.story').length, 'the story');
      findAll(inside, '.card button')[0]!.click();
      const handoff = find(element, 'help-handoff').shadowRoot!;
      find(handoff, 'button').click();
      await until(() => findAll(handoff, '.packet').length, 'the packet');
      findAll(handoff, 'button')
        .find((one) => textOf(one) === 'Copy')!
        .click();
      find(handoff, 'input[type=checkbox]').click();
      // A wrong file, and a language that is not there.
      data.items.clear();
      data.items.add(new File(['%PDF-1.7 ada.example'], 'ada.example.pdf'));
      box.files = data.files;
      find(inside, '.again').click();
      await until(() => findAll(inside, '.zone').length, 'the beginning');
      const again = find<HTMLInputElement>(inside, 'input[type=file]');
      again.files = data.files;
      again.dispatchEvent(new Event('change'));
      await until(() => check.matches(':state(error)'), 'the message');
      element.setAttribute('code', 'EntryConflict');
      await aTimeout(500);
    } finally {
      stop();
    }
    // The explanation of a code is a lazy part of the flagship: only its own files may come.
    const own = (trace: string) => /^request [^ ]+\/(src|node_modules)\//.test(trace);
    expect(traces.filter((trace) => !own(trace))).to.deep.equal([]);
    expect(traces.filter((trace) => personal.some((word) => trace.includes(word)))).to.deep.equal([]);
    expect({ href: location.href, title: document.title, cookie: document.cookie }).to.deep.equal({
      href,
      title,
      cookie,
    });

    // All but the packet, which the reader handed over, without names.
    expect(events.some((event) => event.startsWith('["help-diagnosis"'))).to.equal(true);
    expect(events.some((event) => event.startsWith('["help-handoff"'))).to.equal(true);
    for (const event of events)
      for (const word of personal) {
        const allowed = event.startsWith('["help-handoff"') && word === 'surname';
        if (!allowed) expect(event).not.to.contain(word);
      }
    for (const one of findAll(element, '*'))
      for (const { name, value } of one.attributes)
        for (const word of personal) expect(`${name}=${value}`, one.outerHTML.slice(0, 200)).not.to.contain(word);
  });
});
