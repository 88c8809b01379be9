import { adoptStyles, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { fire } from '../events.js';
import { isolate } from '../localization/isolate.js';
import { inTime } from '../localization/locale-controller.js';
import type { DocsOptions } from '../provisioning/docs-hosts.js';
import { provisioningTopic, type Later } from '../provisioning/topic.js';
import { pageUrl } from '../provisioning/writing.js';
import { isAllowed, isPage } from '../rendering/link.js';
import type { Extra, ExtraHost } from './extras/extra.js';
import { oneOf, report } from './report.js';
import { TopicView, type TopicContent } from './topic-view.js';

/** What only some pages ask for, by the property that asks, and the part of the texts that it needs. */
const extras = {
  code: () => [import('./extras/code.js'), 'code'],
} as const satisfies Record<string, () => readonly [Promise<{ extra: Extra }>, part: string]>;

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
 * @fires {HelpEvent<'help-symptom-change'>} help-symptom-change - The reader, or a code, chose another symptom.
 * @fires {HelpEvent<'help-check'>} help-check - The reader ticked a check off, or on again.
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

  /** The language of the linked pages as Microsoft Learn writes it, such as `nl-nl`. Without it, Learn picks one. */
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

  readonly #extras = new Map<string, Extra>();
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

  /** A symptom shows only with its checks: those of the first are here, the others follow the first paint at once. */
  protected override get pending(): Promise<unknown> | undefined {
    const first = (this.symptom || 'configure') === 'configure' && this.userRoles == null && !this.#docs;
    return (first ? undefined : this.#loadLater()) ?? super.pending;
  }

  protected override firstUpdated(): void {
    // In a task of its own, so that the first paint does not share its connection.
    setTimeout(() => void this.#loadLater());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    for (const name of Object.keys(extras) as (keyof typeof extras)[])
      if (changed.has(name) && this[name]) void this.#loadExtra(name, changed.has('symptom') && !!this.symptom);
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

  get #docs(): DocsOptions | undefined {
    const cloud = oneOf(this, 'cloud', ['global', 'usgov', 'china'], this.cloud);
    const locale = this.docsLocale;
    let base = this.docsBase?.trim();
    if (base && !(isAllowed(base) && isPage(base))) base = this.linkContext.onRefused(base);
    return base || locale || cloud !== 'global' ? { base, locale, cloud } : undefined;
  }

  protected override renderExtras(place: Extra['place']): unknown {
    return [...this.#extras.values()].map((extra) => (extra.place === place ? extra.render(this.#host) : nothing));
  }

  get #host(): ExtraHost {
    return {
      element: this,
      msg: this.msg,
      context: (section) => this.context(section),
      pageUrl: (path) => pageUrl(path, this.#docs, this.#later),
      choose: (symptom, trigger) => {
        this.symptom = symptom;
        fire(this, 'help-symptom-change', { symptom, trigger });
      },
    };
  }

  /** Nothing to wait for once it is here. A failed load is tried again with the next update. */
  #loadLater(): Promise<unknown> | undefined {
    if (this.#later) return undefined;
    return (this.#loading ??= this.#load(import('../provisioning/later.js'), 'checks', (later) => {
      this.#later = later;
    }).finally(() => (this.#loading = undefined)));
  }

  #loadExtra(name: keyof typeof extras, symptomGiven: boolean): Promise<void> {
    const [module, part] = extras[name]();
    const value = this[name];
    return this.#load(module, part, ({ extra }) => {
      this.#extras.set(name, extra);
      const styles = [...this.#extras.values()].flatMap((one) => one.styles ?? []);
      adoptStyles(this.renderRoot as ShadowRoot, [...ProvisioningHelp.elementStyles, ...styles]);
      if (this[name] === value) extra.changed?.(this.#host, symptomGiven);
    });
  }

  /** Loads a part of the flagship that the first paint does without, and its texts. */
  async #load<Module>(module: Promise<Module>, part: string, use: (module: Module) => void): Promise<void> {
    try {
      await Promise.all([inTime(module), this.localization.use(part)]);
      use(await module);
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
