/** Defines a tag that an extra shows, unless the page has it already. */
export function adopt(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}

/** The page hears of the flagship's own paint and language, not of its parts'. */
export const keepIn = (event: Event): void => event.stopPropagation();
