import { html, nothing, type TemplateResult } from 'lit';
import type { LogProblem } from '../../diagnosis/model.js';
import { fields, fieldLabel } from '../../diagnosis/reading/columns.js';
import { renderHeading } from '../../rendering/heading.js';
import type { View } from './view.js';

/** Which field each heading of a CSV file stands for. */
export type Columns = Readonly<Record<string, string>>;

/** What readers answered, by the headings of a file: asked once a page, kept nowhere else. */
const remembered = new Map<string, string>();

export const rememberedColumns = (): Columns => Object.fromEntries(remembered);

/** Asks what the columns are that were not recognized. The headings of CSV logs are documented nowhere. */
export function renderMapping(
  { columns = [] }: LogProblem,
  onAnswer: (columns: Columns) => void,
  view: View,
): TemplateResult {
  const { msg } = view;
  return html`<form
    class="mapping"
    @submit=${(event: Event) => {
      event.preventDefault();
      for (const [heading, field] of new FormData(event.currentTarget as HTMLFormElement))
        remembered.set(heading, field as string);
      onAnswer(rememberedColumns());
    }}
  >
    <div class="sentence" tabindex="-1">
      ${renderHeading(view.headingLevel + 1, msg('What is in these columns?', { id: 'log.ui.columns', desc: 'Heading above the columns of a file, for each of which the reader chooses what it holds.' }))}
    </div>
    <p>
      ${msg('Some headings of this file aren’t known. Say what they hold, as far as you know it.', {
        id: 'log.ui.columns.intro',
        desc: 'Above the columns of a file.',
      })}
    </p>
    <div class="columns">
      ${columns.map(
        ({ heading, field, sample }) =>
          html`<label>
            <span><bdi>${heading}</bdi>${sample ? html` <bdi class="hint">${sample}</bdi>` : nothing}</span>
            <select name=${heading}>
              <option value="">
                ${msg('Something else', { id: 'log.ui.columns.none', desc: 'Choice: a column of a file holds nothing that is needed.' })}
              </option>
              ${fields.map(
                (name) => html`<option value=${name} .selected=${name === field}>${fieldLabel(name, msg)}</option>`,
              )}
            </select>
          </label>`,
      )}
    </div>
    <div class="actions">
      <button class="button primary">
        ${msg('Check again', { id: 'log.ui.columns.again', desc: 'Button: reads the file once more, with the columns as the reader named them.' })}
      </button>
    </div>
  </form>`;
}
