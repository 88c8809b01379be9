import { css } from 'lit';

export const styles = css`
  .base {
    container-type: inline-size;
  }

  .topic,
  header,
  section,
  .intro,
  .body,
  .panel:not([hidden]),
  .check > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(3 * var(--_space));
  }

  .topic {
    gap: calc(6 * var(--_space));
    padding: calc(6 * var(--_space));
    border: var(--_border);
    border-radius: calc(1.5 * var(--_radius));
    background: var(--_surface);
    box-shadow: var(--help-shadow, none);
  }

  .intro {
    color: var(--_muted);
    font-size: 1.0625em;
  }

  /* The border shows in forced colours only. */
  .setup {
    padding: calc(4 * var(--_space)) calc(5 * var(--_space));
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_raised);
  }

  .notice:empty {
    display: none;
  }

  /* The panel's first line says what the symptom is about. */
  .panel > p:first-child:not(.progress) {
    font-size: 1.0625em;
    font-weight: 600;
  }

  .checks {
    padding: 0;
    list-style: none;
  }

  .check {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: calc(3 * var(--_space));
    padding-block: calc(3 * var(--_space));
    border-block-start: var(--_border);
  }

  .check + .check {
    margin: 0;
  }

  .check > div {
    gap: var(--_space);
  }

  .check label {
    font-weight: 600;
  }

  .progress,
  .check p,
  .check:has(:checked) label {
    color: var(--_muted);
  }

  .check:has(:checked) label {
    text-decoration: line-through;
  }

  .progress,
  .check em:only-child {
    font-size: 0.9375em;
    font-style: normal;
  }

  input {
    inline-size: 1.25em;
    block-size: 1.25em;
    margin-block-start: 0.125em;
    accent-color: var(--_accent);
    font: inherit;
  }

  .resources {
    padding-block-start: calc(5 * var(--_space));
    border-block-start: var(--_border);
  }

  .resources ul {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15em), 1fr));
    gap: calc(4 * var(--_space)) calc(6 * var(--_space));
    max-inline-size: none;
  }

  .resources li {
    margin: 0;
  }

  header ::slotted(*) {
    margin: 0;
  }

  /* Takes no room while there is nothing in it. */
  footer {
    margin-block-start: calc(-6 * var(--_space));
  }

  footer p,
  ::slotted([slot='footer']) {
    margin-block-start: calc(6 * var(--_space));
  }

  @container (inline-size < 34em) {
    .topic {
      padding: calc(4 * var(--_space));
    }
  }

  @media print {
    .topic {
      display: block;
      border: 0;
    }
  }
`;
