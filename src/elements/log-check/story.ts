import { html, nothing, type TemplateResult } from 'lit';
import type { Diagnosis, LogStep, Row, Story } from '../../diagnosis/model.js';
import { renderHeading } from '../../rendering/heading.js';
import { renderStepper } from './findings.js';
import { icon, type Icon } from './icons.js';
import type { Person } from './people.js';
import { formatTime, renderText, type View } from './view.js';
import { actionName, outcomeIcons, outcomeName } from './words.js';

/** So many changes of one user show; more would help nobody. */
const most = 50;

/** All that happened to one user, the newest change first, each step by step. */
export function renderStory(person: Person, diagnosis: Diagnosis, onClose: () => void, view: View): TemplateResult {
  const { msg } = view;
  const rows = [...person.rows].sort((a, b) => (b.time ?? 0) - (a.time ?? 0)).slice(0, most);
  return html`<section class="story" aria-labelledby="story">
    <div class="story-head">
      <div id="story" tabindex="-1">
        ${renderHeading(view.headingLevel + 3, html`<bdi>${person.name || userName(person, view)}</bdi>`)}
        ${person.name ? html`<bdi class="hint">${person.user}</bdi>` : nothing}
      </div>
      <button type="button" class="button quiet" @click=${onClose}>
        ${msg('Close', { id: 'log.ui.story.close', desc: 'Button: closes what happened to one user.' })}
      </button>
    </div>
    ${rows.map((row, index) => renderChange(row, index === 0, diagnosis, view))}
    ${
      person.rows.length > most
        ? html`<p class="hint">
            ${msg('Older changes were left out here.', { id: 'log.ui.story.older', desc: 'At the end of a long list of changes to one user, the newest first.' })}
          </p>`
        : nothing
    }
  </section>`;
}

/** Who it is about; a log may not say. */
export const userName = ({ user }: Pick<Person, 'user'>, { msg }: View): string =>
  user || msg('No name in the log', { id: 'log.ui.user.none', desc: 'In place of a user’s name.' });

function renderChange(row: Row, open: boolean, diagnosis: Diagnosis, view: View): TemplateResult {
  const { msg } = view;
  const finding = diagnosis.findings.find(({ id }) => id === row.finding);
  return html`<details class="change ${row.outcome}" ?open=${open}>
    <summary>
      ${icon(outcomeIcons[row.outcome])}
      <span class="title"
        ><strong>${actionName(msg, row.action)}</strong>
        <span class="hint">${finding?.title ?? outcomeName(msg, row.outcome)}</span></span
      >
      ${row.time === undefined ? nothing : html`<bdi class="hint when">${formatTime(row.time, view)}</bdi>`}
      <span class="turner"></span>
    </summary>
    <div class="body">${renderWhole(diagnosis.storyOf(row), row, view)}</div>
  </details>`;
}

function renderWhole(story: Story, row: Row, view: View): TemplateResult {
  const { msg } = view;
  return html`${
      story.steps.length
        ? html`<ol class="steps">
            ${story.steps.map((step) => renderStep(step, view))}
          </ol>`
        : renderStepper(row.stop, view)
    }
    ${
      story.reason
        ? html`<p class="label">
              ${msg('What the app or the service says', { id: 'log.ui.reason', desc: 'Heading above the text of an error, in English.' })}
            </p>
            <blockquote dir="auto" lang="en">${story.reason}</blockquote>`
        : nothing
    }
    ${
      story.modified.length
        ? html`<p class="label">
              ${msg('Changed attributes', { id: 'log.ui.modified', desc: 'Heading above the attributes of a user that were to change.' })}
            </p>
            <dl class="modified">
              ${story.modified.map(
                ({ name, oldValue, newValue }) =>
                  html`<div>
                    <dt><code dir="ltr">${name}</code></dt>
                    <dd>
                      ${oldValue ? html`<del><bdi>${oldValue}</bdi></del> ` : nothing}<ins
                        ><bdi>${newValue || '–'}</bdi></ins
                      >
                    </dd>
                  </div>`,
              )}
            </dl>`
        : nothing
    }
    ${
      story.whole
        ? nothing
        : html`<p class="hint">
            ${msg(
              'This log is so large that only the names of the steps were kept. Check a log of this user alone to read more.',
              {
                id: 'log.ui.story.cut',
                desc: 'Below the steps of one change.',
              },
            )}
          </p>`
    }
    <dl class="facts ids">
      ${renderId(msg('Change', { id: 'log.ui.id.change', desc: 'Label: the id of a change, for support.' }), row.changeId)}
      ${renderId(msg('Cycle', { id: 'log.ui.id.cycle', desc: 'Label: the id of a cycle, for support.' }), row.cycleId)}
      ${renderId(msg('Job', { id: 'log.ui.id.job', desc: 'Label: the id of a provisioning job, for support.' }), story.jobId)}
    </dl>`;
}

const renderId = (label: string, id: string): unknown =>
  id
    ? html`<div>
        <dt>${label}</dt>
        <dd><code dir="ltr">${id}</code></dd>
      </div>`
    : nothing;

const stepIcons: Record<string, Icon> = { success: 'good', failure: 'stop', skipped: 'skip', warning: 'act' };

function renderStep({ name, type, status, description, details }: LogStep, view: View): TemplateResult {
  const entries = Object.entries(details).filter(([, value]) => value && value !== '{}');
  return html`<li class=${stepIcons[status] ? status : 'unknown'}>
    ${icon(stepIcons[status] ?? 'ask')}
    <div>
      <p><strong>${stepName(type || name, view)}</strong> <span class="unseen">${stepStatus(status, view)}</span></p>
      ${description ? html`<p class="hint" lang="en" dir="auto">${description}</p>` : nothing}
      ${
        entries.length
          ? html`<dl class="details" lang="en" dir="ltr">
              ${entries.map(
                ([key, value]) =>
                  html`<div class=${value === 'False' && /assign|active|scop|role/i.test(key) ? 'no' : ''}>
                    <dt>${key}</dt>
                    <dd><bdi>${value}</bdi></dd>
                  </div>`,
              )}
            </dl>`
          : nothing
      }
    </div>
  </li>`;
}

// prettier-ignore
const stepNames: Record<string, (view: View) => string> = {
  import: ({ msg }) => msg('Read the user', { id: 'log.ui.stop.import.task', desc: 'What happens in the step “Import”. At most 20 characters.' }),
  scoping: ({ msg }) => msg('Decide who is in', { id: 'log.ui.stop.scope.task', desc: 'What happens in the step “Scope”: whether the user is to have an account. At most 20 characters.' }),
  matching: ({ msg }) => msg('Find the account', { id: 'log.ui.stop.match.task', desc: 'What happens in the step “Match”: look for the user’s account in the app. At most 20 characters.' }),
  processing: ({ msg }) => msg('Work out the change', { id: 'log.ui.step.processing', desc: 'A step of provisioning: what would change in the account.' }),
  referenceResolution: ({ msg }) => msg('Fill in managers and members', { id: 'log.ui.step.references', desc: 'A step of provisioning: links to other users.' }),
  export: ({ msg }) => msg('Write to the app', { id: 'log.ui.stop.act.task', desc: 'What happens in the step “Act”: create, change or delete the account. At most 20 characters.' }),
};

const stepName = (type: string, view: View): unknown => stepNames[type]?.(view) ?? renderText(`\`${type}\``, view);

const stepStatus = (status: string, { msg }: View): string =>
  status in outcomeIcons && status !== 'staged' ? outcomeName(msg, status as Row['outcome']) : status;
