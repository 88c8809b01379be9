import { css } from 'lit';

/** How running content looks: headings, paragraphs, lists, links. */
export const prose = css`
  p,
  ul,
  ol {
    max-inline-size: var(--help-measure, 44em);
    text-wrap: pretty;
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

  [part='heading'] {
    font-size: 1.5em;
  }

  ul,
  ol {
    padding-inline-start: 1.5em;
  }

  li + li {
    margin-block-start: calc(1.5 * var(--_space));
  }

  li::marker,
  .description {
    color: var(--_muted);
  }

  strong {
    font-weight: 600;
  }

  code {
    padding: 0.1em 0.3em;
    border-radius: 0.25em;
    background: var(--_raised);
    font-family: var(--_mono);
    font-size: 0.9em;
  }

  .links {
    padding: 0;
    list-style: none;
  }

  .links a {
    font-weight: 600;
  }

  .description {
    display: block;
  }
`;
