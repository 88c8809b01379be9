import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { isolate } from '../localization/isolate.js';
import { inTime } from '../localization/locale-controller.js';
import type { DocsOptions } from '../provisioning/docs-hosts.js';
import { provisioningTopic } from '../provisioning/topic.js';
import type { Extra } from './extras/extra.js';
import { report } from './report.js';
import { TopicView, type TopicContent } from './topic-view.js';

/** What loads right after the first paint. */
type Later = typeof import('./provisioning-later.js');

/**
 * @summary Takes an administrator whose user provisioning from Microsoft Entra ID misbehaves from the symptom to the next step.
 * @tag provisioning-help
 * @slot - What a page without JavaScript shows; replaced once the element runs.
 * @slot heading - Replaces the heading.
 * @slot intro - Replaces the introduction.
 * @slot tab - `help-tab` elements, which put themselves here: symptoms of your own, after the built-in ones.
 * @slot footer - Comes last.
 * @fires {HelpEvent<'help-ready'>} help-ready - The element has painted for the first time.
 * @fires {HelpEvent<'help-locale-change'>} help-locale-change - Another language shows.
 * @fires {HelpEvent<'help-topic-view'>} help-topic-view - The topic shows, or shows in another language.
 * @fires {HelpEvent<'help-symptom-change'>} help-symptom-change - The reader, a code or a log chose another symptom.
 * @fires {HelpEvent<'help-check'>} help-check - The reader ticked a check off, or on again.
 * @fires {HelpEvent<'help-diagnosis'>} help-diagnosis - A log has been read (`with-log-check`). Holds codes and counts, nothing personal.
 * @fires {HelpEvent<'help-handoff'>} help-handoff - The reader hands a packet over (`with-handoff`); cancelable.
 * @fires {HelpEvent<'help-feedback'>} help-feedback - The reader said whether the help was helpful (`with-feedback`).
 * @fires {HelpEvent<'help-link-click'>} help-link-click - A link was activated; cancelable.
 * @fires {HelpEvent<'help-error'>} help-error - An attribute, an address or a file could not be used.
 * @csspart base - The box around everything.
 * @csspart heading - The heading.
 * @csspart intro - The introduction.
 * @csspart setup - The steps that set up the connection.
 * @csspart tablist - The list of symptoms.
 * @csspart tab - One symptom.
 * @csspart panel - What to do about a symptom.
 * @csspart checks - The list of checks.
 * @csspart check - One check.
 * @csspart links - A list of links.
 * @csspart link - One link.
 * @csspart resources - The links at the end.
 * @csspart feedback - The question whether the help was helpful (`with-feedback`).
 * @csspart handoff - What goes to support (`with-handoff`).
 * @csspart footer - What comes last.
 */
export class ProvisioningHelp extends TopicView {
  /** The name of the app, used in the texts. */
  @property({ attribute: 'app-name' }) appName?: string | null;

  /** The address of the app's own setup tutorial; replaces the link to the list of tutorials. */
  @property({ attribute: 'tutorial-href' }) tutorialHref?: string | null;

  /** The symptom that shows: `configure`, `configuration-problem`, `no-users`, `wrong-users`, or the name of an added tab. */
  @property({ reflect: true }) symptom = '';

  /** An error code, skip reason, quarantine reason or HTTP status, as the log has it: picks the symptom and explains it. */
  @property() code?: string | null;

  /** The national cloud of the tenant. Decides the hosts of links, and leaves out what the cloud does not have. */
  @property() cloud: 'global' | 'usgov' | 'china' = 'global';

  /** The address of a mirror of Microsoft Learn, without the language. Defaults to Learn itself. */
  @property({ attribute: 'docs-base' }) docsBase?: string | null;

  /**
   * The language of the linked pages as Microsoft Learn writes it, such as `nl-nl`; `auto` for the element's own, where
   * Learn has it. Without it, Learn picks one.
   */
  @property({ attribute: 'docs-locale' }) docsLocale?: string | null;

  /**
   * What the reader may do: roles of Microsoft Entra between commas, as keys (`application-administrator`) or English
   * names; a list without a role that matters means that the reader has to ask. Without the attribute each check names
   * the roles that it needs.
   */
  @property({ attribute: 'user-roles' }) userRoles?: string | null;

  /** Leaves out the steps that set up the connection. */
  @property({ type: Boolean, attribute: 'without-setup' }) withoutSetup = false;

  /** Leaves out the links at the end. */
  @property({ type: Boolean, attribute: 'without-resources' }) withoutResources = false;

  /** Offers to check a provisioning log. What the log says picks the symptom, and ticks off the checks that it answers. */
  @property({ type: Boolean, attribute: 'with-log-check' }) withLogCheck = false;

  /** Offers a packet for support: what the log says, and what the reader has tried. */
  @property({ type: Boolean, attribute: 'with-handoff' }) withHandoff = false;

  /** Asks whether the help was helpful. The answer is an event and goes nowhere by itself. */
  @property({ type: Boolean, attribute: 'with-feedback' }) withFeedback = false;

  #later: Later | undefined;
  #topic: TopicContent | undefined;
  #loading: Promise<unknown> | undefined;

  protected override readonly selectedName = 'symptom';

  protected override get selected(): string {
    return this.symptom;
  }

  protected override set selected(symptom: string) {
    this.symptom = symptom;
  }

  protected override get content(): TopicContent | undefined {
    return this.#topic;
  }

  /** A symptom shows only with its checks: those of the first are here, the others, and what codes mean, come later. */
  protected override get pending(): Promise<unknown> | undefined {
    const first = (this.symptom || 'configure') === 'configure' && this.userRoles == null && !this.code && !this.#docs;
    return (first ? undefined : this.#loadLater()) ?? super.pending;
  }

  protected override firstUpdated(): void {
    // In a task of its own, so that the first paint does not share its connection.
    setTimeout(() => void this.#loadLater());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#later?.updateExtras(this, changed.has('symptom') && !!this.symptom);
    // First the language, then the words.
    super.willUpdate(changed);
    this.#topic = this.#write();
    this.symptom ||= 'configure';
  }

  #write(): TopicContent {
    const appName = this.appName?.trim();
    const options = {
      appName: appName && isolate(appName, this.localization.dir),
      tutorialHref: this.tutorialHref,
      userRoles: this.userRoles,
      docs: this.#docs,
    };
    const topic = provisioningTopic(this.msg, options, this.#later);
    return {
      ...topic,
      setup: this.withoutSetup ? undefined : topic.setup,
      resources: this.withoutResources ? undefined : topic.resources,
    };
  }

  /** Where the docs are, if the page says so; what it says is judged by what loads later. */
  get #docs(): DocsOptions | undefined {
    if (!this.docsBase && !this.docsLocale && this.cloud === 'global') return undefined;
    return this.#later?.docsOptions(this, this.localization.locale, this.linkContext) ?? {};
  }

  protected override renderExtras(place: Extra['place']): unknown {
    return this.#later?.renderExtras(this, place);
  }

  /** Nothing to wait for once it is here. A failed load is tried again with the next update. */
  #loadLater(): Promise<unknown> | undefined {
    if (this.#later) return undefined;
    return (this.#loading ??= this.#load().finally(() => (this.#loading = undefined)));
  }

  async #load(): Promise<void> {
    try {
      const later = import('./provisioning-later.js');
      await Promise.all([inTime(later), this.localization.use('checks')]);
      this.#later = await later;
      this.requestUpdate();
    } catch {
      report(this, 'part-unavailable', 'A part of the help could not be loaded');
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'provisioning-help': ProvisioningHelp;
  }
}
