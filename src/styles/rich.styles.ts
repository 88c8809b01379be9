import { css } from 'lit';

/** How the nodes look that only topics from files hold: code, quotations, tables, images, remarks. */
export const rich = css`
  .base {
    --_success: var(--help-color-success, light-dark(#17693a, #7fd6a0));
    --_warning: var(--help-color-warning, light-dark(#8a5300, #f0bd6a));
    --_danger: var(--help-color-danger, light-dark(#b3261e, #ffb0a8));
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

  .status button {
    min-block-size: 2.25em;
    padding: 0 calc(4 * var(--_space));
    border: 1px solid;
    border-radius: var(--_radius);
    background: none;
    color: var(--_accent);
    font: inherit;
    cursor: pointer;
  }

  :is(.body, .panel) > :is(h1, h2, h3, h4, h5, h6):not(:first-child) {
    margin-block-start: calc(2 * var(--_space));
  }

  /* The tab says it; where nothing makes tabs, each panel shows with its label. */
  .panel-label {
    display: none;
  }

  help-tab:not(:defined) > .panel-label {
    display: block;
  }

  pre {
    overflow-x: auto;
    padding: calc(3 * var(--_space));
    border: var(--_border);
    border-radius: var(--_radius);
    background: var(--_raised);
    overflow-wrap: normal;
  }

  pre code {
    padding: 0;
    background: none;
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
    padding: calc(3 * var(--_space)) calc(4 * var(--_space));
    border-inline-start: 3px solid var(--_accent);
    border-start-end-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
    background: var(--_raised);
  }

  .alert code {
    padding: 0;
    background: none;
  }

  /* With an empty alternative, where a browser knows it: the label is already the name of the remark. */
  .alert::before {
    display: block;
    color: var(--_accent);
    font-weight: 600;
    content: attr(aria-label);
    content: attr(aria-label) / '';
  }

  .alert.tip {
    border-color: var(--_success);
  }

  .alert.tip::before {
    color: var(--_success);
  }

  .alert.warning,
  .alert.important {
    border-color: var(--_warning);
  }

  .alert:is(.warning, .important)::before {
    color: var(--_warning);
  }

  .alert.caution {
    border-color: var(--_danger);
  }

  .alert.caution::before {
    color: var(--_danger);
  }
`;
