import { html, nothing } from 'lit';
import type { Msg } from '../localization/msg.js';
import type { Alert, Block, Image, Inline, Section, Table } from '../topics/model.js';
import { renderBlocks, renderInlines, type RenderContext } from './blocks.js';
import { renderHeading } from './heading.js';
import { isAllowed } from './link.js';

/** The label of a section, at the top of its panel: for a page without JavaScript, which has no tabs. */
interface PanelLabel {
  type: 'panelLabel';
  label: string;
}

/** The sections of a topic, each with its label inside. */
export const labelled = (sections: readonly Section[]): Section[] =>
  sections.map((section) => {
    const panelLabel: PanelLabel = { type: 'panelLabel', label: section.label };
    return { ...section, body: [panelLabel as unknown as Block, ...section.body] };
  });

/** Renders the nodes that only topics from files hold: tables, code, quotations, remarks, images. */
export function renderRich(node: Block | Inline | PanelLabel, context: RenderContext): unknown {
  switch (node.type) {
    case 'panelLabel':
      return html`<div class="panel-label">${renderHeading(context.headingLevel, node.label)}</div>`;
    case 'table':
      return renderTable(node, context);
    case 'code':
      return html`<pre dir="ltr" tabindex="0"><code>${node.value}</code></pre>`;
    case 'blockquote':
      return html`<blockquote>${renderBlocks(node.children, context)}</blockquote>`;
    case 'thematicBreak':
      return html`<hr />`;
    case 'alert':
      return renderAlert(node, context);
    case 'delete':
      return html`<del>${renderInlines(node.children, context)}</del>`;
    case 'break':
      return html`<br />`;
    case 'image':
      return renderImage(node, context);
    default:
      return nothing;
  }
}

function renderTable({ align, children }: Table, context: RenderContext): unknown {
  const [head, ...rows] = children;
  if (!head) return nothing;
  // It scrolls inside itself, so keys must reach it, and then it needs a name: that of its columns.
  const name = head.children.map((cell) => textOf(cell.children)).join(', ');
  return html`<div class="table" tabindex="0" role="group" aria-label=${name}>
    <table>
      <thead>
        <tr>
          ${head.children.map(
            (cell, column) =>
              html`<th scope="col" class=${align?.[column] ?? ''}>${renderInlines(cell.children, context)}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.children.map(
                (cell, column) =>
                  html`<td class=${align?.[column] ?? ''}>${renderInlines(cell.children, context)}</td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

const textOf = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) => ('value' in inline ? inline.value : 'children' in inline ? textOf(inline.children) : ''))
    .join('');

function renderImage(image: Image, { onRefused }: RenderContext): unknown {
  const { url, alt, title } = image;
  if (isAllowed(url) && !/^\s*(mailto|tel):/i.test(url))
    return html`<img src=${url} alt=${alt ?? ''} title=${title ?? nothing} loading="lazy" />`;
  onRefused(url);
  return alt ?? nothing;
}

function renderAlert(alert: Alert, context: RenderContext): unknown {
  // The style sheet shows the label: it is no word of the topic, so a copied or searched text goes without it.
  return html`<div class="alert ${alert.kind}" role="note" aria-label=${alertLabel(alert.kind, context.msg)}>
    ${renderBlocks(alert.children, context)}
  </div>`;
}

function alertLabel(kind: Alert['kind'], msg: Msg): string {
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
