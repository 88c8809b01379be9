import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { fire, type HelpEvent } from '../events.js';
import { directionOf } from '../localization/negotiate.js';
import { renderBlocks, renderLinks, type RenderContext } from '../rendering/blocks.js';
import { renderHeading } from '../rendering/heading.js';
import { renderLink } from '../rendering/link.js';
import { links } from '../styles/link.styles.js';
import { prose } from '../styles/prose.styles.js';
import { reset } from '../styles/reset.styles.js';
import { tokens } from '../styles/tokens.styles.js';
import type { Block, LinkItem, Section } from '../topics/model.js';
import { HelpElement } from './help-element.js';
import type { HelpTabs } from './help-tabs.js';
import { oneOf, report } from './report.js';
import { styles } from './topic-view.styles.js';

/** What a topic view shows, from top to bottom. */
export interface TopicContent {
  id: string;
  /** The language of the content, where it is not the element's own. */
  lang?: string | undefined;
  title: string;
  intro?: Block[];
  body?: Block[] | undefined;
  setup?: { label: string; body: Block[] } | undefined;
  /** What the list of tabs is called. */
  sectionsLabel?: string;
  sections: Section[];
  resources?: { label: string; items: LinkItem[] } | undefined;
}

/** Shows a topic: heading, introduction, sections as tabs, resources. What the topic is, a subclass says. */
export abstract class TopicView extends HelpElement {
  static override styles = [reset, tokens, links, prose, styles];

  /** Tabs beside the panel (`tabs`), above it (`stacked`), or by the room there is (`auto`). */
  @property() layout: 'auto' | 'tabs' | 'stacked' = 'auto';

  /** Where the reader finds help that this page can't give: an address of mail, telephone or web. */
  @property({ attribute: 'contact-href' }) contactHref?: string | null;

  readonly #done = new Map<string, boolean>();
  #viewed = '';
  #shown = '';

  /** What to show; nothing while it is loading or after it has failed. */
  protected abstract get content(): TopicContent | undefined;

  /** The section that shows, under the name that the element's public attribute has. */
  protected abstract selected: string;

  /** The name of that attribute. */
  protected abstract readonly selectedName: string;

  protected override renderContent(): unknown {
    const { content } = this;
    if (!content) return html`<slot></slot>`;
    const { title, intro, body, setup, sections, resources, lang } = content;
    const { level } = this;
    // A section, so that its header and footer are no landmarks of the page's.
    return html`<section
      class="topic"
      lang=${lang ?? nothing}
      dir=${lang ? directionOf(lang) : nothing}
      @change=${this.#onChange}
    >
      <header>
        <slot name="heading">${renderHeading(level, title, 'heading')}</slot>
        <slot name="intro"
          >${intro ? html`<div class="intro" part="intro">${renderBlocks(intro, this.context(''))}</div>` : nothing}</slot
        >
      </header>
      <div class="notice" aria-live="polite">${this.renderExtras('notice')}</div>
      ${body ? html`<div class="body">${renderBlocks(body, this.context(''))}</div>` : nothing}
      ${
        setup
          ? html`<section class="setup" part="setup">
              ${renderHeading(level + 1, setup.label)} ${renderBlocks(setup.body, this.context('setup'))}
            </section>`
          : nothing
      }
      ${this.#renderSections(content, sections, level)} ${this.renderExtras('middle')}
      ${
        resources?.items.length
          ? html`<section class="resources" part="resources">
              ${renderHeading(level + 1, resources.label)} ${renderLinks(resources.items, this.context('resources'))}
            </section>`
          : nothing
      }
      ${this.renderExtras('end')} ${this.#renderFooter()}
    </section>`;
  }

  /** What stands above the topic's own content, below its sections, and at its end. */
  protected renderExtras(_place: 'notice' | 'middle' | 'end'): unknown {
    return nothing;
  }

  #renderSections(content: TopicContent, sections: readonly Section[], level: number): TemplateResult {
    return html`<section class="sections">
      ${content.sectionsLabel ? renderHeading(level + 1, content.sectionsLabel) : nothing}
      <help-tabs
        exportparts="tablist, tab"
        label=${content.sectionsLabel ?? content.title}
        layout=${oneOf(this, 'layout', ['auto', 'tabs', 'stacked'], this.layout)}
        .selected=${this.selected}
        @help-symptom-change=${this.#onTabChange}
      >
        ${sections.map(
          ({ id, label, body }) =>
            html`<help-tab class="panel" slot="tab" part="panel" name=${id} label=${label}
              >${renderBlocks(body, this.context(id, level + 1))}</help-tab
            >`,
        )}
        <slot name="tab" slot="tab" @slotchange=${() => this.requestUpdate()}></slot>
      </help-tabs>
    </section>`;
  }

  #renderFooter(): TemplateResult {
    const contact = this.msg('Still stuck? Contact support', {
      id: 'ui.contact',
      desc: 'Link at the end of the help, to the address that the page names for support',
    });
    return html`<footer part="footer">
      ${this.contactHref ? html`<p>${renderLink(this.contactHref, contact, this.context('footer'))}</p>` : nothing}
      <slot name="footer"></slot>
    </footer>`;
  }

  /** What the blocks of a section need to know. */
  protected context(section: string, headingLevel = this.level): RenderContext {
    return {
      ...this.linkContext,
      msg: this.msg,
      locale: this.localization.locale,
      headingLevel,
      section,
      unnamed: 0,
      isDone: (...key) => this.#done.get(key.join('/')),
    };
  }

  protected override willUpdate(_changed: PropertyValues): void {
    // A reader of the property finds the section that shows, also when the page named none.
    this.selected ||= this.content?.sections[0]?.id ?? '';
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { content } = this;
    if (!content) return;
    void this.#readSelection();
    const view = `${content.id} ${this.localization.locale}`;
    if (view !== this.#viewed) {
      this.#viewed = view;
      fire(this, 'help-topic-view', { topic: content.id, locale: this.localization.locale });
    }
  }

  /** The tab set knows the author's tabs too, and which one shows where the name that was asked for is unknown. */
  async #readSelection(): Promise<void> {
    const tabs = this.renderRoot.querySelector<HelpTabs>('help-tabs');
    // A task later: slots tell of their elements after the first update.
    await new Promise((done) => setTimeout(done));
    const shown = tabs?.selected;
    // What was asked for since then has not reached the tab set yet; its own update reads again.
    if (!shown || this.isUpdatePending) return;
    // A tab that has shown and is gone is no mistake of the page's.
    if (![shown, this.#shown].includes(this.selected) && document.readyState !== 'loading')
      report(this, 'bad-attribute', `${this.selectedName}="${this.selected}" names no tab`);
    this.selected = this.#shown = shown;
  }

  #onTabChange(event: HelpEvent<'help-symptom-change'>): void {
    // A tab set within a panel speaks for itself.
    if (event.target === event.currentTarget) this.selected = event.detail.symptom;
  }

  protected override placeOf(link: Element): ReturnType<HelpElement['placeOf']> {
    const panel = link.closest('help-tab');
    return {
      place: panel ?? link.closest('section, header, footer') ?? this.renderRoot,
      topic: this.content?.id,
      section: panel ? this.selected : undefined,
    };
  }

  #onChange(event: Event): void {
    const box = event.target as HTMLInputElement;
    const { section, check } = box.dataset;
    if (section === undefined || check === undefined) return;
    this.#done.set(`${section}/${check}`, box.checked);
    this.requestUpdate();
    fire(this, 'help-check', { topic: this.content?.id ?? '', section, check, done: box.checked });
  }
}
