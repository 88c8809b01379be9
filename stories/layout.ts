import { html, type TemplateResult } from 'lit';

/** As wide as the smallest screen that we promise to serve. */
export const narrow = (content: unknown): TemplateResult => html`<div style="max-inline-size: 320px">${content}</div>`;

/** Next to each other, or below where there is no room. */
export const sideBySide = (...contents: unknown[]): TemplateResult =>
  html`<div
    style="display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: 1rem; align-items: start"
  >
    ${contents}
  </div>`;

/** A piece of a page with a colour scheme of its own. */
export const scheme = (name: 'light' | 'dark', content: unknown): TemplateResult =>
  html`<div class="scheme ${name}">${content}</div>`;

/** A piece of a page that is written from right to left. */
export const rightToLeft = (content: unknown): TemplateResult => html`<div dir="rtl">${content}</div>`;

/** A piece of a page with a look of its own, by the custom properties of the elements. */
export const themed = (content: unknown): TemplateResult =>
  html`<div
    style="
      --help-color-accent: light-dark(#0f6b5c, #7fd8c4);
      --help-color-accent-soft: light-dark(#e3f4f0, #12352f);
      --help-color-text: light-dark(#20302d, #e6efed);
      --help-color-muted: light-dark(#4c5f5b, #a8bab6);
      --help-color-surface: light-dark(#fffdf8, #14211f);
      --help-color-raised: light-dark(#f5f1e6, #1c2d2a);
      --help-color-border: light-dark(#d9d3c2, #38504b);
      --help-font: Georgia, 'Noto Serif', serif;
      --help-font-size: 1.0625em;
      --help-radius: 0.125em;
      --help-space: 0.3em;
      --help-focus-ring: 3px solid light-dark(#9a3412, #fdba74);
      --help-shadow: 0 1px 3px rgb(0 0 0 / 20%);
    "
  >
    ${content}
  </div>`;
