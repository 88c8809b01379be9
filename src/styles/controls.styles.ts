import { css } from 'lit';

/** How buttons, fields and what unfolds look. */
export const controls = css`
  button,
  select,
  input,
  textarea {
    font: inherit;
    color: inherit;
  }

  .button,
  select,
  input[type='search'] {
    min-block-size: 2.5em;
    max-inline-size: 100%;
    padding: calc(1.5 * var(--_space)) calc(4 * var(--_space));
    border: 1px solid var(--_muted);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .button {
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
  }

  .button:hover {
    background: var(--_accent-soft);
  }

  .button.primary {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_surface);
  }

  .button.primary:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .button.quiet {
    padding-inline: calc(2 * var(--_space));
    border-color: transparent;
    background: none;
  }

  .button.quiet:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .button[disabled] {
    border-color: var(--_muted);
    background: none;
    color: var(--_muted);
    cursor: default;
  }

  @media (forced-colors: active) {
    .button.primary {
      color: ButtonText;
    }
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space));
  }

  textarea {
    inline-size: 100%;
    min-block-size: 7em;
    padding: calc(2 * var(--_space)) calc(3 * var(--_space));
    border: 1px solid var(--_muted);
    border-radius: var(--_radius);
    background: var(--_surface);
    font-family: var(--_mono);
    font-size: 0.875em;
    resize: vertical;
  }

  summary {
    cursor: pointer;
  }

  /* The marker is drawn, so that it turns with the direction of the text. */
  summary,
  summary::-webkit-details-marker {
    list-style: none;
    display: block;
  }

  summary.more {
    display: flex;
    align-items: center;
    gap: calc(2 * var(--_space));
    inline-size: fit-content;
    min-block-size: 2em;
    color: var(--_accent);
  }

  summary.more:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  summary .turner,
  summary.more::before {
    flex: none;
    inline-size: 0.5em;
    block-size: 0.5em;
    border: solid currentColor;
    border-width: 0 0.125em 0.125em 0;
    rotate: -45deg;
    transition: rotate 0.15s;
    content: '';
  }

  :is(summary .turner, summary.more::before):dir(rtl) {
    rotate: 135deg;
  }

  details[open] > summary .turner,
  details[open] > summary.more::before {
    rotate: 45deg;
  }

  @media (prefers-reduced-motion: reduce) {
    summary .turner,
    summary.more::before {
      transition: none;
    }
  }

  @media print {
    .button,
    select,
    input {
      display: none;
    }
  }
`;
