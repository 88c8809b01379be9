import { html, nothing } from 'lit';
import { str, type Msg } from '../localization/msg.js';
import type { Block, Inline, LinkItem, List, ListItem } from '../topics/model.js';
import { renderHeading } from './heading.js';
import { renderLink, type LinkContext } from './link.js';

/** What the blocks of a topic need to know of the element that shows them. */
export interface RenderContext extends LinkContext {
  msg: Msg;
  /** The language, for numbers. */
  locale: string;
  /** The level of the topic's title; a heading of depth 2 is one level below. */
  headingLevel: number;
  /** Tells the checks of one section from those of another. */
  section: string;
  /** How many checks of the section had no id so far: their place is their name. */
  unnamed: number;
  /** Whether the reader has ticked a check off; `undefined` while they have not touched it. */
  isDone: (section: string, check: string) => boolean | undefined;
  /** Renders the nodes that anyone's help may hold and the flagship's never does, so that it need not carry them. */
  renderRich?: (node: Block | Inline, context: RenderContext) => unknown;
}

/** Turns blocks into templates. */
export const renderBlocks = (blocks: readonly Block[] | undefined, context: RenderContext): unknown =>
  blocks?.map((block) => renderBlock(block, context));

function renderBlock(block: Block, context: RenderContext): unknown {
  switch (block.type) {
    case 'paragraph':
      return html`<p>${renderInlines(block.children, context)}</p>`;
    case 'heading':
      return renderHeading(context.headingLevel + block.depth - 1, renderInlines(block.children, context));
    case 'list':
      return isChecklist(block) ? renderChecks(block, context) : renderList(block, context);
    case 'links':
      return renderLinks(block.items, context);
    default:
      return context.renderRich?.(block, context);
  }
}

/** Turns running text into templates. */
export const renderInlines = (inlines: readonly Inline[], context: RenderContext): unknown =>
  inlines.map((inline) => renderInline(inline, context));

function renderInline(inline: Inline, context: RenderContext): unknown {
  switch (inline.type) {
    case 'text':
      return inline.value;
    case 'emphasis':
      return html`<em>${renderInlines(inline.children, context)}</em>`;
    case 'strong':
      return html`<strong>${renderInlines(inline.children, context)}</strong>`;
    case 'inlineCode':
      return html`<code dir="ltr">${inline.value}</code>`;
    case 'link':
      return renderLink(inline.url, renderInlines(inline.children, context), context, inline.title);
    default:
      return context.renderRich?.(inline, context);
  }
}

/** A list of links, each with its description below. */
export const renderLinks = (items: readonly LinkItem[], context: LinkContext): unknown =>
  html`<ul class="links" part="links">
    ${items.map(
      ({ label, href, description }) =>
        html`<li>
          ${renderLink(href, label, context)}${description ? html`<span class="description">${description}</span>` : nothing}
        </li>`,
    )}
  </ul>`;

const isChecklist = (list: List): boolean => list.children.some((item) => typeof item.checked === 'boolean');

function renderChecks(list: List, context: RenderContext): unknown {
  const { section, isDone, msg, locale } = context;
  const items = list.children.map((item) => {
    const name = item.id ?? String(++context.unnamed);
    return { item, name, done: isDone(section, name) ?? item.checked === true };
  });
  const done = items.filter((item) => item.done).length.toLocaleString(locale);
  const total = items.length.toLocaleString(locale);
  return html`<p class="progress" lang=${locale} dir="auto">
      ${msg(str`${done} of ${total} done`, {
        id: 'ui.checks.progress',
        desc: 'Above a list of checks: how many the reader has ticked off, then how many there are',
      })}
    </p>
    <ol class="checks" part="checks">
      ${items.map(({ item, name, done }) => {
        const id = `check-${section}-${name}`;
        const [first, ...rest] = item.children;
        // The label is the check's first paragraph, and no more: what follows holds links.
        const label = first?.type === 'paragraph' ? renderInlines(first.children, context) : name;
        return html`<li class="check" part="check">
          <input type="checkbox" id=${id} data-section=${section} data-check=${name} .checked=${done} />
          <div>
            <label for=${id}>${label}</label>
            ${renderBlocks(first?.type === 'paragraph' ? rest : item.children, context)}
          </div>
        </li>`;
      })}
    </ol>`;
}

function renderList(list: List, context: RenderContext): unknown {
  const items = list.children.map((item) => html`<li>${renderItem(item, context)}</li>`);
  return list.ordered
    ? html`<ol start=${list.start ?? nothing}>
        ${items}
      </ol>`
    : html`<ul>
        ${items}
      </ul>`;
}

/** An item of one paragraph shows without it, as in a tight Markdown list. */
const renderItem = ({ children }: ListItem, context: RenderContext): unknown =>
  children.map((child, index) =>
    child.type === 'paragraph' && index === 0 ? renderInlines(child.children, context) : renderBlock(child, context),
  );
