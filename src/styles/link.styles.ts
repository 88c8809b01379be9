import { css } from 'lit';

/** How a link looks. One that opens a new tab ends in an arrow, which is drawn, since strict pages load no images. */
export const links = css`
  a {
    color: var(--_accent);
    text-underline-offset: 0.2em;
  }

  a:hover {
    text-decoration-thickness: 2px;
  }

  a[rel]::after {
    content: '';
    display: inline-block;
    inline-size: 0.5em;
    block-size: 0.5em;
    margin-inline-start: 0.3em;
    background: currentColor;
    clip-path: polygon(20% 0, 100% 0, 100% 80%, 82% 80%, 82% 31%, 13% 100%, 0 87%, 69% 18%, 20% 18%);
    forced-color-adjust: none;
  }

  a[rel]:dir(rtl)::after {
    scale: -1 1;
  }

  @media print {
    a[rel]::after {
      all: revert;
      content: ' (' attr(href) ')';
    }
  }
`;
