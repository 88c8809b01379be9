import { css } from 'lit';

/** The colours of what went well, needs a look, or failed. Never the only sign: words or an icon stand beside them. */
export const signals = css`
  .base {
    --_success: var(--help-color-success, light-dark(#17693a, #7fd6a0));
    --_warning: var(--help-color-warning, light-dark(#8a5300, #f0bd6a));
    --_danger: var(--help-color-danger, light-dark(#b3261e, #ffb0a8));
  }
`;
