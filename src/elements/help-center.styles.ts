import { css } from 'lit';

export const styles = css`
  .base,
  .view {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(6 * var(--_space));
  }

  .base {
    container-type: inline-size;
  }

  .view {
    gap: calc(7 * var(--_space));
    outline-offset: calc(1 * var(--_space));
  }

  .view:focus {
    outline: none;
  }

  .status {
    display: grid;
    justify-items: start;
    gap: calc(3 * var(--_space));
  }

  .status:empty,
  [hidden],
  help-search:state(filled):not([hidden]) ~ .view {
    display: none;
  }

  h1,
  h2,
  h3,
  h4,
  h5,
  h6 {
    font-size: 1.0625em;
    font-weight: 600;
    line-height: 1.3;
  }

  .home :is(h1, h2, h3, h4, h5, h6) {
    margin-block-end: calc(2.5 * var(--_space));
  }

  .group :is(h1, h2, h3, h4, h5, h6) {
    font-size: 1.375em;
  }

  .group,
  .topic {
    gap: calc(4 * var(--_space));
  }

  ul,
  ol {
    padding: 0;
    list-style: none;
  }

  ul {
    overflow: hidden;
    border: var(--_border);
    border-radius: var(--_radius);
  }

  li {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 3em;
  }

  ul > li + li {
    border-block-start: var(--_border);
  }

  button.row {
    justify-content: space-between;
    inline-size: 100%;
    min-block-size: 3em;
    padding: calc(2.5 * var(--_space)) calc(4 * var(--_space));
    border: 0;
    border-radius: 0;
    outline-offset: -3px;
  }

  .row svg,
  .way svg {
    color: var(--_muted);
  }

  .row svg {
    inline-size: 1em;
    block-size: 1em;
  }

  .row:hover svg {
    color: var(--_accent);
  }

  .fits ul {
    border-color: color-mix(in srgb, var(--_accent) 30%, transparent);
  }

  .fits button.row {
    background: var(--_accent-soft);
    color: var(--_accent);
    font-weight: 600;
  }

  .fits button.row:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .fits .row svg {
    color: inherit;
  }

  .way {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(1 * var(--_space)) calc(4 * var(--_space));
  }

  button.back {
    margin-inline-start: calc(-2.5 * var(--_space));
    padding-inline: calc(2.5 * var(--_space));
    border-color: transparent;
    background: none;
    color: var(--_accent);
    font-weight: 600;
  }

  button.back:hover {
    background: var(--_raised);
  }

  .back svg {
    color: inherit;
  }

  ol {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    color: var(--_muted);
    font-size: 0.9375em;
  }

  ol li {
    display: flex;
    align-items: center;
    gap: var(--_space);
    margin-inline-end: var(--_space);
  }

  button.crumb {
    min-block-size: 2em;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_muted);
    font-weight: 400;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  button.crumb:hover {
    color: var(--_accent);
  }

  ol svg {
    inline-size: 0.75em;
    block-size: 0.75em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
  }

  /* The heading below says it again. */
  @container (inline-size < 30em) {
    ol li:last-child,
    ol li:nth-last-child(2) svg {
      display: none;
    }
  }

  .directed:dir(rtl) {
    scale: -1 1;
  }

  help-feedback {
    padding-block-start: calc(5 * var(--_space));
    border-block-start: var(--_border);
  }

  @media print {
    help-search,
    .way {
      display: none;
    }
  }
`;
