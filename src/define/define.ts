import { html, isServer, render } from 'lit';

/** A class of ours: it knows the version that it belongs to. */
type VersionedElement = CustomElementConstructor & { version: string };

const warned = new Set<string>();

/**
 * Defines a tag, unless it is defined already: an embed may be loaded twice, and the first wins. Where the elements can't
 * run, it defines nothing, so that the page's fallback stays readable and its other scripts go on.
 */
export function define(tag: string, element: VersionedElement): void {
  const existing = customElements.get(tag) as Partial<VersionedElement> | undefined;
  if (existing) {
    if (existing !== element && existing.version !== element.version)
      warn(`<${tag}> is defined already (${existing.version}); version ${element.version} is left out`);
  } else if (canRun()) customElements.define(tag, element);
}

let able: boolean | undefined;

/** Whether the page's policy lets Lit make templates, and the browser is of 2024 or later. */
function canRun(): boolean {
  if (isServer || able !== undefined) return able ?? true;
  try {
    // Throws where the page's Trusted Types policy does not let Lit make templates.
    render(html`<!---->`, document.createDocumentFragment());
    able = CSS.supports('color', 'light-dark(#000, #fff)') && 'states' in ElementInternals.prototype;
  } catch {
    able = false;
  }
  if (!able) warn('an old browser or the page’s Trusted Types policy rules them out; the page shows its own text');
  return able;
}

function warn(message: string): void {
  if (!warned.has(message)) console.warn(`help-elements: ${message}`);
  warned.add(message);
}
