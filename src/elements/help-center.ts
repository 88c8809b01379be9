import { html, isServer, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { scrollerOf } from '../behaviors/deep-dom.js';
import { followPage, pagePath } from '../behaviors/follow-page.js';
import { HashLink } from '../behaviors/hash-link.js';
import type { HelpEvent } from '../events.js';
import { buttons } from '../styles/button.styles.js';
import { links } from '../styles/link.styles.js';
import { reset } from '../styles/reset.styles.js';
import { tokens } from '../styles/tokens.styles.js';
import type { Pack } from '../topics.js';
import { nameOf, renderGroup, renderHome, renderWay, type CenterView } from './center-views.js';
import { loadingWord, retryWord } from './center-words.js';
import { styles } from './help-center.styles.js';
import { HelpElement } from './help-element.js';
import type { HelpSearch } from './help-search.js';
import type { HelpTopic } from './help-topic.js';
import { home, keyOf, topicAt, topicOf, type Place } from './pack-places.js';
import { PackSource } from './pack-source.js';
import { contextOf } from './page-context.js';
import { faultMessage } from './topic-faults.js';

/** What “Back” restores: the place, how far it was scrolled, and what had the focus. */
interface Step {
  place: Place;
  scroll: number;
  focus?: string | undefined;
}

/**
 * @summary A help center over a pack of topics: search, what fits this page, browse by group, read, and back to where you were.
 * @tag help-center
 * @slot - What a page without JavaScript shows, such as a link to your help pages.
 * @fires {HelpEvent<'help-ready'>} help-ready - The element has painted for the first time.
 * @fires {HelpEvent<'help-topic-view'>} help-topic-view - A topic shows.
 * @fires {HelpEvent<'help-search'>} help-search - The reader has searched; with `resultCount: 0` where nothing was found.
 * @fires {HelpEvent<'help-search-select'>} help-search-select - The reader chose a result.
 * @fires {HelpEvent<'help-feedback'>} help-feedback - The reader said whether a topic was helpful.
 * @fires {HelpEvent<'help-link-click'>} help-link-click - A link was activated; cancelable.
 * @fires {HelpEvent<'help-error'>} help-error - The pack, a topic or an attribute could not be used.
 * @csspart base - The box around everything.
 * @csspart heading - The heading of a view.
 * @csspart list - A list of topics or groups.
 * @csspart item - One topic or group.
 * @csspart crumbs - Where the reader is.
 * @csspart link - The contact.
 */
export class HelpCenter extends HelpElement {
  static override styles = [reset, tokens, buttons, links, styles];

  protected static override readonly parts = ['fault', 'center'];

  /** The address of the pack: of `pack.json`, or of its folder. */
  @property() src?: string | null;

  /** The topic that shows, by id, alias or code; empty while none does. */
  @property({ reflect: true }) topic = '';

  /**
   * Where the reader is: a path of the app, or tags between commas; what fits it is offered first. `auto` follows the
   * address of the page, also in an app that changes it without loading.
   */
  @property() context?: string | null;

  /** Keeps the topic in the hash of the page's address, as `#help=id`, or `#/path?help=id` where a hash router has its own there. */
  @property({ type: Boolean, attribute: 'deep-link' }) deepLink = false;

  /** Where the reader finds help that is not here: an address of mail, telephone or web. */
  @property({ attribute: 'contact-href' }) contactHref?: string | null;

  /** Doesn't ask whether a topic was helpful. */
  @property({ type: Boolean, attribute: 'without-feedback' }) withoutFeedback = false;

  readonly #source = new PackSource(this, () => this.msg);
  readonly #hash = new HashLink((topic) => this.#onHash(topic));
  #place = home;
  #trail: Step[] = [];
  /** Nothing loads before the element can be seen. */
  #awake = false;
  #seen: IntersectionObserver | undefined;
  #page: Document | undefined;
  #unfollow: (() => void) | undefined;

  get #search(): HelpSearch | null {
    return this.renderRoot.querySelector('help-search');
  }

  get #pageContext(): string | null | undefined {
    return this.context === 'auto' ? pagePath() : this.context;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#seen ??= new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.#wake();
    });
    if (!this.#awake) this.#seen.observe(this);
    this.#page = this.ownerDocument;
    this.#page.addEventListener('help-open', this.#onLauncher);
    this.#page.addEventListener('help-close', this.#onLauncher);
    if (!this.hasUpdated) return;
    this.#follow();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#seen?.disconnect();
    this.#page?.removeEventListener('help-open', this.#onLauncher);
    this.#page?.removeEventListener('help-close', this.#onLauncher);
    this.#unfollow?.();
    this.#hash.stop();
  }

  /** Shows a topic, by id, alias or code, and brings the focus to it. */
  async showTopic(name: string): Promise<void> {
    this.#wake();
    const pack = this.#source.pack ?? (await this.#source.open());
    await this.#go({ view: 'topic', id: pack?.find(name)[0] ?? name }, true);
  }

  /** Searches, and brings the focus to the search box. */
  async search(query: string): Promise<void> {
    this.#wake();
    await this.#source.open();
    await this.#go(home, false);
    const search = this.#search;
    if (!search) return;
    search.query = query;
    await search.updateComplete;
    search.focus();
  }

  /** Whether there is a topic of that name: an id, an alias or a code. Opens the pack. */
  async has(name: string): Promise<boolean> {
    const pack = this.#source.pack ?? (await this.#source.open());
    return (pack?.find(name).length ?? 0) > 0;
  }

  override focus(options?: FocusOptions): void {
    if (this.#search?.checkVisibility()) this.#search.focus(options);
    else this.renderRoot.querySelector<HTMLElement>('.view')?.focus(options);
  }

  override retry(): void {
    super.retry();
    void this.#source.open();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('src')) {
      this.#source.reset();
      if (this.hasUpdated) this.#place = home;
    }
    const { pack, fault } = this.#source;
    if (this.#awake && this.src && !pack && !fault) void this.#source.open();
    // The page has set it; the focus stays with the page.
    if (!isServer && changed.has('topic') && this.topic !== topicOf(this.#place))
      void this.#go(topicAt(this.topic), false);
    // An alias or a code is known as a topic as soon as the pack is there.
    const [id] = this.#place.view === 'topic' && pack ? pack.find(this.#place.id) : [];
    if (id !== undefined && id !== this.#place.id) this.#place = topicAt(id);
    if (!isServer) this.topic = topicOf(this.#place);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('context') || changed.has('deepLink')) this.#follow();
  }

  /** Looks at the page's address where that matters. */
  #follow(): void {
    // An update may come after the element has left the page.
    if (!this.isConnected) return;
    this.#unfollow?.();
    this.#unfollow = this.context === 'auto' ? followPage(() => this.requestUpdate()) : undefined;
    if (this.deepLink) this.#hash.start();
    else this.#hash.stop();
  }

  #wake(): void {
    this.#awake = true;
    this.#seen?.disconnect();
    this.requestUpdate();
  }

  protected override renderContent(): unknown {
    const { pack } = this.#source;
    if (!pack || !this.#awake)
      return html`<div class="status" role="status">${this.#renderStatus()}</div>
        <slot></slot>`;
    const { view } = this.#place;
    const { language } = this.#source;
    const center: CenterView = {
      pack,
      place: this.#place,
      language,
      context: contextOf(this.#pageContext),
      level: this.level,
      contactHref: this.contactHref,
      linkContext: this.linkContext,
      msg: this.msg,
      go: (place) => void this.#go(place, true),
      back: this.#onBack,
    };
    // Our own words may be in another language than the reader's: the parts look for that one themselves.
    return html`<help-search
        inline
        ?hidden=${view === 'topic' || !pack.search}
        .src=${this.src}
        lang=${language ?? nothing}
        .context=${this.#pageContext}
        .contactHref=${this.contactHref}
        link-target=${this.linkTarget}
        @help-search-select=${this.#onSelect}
      ></help-search>
      <section class="view ${view}" tabindex="-1" aria-label=${nameOf(center, this.#place).title}>
        ${view === 'home' ? renderHome(center) : renderWay(center)} ${view === 'group' ? renderGroup(center) : nothing}
        ${view === 'topic' ? this.#renderTopic(pack) : nothing}
      </section>`;
  }

  #renderStatus(): unknown {
    const { fault, isLoading } = this.#source;
    if (isLoading) return loadingWord(this.msg);
    if (!fault) return nothing;
    return html`<p>${faultMessage(fault.code, this.msg)}</p>
      <button type="button" @click=${() => this.retry()}>${retryWord(this.msg)}</button>`;
  }

  #renderTopic(pack: Pack): unknown {
    const { id, src = `${pack.url}#${encodeURIComponent(id)}` } = this.#place;
    const { language } = this.#source;
    return html`<help-topic
        id="topic"
        frameless
        src=${src}
        lang=${language ?? nothing}
        heading-level=${this.level}
        link-target=${this.linkTarget}
        .contactHref=${this.contactHref}
        @help-topic-view=${this.#onView}
      ></help-topic>
      ${this.withoutFeedback ? nothing : html`<help-feedback for="topic" lang=${language ?? nothing}></help-feedback>`}`;
  }

  /** Leads to another place; what is left behind is kept for the way back, unless this is the way back. */
  async #go(place: Place, takesFocus: boolean, back?: Step): Promise<void> {
    const hasFocus = takesFocus || this.matches(':focus-within');
    if (!back && keyOf(place) !== keyOf(this.#place)) this.#trail.push(this.#leave());
    this.#place = place;
    this.topic = topicOf(place);
    this.#hash.write(this.topic || undefined, 'pushState');
    this.requestUpdate();
    await this.updateComplete;
    const scroller = scrollerOf(this);
    if (back) scroller.scrollTop = back.scroll;
    else if (this.getBoundingClientRect().top < Math.max(0, scroller.getBoundingClientRect().top))
      this.scrollIntoView();
    if (hasFocus) this.#focusOn(back?.focus);
  }

  #focusOn(key: string | undefined): void {
    const row = key && this.renderRoot.querySelector<HTMLElement>(`[data-place="${CSS.escape(key)}"]`);
    const target = key === 'search' ? this.#search : row || this.renderRoot.querySelector<HTMLElement>('.view');
    target?.focus({ preventScroll: true });
  }

  #leave(): Step {
    const active = this.shadowRoot?.activeElement;
    const focus =
      active === this.#search ? 'search' : active instanceof HTMLElement ? active.dataset['place'] : undefined;
    return { place: this.#place, scroll: scrollerOf(this).scrollTop, focus };
  }

  readonly #onBack = (): void => {
    const step = this.#trail.pop() ?? { place: home, scroll: 0 };
    void this.#go(step.place, true, step);
  };

  readonly #onSelect = (event: HelpEvent<'help-search-select'>): void => {
    void this.#go(topicAt(event.detail.topic), true);
  };

  /** A link within a topic has led to another one. */
  readonly #onView = (event: HelpEvent<'help-topic-view'>): void => {
    const { topic } = event.detail;
    if (topic === this.#place.id) return;
    this.#trail.push(this.#leave());
    this.#place = { ...topicAt(topic), src: (event.currentTarget as HelpTopic).src ?? undefined };
    this.topic = topic;
    this.#hash.write(topic, 'pushState');
  };

  #onHash(topic: string | undefined): void {
    void this.#go(topicAt(topic ?? ''), false);
    // Heard by a launcher around this: what the address asks for is to be seen.
    if (topic) this.dispatchEvent(new Event('help-wanted', { bubbles: true }));
  }

  /** While the help is closed, the address doesn't speak of it. */
  readonly #onLauncher = (event: Event): void => {
    if (!(event.composedPath()[0] as Element).contains(this)) return;
    this.#hash.write((event.type === 'help-open' && this.topic) || undefined, 'replaceState');
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'help-center': HelpCenter;
  }
}
