import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Diagnosis, DiagnoseOptions, Finding, LogInput, LogProgress, Summary } from '../diagnosis/model.js';
import { fire } from '../events.js';
import { inTime } from '../localization/locale-controller.js';
import { renderHeading } from '../rendering/heading.js';
import { controls } from '../styles/controls.styles.js';
import { links } from '../styles/link.styles.js';
import { prose } from '../styles/prose.styles.js';
import { reset } from '../styles/reset.styles.js';
import { signals } from '../styles/signals.styles.js';
import { tokens } from '../styles/tokens.styles.js';
import { HelpElement } from './help-element.js';
import { renderFindings } from './log-check/findings.js';
import { renderIntake, renderProgress } from './log-check/intake.js';
import { rememberedColumns, renderMapping } from './log-check/mapping.js';
import { isReadable, renderClock, renderProblems, renderQuarantine, renderVerdict } from './log-check/overview.js';
import { renderTimeline } from './log-check/timeline.js';
import { UsersList } from './log-check/users.js';
import type { View } from './log-check/view.js';
import { styles } from './provisioning-log-check.styles.js';
import { oneOf, report } from './report.js';

/** Reading a log is large, and needed only once there is one. */
type Reader = typeof import('./log-check/reader.js');

/**
 * @summary Reads the provisioning log that an administrator drops on it, on their device: what is wrong, whose turn it is, what to do.
 * @tag provisioning-log-check
 * @slot - What a page without JavaScript shows; replaced once the element runs.
 * @slot heading - Replaces the heading.
 * @fires {HelpEvent<'help-ready'>} help-ready - The element has painted for the first time.
 * @fires {HelpEvent<'help-locale-change'>} help-locale-change - Another language shows.
 * @fires {HelpEvent<'help-diagnosis'>} help-diagnosis - A log has been read. Holds codes and counts, nothing personal.
 * @fires {HelpEvent<'help-link-click'>} help-link-click - A link was activated; cancelable.
 * @fires {HelpEvent<'help-error'>} help-error - An attribute or a part of the element could not be used.
 * @csspart base - The box around everything.
 * @csspart heading - The heading.
 * @csspart link - One link.
 * @cssState reading - A log is being read.
 * @cssState done - The answer shows.
 * @cssState error - The log could not be read.
 */
export class ProvisioningLogCheck extends HelpElement {
  static override styles = [reset, tokens, signals, links, prose, controls, styles];

  protected static override readonly parts = ['log', 'code'];

  /** The national cloud of the tenant. Decides the hosts of links. */
  @property() cloud: 'global' | 'usgov' | 'china' = 'global';

  /** The address of a mirror of Microsoft Learn, without the language. Defaults to Learn itself. */
  @property({ attribute: 'docs-base' }) docsBase?: string | null;

  /** The language of the linked pages as Microsoft Learn writes it, such as `nl-nl`. Without it, Learn picks one. */
  @property({ attribute: 'docs-locale' }) docsLocale?: string | null;

  /** The log: a file, several that belong together, or a text. It is read as soon as it is set. */
  @property({ attribute: false }) file?: LogInput | null;

  /** What the log says; set by `check`, or by a page that has called `diagnose` itself. */
  @property({ attribute: false }) diagnosis?: Diagnosis | null;

  readonly #internals = this.attachInternals();
  readonly #users = new UsersList(this);
  #reader: Promise<Reader> | undefined;
  #reading: AbortController | undefined;
  #progress: LogProgress | undefined;
  #input: LogInput | undefined;
  #rewording = '';
  #failed = false;
  #over = false;
  /** The reader started it here: the focus goes to the answer. */
  #byReader = false;
  #focus: '.sentence' | '.choose' | '.cancel' | undefined;

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.addEventListener('dragover', (event) => this.#onDrag(event as DragEvent));
    root.addEventListener('dragleave', (event) => this.#onDrag(event as DragEvent));
    root.addEventListener('drop', (event) => this.#onDrop(event as DragEvent));
    root.addEventListener('paste', (event) => this.#onPaste(event as ClipboardEvent));
    root.addEventListener('keydown', (event) => this.#onKey(event as KeyboardEvent));
    return root;
  }

  protected override firstUpdated(): void {
    // At once, so that from the choice of a file on nothing is requested; in a task of its own, after the first paint.
    setTimeout(() => void this.#load().catch(() => this.#lacks()));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Moved on the page, it reads on.
    queueMicrotask(() => {
      if (!this.isConnected) this.#stop();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('file') && this.file) {
      this.#byReader = false;
      this.check(this.file).catch(() => undefined);
    }
    if (changed.has('diagnosis')) {
      this.#rewording = '';
      this.#users.show(this.diagnosis ?? undefined);
    }
    this.#reword().catch(() => this.#lacks());
    const readable = !!this.diagnosis && isReadable(this.diagnosis);
    for (const [state, on] of [
      ['reading', this.#reading],
      ['done', !this.#reading && readable],
      ['error', !this.#reading && (this.#failed || (this.diagnosis && !readable))],
    ] as const)
      this.#internals.states[on ? 'add' : 'delete'](state);
  }

  /**
   * Reads a log and shows what it says. A log that is being read is given up.
   * @returns What it says; rejects with an `AbortError` if it was given up.
   */
  async check(input: LogInput): Promise<Diagnosis> {
    this.#reading?.abort();
    const reading = (this.#reading = new AbortController());
    this.#input = input;
    this.#progress = this.diagnosis = undefined;
    this.#failed = false;
    if (this.#byReader) this.#focus = '.cancel';
    this.requestUpdate();
    try {
      const { diagnose, summarise } = await this.#load();
      const diagnosis = await diagnose(input, {
        ...this.#options,
        columns: rememberedColumns(),
        signal: reading.signal,
        onProgress: (progress) => {
          if (this.#reading !== reading) return;
          this.#progress = progress;
          this.requestUpdate();
        },
      });
      reading.signal.throwIfAborted();
      this.diagnosis = diagnosis;
      // Whoever has gone on elsewhere on the page is told, not moved.
      this.#byReader &&= this.matches(':focus-within') || document.activeElement === document.body;
      if (this.#byReader) this.#focus = '.sentence';
      fire(this, 'help-diagnosis', { summary: summarise(diagnosis) });
      return diagnosis;
    } catch (fault) {
      if (this.#reading === reading && !reading.signal.aborted) {
        this.#failed = true;
        this.#lacks();
      }
      throw fault;
    } finally {
      if (this.#reading === reading) this.#reading = undefined;
      this.requestUpdate();
    }
  }

  get #options(): DiagnoseOptions {
    return {
      locale: this.localization.locale,
      cloud: oneOf(this, 'cloud', ['global', 'usgov', 'china'], this.cloud),
      docsBase: this.docsBase ?? undefined,
      docsLocale: this.docsLocale ?? undefined,
    };
  }

  /** A failed load is forgotten, so that the next log tries again. */
  #load(): Promise<Reader> {
    const loading = (this.#reader ??= import('./log-check/reader.js'));
    return inTime(loading).then(
      () => loading,
      (fault: unknown) => {
        this.#reader = undefined;
        throw fault;
      },
    );
  }

  #lacks(): void {
    report(this, 'part-unavailable', 'A part of the log check could not be loaded');
  }

  /** Another language: the same log in other words. */
  async #reword(): Promise<void> {
    const { diagnosis } = this;
    const { locale } = this.localization;
    if (!diagnosis || [diagnosis.locale, this.#rewording].includes(locale)) return;
    this.#rewording = locale;
    const { reword } = await this.#load();
    const reworded = await reword(diagnosis, this.#options);
    if (this.diagnosis === diagnosis && this.localization.locale === locale) this.diagnosis = reworded;
  }

  protected override renderContent(): unknown {
    const { msg } = this;
    return html`<section class="log-check ${this.diagnosis ? 'done' : ''}">
      <header>
        <slot name="heading"
          >${renderHeading(this.level, msg('Check the provisioning log', { id: 'log.ui.heading', desc: 'Heading of the part that reads a log.' }), 'heading')}</slot
        >
        ${
          this.diagnosis && isReadable(this.diagnosis)
            ? html`<button type="button" class="button again" @click=${() => this.#again()}>
                ${msg('Check another log', { id: 'log.ui.again', desc: 'Button: goes back to choosing a file.' })}
              </button>`
            : html`<p>
                ${msg('See in seconds what is wrong, whose turn it is, and what to do.', {
                  id: 'log.ui.intro',
                  desc: 'Below the heading, before a log has been read.',
                })}
              </p>`
        }
      </header>
      <div class="unseen" role="status">${this.#renderStatus()}</div>
      ${this.#renderState(this.#view)}
    </section>`;
  }

  /** For screen readers. Where the focus goes to the answer, it is read out there. */
  #renderStatus(): unknown {
    if (this.#reading)
      return this.msg('Reading the log…', { id: 'log.ui.reading', desc: 'While a log is read; a bar shows how far.' });
    return this.diagnosis && !this.#byReader ? this.diagnosis.verdict.sentence.replace(/[`*]/g, '') : nothing;
  }

  #renderState(view: View): unknown {
    if (this.#reading) return renderProgress(view, this.#progress, () => this.#cancel());
    const { diagnosis } = this;
    if (diagnosis && isReadable(diagnosis)) return this.#renderDiagnosis(diagnosis, view);
    const asked = diagnosis && this.#renderMapping(diagnosis, view);
    return html`${this.#failed ? this.#renderFault() : nothing}
    ${asked ?? (diagnosis ? [renderVerdict(diagnosis, view), renderProblems(diagnosis.problems, view)] : nothing)}
    ${renderIntake(view, { start: (input) => this.#start(input), over: this.#over })}`;
  }

  #renderMapping({ problems }: Diagnosis, view: View): TemplateResult | undefined {
    const unknown = problems.find(({ code, columns }) => code === 'columns-unknown' && columns);
    return unknown && renderMapping(unknown, () => this.#input && this.#start(this.#input), view);
  }

  #renderDiagnosis(diagnosis: Diagnosis, view: View): unknown {
    return html`${renderVerdict(diagnosis, view)} ${renderProblems(diagnosis.problems, view)}
    ${this.#renderMapping(diagnosis, view)}
    ${diagnosis.quarantine ? renderQuarantine(diagnosis.quarantine, view) : nothing}
    ${renderFindings(diagnosis, { onUsers: (finding: Finding) => this.#users.choose(finding) }, view)}
    ${renderClock(diagnosis.clock, view)} ${diagnosis.totals.total ? renderTimeline(diagnosis, view) : nothing}
    ${this.#users.render(view)}`;
  }

  #renderFault(): TemplateResult {
    return html`<p class="problems" role="alert">
      ${this.msg('The log couldn’t be read here. Try again in a moment.', { id: 'log.ui.failed', desc: 'A part of the help that reads logs could not be loaded.' })}
    </p>`;
  }

  get #view(): View {
    const { localization, msg } = this;
    return {
      ...this.linkContext,
      ...{ msg, locale: localization.locale, dir: localization.dir, headingLevel: this.level },
      ...{ section: 'log', unnamed: 0, isDone: () => undefined },
    };
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const target = this.#focus && this.renderRoot.querySelector<HTMLElement>(this.#focus);
    if (!target) return;
    this.#focus = undefined;
    target.focus();
  }

  #start(input: LogInput): void {
    this.#byReader = true;
    this.check(input).catch(() => undefined);
  }

  #stop(): void {
    this.#reading?.abort();
    this.#reading = undefined;
    this.requestUpdate();
  }

  #cancel(): void {
    this.#focus = '.choose';
    this.#stop();
  }

  #again(): void {
    this.diagnosis = undefined;
    this.#input = undefined;
    this.#focus = '.choose';
  }

  #onDrag(event: DragEvent): void {
    const over = event.type === 'dragover';
    if (over) event.preventDefault();
    // From one part of us to another is no way out.
    const inside = event.relatedTarget instanceof Node && this.renderRoot.contains(event.relatedTarget);
    if (over === this.#over || (!over && inside)) return;
    this.#over = over;
    this.requestUpdate();
  }

  #onDrop(event: DragEvent): void {
    event.preventDefault();
    this.#over = false;
    this.#take(event.dataTransfer);
    this.requestUpdate();
  }

  /** Anywhere inside: also a file that was copied. In a field of ours, text stays text. */
  #onPaste(event: ClipboardEvent): void {
    const field = event.target instanceof HTMLInputElement;
    if (field || !this.#take(event.clipboardData)) return;
    event.preventDefault();
  }

  /** @returns Whether there was something to read. */
  #take(data: DataTransfer | null): boolean {
    const files = [...(data?.files ?? [])];
    const text = files.length ? '' : (data?.getData('text') ?? '');
    if (files.length) this.#start(files);
    else if (text.trim()) this.#start(text);
    return files.length > 0 || text.trim() !== '';
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (this.#reading) this.#cancel();
    else if (!this.#users.escape()) return;
    // Not also the dialog around us.
    event.preventDefault();
    event.stopPropagation();
  }
}

declare module '../events.js' {
  interface HelpEventDetails {
    /** A log has been read. Codes and counts only: nothing in it is about a person. */
    'help-diagnosis': { summary: Summary };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'provisioning-log-check': ProvisioningLogCheck;
  }
}
