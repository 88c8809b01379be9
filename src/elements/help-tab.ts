import { ReactiveElement } from 'lit';
import { property } from 'lit/decorators.js';
import { version } from '../version.js';

/**
 * @summary One symptom: its label becomes a tab, its content the panel.
 * @tag help-tab
 * @slot - The content of the panel.
 * @cssState selected - The panel that shows.
 */
export class HelpTab extends ReactiveElement {
  static readonly version = version;

  /** Names the tab for `selected`, `symptom` and events; unique among its neighbours. */
  @property({ reflect: true }) name = '';

  /** The text of the tab: a whole sentence, never cut. */
  @property() label = '';

  readonly #internals = this.attachInternals();
  #ownLabel = true;

  /** Whether this is the panel that shows; set by `help-tabs`. */
  set selected(selected: boolean) {
    this.hidden = !selected;
    if (selected) this.#internals.states.add('selected');
    else this.#internals.states.delete('selected');
  }

  get selected(): boolean {
    return this.#internals.states.has('selected');
  }

  // The content is the author's and stays in the page: a panel needs no shadow root of its own.
  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // As attributes, since tools and helpers of all kinds read those; each only where the author has not spoken.
    this.slot ||= 'tab';
    this.role ??= 'tabpanel';
    if (!this.hasAttribute('tabindex')) this.tabIndex = 0;
    this.#ownLabel = !this.ariaLabel || this.ariaLabel === this.label;
  }

  protected override updated(): void {
    if (this.#ownLabel) this.ariaLabel = this.label;
    // The tab set shows the label; it hears of a change by this event, which never leaves the two.
    this.dispatchEvent(new Event('help-tab-update', { bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'help-tab': HelpTab;
  }
}
