import { css } from 'lit';

/** How a button looks: quiet, unless it is the one thing to do (`primary`) or only a picture (`icon`). */
export const buttons = css`
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(2 * var(--_space));
    min-block-size: 2.5em;
    padding: calc(1.5 * var(--_space)) calc(4 * var(--_space));
    border: 1px solid color-mix(in srgb, var(--_muted) 55%, transparent);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    font-weight: 500;
    text-align: start;
    cursor: pointer;
  }

  button:hover {
    background: var(--_raised);
  }

  button.primary {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_surface);
    font-weight: 600;
  }

  button.primary:hover {
    background: color-mix(in srgb, var(--_accent) 88%, var(--_text));
  }

  button.icon {
    inline-size: 2.5em;
    padding: 0;
    border-color: transparent;
    background: none;
    color: var(--_muted);
  }

  button.icon:hover {
    background: var(--_raised);
    color: var(--_text);
  }

  @media (forced-colors: active) {
    button.primary {
      color: ButtonText;
    }
  }

  button svg {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
`;
