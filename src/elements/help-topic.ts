import { html, isServer, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import type { HelpEvent } from '../events.js';
import { isolate } from '../localization/isolate.js';
import { str } from '../localization/msg.js';
import { directionOf } from '../localization/negotiate.js';
import { arrange, withoutTabs, type Arrangement } from '../rendering/arrange.js';
import type { RenderContext } from '../rendering/blocks.js';
import { renderProvenance } from '../rendering/provenance.js';
import { renderRich } from '../rendering/rich-blocks.js';
import { rich } from '../styles/rich.styles.js';
import { parseTopic, type Fault, type TopicResult } from '../topics.js';
import type { Block, Section, Topic } from '../topics/model.js';
import { fill, placeholdersOf, valueOf } from '../topics/placeholders.js';
import type { Extra } from './extras/extra.js';
import { report } from './report.js';
import { faultMessage } from './topic-faults.js';
import { TopicSource } from './topic-source.js';
import { TopicView, type TopicContent } from './topic-view.js';

/** Where the line about the topic's origin stands in what shows: a node of no topic. */
const provenance = { type: 'provenance' } as const;

/**
 * @summary Shows a topic: from a file or a pack (`src`), or from data (`topic`). Its sections become tabs.
 * @tag help-topic
 * @slot - What shows while the topic is loading, when it can't be loaded, and on a page without JavaScript.
 * @slot heading - Replaces the heading.
 * @slot intro - Stands below the heading.
 * @slot tab - `help-tab` elements, which put themselves here: sections of your own, after the topic's.
 * @slot footer - Comes last.
 * @fires {HelpEvent<'help-ready'>} help-ready - The element has painted for the first time.
 * @fires {HelpEvent<'help-locale-change'>} help-locale-change - Another language shows.
 * @fires {HelpEvent<'help-topic-view'>} help-topic-view - A topic shows.
 * @fires {HelpEvent<'help-symptom-change'>} help-symptom-change - The reader chose another section.
 * @fires {HelpEvent<'help-check'>} help-check - The reader ticked a check off, or on again.
 * @fires {HelpEvent<'help-link-click'>} help-link-click - A link was activated; cancelable.
 * @fires {HelpEvent<'help-error'>} help-error - The topic, a part of it, an address or an attribute could not be used.
 * @csspart base - The box around everything.
 * @csspart heading - The heading.
 * @csspart tablist - The list of sections.
 * @csspart tab - One section's tab.
 * @csspart panel - One section.
 * @csspart checks - A list of checks.
 * @csspart check - One check.
 * @csspart links - A list of links.
 * @csspart link - One link.
 * @csspart footer - What comes last.
 * @cssState loading - The topic is on its way.
 * @cssState error - The topic could not be shown.
 */
export class HelpTopic extends TopicView {
  static override styles = [...super.styles, rich];

  protected static override readonly parts = ['fault'];

  /**
   * The address of a topic's JSON file, or `PACK#id`: of a pack's folder, with an id, alias or code. Relative to the page,
   * only http and https. `topic` wins over it; a link to another topic of the pack changes it.
   */
  @property({ reflect: true }) src?: string | null;

  /** A topic as data. It is checked and copied when it is set; a later change of the object has no effect. */
  @property({ attribute: false }) topic?: Topic | null;

  /** What to write for the `{Placeholders}` of the topic, by name. */
  @property({ attribute: false }) values?: Readonly<Record<string, string>> | null;

  /** The id of the section that shows. */
  @property({ reflect: true }) section = '';

  protected override readonly selectedName = 'section';

  readonly #internals = this.attachInternals();
  readonly #source = new TopicSource(this, (result) => this.#settle(result));
  readonly #done = new Map<string, boolean>();
  /** The topic as it was read, with its placeholders. */
  #read: Topic | undefined;
  #shown: (Topic & Arrangement) | undefined;
  #unfilled: readonly string[] = [];
  #fault: Fault | undefined;
  #followsLink = false;
  #paint = 0;

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    // After the listener that tells the page of the click, and lets it cancel.
    root.addEventListener('click', (event) => this.#onTopicLink(event as MouseEvent));
    this.addEventListener('help-check', (event) => this.#onCheck(event));
    return root;
  }

  protected override context(section: string, headingLevel?: number): RenderContext {
    return {
      ...super.context(section, headingLevel),
      renderRich: (node, context) => this.#renderRich(node, context),
      // Of the topics that show one after the other, each has ticks of its own.
      isDone: (...key) => this.#done.get(JSON.stringify([this.#shown?.id, ...key])),
    };
  }

  protected override get selected(): string {
    return this.section;
  }

  protected override set selected(section: string) {
    this.section = section;
  }

  protected override get content(): TopicContent | undefined {
    const topic = this.#shown;
    if (!topic) return undefined;
    const { body, sections } = this.#hasTabs ? topic : withoutTabs(topic);
    const { id, title, lang } = topic;
    return { id, title, lang, body: [provenance as unknown as Block, ...body], sections };
  }

  /** One tab alone says nothing that a heading would not. */
  get #hasTabs(): boolean {
    if (this.#shown?.sections.length !== 1) return true;
    return !isServer && [...this.children].some(({ localName }) => localName === 'help-tab');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('topic') || changed.has('src')) {
      this.#source.reset();
      if (this.topic) this.#settle(parseTopic(this.topic));
      else if (this.src) this.#source.load();
      else this.#read = this.#shown = this.#fault = undefined;
    } else if (changed.has('locale')) this.#source.followLanguage();
    if (changed.has('values')) this.#fill();
    // Another section alone changes nothing inside any of them, and there may be thousands of nodes.
    if (changed.size !== 1 || !changed.has('section')) this.#paint++;
    this.#setState('loading', this.#source.isLoading);
    this.#setState('error', this.#fault !== undefined);
    super.willUpdate(changed);
    if (!this.#hasTabs) this.section = this.#shown?.sections[0]?.id ?? '';
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.#followsLink || this.#source.isLoading) return;
    this.#followsLink = false;
    if (!this.#fault) this.#focusHeading();
  }

  protected override renderContent(): unknown {
    // Over what shows already, so that nothing moves for the moment that a file takes.
    const over = this.#shown && !this.#fault ? 'over' : '';
    return html`<div class="status ${over}" role="status">${this.#renderStatus()}</div>
      ${super.renderContent()}`;
  }

  #renderStatus(): unknown {
    if (this.#source.isLoading)
      return this.msg('Loading…', { id: 'fault.loading', desc: 'Shown while a help topic is on its way' });
    if (!this.#fault) return nothing;
    const retry = this.msg('Try again', { id: 'fault.retry', desc: 'Button that loads a help topic once more' });
    return html`<p>${faultMessage(this.#fault.code, this.msg)}</p>
      ${this.topic ? nothing : html`<button type="button" @click=${() => this.retry()}>${retry}</button>`}`;
  }

  protected override renderExtras(place: Extra['place']): unknown {
    if (place !== 'notice' || !this.#unfilled.length) return nothing;
    const { locale } = this.localization;
    const names = new Intl.ListFormat(locale).format(this.#unfilled.map((name) => `{${name}}`));
    return html`<p class="unfilled" lang=${locale}>
      ${this.msg(str`This page has not filled in ${names}.`, {
        id: 'fault.unfilled',
        desc: 'Above a help topic with words in braces that the page should have replaced: a list of them, such as {OrderNumber} and {Date}',
      })}
    </p>`;
  }

  #renderRich(node: Parameters<typeof renderRich>[0] | typeof provenance, context: RenderContext): unknown {
    if (node.type === 'whole') return guard([node, this.#paint, context.locale], () => renderRich(node, context));
    if (node.type !== 'provenance') return renderRich(node, context);
    if (!this.#shown) return nothing;
    const shows = this.#source.place?.original === true;
    const offered = shows || (this.#shown.translation === 'machine' && this.#source.originalLocale !== undefined);
    const toggle = (): void => this.#source.toggleOriginal();
    return renderProvenance(this.#shown, offered ? { shows, toggle } : undefined, context);
  }

  override retry(): void {
    super.retry();
    if (this.src && !this.topic) this.#source.load(true);
  }

  #settle(result: TopicResult): void {
    this.#fault = result.ok ? undefined : result.fault;
    if (result.ok) {
      const isIn = (list: readonly Section[] | undefined) => list?.some((section) => section.id === this.section);
      // The reader's place in the topic before is none in this one.
      if (this.#followsLink || (isIn(this.#shown?.sections) && !isIn(result.topic.sections))) this.section = '';
      this.#read = result.topic;
      this.#fill();
      for (const { message, pointer } of result.problems.slice(0, 20))
        report(this, 'faulty-node', `${message} at ${pointer}`, this.src ?? undefined);
    } else {
      const { code, detail } = result.fault;
      report(this, code, `${faultMessage(code, this.msg)} ${detail}`, this.src ?? undefined);
    }
  }

  /** Puts the page's values into the topic, and arranges it for showing. */
  #fill(): void {
    const topic = this.#read;
    if (!topic) return;
    const values = this.values ?? {};
    const dir = topic.lang ? directionOf(topic.lang) : this.localization.dir;
    const filled = fill(topic, values, (value) => isolate(value, dir));
    this.#shown = { ...filled, ...arrange(filled) };
    this.#unfilled = placeholdersOf(topic).filter((name) => valueOf(values, name) === undefined);
    if (this.#unfilled.length)
      report(this, 'unfilled-placeholder', `.values lacks ${this.#unfilled.join(', ')}`, this.src ?? undefined);
  }

  protected override placeOf(link: Element): ReturnType<TopicView['placeOf']> {
    const place = super.placeOf(link);
    return link.closest('.only') ? { ...place, section: this.section } : place;
  }

  /** A link to another topic of the pack shows it here. */
  #onTopicLink(event: MouseEvent): void {
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
    const href = link?.getAttribute('href');
    const modified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (event.defaultPrevented || modified || !href || link?.getRootNode() !== this.renderRoot) return;
    const src = this.#source.addressOf(href);
    if (!src) return;
    event.preventDefault();
    if (src === this.src) return this.#focusHeading();
    this.#followsLink = true;
    this.src = src;
  }

  #onCheck({ target, detail: { topic, section, check, done } }: HelpEvent<'help-check'>): void {
    if (target === this) this.#done.set(JSON.stringify([topic, section, check]), done);
  }

  #focusHeading(): void {
    const parts = this.renderRoot.querySelectorAll<HTMLElement>('[part=heading], .topic');
    // The page's own heading may stand in its place.
    const heading = [...parts].find((part) => part.part.contains('heading') && part.checkVisibility()) ?? parts[0];
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus();
  }

  #setState(name: string, on: boolean): void {
    this.#internals.states[on ? 'add' : 'delete'](name);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'help-topic': HelpTopic;
  }
}
