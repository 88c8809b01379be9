import { html, type TemplateResult } from 'lit';

/** Pictures in the colour of the text, for eyes only: words stand beside them or name their button. */
export const icons = {
  help: html`<svg viewBox="0 0 24 24" aria-hidden="true">
    <circle cx="12" cy="12" r="9.25" />
    <path d="M9.4 9.3a2.7 2.7 0 1 1 3.9 2.5c-.9.4-1.3 1-1.3 1.9M12 16.9v.1" />
  </svg>`,
  close: html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="m6 6 12 12M18 6 6 18" /></svg>`,
  search: html`<svg viewBox="0 0 24 24" aria-hidden="true">
    <circle cx="10.5" cy="10.5" r="6.75" />
    <path d="m15.6 15.6 5 5" />
  </svg>`,
  back: html`<svg class="directed" viewBox="0 0 24 24" aria-hidden="true">
    <path d="M19 12H5m6.5-6.5L5 12l6.5 6.5" />
  </svg>`,
  onward: html`<svg class="directed" viewBox="0 0 24 24" aria-hidden="true"><path d="m9 5.5 6.5 6.5L9 18.5" /></svg>`,
} satisfies Record<string, TemplateResult>;
