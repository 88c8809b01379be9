import { aTimeout, expect, fixture } from '@open-wc/testing';
import '../../src/define.js';
import type { Topic } from '../../src/topics.js';
import { notAssigned } from '../../stories/logs.js';
import { find, findAll, frame, readTabs, until } from '../helpers.js';

/** What watches the page: observers, and listeners on the window and the document. */
const watching = new Set<MutationObserver | ResizeObserver | IntersectionObserver>();
const listening: string[] = [];
const undo: (() => void)[] = [];

function count(): void {
  for (const { prototype } of [MutationObserver, ResizeObserver, IntersectionObserver]) {
    const { observe, disconnect } = prototype;
    prototype.observe = function (this: MutationObserver, ...rest: Parameters<typeof observe>) {
      watching.add(this);
      return observe.apply(this, rest as never);
    } as never;
    prototype.disconnect = function (this: MutationObserver) {
      watching.delete(this);
      return disconnect.call(this as never);
    };
    undo.push(() => Object.assign(prototype, { observe, disconnect }));
  }
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const isGlobal = (target: unknown) => !target || target === window || target === document;
  EventTarget.prototype.addEventListener = function (this: EventTarget, ...rest: Parameters<typeof addEventListener>) {
    if (isGlobal(this)) listening.push(rest[0]);
    return addEventListener.apply(this, rest);
  };
  EventTarget.prototype.removeEventListener = function (
    this: EventTarget,
    ...rest: Parameters<typeof removeEventListener>
  ) {
    const at = isGlobal(this) ? listening.indexOf(rest[0]) : -1;
    if (at >= 0) listening.splice(at, 1);
    return removeEventListener.apply(this, rest);
  };
  undo.push(() => Object.assign(EventTarget.prototype, { addEventListener, removeEventListener }));
}

const topic: Topic = { version: 1, id: 't', title: 'A topic', sections: [{ id: 'a', label: 'A', body: [] }] };
const makers: Record<string, () => HTMLElement> = {
  'provisioning-help': () =>
    Object.assign(document.createElement('provisioning-help'), { code: 'EntryConflict', locale: 'nl' }),
  'provisioning-log-check': () =>
    Object.assign(document.createElement('provisioning-log-check'), { file: notAssigned }),
  'help-handoff': () => document.createElement('help-handoff'),
  'help-topic (data)': () => Object.assign(document.createElement('help-topic'), { topic }),
  'help-topic (file that hangs)': () => Object.assign(document.createElement('help-topic'), { src: '/fault/hang' }),
  'help-topic (no connection)': () =>
    Object.assign(document.createElement('help-topic'), { src: 'http://localhost:1/x.json' }),
  'help-feedback': () => document.createElement('help-feedback'),
  'help-search': () =>
    Object.assign(document.createElement('help-search'), { src: '/stories/files/help/', query: 'token', inline: true }),
  'help-center': () =>
    Object.assign(document.createElement('help-center'), {
      src: '/stories/files/help/',
      context: 'auto',
      deepLink: true,
      topic: 'garage',
    }),
  'help-launcher (open)': () =>
    Object.assign(document.createElement('help-launcher'), { open: true, modal: true, coverage: true }),
  'help-links': () => {
    const links = document.createElement('help-links');
    links.innerHTML = '<a href="/a">A</a>';
    return links;
  },
  'help-tabs': () => {
    const tabs = document.createElement('help-tabs');
    tabs.innerHTML = '<help-tab name="a" label="A">1</help-tab><help-tab name="b" label="B">2</help-tab>';
    return tabs;
  },
};

describe('on and off the page', function () {
  this.timeout(60_000);
  let outer: HTMLElement;
  beforeEach(async () => {
    outer = await fixture<HTMLElement>('<div></div>');
    await frame();
    count();
  });
  afterEach(() => {
    for (const step of undo.splice(0)) step();
    watching.clear();
    listening.length = 0;
  });

  for (const [name, make] of Object.entries(makers)) {
    it(`200 rounds with new elements leave nothing behind: ${name}`, async () => {
      const before = document.querySelectorAll('*').length;
      for (let i = 0; i < 200; i++) {
        const element = make();
        outer.append(element);
        if (i % 20 === 0) await aTimeout(5);
        element.remove();
      }
      await aTimeout(100);
      expect(watching.size).to.equal(0);
      expect(listening).to.deep.equal([]);
      expect(document.querySelectorAll('*').length).to.equal(before);
    });

    it(`200 rounds with one element leave nothing behind: ${name}`, async () => {
      const element = make();
      for (let i = 0; i < 200; i++) {
        outer.append(element);
        if (i % 20 === 0) await frame();
        element.remove();
      }
      await aTimeout(100);
      expect(watching.size).to.equal(0);
      expect(listening).to.deep.equal([]);
    });
  }

  it('moved 200 times, it keeps its tab, and works', async () => {
    const element = document.createElement('provisioning-help');
    const other = document.createElement('div');
    outer.append(element, other);
    await until(() => findAll(element, 'help-tab ol').length === 4, 'all checks');
    element.symptom = 'no-users';
    await frame();
    for (let i = 0; i < 200; i++) (i % 2 ? outer : other).append(element);
    await frame();
    expect(readTabs(element).selected).to.have.length(1);
    expect(element.symptom).to.equal('no-users');
    outer.lang = 'nl';
    await until(() => find(element, '.reset').lang === 'nl', 'the language');
    expect(watching.size).to.equal(1);
    element.remove();
    expect(watching.size).to.equal(0);
  });
});
