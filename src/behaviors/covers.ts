/** Whether nothing of an element can be seen behind another one. */
export function covers(cover: Element, element: Element): boolean {
  const outer = cover.getBoundingClientRect();
  const inner = element.getBoundingClientRect();
  const across = inner.left >= outer.left && inner.right <= outer.right;
  return across && inner.top >= outer.top && inner.bottom <= outer.bottom;
}

/** Moves an element that is fixed to a corner up or down, where it would hide what has the focus; else back to its corner. */
export function stepAside(element: HTMLElement, focused: Element): void {
  element.style.translate = '';
  if (element === focused || !covers(element, focused)) return;
  const outer = element.getBoundingClientRect();
  const inner = focused.getBoundingClientRect();
  const distance = outer.top > innerHeight / 2 ? inner.top - outer.bottom - 8 : inner.bottom - outer.top + 8;
  element.style.translate = `0 ${distance}px`;
}
