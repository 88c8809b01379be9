import { css } from 'lit';

export const styles = css`
  .handoff {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(3 * var(--_space));
    padding: calc(6 * var(--_space));
    border: var(--_border);
    border-radius: calc(1.5 * var(--_radius));
    background: var(--_surface);
    box-shadow: var(--help-shadow, none);
  }

  .base {
    container-type: inline-size;
  }

  .packet-label {
    font-weight: 600;
  }

  .packet {
    min-block-size: 18em;
    background: var(--_raised);
    white-space: pre-wrap;
  }

  .switch {
    display: flex;
    align-items: start;
    gap: calc(2 * var(--_space));
    inline-size: fit-content;
  }

  .switch input {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    margin-block-start: 0.125em;
    accent-color: var(--_accent);
  }

  .warning {
    max-inline-size: none;
    padding: calc(2 * var(--_space)) calc(4 * var(--_space));
    border-inline-start: 3px solid var(--_warning);
    background: var(--_raised);
    color: var(--_warning);
    font-weight: 600;
  }

  .notice:empty {
    display: none;
  }

  @container (inline-size < 34em) {
    .handoff {
      padding: calc(4 * var(--_space));
    }
  }

  @media print {
    .packet {
      border: 0;
    }
  }
`;
