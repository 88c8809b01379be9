import { html, nothing } from 'lit';
import { str } from '../localization/msg.js';
import type { Topic } from '../topics/model.js';
import type { RenderContext } from './blocks.js';
import { renderLink } from './link.js';

/** What the reader may go to from a translation, and back. */
export interface Original {
  shows: boolean;
  toggle: () => void;
}

/** Says where a topic comes from: from a machine, from when, from which page. Nothing where it tells none of these. */
export function renderProvenance(topic: Topic, original: Original | undefined, context: RenderContext): unknown {
  const { msg, locale } = context;
  const machine = topic.translation === 'machine';
  const day = topic.updated && dayOf(topic.updated, locale);
  const url = topic.source?.['url'];
  const isWeb = typeof url === 'string' && /^https?:/i.test(url);
  if (!machine && !original && !day && !isWeb) return nothing;
  return html`<div class="provenance" lang=${locale}>
    ${
      machine
        ? html`<span
            >${msg('Translated by machine', { id: 'fault.machine', desc: 'Below the title of a help topic that no person has translated' })}</span
          >`
        : nothing
    }
    ${original ? renderToggle(original, context) : nothing}
    ${
      day
        ? html`<time datetime=${topic.updated!}
            >${msg(str`Updated ${day}`, { id: 'fault.updated', desc: 'Below the title of a help topic: the day of its last change, such as May 31, 2026' })}</time
          >`
        : nothing
    }
    ${
      isWeb
        ? renderLink(
            url,
            msg('Source', {
              id: 'fault.source',
              desc: 'Link below the title of a help topic, to the page that it was made from',
            }),
            context,
          )
        : nothing
    }
  </div>`;
}

const renderToggle = ({ shows, toggle }: Original, { msg }: RenderContext): unknown =>
  html`<button type="button" @click=${toggle}>
    ${
      shows
        ? msg('Show the translation', {
            id: 'fault.translation',
            desc: 'Button below the title of a help topic that shows in the language of its author',
          })
        : msg('Show the original', {
            id: 'fault.original',
            desc: 'Button below the title of a help topic that a machine has translated: shows it in the language of its author',
          })
    }
  </button>`;

/** A day is the same everywhere, so it is written without a time zone's say. */
function dayOf(updated: string, locale: string): string | undefined {
  const day = Date.parse(updated.slice(0, 10));
  return Number.isNaN(day)
    ? undefined
    : new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}
