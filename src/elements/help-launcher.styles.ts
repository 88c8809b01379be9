import { css } from 'lit';

export const styles = css`
  /* No box of its own on the page. Hidden, it keeps its button back; what the page opens by itself still shows. */
  :host,
  :host([hidden]) {
    display: contents !important;
  }

  :host([hidden]) .opener,
  .opener[aria-expanded='true'] {
    visibility: hidden;
  }

  .reset,
  .base {
    display: contents;
  }

  .opener,
  dialog {
    --_gap: calc(4 * var(--_space));
    position: fixed;
    inset: auto;
    margin: 0;
    overflow: visible;
    box-shadow: var(--help-shadow, 0 0.25em 1.5em rgb(10 20 40 / 18%), 0 0 1px rgb(10 20 40 / 40%));
  }

  /* The corners are those of the page, also where our words run the other way. */
  .end-end,
  .end-start {
    bottom: max(var(--_gap), env(safe-area-inset-bottom));
  }

  .start-end,
  .start-start {
    top: var(--_gap);
  }

  .end-end,
  .start-end,
  :host(:dir(rtl)) :is(.end-start, .start-start) {
    right: var(--_gap);
    left: auto;
  }

  .end-start,
  .start-start,
  :host(:dir(rtl)) :is(.end-end, .start-end) {
    right: auto;
    left: var(--_gap);
  }

  button.opener {
    min-inline-size: max(44px, 3em);
    min-block-size: max(44px, 3em);
    padding: 0 calc(5 * var(--_space)) 0 calc(4 * var(--_space));
    border: 1px solid transparent;
    border-radius: 3em;
    background: var(--_accent);
    color: var(--_surface);
    font-weight: 600;
  }

  button.opener:dir(rtl) {
    padding: 0 calc(4 * var(--_space)) 0 calc(5 * var(--_space));
  }

  button.opener.icon {
    inline-size: max(44px, 3em);
    padding: 0;
  }

  button.opener:hover {
    background: color-mix(in srgb, var(--_accent) 88%, var(--_text));
    color: var(--_surface);
  }

  .opener svg {
    inline-size: 1.5em;
    block-size: 1.5em;
  }

  .opener.icon span {
    position: absolute;
    overflow: hidden;
    inline-size: 1px;
    block-size: 1px;
    clip-path: inset(50%);
  }

  dialog {
    top: var(--_gap);
    bottom: var(--_gap);
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    inline-size: clamp(280px, var(--_width), 100vw - 120px);
    block-size: auto;
    max-inline-size: none;
    max-block-size: none;
    padding: 0;
    border: var(--_border);
    border-radius: calc(1.5 * var(--_radius));
    background: var(--_surface);
    color: inherit;
  }

  dialog:is([open], :popover-open) {
    display: grid;
  }

  dialog:focus {
    outline: none;
  }

  dialog::backdrop {
    background: rgb(10 16 28 / 35%);
  }

  dialog:popover-open::backdrop {
    background: none;
  }

  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(4 * var(--_space));
    padding: calc(2 * var(--_space)) calc(5 * var(--_space));
    padding-inline-end: calc(2.5 * var(--_space));
    border-block-end: var(--_border);
  }

  header :is(h1, h2, h3, h4, h5, h6) {
    font-size: 1.0625em;
    font-weight: 600;
  }

  .content {
    overflow: auto;
    overscroll-behavior: contain;
    padding: calc(5 * var(--_space));
    border-end-start-radius: inherit;
    border-end-end-radius: inherit;
  }

  /* Wide enough for a finger, thin to the eye. */
  .edge {
    position: absolute;
    inset-block: 0;
    inline-size: 24px;
    cursor: ew-resize;
    touch-action: none;
  }

  :is(.end-end, .start-end) > .edge,
  :host(:dir(rtl)) :is(.end-start, .start-start) > .edge {
    right: auto;
    left: -12px;
  }

  :is(.end-start, .start-start) > .edge,
  :host(:dir(rtl)) :is(.end-end, .start-end) > .edge {
    right: -12px;
    left: auto;
  }

  .edge::after {
    content: '';
    position: absolute;
    inset-block: calc(50% - 1.25em);
    inset-inline: 10px;
    border-radius: 2px;
    background: color-mix(in srgb, var(--_muted) 60%, var(--_surface));
    forced-color-adjust: none;
  }

  .edge:is(:hover, :focus-visible)::after {
    background: var(--_accent);
  }

  .coverage {
    --_there: light-dark(#17693a, #7fd6a0);
    --_missing: light-dark(#b3261e, #ffb0a8);
    position: fixed;
    inset: 0;
    inline-size: auto;
    block-size: auto;
    margin: 0;
    padding: 0;
    overflow: hidden;
    border: 0;
    background: none;
    pointer-events: none;
  }

  .coverage p,
  .mark {
    font-size: 0.8125em;
    line-height: 1.4;
  }

  .coverage p {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    padding: var(--_space) calc(3 * var(--_space));
    border-end-end-radius: var(--_radius);
    background: var(--_text);
    color: var(--_surface);
  }

  .mark {
    position: absolute;
    outline: 2px solid var(--_there);
    outline-offset: 2px;
    color: var(--_there);
    text-align: end;
    text-shadow:
      0 0 3px var(--_surface),
      0 0 3px var(--_surface);
    white-space: nowrap;
  }

  .mark.missing {
    outline-style: dashed;
    outline-color: var(--_missing);
    color: var(--_missing);
  }

  @media (prefers-reduced-motion: no-preference) {
    dialog:is([open], :popover-open) {
      animation: appear 0.16s ease-out;
    }

    @keyframes appear {
      from {
        translate: 0 0.5em;
      }
    }
  }

  @media (width < 520px) {
    dialog[class][class],
    :host(:dir(rtl)) dialog[class] {
      inset: 0;
      inline-size: 100%;
      block-size: 100dvh;
      border: 0;
      border-radius: 0;
    }

    .edge {
      display: none;
    }

    .content {
      padding: calc(4 * var(--_space));
    }
  }

  @media (forced-colors: active) {
    button.opener {
      border-color: ButtonText;
      color: ButtonText;
    }

    .coverage p {
      color: CanvasText;
    }
  }

  @media print {
    .opener,
    .coverage,
    dialog {
      display: none !important;
    }
  }
`;
