import { css } from 'lit';

/**
 * The wall between the page and what we show. `all: initial` on the host loses to any page rule and would show a hidden
 * page's widget; on a wrapper inside the shadow root it holds even against `* { … !important }`. `medium`, which it sets,
 * is the reader's own text size, so sizes below it are in `em` and never in the page's `rem`.
 */
export const reset = css`
  :host {
    display: block;
  }

  :host([hidden]) {
    display: none !important;
  }

  .reset {
    all: initial;
    display: block;
    color-scheme: inherit;
    visibility: inherit;
  }

  * {
    box-sizing: border-box;
    margin: 0;
  }
`;
