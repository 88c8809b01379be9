import { css } from 'lit';

export const styles = css`
  :host(:state(empty)) {
    display: none;
  }

  .auto {
    container-type: inline-size;
  }

  .frame {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
    gap: calc(6 * var(--_space));
  }

  @container (inline-size >= 42em) {
    .auto .frame {
      grid-template-columns: clamp(6em, 36%, 17em) minmax(0, 1fr);
    }
  }

  .tabs .frame {
    grid-template-columns: clamp(6em, 36%, 17em) minmax(0, 1fr);
  }

  .list {
    display: grid;
    gap: var(--_space);
  }

  button {
    min-block-size: 2.75em;
    padding: calc(2 * var(--_space)) calc(4 * var(--_space));
    border: 0;
    border-inline-start: 3px solid var(--_raised);
    border-radius: 0;
    border-start-end-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  button:hover {
    background: var(--_raised);
  }

  [aria-selected='true'] {
    border-color: var(--_accent);
    background: var(--_accent-soft);
    color: var(--_accent);
    font-weight: 600;
  }

  ::slotted(help-tab:not([hidden])) {
    display: block;
  }

  ::slotted(help-tab:focus-visible) {
    outline: var(--_ring);
    outline-offset: calc(2 * var(--_space));
  }

  @media (forced-colors: active) {
    [aria-selected='true'] {
      border: 3px solid Highlight;
    }
  }

  /* On paper there is nothing to click: every panel shows under its own label. */
  @media print {
    .list {
      display: none;
    }

    .frame,
    ::slotted(help-tab) {
      display: block !important;
    }

    ::slotted(help-tab)::before {
      content: attr(label);
      font-weight: 700;
    }
  }
`;
