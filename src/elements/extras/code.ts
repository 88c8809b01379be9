import { css, html, nothing } from 'lit';
import { explanationBlocks, findCode } from '../../provisioning/code-card.js';
import { renderBlocks } from '../../rendering/blocks.js';
import type { Extra } from './extra.js';

const styles = css`
  /* The border shows in forced colours only. */
  .code {
    padding: calc(4 * var(--_space)) calc(5 * var(--_space));
    border: 1px solid transparent;
    border-inline-start: 3px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_raised);
  }

  /* Rows that put the question beside the answer. */
  .code li:has(strong) {
    display: grid;
    grid-template-columns: 8em 1fr;
    margin-inline-start: -1.5em;
  }

  .code code {
    padding: 0;
  }

  @container (inline-size < 34em) {
    .code li:has(strong) {
      display: block;
    }
  }
`;

/** `code`: explains it, and picks the symptom that it belongs to. */
export const extra: Extra = {
  place: 'notice',
  styles,
  changed({ element, choose }, symptomGiven) {
    const symptom = findCode(element.code ?? '').facts?.symptom;
    // A code that came with a symptom leaves the choice to it.
    if (symptom && !symptomGiven && symptom !== element.symptom) choose(symptom, 'code');
  },
  render({ element, msg, context, pageUrl }) {
    const code = element.code?.trim();
    if (!code) return nothing;
    return html`<section class="code">
      ${renderBlocks(explanationBlocks(code, msg, pageUrl), context('code'))}
    </section>`;
  },
};
