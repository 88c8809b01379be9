import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { rovingFocus } from '../behaviors/roving-focus.js';
import { fire } from '../events.js';
import { reset } from '../styles/reset.styles.js';
import { tokens } from '../styles/tokens.styles.js';
import { version } from '../version.js';
import type { HelpTab } from './help-tab.js';
import { styles } from './help-tabs.styles.js';
import { oneOf } from './report.js';

export type { HelpEvent, HelpEventDetails } from '../events.js';

/**
 * @summary Symptom tabs: beside the panel where there is room, above it where there is not. Labels are never cut.
 * @tag help-tabs
 * @slot tab - The `help-tab` elements; each puts itself here.
 * @fires {HelpEvent<'help-symptom-change'>} help-symptom-change - The reader chose another tab.
 * @csspart tablist - The list of tabs.
 * @csspart tab - One tab.
 * @cssState empty - There are no tabs.
 */
export class HelpTabs extends LitElement {
  static readonly version = version;
  static override styles = [reset, tokens, styles];

  /** The name of the tab that shows. A name that no tab has is kept for a tab to come; until then the first one shows. */
  @property({ reflect: true }) selected = '';

  /** `tabs` beside the panel, `stacked` above it, `auto` by the room there is. */
  @property() layout: 'auto' | 'tabs' | 'stacked' = 'auto';

  /** Whether moving the focus selects (`auto`) or Enter and Space do (`manual`). */
  @property() activation: 'auto' | 'manual' = 'auto';

  /** What the list of tabs is called, for screen readers. */
  @property() label = '';

  /** The tab that was last asked for, by the page or the reader; it need not be there yet. */
  #wish = '';
  #panels: readonly HelpTab[] = [];
  /** The panels that have a tab: of two with one name the first. */
  #tabs: readonly HelpTab[] = [];
  #lastIndex = 0;

  readonly #internals = this.attachInternals();
  readonly #onKeydown = rovingFocus({
    items: () => this.#buttons,
    onMove: (index) => {
      if (oneOf(this, 'activation', ['auto', 'manual'], this.activation) === 'auto') this.#choose(index);
    },
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('selected')) this.#wish = this.selected;
    this.#settle();
    this.#internals.states[this.#tabs.length > 0 ? 'delete' : 'add']('empty');
  }

  protected override render(): TemplateResult {
    return html`<div class="reset">
      <div class="base ${oneOf(this, 'layout', ['auto', 'tabs', 'stacked'], this.layout)}" part="base">
        <div class="frame">
          ${this.#tabs.length > 0 ? this.#renderList() : nothing}
          <slot name="tab" @slotchange=${this.#onSlotchange} @help-tab-update=${this.#onTabUpdate}></slot>
        </div>
      </div>
    </div>`;
  }

  #renderList(): TemplateResult {
    return html`<div
      class="list"
      part="tablist"
      role="tablist"
      aria-orientation="vertical"
      aria-label=${this.label || nothing}
      @keydown=${this.#onKeydown}
      @click=${this.#onClick}
    >
      ${this.#tabs.map(this.#renderTab)}
    </div>`;
  }

  readonly #renderTab = (tab: HelpTab): TemplateResult => {
    const selected = tab.name === this.selected;
    return html`<button type="button" part="tab" role="tab" aria-selected=${selected} tabindex=${selected ? 0 : -1}>
      ${tab.label || tab.name}
    </button>`;
  };

  protected override updated(): void {
    // References reach outwards from the shadow root to the panels, which ids cannot.
    this.#tabs.forEach((tab, index) => {
      this.#buttons[index]!.ariaControlsElements = [tab];
    });
  }

  get #buttons(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[role=tab]')];
  }

  /** While there are tabs, exactly one is selected: the one asked for, else the one that was, else a neighbour. */
  #settle(): void {
    const names = new Set<string>();
    const tabs = (this.#tabs = this.#panels.filter(({ name }) => !names.has(name) && names.add(name)));
    const named = (wanted: string) => tabs.find(({ name }) => name === wanted);
    const neighbour = tabs[Math.min(this.#lastIndex, tabs.length - 1)];
    const selected = named(this.#wish) ?? named(this.selected) ?? neighbour;
    // Without any, what was asked for waits for a tab to come.
    if (!selected) return void (this.selected = this.#wish);
    this.#lastIndex = tabs.indexOf(selected);
    this.selected = selected.name;
    for (const panel of this.#panels) panel.selected = panel === selected;
  }

  #choose(index: number): void {
    const name = this.#tabs[index]?.name;
    if (name === undefined || name === this.selected) return;
    this.selected = name;
    fire(this, 'help-symptom-change', { symptom: name, trigger: 'user' });
  }

  #onClick(event: Event): void {
    this.#choose(this.#buttons.findIndex((button) => event.composedPath().includes(button)));
  }

  #onSlotchange(event: Event): void {
    const slot = event.currentTarget as HTMLSlotElement;
    this.#panels = slot
      .assignedElements({ flatten: true })
      .filter((element): element is HelpTab => element.localName === 'help-tab');
    this.#panels.forEach((panel, index) => (panel.name ||= `tab-${index + 1}`));
    this.requestUpdate();
  }

  #onTabUpdate(event: Event): void {
    event.stopPropagation();
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'help-tabs': HelpTabs;
  }
}
