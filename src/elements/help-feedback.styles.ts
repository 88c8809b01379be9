import { css } from 'lit';

export const styles = css`
  .question {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space)) calc(4 * var(--_space));
    font-weight: 600;
  }

  .answers {
    display: flex;
    gap: calc(2 * var(--_space));
  }

  .answers button {
    min-inline-size: 4em;
  }

  [aria-expanded='true'] {
    border-color: var(--_accent);
    background: var(--_accent-soft);
    color: var(--_accent);
  }

  form {
    display: grid;
    justify-items: start;
    gap: calc(2 * var(--_space));
    max-inline-size: var(--help-measure, 44em);
    margin-block-start: calc(4 * var(--_space));
    padding: calc(4 * var(--_space)) calc(5 * var(--_space));
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_raised);
  }

  fieldset {
    display: grid;
    min-inline-size: 0;
    margin-block-end: calc(2 * var(--_space));
    padding: 0;
    border: 0;
  }

  legend,
  [for='comment'] {
    padding: 0;
    font-weight: 600;
  }

  .reason {
    display: flex;
    align-items: baseline;
    gap: calc(2.5 * var(--_space));
    padding-block: calc(1.5 * var(--_space));
    cursor: pointer;
  }

  input {
    flex: none;
    inline-size: 1.125em;
    block-size: 1.125em;
    accent-color: var(--_accent);
    font: inherit;
    translate: 0 0.125em;
  }

  textarea {
    inline-size: 100%;
    padding: calc(2 * var(--_space)) calc(3 * var(--_space));
    border: 1px solid var(--_muted);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    resize: vertical;
  }

  #privacy {
    color: var(--_muted);
    font-size: 0.9375em;
  }

  form button {
    margin-block-start: calc(2 * var(--_space));
  }

  @media (forced-colors: active) {
    [aria-expanded='true'] {
      border-color: Highlight;
    }
  }

  @media print {
    .base {
      display: none;
    }
  }
`;
