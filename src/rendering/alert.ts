import { html } from 'lit';
import type { Msg } from '../localization/msg.js';
import type { Alert } from '../topics/model.js';
import { renderBlocks, type RenderContext } from './blocks.js';

/** Lines on a field of 16 by 16. Each has a shape of its own, and none a direction. */
const icons: Record<Alert['kind'], string> = {
  note: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13z M8 7.25v4 M8 4.75v.01',
  tip: 'M6 12h4 M6.5 14.5h3 M6 12c0-2-2.25-2.75-2.25-5.75a4.25 4.25 0 1 1 8.5 0c0 3-2.25 3.75-2.25 5.75',
  important: 'M8 1l7 7l-7 7l-7-7z M8 4.75v3.75 M8 11.25v.01',
  warning: 'M8 1.75l6.75 12.5h-13.5z M8 6.25v3.75 M8 12.25v.01',
  caution: 'M5.25 1.5h5.5l3.75 3.75v5.5l-3.75 3.75h-5.5l-3.75-3.75v-5.5z M5.75 5.75l4.5 4.5 M10.25 5.75l-4.5 4.5',
};

/** A passage that stands out. */
export function renderAlert({ kind, children }: Alert, context: RenderContext): unknown {
  // The style sheet shows the label: it is no word of the topic, so a copied or searched text goes without it.
  return html`<div class="alert ${kind}" role="note" aria-label=${labelOf(kind, context.msg)}>
    <svg viewBox="0 0 16 16" aria-hidden="true"><path d=${icons[kind]} /></svg>
    ${renderBlocks(children, context)}
  </div>`;
}

function labelOf(kind: Alert['kind'], msg: Msg): string {
  switch (kind) {
    case 'tip':
      return msg('Tip', { id: 'ui.alert.tip', desc: 'Label above a boxed remark that helps' });
    case 'important':
      return msg('Important', {
        id: 'ui.alert.important',
        desc: 'Label above a boxed remark that the reader must know',
      });
    case 'warning':
      return msg('Warning', { id: 'ui.alert.warning', desc: 'Label above a boxed remark about a risk' });
    case 'caution':
      return msg('Caution', { id: 'ui.alert.caution', desc: 'Label above a boxed remark about harm that can be done' });
    default:
      return msg('Note', { id: 'ui.alert.note', desc: 'Label above a boxed remark' });
  }
}
