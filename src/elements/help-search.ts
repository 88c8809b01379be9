import { html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { ownKeys } from '../behaviors/own-keys.js';
import { isShortcut, namesShortcut } from '../behaviors/shortcut.js';
import { fire } from '../events.js';
import { openIndex, type IndexResult, type SearchResult } from '../search.js';
import { buttons } from '../styles/button.styles.js';
import { links } from '../styles/link.styles.js';
import { reset } from '../styles/reset.styles.js';
import { tokens } from '../styles/tokens.styles.js';
import type { Fault } from '../topics.js';
import { HelpElement } from './help-element.js';
import { styles } from './help-search.styles.js';
import { icons } from './icons.js';
import { PackSource } from './pack-source.js';
import { contextOf } from './page-context.js';
import { report } from './report.js';
import { hitsOf, renderOutcome, summaryOf } from './search-results.js';
import { faultMessage } from './topic-faults.js';

/** Milliseconds without a key before a search starts. */
const pause = 80;
/** Milliseconds after which the reader has stopped: then the count is read out, and the page hears of the search. */
const settled = 600;

/**
 * @summary A search box over a pack of topics. It searches on the page; the index loads when the box is first focused.
 * @tag help-search
 * @slot - What a page without JavaScript shows, such as a link to your help pages.
 * @fires {HelpEvent<'help-ready'>} help-ready - The element has painted for the first time.
 * @fires {HelpEvent<'help-search'>} help-search - The reader has searched; with `resultCount: 0` where nothing was found.
 * @fires {HelpEvent<'help-search-select'>} help-search-select - The reader chose a result.
 * @fires {HelpEvent<'help-link-click'>} help-link-click - The contact was activated; cancelable.
 * @fires {HelpEvent<'help-error'>} help-error - The pack, its index or an attribute could not be used.
 * @csspart base - The box around everything.
 * @csspart field - The box with the text.
 * @csspart popup - What shows below it.
 * @csspart results - The list of results.
 * @csspart result - One result.
 * @csspart link - The contact.
 * @cssState filled - There is a text in the box.
 */
export class HelpSearch extends HelpElement {
  static override styles = [reset, tokens, buttons, links, styles];

  protected static override readonly parts = ['fault', 'center'];

  /** The address of the pack: of `pack.json`, or of its folder. */
  @property() src?: string | null;

  /** What is searched for. */
  @property() query = '';

  /** The most results to show. */
  @property({ type: Number }) limit = 10;

  /** A key that brings the focus here, such as `/` or `Control+k`; off while the reader types. */
  @property() shortcut?: string | null;

  /** Where the reader is: a path of the app, or tags between commas. What fits it comes first. */
  @property() context?: string | null;

  /** Shows the results in the flow of the page and keeps them there, rather than over what stands below. */
  @property({ type: Boolean }) inline = false;

  /** Where the reader finds help when nothing is found: an address of mail, telephone or web. */
  @property({ attribute: 'contact-href' }) contactHref?: string | null;

  readonly #internals = this.attachInternals();
  readonly #source = new PackSource(this, () => this.msg);
  #result: SearchResult | undefined;
  #fault: Fault | undefined;
  /** The place of the result that the arrow keys have reached; -1 while they are in the text. */
  #active = -1;
  #hasFocus = false;
  #dismissed = false;
  /** Enter came before the answer. */
  #hurried = false;
  /** What is read out. */
  #spoken = '';
  #language: string | undefined;
  #running: AbortController | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #page: Document | undefined;

  get #input(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  get #isOpen(): boolean {
    if (!this.query.trim() || !(this.#running || this.#result || this.#fault)) return false;
    return this.inline || (this.#hasFocus && !this.#dismissed);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#page = this.ownerDocument;
    this.#page.addEventListener('keydown', this.#onPageKeydown);
    if (this.hasUpdated && this.query && !this.#result) this.#schedule();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#page?.removeEventListener('keydown', this.#onPageKeydown);
    this.#stop();
  }

  override focus(options?: FocusOptions): void {
    this.#input?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('shortcut') && this.shortcut && !namesShortcut(this.shortcut))
      report(this, 'bad-attribute', `shortcut="${this.shortcut}" names no key`);
    if (changed.has('src')) this.#source.reset();
    const { language } = this.#source;
    const again = this.hasUpdated && (changed.has('src') || changed.has('context') || language !== this.#language);
    this.#language = language;
    if (changed.has('query') || changed.has('limit') || again) this.#schedule();
    this.#internals.states[this.query.trim() ? 'add' : 'delete']('filled');
  }

  protected override renderContent(): unknown {
    const name = this.msg('Search the help', { id: 'center.search', desc: 'Name of a search box, and shown in it' });
    const clear = this.msg('Clear', { id: 'center.search.clear', desc: 'Button that empties the search box' });
    const open = this.#isOpen;
    const { length } = hitsOf(this.#result);
    return html`<div
      class="search ${this.inline ? 'inline' : ''}"
      role="search"
      @click=${this.#onClick}
      @keydown=${this.#onKeydown}
      @keypress=${ownKeys}
      @keyup=${ownKeys}
      @focusin=${this.#onFocusin}
      @focusout=${this.#onFocusout}
    >
      <div class="field" part="field">
        ${icons.search}
        <input
          type="text"
          role="combobox"
          inputmode="search"
          enterkeyhint="search"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          aria-label=${name}
          placeholder=${name}
          aria-autocomplete="list"
          aria-expanded=${open && length > 0}
          aria-controls=${open && length ? 'results' : nothing}
          aria-activedescendant=${open && this.#active >= 0 ? `result-${this.#active}` : nothing}
          .value=${this.query}
          @input=${this.#onInput}
          @compositionend=${this.#onInput}
        />
        <button type="button" class="icon" aria-label=${clear} ?hidden=${!this.query} @click=${this.#onClear}>
          ${icons.close}
        </button>
      </div>
      <div class="popup" part="popup" ?hidden=${!open}>${open ? this.#renderOutcome() : nothing}</div>
      <div class="spoken" role="status">${this.#spoken}</div>
    </div>`;
  }

  #renderOutcome(): unknown {
    return renderOutcome({
      query: this.query.trim(),
      result: this.#result,
      fault: this.#fault,
      active: this.#active,
      contactHref: this.contactHref,
      linkContext: this.linkContext,
      msg: this.msg,
      retry: () => this.retry(),
    });
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }

  override retry(): void {
    super.retry();
    this.#schedule();
  }

  #stop(): void {
    this.#running?.abort();
    this.#running = undefined;
    clearTimeout(this.#pause);
    clearTimeout(this.#rest);
  }

  #schedule(): void {
    this.#stop();
    this.#active = -1;
    this.#hurried = false;
    this.#fault = undefined;
    if (!this.query.trim()) {
      this.#result = undefined;
      this.#spoken = '';
    } else if (this.isConnected) {
      const running = (this.#running = new AbortController());
      this.#pause = setTimeout(() => void this.#search(running), pause);
    }
    this.requestUpdate();
  }

  /** What showed before stays until the answer is here. */
  async #search(running: AbortController): Promise<void> {
    const opened = await this.#ready();
    if (running !== this.#running) return;
    const { limit, context } = this;
    const result =
      opened?.ok &&
      (await opened.index.search(this.query, {
        limit: limit > 0 ? limit : 10,
        context: contextOf(context),
        signal: running.signal,
      }));
    if (running !== this.#running) return;
    this.#running = undefined;
    this.#fault = result ? result.fault : opened?.ok === false ? opened.fault : this.#source.fault;
    this.#result = result && !result.fault ? result : undefined;
    if (result && !result.fault) this.#rest = setTimeout(() => this.#settle(), settled);
    else if (this.#fault && this.#fault !== this.#source.fault)
      report(this, this.#fault.code, `${faultMessage(this.#fault.code, this.msg)} ${this.#fault.detail}`);
    if (this.#fault) this.#spoken = faultMessage(this.#fault.code, this.msg);
    if (this.#hurried) this.#chooseFirst();
    this.requestUpdate();
  }

  /** The index for the reader's language. It is loaded once, whoever asks. */
  async #ready(): Promise<IndexResult | undefined> {
    const pack = this.#source.pack ?? (await this.#source.open());
    return pack && openIndex(pack, this.#source.language ?? 'en');
  }

  /** The reader has stopped, or chosen. */
  #settle(): void {
    clearTimeout(this.#rest);
    this.#rest = undefined;
    if (!this.#result) return;
    this.#spoken = summaryOf(this.query.trim(), this.#result, this.msg, this.localization.locale);
    this.requestUpdate();
    fire(this, 'help-search', { query: this.query.trim(), resultCount: this.#result.total });
  }

  #select(index: number): void {
    const hit = hitsOf(this.#result)[index];
    if (!hit) return;
    if (this.#rest) this.#settle();
    this.#dismissed = true;
    this.requestUpdate();
    fire(this, 'help-search-select', { query: this.query.trim(), rank: index + 1, topic: hit.id });
  }

  #chooseFirst(): void {
    if (this.#result?.results.length) this.#select(0);
  }

  readonly #onInput = (event: Event): void => {
    const { isComposing } = event as InputEvent;
    // Half a syllable is no word; what is meant comes when the composition ends.
    if (isComposing) return;
    this.#dismissed = false;
    this.query = (event.target as HTMLInputElement).value;
  };

  readonly #onClear = (): void => {
    this.query = '';
    this.focus();
  };

  readonly #onClick = (event: Event): void => {
    const option = (event.target as Element).closest<HTMLElement>('[data-index]');
    if (option) this.#select(Number(option.dataset['index']));
  };

  readonly #onFocusin = (): void => {
    this.#hasFocus = true;
    this.#dismissed = false;
    void this.#ready();
    this.requestUpdate();
  };

  readonly #onFocusout = (event: FocusEvent): void => {
    if (event.relatedTarget instanceof Node && this.renderRoot.contains(event.relatedTarget)) return;
    this.#hasFocus = false;
    this.requestUpdate();
  };

  readonly #onPageKeydown = (event: KeyboardEvent): void => {
    if (!this.shortcut || !isShortcut(event, this.shortcut) || !this.checkVisibility()) return;
    event.preventDefault();
    this.focus();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    ownKeys(event);
    if (event.isComposing || event.target !== this.#input || !this.#act(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    this.requestUpdate();
  };

  /** What a key does; `false` if it is the text's, or the page's. */
  #act(key: string): boolean {
    const count = this.#isOpen ? hitsOf(this.#result).length : 0;
    switch (key) {
      case 'ArrowDown':
      case 'ArrowUp':
        this.#dismissed = false;
        // From the text into the list, and from its end back into the text.
        if (count) this.#active = ((this.#active + (key === 'ArrowDown' ? 1 : -1) + count + 2) % (count + 1)) - 1;
        return true;
      case 'Enter':
        // An answer to half of the text is none.
        if (this.#running) this.#hurried = true;
        else if (this.#active >= 0) this.#select(this.#active);
        else this.#chooseFirst();
        return true;
      case 'Escape':
        if (!this.query) return false;
        if (this.#isOpen && !this.inline) this.#dismissed = true;
        else this.query = '';
        return true;
      default:
        return false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'help-search': HelpSearch;
  }
}
