import { html, nothing, type TemplateResult } from 'lit';
import type { Diagnosis, Finding, Stop } from '../../diagnosis/model.js';
import { plural } from '../../localization/plural.js';
import { renderHeading } from '../../rendering/heading.js';
import { symptoms } from '../../provisioning/symptoms.js';
import { icon, type Icon } from './icons.js';
import { renderPages, renderTurn, renderWhy } from './overview.js';
import { formatNumber, formatPeriod, renderText, type View } from './view.js';
import { outcomeIcons, outcomeName, stops, stopText } from './words.js';

/** What the cards can do. */
export interface FindingActions {
  /** Shows the users of a finding. */
  onUsers: (finding: Finding) => void;
}

/** The causes, heaviest first; what is as it should be stays folded at the end. */
export function renderFindings({ findings }: Diagnosis, actions: FindingActions, view: View): unknown {
  const { msg } = view;
  const open = findings.filter(({ expected }) => !expected);
  const fine = findings.filter(({ expected }) => expected);
  if (!findings.length) return nothing;
  return html`<section class="findings">
    ${
      open.length
        ? html`${renderHeading(view.headingLevel + 2, msg('Causes, the heaviest first', { id: 'log.ui.findings', desc: 'Heading above the causes of what went wrong.' }))}
          ${open.map((finding, index) => renderFinding(finding, index === 0, actions, view))}`
        : nothing
    }
    ${
      fine.length
        ? html`<details class="fine">
            <summary class="more">
              <span
                >${msg('Working as set up', { id: 'log.ui.findings.fine', desc: 'Unfolds what was skipped as it should be.' })}</span
              >
              <span class="number"
                >${formatNumber(
                  fine.reduce((sum, { count }) => sum + count, 0),
                  view,
                )}</span
              >
            </summary>
            ${fine.map((finding) => renderFinding(finding, false, actions, view))}
          </details>`
        : nothing
    }
  </section>`;
}

function renderFinding(finding: Finding, open: boolean, { onUsers }: FindingActions, view: View): TemplateResult {
  const { msg } = view;
  const { title, meaning, fix, userCount, outcome, links, retries, firstSeen, lastSeen, given, code } = finding;
  const picture: Icon = finding.expected ? 'good' : outcomeIcons[outcome];
  const symptom = finding.symptom && symptoms(msg).find(({ id }) => id === finding.symptom)?.label;
  const tone = finding.expected ? 'success' : outcome === 'skipped' ? 'warning' : outcome;
  const users = formatNumber(userCount, view);
  return html`<details class="card ${tone}" ?open=${open} data-finding=${finding.id}>
    <summary>
      ${icon(picture)}
      <span class="title">${renderHeading(view.headingLevel + 3, title)}${renderTurn(finding, view)}</span>
      <span class="number"
        >${users}
        <span class="unit"
          >${plural(view.locale, userCount, msg('{count, plural, one {user} other {users}}', { id: 'log.ui.users.unit', desc: 'Below a number: of users and groups. The number is count.' }))}</span
        ></span
      >
      <span class="turner"></span>
    </summary>
    <div class="body">
      ${renderStepper(finding.stop, view)}
      <div class="columns-2">
        <div class="column">
          ${renderWhy(meaning, fix, view)} ${renderFilters(finding, view)}
          ${
            finding.reason
              ? html`<p class="label">
                    ${msg('What the app or the service says', { id: 'log.ui.reason', desc: 'Heading above the text of an error, in English.' })}
                  </p>
                  <blockquote dir="auto" lang="en">${finding.reason}</blockquote>`
              : nothing
          }
          ${renderPages(links, view)}
          <div class="actions">
            <button type="button" class="button" @click=${() => onUsers(finding)}>
              ${msg('Show these users', { id: 'log.ui.users.show', desc: 'Button: lists the users that a cause concerns.' })}
            </button>
          </div>
        </div>
        <dl class="facts">
          <div>
            <dt>${msg('Retry', { id: 'log.ui.retry', desc: 'Label: whether the service tries again by itself.' })}</dt>
            <dd>${renderText(retries, view)}</dd>
          </div>
          ${
            symptom
              ? html`<div>
                  <dt>
                    ${msg('Symptom', { id: 'log.ui.symptom', desc: 'Label: what the reader notices of a cause, such as: no users show up in the app.' })}
                  </dt>
                  <dd>${symptom}</dd>
                </div>`
              : nothing
          }
          ${
            firstSeen && lastSeen
              ? html`<div>
                  <dt>
                    ${msg('Seen', { id: 'log.ui.seen', desc: 'Label: from when to when something stands in the log.' })}
                  </dt>
                  <dd><bdi>${formatPeriod(firstSeen, lastSeen, view)}</bdi></dd>
                </div>`
              : nothing
          }
          <div>
            <dt>${msg('In the log', { id: 'log.ui.code', desc: 'Label: how the log spells it.' })}</dt>
            <dd>
              ${outcomeName(msg, outcome)}, ${formatNumber(finding.count, view)} ×
              ${(given ?? code) ? html`<code dir="ltr">${given ?? code}</code>` : nothing}
            </dd>
          </div>
        </dl>
      </div>
    </div>
  </details>`;
}

const renderFilters = ({ filters }: Finding, view: View): unknown =>
  filters?.length
    ? html`<p class="label">
          ${view.msg('The scoping filter says no', { id: 'log.ui.filters', desc: 'Heading above conditions of a filter that were not met.' })}
        </p>
        <ul>
          ${filters.slice(0, 5).map(({ text, count }) => html`<li>${renderText(text, view)} (${formatNumber(count, view)} ×)</li>`)}
        </ul>`
    : nothing;

/** The five steps of provisioning, and the one where it stopped. */
export function renderStepper(stop: Stop | undefined, view: View): unknown {
  if (!stop) return nothing;
  const { msg } = view;
  const at = stops.indexOf(stop);
  const states = [
    msg('Done.', { id: 'log.ui.step.done', desc: 'Read out by screen readers after the name of a step that worked.' }),
    msg('It stopped here.', { id: 'log.ui.step.stopped', desc: 'Beside the step that did not work.' }),
    msg('Not reached.', { id: 'log.ui.step.ahead', desc: 'Read out by screen readers after the name of a step.' }),
  ] as const;
  return html`<ol
    class="stepper"
    aria-label=${msg('Steps of provisioning', { id: 'log.ui.steps', desc: 'Name of a list of five steps.' })}
  >
    ${stops.map((step, index) => {
      const [name, task] = stopText(msg, step);
      const state = index < at ? 'done' : index === at ? 'stopped' : 'ahead';
      return html`<li class=${state} aria-current=${state === 'stopped' ? 'step' : nothing}>
        ${icon(state === 'done' ? 'good' : state === 'stopped' ? 'stop' : 'skip')}
        <span><strong>${name}</strong> <span class="hint">${task}</span></span>
        <span class=${state === 'stopped' ? 'here' : 'unseen'}>${states[Math.sign(index - at) + 1]}</span>
      </li>`;
    })}
  </ol>`;
}
