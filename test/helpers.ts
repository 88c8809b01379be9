import { waitUntil } from '@open-wc/testing';
import { a11ySnapshot, sendKeys, setViewport } from '@web/test-runner-commands';
import type { HelpEvent, HelpEventDetails } from '../src/events.js';

export const isChromium = navigator.userAgent.includes('Chrome/');
export const isWebKit = !isChromium && navigator.userAgent.includes('AppleWebKit/');

/** A node of the accessibility tree, as far as tests read it. */
export interface TreeNode {
  role: string;
  name?: string;
  selected?: boolean;
  checked?: boolean;
  description?: string;
  level?: number;
  children?: TreeNode[];
}

/** Everything in the accessibility tree of the page, or of one element, from top to bottom. Chromium only. */
export async function tree(selector?: string): Promise<TreeNode[]> {
  const root = (await a11ySnapshot(selector ? { selector } : {})) as unknown as TreeNode | null;
  const walk = (node: TreeNode): TreeNode[] => [node, ...(node.children ?? []).flatMap(walk)];
  return root ? walk(root) : [];
}

/** Presses keys one after another, as a user does (the space bar is a blank); `Shift+Tab` too, but in WebKit, whose runner has no modifiers. */
export async function press(...keys: string[]): Promise<void> {
  for (const key of keys) {
    const [modifier, main] = key.includes('+') ? key.split('+') : [undefined, key];
    if (modifier) await sendKeys({ down: modifier });
    await sendKeys({ press: main! });
    if (modifier) await sendKeys({ up: modifier });
  }
}

/** Where the focus is, through shadow roots. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** All elements below one that match, in shadow roots too, in reading order. */
export function findAll<E extends HTMLElement = HTMLElement>(root: Element | ShadowRoot, selector: string): E[] {
  const found: E[] = [];
  const walk = (node: Element | ShadowRoot): void => {
    if (node instanceof Element && node.shadowRoot) walk(node.shadowRoot);
    for (const child of node.children) {
      if (child.matches(selector)) found.push(child as E);
      walk(child);
    }
  };
  walk(root);
  return found;
}

export function find<E extends HTMLElement = HTMLElement>(root: Element | ShadowRoot, selector: string): E {
  const [first] = findAll<E>(root, selector);
  if (!first) throw new Error(`There is no ${selector}.`);
  return first;
}

/** The text of an element on one line. */
export const textOf = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();

/** What an element renders in its shadow root, as text on one line; styles are constructed sheets and don't count. */
export const shadowText = (element: Element): string =>
  [...(element.shadowRoot?.children ?? [])]
    .filter(({ localName }) => localName !== 'style')
    .map(textOf)
    .join(' ');

/** Listens for an event of ours; the list grows with each. */
export function collect<Name extends keyof HelpEventDetails>(
  target: EventTarget,
  name: Name,
): HelpEventDetails[Name][] {
  const details: HelpEventDetails[Name][] = [];
  target.addEventListener(name, (event) => details.push((event as HelpEvent<Name>).detail));
  return details;
}

/** Waits until something is so; a test fails where it never is. */
export const until = (condition: () => unknown, what: string, timeout = 5000): Promise<void> =>
  waitUntil(() => Boolean(condition()), what, { interval: 10, timeout });

/** Long enough for a frame to have been painted. */
export const frame = (): Promise<void> =>
  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));

/** The labels of the tabs of a tab set (or of the one that an element shows). */
export function tabsOf(element: Element): HTMLElement[] {
  const set = element.localName === 'help-tabs' ? element : find(element, 'help-tabs');
  return [...set.shadowRoot!.querySelectorAll<HTMLElement>('[role=tab]')];
}

/** What a reader meets in a tab set: labels, those selected, those in the tab order, and the panels that show. */
export function readTabs(element: Element) {
  const set = element.localName === 'help-tabs' ? element : find(element, 'help-tabs');
  const tabs = tabsOf(set);
  const labels = (list: HTMLElement[]) => list.map(textOf);
  const slot = set.shadowRoot!.querySelector<HTMLSlotElement>('slot[name=tab]');
  return {
    labels: labels(tabs),
    selected: labels(tabs.filter((tab) => tab.ariaSelected === 'true')),
    stops: labels(tabs.filter((tab) => tab.tabIndex === 0)),
    shown: (slot?.assignedElements({ flatten: true }) ?? [])
      .filter((panel) => panel.checkVisibility())
      .map((panel) => panel.getAttribute('aria-label') ?? ''),
  };
}

/** Makes the window so large; resolves to whether this browser can. */
export async function resize(width: number, height: number): Promise<boolean> {
  if (!isWebKit) await setViewport({ width, height });
  return !isWebKit;
}
