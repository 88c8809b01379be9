import { html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { loadTopic, parseTopic, type Fault, type TopicResult } from '../topics.js';
import type { Section, Topic } from '../topics/model.js';
import type { RenderContext } from '../rendering/blocks.js';
import { labelled, renderRich } from '../rendering/rich-blocks.js';
import { rich } from '../styles/rich.styles.js';
import { report } from './report.js';
import { faultMessage } from './topic-faults.js';
import { TopicView, type TopicContent } from './topic-view.js';

/**
 * @summary Shows a topic: from a file (`src`) or from data (`topic`). Its sections become tabs.
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

  /** The address of a topic's JSON file, relative to the page. Only http and https. `topic` wins over it. */
  @property() src?: string | null;

  /** A topic as data. It is checked and copied when it is set; a later change of the object has no effect. */
  @property({ attribute: false }) topic?: Topic | null;

  /** The id of the section that shows. */
  @property({ reflect: true }) section = '';

  protected override readonly selectedName = 'section';

  readonly #internals = this.attachInternals();
  #shown: TopicContent | undefined;
  #fault: Fault | undefined;
  #loading: AbortController | undefined;
  #waitsForNetwork = false;

  protected override context(section: string, headingLevel?: number): RenderContext {
    return { ...super.context(section, headingLevel), renderRich };
  }

  protected override get selected(): string {
    return this.section;
  }

  protected override set selected(section: string) {
    this.section = section;
  }

  protected override get content(): TopicContent | undefined {
    return this.#shown;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated && this.src && !this.topic && !this.#shown) this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loading?.abort();
    this.#loading = undefined;
    this.#waitForNetwork(false);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('topic') || changed.has('src')) {
      this.#loading?.abort();
      this.#loading = undefined;
      if (this.topic) this.#settle(parseTopic(this.topic));
      else if (this.src) this.#load();
      else this.#shown = this.#fault = undefined;
    }
    this.#setState('loading', this.#loading !== undefined);
    this.#setState('error', this.#fault !== undefined);
    super.willUpdate(changed);
  }

  protected override renderContent(): unknown {
    return html`<div class="status" role="status">${this.#renderStatus()}</div>
      ${super.renderContent()}`;
  }

  #renderStatus(): unknown {
    if (this.#loading)
      return this.msg('Loading…', { id: 'fault.loading', desc: 'Shown while a help topic is on its way' });
    if (!this.#fault) return nothing;
    const retry = this.msg('Try again', { id: 'fault.retry', desc: 'Button that loads a help topic once more' });
    return html`<p>${faultMessage(this.#fault.code, this.msg)}</p>
      ${this.topic ? nothing : html`<button type="button" @click=${() => this.retry()}>${retry}</button>`}`;
  }

  override retry(): void {
    super.retry();
    if (this.src && !this.topic) this.#load();
  }

  #load(): void {
    const loading = new AbortController();
    this.#loading?.abort();
    this.#loading = loading;
    this.#waitForNetwork(false);
    this.requestUpdate();
    void loadTopic(this.src ?? '', { signal: loading.signal }).then((result) => {
      // Only the newest request may speak.
      if (this.#loading !== loading) return;
      this.#loading = undefined;
      this.#settle(result);
      this.requestUpdate();
    });
  }

  #settle(result: TopicResult): void {
    this.#fault = result.ok ? undefined : result.fault;
    if (result.ok) {
      const { id, lang, title, body, sections } = result.topic;
      const isIn = (list: readonly Section[] | undefined) => list?.some((section) => section.id === this.section);
      // The reader's place in the topic before is none in this one.
      if (isIn(this.#shown?.sections) && !isIn(sections)) this.section = '';
      this.#shown = {
        id,
        title,
        lang,
        body,
        sections: labelled(sections ?? []),
      };
      for (const { message, pointer } of result.problems.slice(0, 20))
        report(this, 'faulty-node', `${message} at ${pointer}`, this.src ?? undefined);
    } else {
      const { code, detail } = result.fault;
      report(this, code, `${faultMessage(code, this.msg)} ${detail}`, this.src ?? undefined);
      this.#waitForNetwork(code === 'unreachable' && !navigator.onLine);
    }
  }

  /** One try of its own when the connection is back. */
  #waitForNetwork(wait: boolean): void {
    if (wait === this.#waitsForNetwork) return;
    this.#waitsForNetwork = wait;
    window[wait ? 'addEventListener' : 'removeEventListener']('online', this.#onOnline);
  }

  readonly #onOnline = (): void => this.retry();

  #setState(name: string, on: boolean): void {
    this.#internals.states[on ? 'add' : 'delete'](name);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'help-topic': HelpTopic;
  }
}
