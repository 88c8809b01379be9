import { css } from 'lit';
import { signals } from './signals.styles.js';

/** How the nodes look that only topics from files hold: code, quotations, tables, images, remarks. */
export const rich = css`
  ${signals}

  .base {
    position: relative;
  }

  .status {
    display: grid;
    justify-items: start;
    gap: calc(2 * var(--_space));
    margin-block-end: calc(3 * var(--_space));
  }

  .status:empty,
  .sections:has(:state(empty)) {
    display: none;
  }

  /* Over what shows already, so that it need not make room for a moment. */
  .status.over {
    position: absolute;
    inset-block-start: calc(2 * var(--_space));
    inset-inline-end: calc(3 * var(--_space));
    margin: 0;
    padding-inline: calc(2 * var(--_space));
    border-radius: var(--_radius);
    background: var(--_raised);
    color: var(--_muted);
    font-size: 0.875em;
  }

  button {
    min-block-size: 2.25em;
    padding: 0 calc(4 * var(--_space));
    border: 1px solid;
    border-radius: var(--_radius);
    background: none;
    color: var(--_accent);
    font: inherit;
    cursor: pointer;
  }

  button:hover {
    background: var(--_accent-soft);
  }

  /* Rendered on a server, for a page where no script answers. */
  :host(:not(:defined)) button {
    display: none;
  }

  .provenance {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(5 * var(--_space));
    margin-block-start: calc(-3 * var(--_space));
    color: var(--_muted);
    font-size: 0.875em;
  }

  .provenance button {
    min-block-size: 1.75em;
    padding-inline: calc(2 * var(--_space));
  }

  .unfilled {
    color: var(--_muted);
    font-size: 0.875em;
  }

  /* Our own words, which may run the other way than the topic's. */
  .provenance > *,
  .unfilled {
    unicode-bidi: plaintext;
    text-align: match-parent;
  }

  [part='heading'][tabindex]:focus:not(:focus-visible) {
    outline: none;
  }

  :is(.body, .panel, .only) > :is(h1, h2, h3, h4, h5, h6):not(:first-child) {
    margin-block-start: calc(2 * var(--_space));
  }

  /* The tab says it; where nothing makes tabs, each panel shows with its label. */
  .panel-label {
    display: none;
  }

  .only > .panel-label,
  help-tab:not(:defined) > .panel-label {
    display: block;
  }

  .code-block {
    border: var(--_border);
    border-radius: var(--_radius);
    background: var(--_raised);
  }

  .code-bar {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: calc(3 * var(--_space));
    padding-block-start: var(--_space);
    padding-inline: calc(3 * var(--_space)) var(--_space);
    color: var(--_muted);
    font-size: 0.875em;
  }

  .code-bar [data-label]::before {
    content: attr(data-label);
  }

  .code-bar [role='status'] {
    text-align: end;
  }

  .code-bar button {
    min-block-size: 2em;
    padding-inline: calc(3 * var(--_space));
    border-color: transparent;
  }

  pre {
    overflow-x: auto;
    padding: calc(2 * var(--_space)) calc(3 * var(--_space)) calc(3 * var(--_space));
    overflow-wrap: normal;
  }

  pre code {
    padding: 0;
    background: none;
  }

  /* Of a long topic only what is in view is laid out; searching the page and printing reach it all. */
  :is(.body, .panel, .only) > :nth-child(n + 50),
  :is(.checks, .links) > :nth-child(n + 50) {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 3em;
    overflow-clip-margin: 3em;
  }

  blockquote {
    padding-inline-start: calc(4 * var(--_space));
    border-inline-start: 3px solid var(--_muted);
    color: var(--_muted);
  }

  /* Within the help center, which has a frame around it. */
  :host([frameless]) .topic {
    padding: 0;
    border: 0;
    background: none;
    box-shadow: none;
  }

  hr {
    border: 0;
    border-block-start: var(--_border);
  }

  img {
    max-inline-size: 100%;
    block-size: auto;
  }

  /* Its words, as long as they need to be. */
  img.missing {
    inline-size: auto;
    block-size: auto;
    aspect-ratio: auto;
  }

  figure {
    display: grid;
    justify-items: start;
    gap: calc(2 * var(--_space));
  }

  figcaption {
    color: var(--_muted);
    font-size: 0.9375em;
  }

  .table {
    overflow-x: auto;
  }

  table {
    border-collapse: collapse;
    overflow-wrap: normal;
  }

  th {
    font-weight: 600;
  }

  th,
  td {
    padding: calc(1.5 * var(--_space)) calc(3 * var(--_space));
    border-block-end: var(--_border);
    text-align: start;
    vertical-align: top;
  }

  .right {
    text-align: end;
  }

  .center {
    text-align: center;
  }

  .alert {
    --_kind: var(--_accent);
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: calc(2 * var(--_space));
    padding: calc(3 * var(--_space)) calc(4 * var(--_space));
    border-inline-start: 3px solid var(--_kind);
    border-start-end-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
    background: var(--_raised);
  }

  .alert.tip {
    --_kind: var(--_success);
  }

  .alert:is(.important, .warning) {
    --_kind: var(--_warning);
  }

  .alert.caution {
    --_kind: var(--_danger);
  }

  /* With an empty alternative, where a browser knows it: the label is already the name of the remark. */
  .alert::before {
    grid-area: 1 / 2;
    color: var(--_kind);
    font-weight: 600;
    content: attr(aria-label);
    content: attr(aria-label) / '';
  }

  .alert > svg {
    grid-area: 1 / 1;
    align-self: center;
    inline-size: 1.125em;
    block-size: 1.125em;
    fill: none;
    stroke: var(--_kind);
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .alert > :not(svg) {
    grid-column: 1 / -1;
  }

  .alert code {
    padding: 0;
    background: none;
  }

  @media (forced-colors: active) {
    .alert > svg {
      stroke: CanvasText;
    }
  }

  @media print {
    button,
    .code-bar [role='status'] {
      display: none;
    }

    pre {
      white-space: pre-wrap;
    }
  }
`;
