import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Diagnosis, Outcome, Timeline } from '../../diagnosis/model.js';
import { renderHeading } from '../../rendering/heading.js';
import { icon } from './icons.js';
import { formatNumber, formatTime, type View } from './view.js';
import { allOutcomes, outcomeIcons, outcomeName } from './words.js';

const height = 60;
const day = 86_400_000;

/** How many changes went which way, and when: numbers, a chart, and the chart as a table. */
export function renderTimeline({ totals, timeline }: Diagnosis, view: View): TemplateResult {
  const { msg } = view;
  const seen = allOutcomes.filter((outcome) => totals[outcome] > 0);
  return html`<section class="timeline">
    ${renderHeading(view.headingLevel + 2, msg('What happened', { id: 'log.ui.timeline', desc: 'Heading above the numbers of changes that were made, failed, and so on.' }))}
    <dl class="totals">
      ${seen.map(
        (outcome) =>
          html`<div class=${outcome}>
            <dt>${icon(outcomeIcons[outcome])}${outcomeName(msg, outcome)}</dt>
            <dd>${formatNumber(totals[outcome], view)}</dd>
          </div>`,
      )}
    </dl>
    ${timeline.buckets.length > 1 ? renderChart(timeline, seen, view) : nothing}
  </section>`;
}

function renderChart({ bucketMs, buckets }: Timeline, seen: readonly Outcome[], view: View): TemplateResult {
  const { msg } = view;
  const sums = buckets.map(({ counts }) => seen.reduce((sum, outcome) => sum + counts[outcome], 0));
  const most = Math.max(...sums);
  // A bar of one change in a thousand must still show.
  const size = (count: number) => (count ? Math.max((count / most) * height, 1.5) : 0);
  const label = (start: string) =>
    formatTime(start, view, bucketMs < day ? { dateStyle: 'short', timeStyle: 'short' } : { dateStyle: 'medium' });
  const bars = buckets.map(({ counts }, index) => {
    let top = height;
    return seen.map((outcome) => {
      const tall = size(counts[outcome]);
      top -= tall;
      return tall ? svg`<rect class=${outcome} x=${index * 10 + 1} y=${top} width="8" height=${tall} />` : nothing;
    });
  });
  return html`<div class="chart" .style=${`max-inline-size: max(16em, ${buckets.length * 4}em)`}>
      <span class="most" aria-hidden="true">${formatNumber(most, view)}</span>
      <svg viewBox="0 -6 ${buckets.length * 10} ${height + 6}" preserveAspectRatio="none" aria-hidden="true">
        ${bars}
      </svg>
      <p class="axis" aria-hidden="true">
        <bdi>${label(buckets[0]!.start)}</bdi><bdi>${label(buckets.at(-1)!.start)}</bdi>
      </p>
    </div>
    <details>
      <summary class="more">
        ${msg('Show these numbers as a table', { id: 'log.ui.timeline.table', desc: 'Unfolds the table behind a chart.' })}
      </summary>
      <div
        class="scroll"
        tabindex="0"
        role="region"
        aria-label=${msg('Changes over time', { id: 'log.ui.timeline.label', desc: 'Name of a table: how many changes were made, failed, and so on, by time.' })}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">
                ${msg('From', { id: 'log.ui.timeline.from', desc: 'Heading of a column: the time at which a span of time begins.' })}
              </th>
              ${seen.map((outcome) => html`<th scope="col">${outcomeName(msg, outcome)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${buckets
              .filter((_, index) => sums[index])
              .map(
                ({ start, counts }) =>
                  html`<tr>
                    <th scope="row"><bdi>${label(start)}</bdi></th>
                    ${seen.map((outcome) => html`<td>${formatNumber(counts[outcome], view)}</td>`)}
                  </tr>`,
              )}
          </tbody>
        </table>
      </div>
    </details>`;
}
