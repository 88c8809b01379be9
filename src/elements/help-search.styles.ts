import { css } from 'lit';

export const styles = css`
  .search {
    position: relative;
  }

  .field {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    min-block-size: 3em;
    padding-inline: calc(3.5 * var(--_space)) calc(1 * var(--_space));
    border: 1px solid var(--_muted);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .field:has(input:focus-visible) {
    outline: var(--_ring);
    outline-offset: 0;
    border-color: transparent;
  }

  .field > svg {
    inline-size: 1.25em;
    block-size: 1.25em;
    fill: none;
    color: var(--_muted);
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
  }

  input {
    inline-size: 100%;
    min-block-size: 2.75em;
    padding: 0 calc(2.5 * var(--_space));
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
  }

  input:focus-visible {
    outline: none;
  }

  input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }

  [hidden] {
    display: none !important;
  }

  .popup {
    position: absolute;
    inset-block-start: calc(100% + var(--_space));
    inset-inline: 0;
    z-index: var(--help-z-index, 10);
    overflow: auto;
    max-block-size: min(32em, 70vh);
    overscroll-behavior: contain;
    border: var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--help-shadow, 0 0.25em 1.5em rgb(10 20 40 / 18%));
  }

  .inline .popup {
    position: static;
    max-block-size: none;
    margin-block-start: calc(3 * var(--_space));
    border: 0;
    background: none;
    box-shadow: none;
  }

  ul {
    padding: calc(1.5 * var(--_space));
    list-style: none;
  }

  .inline ul {
    padding: 0;
  }

  li {
    display: grid;
    gap: calc(0.5 * var(--_space));
    padding: calc(2.5 * var(--_space)) calc(3 * var(--_space));
    border-radius: calc(0.75 * var(--_radius));
    text-align: start;
    cursor: pointer;
  }

  li:hover {
    background: var(--_raised);
  }

  li[aria-selected='true'] {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
    background: var(--_accent-soft);
  }

  .title {
    color: var(--_accent);
    font-weight: 600;
  }

  .excerpt {
    display: -webkit-box;
    overflow: hidden;
    color: var(--_muted);
    font-size: 0.9375em;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  mark {
    border-radius: 0.2em;
    background: light-dark(#fdeeb5, #57471a);
    color: light-dark(#1a2130, #fff);
    font-weight: 600;
  }

  .message {
    padding: calc(2.5 * var(--_space)) calc(4.5 * var(--_space)) 0;
  }

  .message + ul {
    margin-block-start: calc(2 * var(--_space));
  }

  .message:last-child {
    padding-block-end: calc(3.5 * var(--_space));
  }

  .inline .message {
    padding-inline: calc(3 * var(--_space));
  }

  .muted {
    color: var(--_muted);
  }

  .spoken {
    position: absolute;
    overflow: hidden;
    inline-size: 1px;
    block-size: 1px;
    clip-path: inset(50%);
  }

  @media (forced-colors: active) {
    li[aria-selected='true'] {
      outline-color: Highlight;
    }

    mark {
      background: Mark;
      color: MarkText;
    }
  }

  @media print {
    .search {
      display: none;
    }
  }
`;
