import { deepActiveElement } from './deep-dom.js';

/** What the focus comes back to. */
export interface ReturnFocus {
  /** Focuses the element, or the one that has taken its place; `false` if neither is there. */
  restore: () => boolean;
}

const names = ['id', 'data-help-topic', 'commandfor', 'name'];

/**
 * Remembers where the focus is. A framework may have rendered that element anew by the time that the focus comes back:
 * then it is the one with the same name, or that looks the same, in the same root.
 */
export function rememberFocus(element: Element | undefined = deepActiveElement()): ReturnFocus | undefined {
  if (!(element instanceof HTMLElement) || element === document.body) return undefined;
  const root = element.getRootNode() as Document | ShadowRoot;
  const heirs = (): HTMLElement[] => {
    const peers = [...root.querySelectorAll<HTMLElement>(element.localName)];
    const name = names.find((attribute) => element.getAttribute(attribute));
    return name
      ? peers.filter((peer) => peer.getAttribute(name) === element.getAttribute(name))
      : peers.filter((peer) => peer.isEqualNode(element));
  };
  return {
    restore: () => (element.isConnected ? [element] : heirs()).some(takesFocus),
  };
}

/** Focuses an element; `false` if it can't have the focus: it is hidden, disabled or inert. */
export function takesFocus(element: HTMLElement): boolean {
  element.focus();
  // Sees through shadow roots and slots.
  return element.matches(':focus-within');
}
