import { html, nothing, type TemplateResult } from 'lit';
import type { LogProgress } from '../../diagnosis/model.js';
import { str } from '../../localization/msg.js';
import { icon } from './icons.js';
import { formatBytes, formatNumber, renderText, type View } from './view.js';

/** What the endings of a log's file may be: the file dialog shows these first. */
const endings = '.json,.ndjson,.jsonl,.csv,.tsv,.txt,.log,.gz';

/** What the reader can do before a log is read. */
export interface Intake {
  start: (input: readonly File[] | string) => void;
  /** Whether files hang over the element. */
  over: boolean;
}

/** Where the log goes in: dropped, chosen or pasted. */
export const renderIntake = (view: View, { start, over }: Intake): TemplateResult => {
  const { msg } = view;
  return html`<div class="zone ${over ? 'over' : ''}">
      ${icon('file')}
      <p class="lead">
        ${msg('Drop the log here', { id: 'log.ui.drop', desc: 'In a box that files can be dropped on.' })}
      </p>
      <div class="actions">
        <button
          type="button"
          class="button primary choose"
          aria-describedby="formats"
          @click=${({ currentTarget }: Event) =>
            (currentTarget as Element).closest('.zone')?.querySelector('input')?.click()}
        >
          ${msg('Choose files', { id: 'log.ui.choose', desc: 'Button: opens the dialog to choose files.' })}
        </button>
        <input
          type="file"
          hidden
          multiple
          accept=${endings}
          aria-label=${msg('Choose files', { id: 'log.ui.choose', desc: 'Button: opens the dialog to choose files.' })}
          @change=${(event: Event) => {
            const box = event.currentTarget as HTMLInputElement;
            const files = [...(box.files ?? [])];
            // Else choosing the same file once more would change nothing.
            box.value = '';
            if (files.length) start(files);
          }}
        />
      </div>
      <p id="formats" class="hint">
        ${msg('JSON or CSV, several files at once if you like. Nothing leaves this device.', {
          id: 'log.ui.formats',
          desc: 'Below the button to choose files. JSON, CSV: kinds of files.',
        })}
      </p>
    </div>
    <div class="more-ways">
      <details class="paste">
        <summary class="more">
          ${msg('Paste text instead', { id: 'log.ui.paste', desc: 'Unfolds a field to paste a log into.' })}
        </summary>
        <form
          @submit=${(event: Event) => {
            event.preventDefault();
            const text = (event.currentTarget as HTMLFormElement).querySelector('textarea')?.value ?? '';
            if (text.trim()) start(text);
          }}
        >
          <label for="text"
            >${msg('Text of the log', { id: 'log.ui.paste.label', desc: 'Label of a field to paste a log into.' })}</label
          >
          <textarea id="text" dir="ltr" spellcheck="false" autocomplete="off"></textarea>
          <button class="button">
            ${msg('Check this text', { id: 'log.ui.paste.check', desc: 'Button: reads the log that was pasted.' })}
          </button>
        </form>
      </details>
      <details>
        <summary class="more">
          ${msg('Where do I find the log?', { id: 'log.ui.where', desc: 'Unfolds the steps that download the log.' })}
        </summary>
        <ol>
          <li>
            ${renderText(
              msg('In the Microsoft Entra admin center, open **Enterprise apps**, and choose the app.', {
                id: 'log.ui.where.app',
                desc: 'Step 1. In bold: an item of the menu.',
              }),
              view,
            )}
          </li>
          <li>
            ${renderText(
              msg('Open **Provisioning logs**, and narrow the list to the days that matter.', {
                id: 'log.ui.where.logs',
                desc: 'Step 2. In bold: an item of the menu.',
              }),
              view,
            )}
          </li>
          <li>
            ${renderText(
              msg('Select **Download**, then JSON: it says most. Of CSV, take all three files.', {
                id: 'log.ui.where.download',
                desc: 'Step 3. In bold: a button. JSON, CSV: kinds of files.',
              }),
              view,
            )}
          </li>
        </ol>
      </details>
    </div>`;
};

/** How far the reading is, and the way out. */
export function renderProgress(view: View, progress: LogProgress | undefined, onCancel: () => void): TemplateResult {
  const { msg } = view;
  const { read = 0, total, file = '', files = 1, of = 1 } = progress ?? {};
  const known = total !== undefined && total > 0;
  return html`<div class="reading">
    <p class="lead" id="reading">
      ${msg('Reading the log…', { id: 'log.ui.reading', desc: 'While a log is read; a bar shows how far.' })}
    </p>
    ${
      known
        ? html`<progress aria-labelledby="reading" max=${total} .value=${read}></progress>`
        : html`<progress aria-labelledby="reading"></progress>`
    }
    <p class="hint">
      ${
        known
          ? msg(str`${formatBytes(read, view)} of ${formatBytes(total, view)}`, {
              id: 'log.ui.reading.bytes',
              desc: 'How much of the files has been read, such as: 12 MB of 100 MB.',
            })
          : formatBytes(read, view)
      }
      ${
        of > 1
          ? msg(str`(file ${formatNumber(files, view)} of ${formatNumber(of, view)})`, {
              id: 'log.ui.reading.files',
              desc: 'Which file is being read, such as: (file 2 of 3).',
            })
          : nothing
      }
      <bdi>${file}</bdi>
    </p>
    <div class="actions">
      <button type="button" class="button cancel" @click=${onCancel}>
        ${msg('Cancel', { id: 'log.ui.cancel', desc: 'Button: stops reading a log.' })}
      </button>
    </div>
  </div>`;
}
