import type { LitElement } from 'lit';
import { expect, waitFor, within } from 'storybook/test';

/**
 * The queries of Testing Library for the inside of an element; further tags lead to elements within its shadow root.
 * Waits until each has rendered.
 */
export async function withinShadow(canvas: HTMLElement, ...tags: string[]) {
  let root: ParentNode = canvas;
  for (const tag of tags) {
    const element = await waitFor(() => {
      const found = root.querySelector<LitElement>(tag);
      if (!found?.hasUpdated) throw new Error(`<${tag}> has not rendered.`);
      return found;
    });
    root = element.shadowRoot ?? element;
  }
  return within(root as HTMLElement);
}

/** As `toHaveFocus`, which sees no further than the host of a shadow root. */
export const waitForFocus = (element: Element): Promise<void> =>
  waitFor(() => expect(element.matches(':focus')).toBe(true));
