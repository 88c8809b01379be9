import { css } from 'lit';

/**
 * Every custom property that a host can set, with its default; nothing else is there to theme with. Colours follow the
 * `color-scheme` of the page. In forced colours the browser replaces them.
 */
export const tokens = css`
  .base {
    --_text: var(--help-color-text, light-dark(#1a2130, #e8ebf1));
    --_muted: var(--help-color-muted, light-dark(#566074, #a4afc2));
    --_accent: var(--help-color-accent, light-dark(#1556c0, #8db8ff));
    --_accent-soft: var(--help-color-accent-soft, light-dark(#eaf1fd, #1d2b45));
    --_surface: var(--help-color-surface, light-dark(#fff, #161b26));
    --_raised: var(--help-color-raised, light-dark(#f6f8fb, #1d2431));
    --_border: var(--help-border-width, 1px) solid var(--help-color-border, light-dark(#dce2eb, #343e50));
    --_space: var(--help-space, 0.25em);
    --_radius: var(--help-radius, 0.5em);
    --_ring: var(--help-focus-ring, 2px solid var(--_accent));
    --_mono: var(--help-font-mono, ui-monospace, Consolas, monospace);
    color: var(--_text);
    font: var(--help-font-size, 0.9375em) / var(--help-line-height, 1.5)
      var(--help-font, system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
    overflow-wrap: anywhere;
    -webkit-text-size-adjust: none;
  }

  :focus-visible {
    outline: var(--_ring);
    outline-offset: 2px;
  }
`;
