import { css } from 'lit';

export const styles = css`
  .base {
    container-type: inline-size;
    --_tint: 9%;
  }

  .log-check,
  .log-check > section,
  .reading,
  .body,
  .findings,
  .paste form,
  .mapping {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(3 * var(--_space));
  }

  .log-check {
    gap: calc(5 * var(--_space));
    padding: calc(6 * var(--_space));
    border: var(--_border);
    border-radius: calc(1.5 * var(--_radius));
    background: var(--_surface);
    box-shadow: var(--help-shadow, none);
  }

  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(2 * var(--_space)) calc(4 * var(--_space));
  }

  header p {
    flex-basis: 100%;
    max-inline-size: none;
    color: var(--_muted);
    font-size: 1.0625em;
  }

  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  /* A name of another direction stands on the side where the others do. */
  bdi {
    text-align: match-parent;
  }

  .icon {
    flex: none;
    inline-size: 1.125em;
    block-size: 1.125em;
  }

  .hint,
  .label,
  dt {
    color: var(--_muted);
    font-size: 0.9375em;
  }

  .label {
    font-weight: 600;
  }

  .lead {
    font-size: 1.125em;
    font-weight: 600;
  }

  /* ---- Where the log goes in ---- */

  .zone,
  .reading {
    display: grid;
    justify-items: center;
    gap: calc(3 * var(--_space));
    padding: calc(8 * var(--_space)) calc(4 * var(--_space));
    border: 2px dashed color-mix(in srgb, var(--_muted) 55%, transparent);
    border-radius: var(--_radius);
    background: var(--_raised);
    text-align: center;
  }

  .zone > .icon {
    inline-size: 2.25em;
    block-size: 2.25em;
    color: var(--_accent);
  }

  .zone.over {
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }

  .reading {
    border-style: solid;
    border-color: transparent;
  }

  progress {
    inline-size: min(100%, 26em);
    block-size: 0.625em;
    accent-color: var(--_accent);
  }

  details > ol,
  .paste form {
    margin-block-start: calc(2 * var(--_space));
  }

  .paste .button {
    justify-self: start;
  }

  /* ---- The answer ---- */

  .verdict {
    --_tone: var(--_accent);
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: calc(4 * var(--_space));
    padding: calc(5 * var(--_space));
    border: 1px solid color-mix(in srgb, var(--_tone) 35%, transparent);
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_tone) var(--_tint), var(--_surface));
  }

  .verdict > div {
    display: grid;
    justify-items: start;
    gap: calc(3 * var(--_space));
  }

  .verdict > .icon {
    inline-size: 1.875em;
    block-size: 1.875em;
    color: var(--_tone);
  }

  .verdict.good {
    --_tone: var(--_success);
  }

  .verdict.act {
    --_tone: var(--_danger);
  }

  .verdict.look {
    --_tone: var(--_warning);
  }

  .sentence > * {
    font-size: 1.3125em;
    text-wrap: pretty;
  }

  .sentence code {
    padding: 0;
    background: none;
  }

  .sentence:focus-visible,
  #users:focus-visible,
  #story:focus-visible {
    outline-offset: calc(1.5 * var(--_space));
    border-radius: 2px;
  }

  .turn {
    display: flex;
    align-items: center;
    gap: calc(2 * var(--_space));
    inline-size: fit-content;
    padding: calc(1 * var(--_space)) calc(3 * var(--_space));
    border: 1px solid color-mix(in srgb, var(--_accent) 45%, transparent);
    border-radius: 1.25em;
    background: var(--_surface);
    color: var(--_accent);
    font-weight: 600;
  }

  .turn.nobody {
    border-color: color-mix(in srgb, var(--_success) 45%, transparent);
    color: var(--_success);
  }

  .question {
    font-weight: 400;
  }

  /* On a card there is no room for the question. */
  .title .turn {
    padding: 0;
    border: 0;
    background: none;
    font-size: 0.9375em;
    font-weight: 400;
  }

  .title .turn .icon {
    inline-size: 0.9375em;
    block-size: 0.9375em;
  }

  .title .question {
    position: absolute;
    clip-path: inset(50%);
    inline-size: 1px;
    overflow: hidden;
    white-space: nowrap;
  }

  p.facts {
    display: flex;
    flex-wrap: wrap;
    max-inline-size: none;
    color: var(--_muted);
    font-size: 0.9375em;
  }

  p.facts > :not(:last-child)::after {
    padding-inline: calc(2 * var(--_space));
    content: '·';
  }

  .problems {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: calc(3 * var(--_space));
    padding: calc(3 * var(--_space)) calc(4 * var(--_space));
    border-inline-start: 3px solid var(--_warning);
    background: var(--_raised);
  }

  .problems .icon {
    margin-block-start: 0.2em;
    color: var(--_warning);
  }

  .problems ul,
  .clock ul {
    padding: 0;
    list-style: none;
  }

  .place {
    color: var(--_muted);
  }

  /* ---- Causes ---- */

  .card,
  .change {
    --_tone: var(--_muted);
    border: var(--_border);
    border-inline-start: 4px solid var(--_tone);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .failure {
    --_tone: var(--_danger);
  }

  .warning,
  .staged,
  .near,
  .reached,
  .quarantine {
    --_tone: var(--_warning);
  }

  .success,
  .far {
    --_tone: var(--_success);
  }

  .skipped,
  .unknown {
    --_tone: var(--_muted);
  }

  .card > summary,
  .change > summary {
    display: flex;
    align-items: center;
    gap: calc(3 * var(--_space));
    padding: calc(3 * var(--_space)) calc(4 * var(--_space));
    border-radius: var(--_radius);
  }

  :is(.card, .change) > summary:hover {
    background: var(--_raised);
  }

  :is(.card, .change) > summary > .icon {
    color: var(--_tone);
  }

  .title {
    display: grid;
    flex: 1;
    min-inline-size: 0;
  }

  .number {
    font-size: 1.25em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    line-height: 1.2;
    text-align: end;
  }

  .unit {
    display: block;
    color: var(--_muted);
    font-size: 0.6875em;
    font-weight: 400;
  }

  .turner {
    margin-inline: calc(1 * var(--_space));
  }

  .body {
    gap: calc(4 * var(--_space));
    padding: calc(2 * var(--_space)) calc(4 * var(--_space)) calc(4 * var(--_space));
  }

  .quarantine.card {
    gap: calc(3 * var(--_space));
    padding: calc(3 * var(--_space)) calc(4 * var(--_space));
  }

  .fix {
    display: grid;
    gap: var(--_space);
    padding: calc(3 * var(--_space)) calc(4 * var(--_space));
    border-radius: var(--_radius);
    background: var(--_accent-soft);
  }

  .fix .label {
    color: var(--_accent);
  }

  blockquote {
    max-block-size: 12em;
    overflow-y: auto;
    padding: calc(2 * var(--_space)) calc(4 * var(--_space));
    border-inline-start: 3px solid var(--_muted);
    background: var(--_raised);
    font-family: var(--_mono);
    font-size: 0.875em;
    white-space: pre-wrap;
  }

  .column > .label,
  .body > .label {
    margin-block-end: calc(-3 * var(--_space));
  }

  .column,
  .columns-2 {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: calc(4 * var(--_space));
  }

  dl.facts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 13em), 1fr));
    align-content: start;
    gap: calc(3 * var(--_space)) calc(6 * var(--_space));
  }

  dd {
    margin: 0;
  }

  .pages {
    display: flex;
    flex-wrap: wrap;
    gap: calc(1 * var(--_space)) calc(6 * var(--_space));
    max-inline-size: none;
    padding: 0;
    list-style: none;
  }

  .pages li {
    margin: 0;
    font-weight: 600;
  }

  .fine {
    padding-block-start: calc(2 * var(--_space));
  }

  .fine > summary .number {
    color: var(--_muted);
    font-size: 1em;
  }

  .fine > .card {
    margin-block-start: calc(3 * var(--_space));
  }

  /* ---- The five steps ---- */

  .stepper {
    display: grid;
    grid-template-columns: repeat(5, minmax(0, 1fr));
    max-inline-size: none;
    padding: 0;
    list-style: none;
  }

  .stepper li {
    --_tone: var(--_muted);
    position: relative;
    display: grid;
    align-content: start;
    justify-items: center;
    gap: calc(1 * var(--_space));
    margin: 0;
    padding-inline: calc(1 * var(--_space));
    font-size: 0.9375em;
    text-align: center;
  }

  .stepper li > span {
    display: grid;
  }

  .stepper .icon {
    z-index: 1;
    inline-size: 1.625em;
    block-size: 1.625em;
    border-radius: 50%;
    outline: 0.25em solid var(--_surface);
    background: var(--_surface);
    color: var(--_tone);
  }

  .stepper li + li::before {
    position: absolute;
    inset-block-start: 0.8125em;
    inset-inline: -50% 50%;
    border-block-start: 2px solid var(--_tone);
    content: '';
  }

  .stepper .done,
  .stepper li:is(.done, .stopped)::before {
    --_tone: var(--_success);
  }

  .stepper .stopped {
    --_tone: var(--_stopped, var(--_danger));
  }

  .success .stepper {
    --_stopped: var(--_success);
  }

  .warning .stepper {
    --_stopped: var(--_warning);
  }

  .stepper .ahead {
    color: var(--_muted);
  }

  .stepper .ahead .icon {
    opacity: 0.55;
  }

  .stepper .ahead::before {
    border-block-start-style: dotted !important;
  }

  .here {
    color: var(--_tone);
    font-weight: 600;
  }

  /* ---- What comes next ---- */

  .clock li {
    display: flex;
    gap: calc(3 * var(--_space));
  }

  .clock li > .icon {
    margin-block-start: 0.2em;
    color: var(--_tone, var(--_accent));
  }

  .clock li > span {
    display: grid;
    gap: var(--_space);
    min-inline-size: 0;
  }

  meter {
    inline-size: min(100%, 20em);
    block-size: 0.75em;
  }

  /* ---- Over time ---- */

  .totals {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 9.5em), 1fr));
    gap: calc(2 * var(--_space));
  }

  .totals div {
    padding: calc(2 * var(--_space)) calc(3 * var(--_space));
    border-block-start: 3px solid var(--_tone, var(--_muted));
    border-radius: 0 0 var(--_radius) var(--_radius);
    background: var(--_raised);
  }

  .totals dt {
    display: flex;
    align-items: center;
    gap: calc(1.5 * var(--_space));
    color: inherit;
  }

  .totals .icon {
    color: var(--_tone);
  }

  .totals dd {
    font-size: 1.5em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    line-height: 1.3;
  }

  .chart {
    position: relative;
    padding-block-start: 1.25em;
  }

  .chart svg {
    display: block;
    inline-size: 100%;
    block-size: 6em;
    border-block-end: 1px solid var(--_muted);
  }

  .chart svg:dir(rtl) {
    scale: -1 1;
  }

  rect {
    fill: var(--_tone);
    forced-color-adjust: none;
  }

  rect.skipped {
    opacity: 0.6;
  }

  .most {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    color: var(--_muted);
    font-size: 0.8125em;
  }

  .axis {
    display: flex;
    justify-content: space-between;
    gap: calc(4 * var(--_space));
    max-inline-size: none;
    color: var(--_muted);
    font-size: 0.8125em;
  }

  .scroll {
    max-block-size: 20em;
    margin-block-start: calc(2 * var(--_space));
    overflow: auto;
  }

  table {
    border-collapse: collapse;
    font-size: 0.9375em;
    font-variant-numeric: tabular-nums;
  }

  th {
    font-weight: 600;
  }

  tbody th {
    font-weight: 400;
  }

  th,
  td {
    padding: calc(1 * var(--_space)) calc(3 * var(--_space));
    border-block-end: var(--_border);
    text-align: end;
  }

  th:first-child {
    text-align: start;
  }

  /* ---- Users ---- */

  .filters {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14em), 1fr));
    gap: calc(3 * var(--_space));
  }

  .filters label,
  .columns label {
    display: grid;
    align-content: start;
    gap: var(--_space);
    font-weight: 600;
  }

  .filters :is(input, select),
  .columns select {
    inline-size: 100%;
    font-weight: 400;
  }

  .master {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
    gap: calc(4 * var(--_space));
  }

  .users .list {
    max-block-size: 28em;
    overflow: auto;
    overscroll-behavior: contain;
    border: var(--_border);
    border-radius: var(--_radius);
  }

  .columns-head {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    background: var(--_raised);
    color: var(--_muted);
    font-size: 0.9375em;
  }

  .columns-head .row {
    padding-block: var(--_space);
  }

  .columns-head .who {
    padding-inline-start: calc(4 * var(--_space));
  }

  .row {
    display: grid;
    grid-template-columns: minmax(0, 5fr) minmax(0, 4fr) minmax(0, 3fr);
    align-items: center;
    gap: 0 calc(4 * var(--_space));
    padding-inline-end: calc(4 * var(--_space));
    border-block-end: var(--_border);
  }

  .row.current {
    background: var(--_accent-soft);
  }

  .row button {
    display: grid;
    inline-size: 100%;
    min-block-size: 3em;
    align-content: center;
    padding: calc(2 * var(--_space)) calc(4 * var(--_space));
    border: 0;
    background: none;
    color: var(--_accent);
    font-weight: 600;
    text-align: start;
    cursor: pointer;
  }

  /* Not below the headings, when a key moves to it. */
  .row button {
    scroll-margin-block: 3em;
  }

  .row button:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .row button:focus-visible {
    outline-offset: -3px;
  }

  .row .hint {
    font-weight: 400;
  }

  .last {
    display: grid;
    grid-template-columns: auto 1fr;
    align-items: center;
    gap: 0 calc(2 * var(--_space));
  }

  .last .icon {
    color: var(--_tone);
  }

  .last .hint {
    grid-column: 2;
    font-size: 0.8125em;
  }

  .story {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(3 * var(--_space));
    padding: calc(4 * var(--_space));
    border: var(--_border);
    border-radius: var(--_radius);
    background: var(--_raised);
  }

  .story-head {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: calc(2 * var(--_space));
  }

  .when {
    text-align: end;
  }

  .steps {
    max-inline-size: none;
    padding: 0;
    list-style: none;
  }

  .steps li {
    position: relative;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: calc(3 * var(--_space));
    margin: 0;
    padding-block-end: calc(3 * var(--_space));
  }

  .steps .icon {
    z-index: 1;
    margin-block-start: 0.15em;
    border-radius: 50%;
    outline: 0.2em solid var(--_surface);
    background: var(--_surface);
    color: var(--_tone);
  }

  .steps li:not(:last-child)::before {
    position: absolute;
    inset-block: 0.5em -0.5em;
    inset-inline-start: 0.5em;
    border-inline-start: 2px solid color-mix(in srgb, var(--_muted) 45%, transparent);
    content: '';
  }

  .details,
  .modified {
    display: grid;
    gap: 0 calc(3 * var(--_space));
    margin-block-start: var(--_space);
    font-size: 0.875em;
  }

  :is(.details, .modified) div {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    gap: calc(2 * var(--_space));
    padding-block: 0.15em;
    border-block-end: 1px dotted color-mix(in srgb, var(--_muted) 40%, transparent);
  }

  .details dt {
    font-size: 1em;
  }

  .details .no dd {
    color: var(--_danger);
    font-weight: 600;
  }

  ins {
    text-decoration: none;
  }

  del {
    color: var(--_muted);
  }

  dl.facts code {
    font-size: 0.8125em;
  }

  /* ---- Columns by hand ---- */

  .mapping {
    padding: calc(4 * var(--_space));
    border: var(--_border);
    border-radius: var(--_radius);
    background: var(--_raised);
  }

  .columns {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14em), 1fr));
    gap: calc(3 * var(--_space));
    max-block-size: 30em;
    overflow: auto;
  }

  .columns .hint {
    display: block;
    overflow: hidden;
    font-weight: 400;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  /* ---- Room ---- */

  @container (inline-size >= 52em) {
    .columns-2 {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
      gap: calc(8 * var(--_space));
    }

    .master.opened {
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    }

    .opened .list {
      position: sticky;
      inset-block-start: 0;
    }

    .opened .row {
      grid-template-columns: minmax(0, 1fr) auto;
    }

    .opened .what {
      display: none;
    }
  }

  @container (inline-size < 40em) {
    .log-check {
      padding: calc(4 * var(--_space));
    }

    .verdict {
      grid-template-columns: minmax(0, 1fr);
      padding: calc(4 * var(--_space));
    }

    .turn {
      border-radius: var(--_radius);
    }

    .stepper {
      grid-template-columns: minmax(0, 1fr);
    }

    .stepper li {
      grid-template-columns: auto minmax(0, 1fr);
      align-items: start;
      justify-items: start;
      gap: calc(2 * var(--_space));
      padding-block: calc(1.5 * var(--_space));
      text-align: start;
    }

    .stepper li + li::before {
      inset-block: -50% 50%;
      inset-inline: calc(0.8125em + 1 * var(--_space) - 1px) auto;
      border-block-start: 0;
      border-inline-start: 2px solid var(--_tone);
    }

    .stepper .ahead::before {
      border-inline-start-style: dotted !important;
    }

    .stepper .here {
      grid-column: 2;
    }

    .columns-head {
      position: absolute;
      clip-path: inset(50%);
    }

    .change > summary {
      flex-wrap: wrap;
    }

    .change .when {
      order: 1;
      flex-basis: 100%;
      text-align: start;
    }

    .row {
      grid-template-columns: minmax(0, 1fr);
      padding: 0 calc(4 * var(--_space)) calc(2 * var(--_space));
    }

    .row button {
      padding-inline: 0;
    }

    :is(.details, .modified) div {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
  }

  @media (forced-colors: active) {
    .verdict,
    .turn,
    .card,
    .change {
      border-color: CanvasText;
    }

    .row.current {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }

  @media print {
    .log-check {
      display: block;
      border: 0;
    }

    .list,
    .again,
    .filters {
      display: none;
    }
  }
`;
