import { html, nothing, type TemplateResult } from 'lit';
import type { Clock, Diagnosis, LogProblem, Quarantine, Verdict } from '../../diagnosis/model.js';
import { str } from '../../localization/msg.js';
import { renderHeading } from '../../rendering/heading.js';
import { renderLink } from '../../rendering/link.js';
import { icon } from './icons.js';
import { formatNumber, formatPeriod, formatTime, renderText, timeZone, type View } from './view.js';

/** The answer, before all else: what happened, and whose turn it is. */
export const renderVerdict = (diagnosis: Diagnosis, view: View): TemplateResult => {
  const { verdict, totals } = diagnosis;
  // Where nothing failed, a colour that alarms would say too much.
  const tone =
    verdict.tone === 'act' && totals.total > 0 && !totals.failure && !diagnosis.quarantine ? 'look' : verdict.tone;
  return html`<div class="verdict ${tone}">
    ${icon(verdict.tone)}
    <div>
      <div class="sentence" tabindex="-1">
        ${renderHeading(view.headingLevel + 1, renderText(verdict.sentence, view))}
      </div>
      ${isReadable(diagnosis) ? [renderTurn(verdict, view), renderFacts(diagnosis, view)] : nothing}
    </div>
  </div>`;
};

/** Whether there was anything about provisioning in the files. */
export const isReadable = ({ totals, jobs }: Diagnosis): boolean => totals.total > 0 || jobs.length > 0;

/** Whose turn it is, as a badge: the answer to the question of everyone who opens a log. */
export const renderTurn = ({ owner, turn }: Pick<Verdict, 'owner' | 'turn'>, { msg }: View): TemplateResult =>
  html`<span class="turn ${owner}">
    ${icon(owner === 'nobody' ? 'good' : 'person')}<span
      ><span class="question"
        >${msg('Whose turn:', { id: 'log.ui.turn', desc: 'Who has to act now; a person or a team follows.' })}</span
      >
      ${turn}</span
    >
  </span>`;

function renderFacts({ apps, period, totals }: Diagnosis, view: View): TemplateResult {
  const { msg } = view;
  const names = apps.map(({ name }) => name).filter(Boolean);
  return html`<p class="facts">
    ${
      names.length
        ? html`<span><bdi>${new Intl.ListFormat(view.locale).format(names.slice(0, 3))}</bdi></span>`
        : nothing
    }
    ${period ? html`<span><bdi>${formatPeriod(period.from, period.to, view)}, ${timeZone(view)}</bdi></span>` : nothing}
    <span
      >${msg(str`Entries in the log: ${formatNumber(totals.total, view)}`, {
        id: 'log.ui.entries',
        desc: 'How many entries the log has.',
      })}</span
    >
  </p>`;
}

/** What could not be read, in place: the reader has to know how far the answer goes. */
export const renderProblems = (problems: readonly LogProblem[], { msg }: View): unknown =>
  problems.length
    ? html`<div
        class="problems"
        role="group"
        aria-label=${msg('About the file', { id: 'log.ui.problems', desc: 'Heading above what could not be read in a file.' })}
      >
        ${icon('act')}
        <ul>
          ${problems
            .slice(0, 20)
            .map(
              ({ message, at }) =>
                html`<li>${message}${at ? html` <span class="place"><bdi>${at}</bdi></span>` : nothing}</li>`,
            )}
          ${
            problems.length > 20
              ? html`<li>
                  ${msg('More of the same was left out here.', { id: 'log.ui.problems.more', desc: 'At the end of a long list of what could not be read.' })}
                </li>`
              : nothing
          }
        </ul>
      </div>`
    : nothing;

/** A job in quarantine: the one finding that is above all others. */
export function renderQuarantine(quarantine: Quarantine, view: View): TemplateResult {
  const { meaning, fix, links, error, reason } = quarantine;
  const { msg } = view;
  const codes = [reason, error?.code].filter(Boolean);
  return html`<section class="card quarantine">
    ${renderHeading(view.headingLevel + 2, msg('Provisioning is in quarantine', { id: 'log.ui.quarantine', desc: 'Heading. Quarantine: provisioning slows down because of errors.' }))}
    <div class="columns-2">
      <div class="column">${renderWhy(meaning, fix, view)} ${renderPages(links, view)}</div>
      <div class="column">
        ${
          error
            ? html`<p class="label">
                  ${msg('The error behind it', { id: 'log.ui.quarantine.error', desc: 'Heading above the error that led to quarantine.' })}
                </p>
                <p>${renderText(error.meaning, view)}</p>
                <p>${renderText(error.fix, view)}</p>`
            : nothing
        }
        <p>${codes.map((code) => html`<code dir="ltr">${code}</code> `)}</p>
      </div>
    </div>
  </section>`;
}

/** What it means, and what to do: the same pair on every card. */
export const renderWhy = (meaning: string, fix: string, view: View): TemplateResult =>
  html`<p>${renderText(meaning, view)}</p>
    <div class="fix">
      <p class="label">${view.msg('What to do', { id: 'log.ui.fix', desc: 'Heading above what mends a problem.' })}</p>
      <p>${renderText(fix, view)}</p>
    </div>`;

export const renderPages = (links: readonly { href: string; label: string }[], view: View): unknown =>
  links.length
    ? html`<ul class="pages">
        ${links.map(({ href, label }) => html`<li>${renderLink(href, label, view)}</li>`)}
      </ul>`
    : nothing;

/** What the times say about what comes: how near quarantine is, when the service tries again, when to look again. */
export function renderClock({ nearness, ladder, next, firstCycle, note }: Clock, view: View): unknown {
  const { msg } = view;
  if (!nearness && !ladder && !next && !firstCycle) return nothing;
  const percent = nearness && formatNumber(Math.min(nearness.level, 1), view, { style: 'percent' });
  return html`<section class="clock">
    ${renderHeading(view.headingLevel + 2, msg('What comes next', { id: 'log.ui.clock', desc: 'Heading above when the service tries again.' }))}
    <ul>
      ${next ? html`<li>${icon('wait')}<span>${next.sentence}</span></li>` : nothing}
      ${firstCycle ? html`<li>${icon('wait')}<span>${firstCycle.sentence}</span></li>` : nothing}
      ${
        nearness
          ? html`<li class=${nearness.state}>
              ${icon(nearness.state === 'far' ? 'good' : 'act')}<span
                >${nearness.sentence}
                <meter
                  min="0"
                  max="1"
                  .value=${Math.min(nearness.level, 1)}
                  aria-label=${msg(str`Way to quarantine: ${percent ?? ''}`, {
                    id: 'log.ui.clock.nearness',
                    desc: 'Name of a meter. How near provisioning is to quarantine, such as 40%.',
                  })}
                ></meter
              ></span>
            </li>`
          : nothing
      }
      ${
        ladder
          ? html`<li>
              ${icon('wait')}<span
                >${ladder.sentence}
                ${
                  ladder.tries.length > 1
                    ? html`<details>
                        <summary class="more">
                          ${msg('All tries to come', { id: 'log.ui.clock.tries', desc: 'Unfolds a list of times.' })}
                        </summary>
                        <ol>
                          ${ladder.tries.map((at) => html`<li>${formatTime(at, view)}</li>`)}
                        </ol>
                      </details>`
                    : nothing
                }</span
              >
            </li>`
          : nothing
      }
    </ul>
    <p class="hint">${note}</p>
  </section>`;
}
