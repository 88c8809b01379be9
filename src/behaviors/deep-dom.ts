/** As `closest`, and on through shadow roots. */
export function deepClosest(element: Element, selector: string): HTMLElement | undefined {
  const found = element.closest<HTMLElement>(selector);
  if (found) return found;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? deepClosest(root.host, selector) : undefined;
}

/** The element that has the focus, through shadow roots. */
export function deepActiveElement(): Element | undefined {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active ?? undefined;
}

/** What scrolls an element: the nearest box around it that can, else the page. */
export function scrollerOf(element: Element): Element {
  let node: Element | null = element;
  while ((node = node.assignedSlot ?? node.parentElement ?? hostOf(node))) {
    if (/auto|scroll/.test(getComputedStyle(node).overflowY) && node.scrollHeight > node.clientHeight) return node;
  }
  return document.scrollingElement ?? document.documentElement;
}

const hostOf = (node: Node): Element | null => {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
};
