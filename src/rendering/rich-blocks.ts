import { html, nothing } from 'lit';
import type { Block, Image, Inline, Table } from '../topics/model.js';
import { renderAlert } from './alert.js';
import type { Arranged } from './arrange.js';
import { renderBlocks, renderInlines, type RenderContext } from './blocks.js';
import { renderCode } from './code-block.js';
import { renderHeading } from './heading.js';
import { isAllowed } from './link.js';

/** Renders the nodes that only topics from files hold: tables, code, quotations, remarks, images. */
export function renderRich(node: Block | Inline | Arranged, context: RenderContext): unknown {
  switch (node.type) {
    case 'whole':
      return html`${
        node.label === undefined
          ? nothing
          : html`<div class="panel-label">${renderHeading(context.headingLevel, node.label)}</div>`
      }${renderBlocks(node.children, context)}`;
    case 'onlySection': {
      const { id, body } = node.section;
      const inside = { ...context, section: id, headingLevel: context.headingLevel + 1 };
      return html`<section class="only" part="panel">${renderBlocks(body, inside)}</section>`;
    }
    case 'figure':
      return html`<figure>
        ${renderImage(node.image, context)}
        <figcaption>${node.title}</figcaption>
      </figure>`;
    case 'table':
      return renderTable(node, context);
    case 'code':
      return renderCode(node, context);
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
  const { url, alt, title, width, height } = image;
  // Neither mail nor a telephone is a picture, however a browser reads their addresses.
  if (isAllowed(url) && /^https?:/.test(new URL(url, 'https://base.invalid/').protocol))
    return html`<img
      src=${url}
      alt=${alt ?? ''}
      title=${title ?? nothing}
      width=${width ?? nothing}
      height=${height ?? nothing}
      loading="lazy"
      @load=${onImage}
      @error=${onImage}
    />`;
  onRefused(url);
  return alt ?? nothing;
}

/** In place of a picture that does not come stands what it shows: as running text, not cut to the picture's size. */
const onImage = ({ type, currentTarget }: Event): void =>
  void (currentTarget as Element).classList.toggle('missing', type === 'error');
