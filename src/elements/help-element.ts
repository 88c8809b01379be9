import { html, isServer, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { fire } from '../events.js';
import { LocaleController } from '../localization/locale-controller.js';
import type { Msg } from '../localization/msg.js';
import { newTabId, type LinkContext } from '../rendering/link.js';
import { version } from '../version.js';
import { forgetReports, oneOf, report } from './report.js';

export type { HelpEvent, HelpEventDetails } from '../events.js';

/** What every element with words has: a language of its own, headings and links, and walls against the page's styles. */
export abstract class HelpElement extends LitElement {
  /** The version that defined the tag; of two on one page the first wins. */
  static readonly version = version;

  /** The language to show, a BCP 47 tag such as `nl` or `nl-BE`. Without it the nearest `lang` decides. */
  @property() locale?: string | null;

  /** The level of the heading, 1 to 6; what is below it follows. */
  @property({ attribute: 'heading-level' }) headingLevel: number | `${number}` = 2;

  /** Where web links open, as the `target` of a link. */
  @property({ attribute: 'link-target' }) linkTarget = '_blank';

  /** Parts of the texts, besides those of the first paint, that the element needs from the start. */
  protected static readonly parts: readonly string[] = [];

  protected readonly localization = new LocaleController(
    this,
    (code, locale) => report(this, code, `locale="${locale}" could not be used`),
    (this.constructor as typeof HelpElement).parts,
  );

  protected readonly linkContext: LinkContext = {
    target: () => this.linkTarget || '_blank',
    onRefused: (href) => report(this, 'blocked-address', 'This address is not allowed; it is not used as a link', href),
  };

  #announced: string | undefined;
  #fallback: HTMLSlotElement | undefined;

  protected get msg(): Msg {
    return this.localization.msg;
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const prerendered = this.shadowRoot !== null;
    const root = super.createRenderRoot();
    root.addEventListener('click', (event) => this.#onClick(event));
    // Until the first paint the page's fallback stays readable: an empty shadow root would hide it.
    if (!isServer && !prerendered) root.append((this.#fallback = document.createElement('slot')));
    return root;
  }

  /** What the next paint waits for: the first one a moment for its language, so that no other flashes by. */
  protected get pending(): Promise<unknown> | undefined {
    if (this.hasUpdated) return undefined;
    // The language may have been set since the element was connected.
    this.localization.resolve();
    return this.localization.firstPaint;
  }

  protected override scheduleUpdate(): void | Promise<unknown> {
    const { pending } = this;
    return pending ? pending.then(() => super.scheduleUpdate()) : super.scheduleUpdate();
  }

  // Before `willUpdate`, where subclasses write their texts: a language that is here already shows with this update.
  protected override shouldUpdate(changed: Map<PropertyKey, unknown>): boolean {
    if (this.hasUpdated && changed.has('locale')) this.localization.resolve();
    return true;
  }

  protected override render(): TemplateResult {
    const { locale, dir } = this.localization;
    return html`<div class="reset" lang=${locale} dir=${dir}>
      <div class="base" part="base">
        ${this.renderContent()}
        <span id=${newTabId} hidden
          >${this.msg('Opens in a new tab', {
            id: 'ui.link.new-tab',
            desc: 'Read out by screen readers after the name of a link',
          })}</span
        >
      </div>
    </div>`;
  }

  /** What stands inside the walls. */
  protected abstract renderContent(): unknown;

  protected override updated(_changed: Map<PropertyKey, unknown>): void {
    const { locale } = this.localization;
    if (locale === this.#announced) return;
    const first = this.#announced === undefined;
    this.#announced = locale;
    this.#fallback?.remove();
    fire(this, first ? 'help-ready' : 'help-locale-change', { locale });
  }

  protected get level(): number {
    return Number(oneOf(this, 'heading-level', ['2', '1', '3', '4', '5', '6'], String(this.headingLevel)));
  }

  /** The part of the element that a link belongs to, and its name in events. */
  protected placeOf(_link: Element): {
    place: ParentNode;
    topic?: string | undefined;
    section?: string | undefined;
  } {
    return { place: this.renderRoot };
  }

  /** One listener for all links, however many there are. */
  #onClick(event: Event): void {
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
    if (link?.getRootNode() !== this.renderRoot) return;
    const { place, ...names } = this.placeOf(link);
    const rank = [...place.querySelectorAll('a')].indexOf(link) + 1;
    const detail = { href: link.href, label: link.textContent.trim(), ...names, rank };
    if (!fire(this, 'help-link-click', detail, true)) event.preventDefault();
  }

  /** Loads again what could not be loaded: the language, and whatever else the element shows. */
  retry(): void {
    forgetReports(this);
    this.localization.retry();
    this.requestUpdate();
  }
}
