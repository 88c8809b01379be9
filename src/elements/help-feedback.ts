import { html, isServer, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { deepClosest } from '../behaviors/deep-dom.js';
import { ownKeys } from '../behaviors/own-keys.js';
import { fire, type HelpEvent, type HelpEventDetails } from '../events.js';
import { buttons } from '../styles/button.styles.js';
import { reset } from '../styles/reset.styles.js';
import { tokens } from '../styles/tokens.styles.js';
import { HelpElement } from './help-element.js';
import { styles } from './help-feedback.styles.js';
import { report } from './report.js';

type Feedback = HelpEventDetails['help-feedback'];
type Reason = NonNullable<Feedback['reason']>;

/** An element that shows topics, as far as we ask it. */
type Speaker = HTMLElement & { topic?: { id?: string } | string | null; section?: string; symptom?: string };

/** Where the reader is with the question for one section of one topic. */
type Step = 'question' | 'reasons' | 'thanks';

const reasons: readonly Reason[] = ['other-problem', 'did-not-work', 'unclear', 'outdated', 'other'];
const longestComment = 2000;

/**
 * @summary Asks whether the help was helpful and, if it was not, why. The answer is an event and goes nowhere by itself.
 * @tag help-feedback
 * @fires {HelpEvent<'help-ready'>} help-ready - The element has painted for the first time.
 * @fires {HelpEvent<'help-feedback'>} help-feedback - The reader has answered: at once with a yes, with a no once it is sent.
 * @fires {HelpEvent<'help-error'>} help-error - `for` names no element.
 * @csspart base - The box around everything.
 * @csspart question - The question with its two buttons.
 * @csspart form - Why it was not helpful.
 * @csspart thanks - What stands there afterwards.
 * @cssState answered - The reader has answered.
 */
export class HelpFeedback extends HelpElement {
  static override styles = [reset, tokens, buttons, styles];

  protected static override readonly parts = ['feedback'];

  /** The id of the element whose help is meant. Without it, the one that this stands in. */
  @property() for?: string | null;

  readonly #internals = this.attachInternals();
  /** Each section of each topic is asked about once. */
  readonly #steps = new Map<string, Step>();
  #speaker: Speaker | undefined;
  #viewed = '';
  #watched: MutationObserver | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate('for', null);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#follow(undefined);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // An update may come after the element has left the page.
    if (!isServer && this.isConnected && (changed.has('for') || !this.hasUpdated)) this.#follow(this.#findSpeaker());
    this.#internals.states[this.#step === 'thanks' ? 'add' : 'delete']('answered');
  }

  protected override renderContent(): unknown {
    const step = this.#step;
    if (step === 'thanks')
      return html`<p class="thanks" part="thanks" tabindex="-1">
        ${this.msg('Thank you. Your answer helps to improve this help.', {
          id: 'feedback.thanks',
          desc: 'Shown after the reader has said whether a help topic was helpful',
        })}
      </p>`;
    return html`<div class="question" part="question" role="group" aria-labelledby="question">
        <span id="question"
          >${this.msg('Was this helpful?', {
            id: 'feedback.question',
            desc: 'Question below a help topic, before the buttons Yes and No',
          })}</span
        >
        <span class="answers">
          <button type="button" @click=${this.#onYes}>
            ${this.msg('Yes', { id: 'feedback.yes', desc: 'Button after “Was this helpful?”' })}
          </button>
          <button type="button" aria-expanded=${step === 'reasons'} aria-controls="reasons" @click=${this.#onNo}>
            ${this.msg('No', { id: 'feedback.no', desc: 'Button after “Was this helpful?”' })}
          </button>
        </span>
      </div>
      <div id="reasons">${step === 'reasons' ? this.#renderForm() : nothing}</div>`;
  }

  #renderForm(): unknown {
    return html`<form part="form" @submit=${this.#onSubmit} @keydown=${ownKeys} @keypress=${ownKeys} @keyup=${ownKeys}>
      <fieldset>
        <legend>
          ${this.msg('Why wasn’t it helpful?', {
            id: 'feedback.reasons',
            desc: 'Above the reasons why a help topic was not helpful',
          })}
        </legend>
        ${reasons.map(
          (reason) =>
            html`<label class="reason"
              ><input type="radio" name="reason" value=${reason} />${this.#labelOf(reason)}</label
            >`,
        )}
      </fieldset>
      <label for="comment"
        >${this.msg('Anything to add? (optional)', {
          id: 'feedback.comment',
          desc: 'Label of a text box for a note to the authors of the help',
        })}</label
      >
      <textarea id="comment" name="comment" rows="3" maxlength=${longestComment} aria-describedby="privacy"></textarea>
      <p id="privacy">
        ${this.msg('Please leave out names, passwords, and tokens.', {
          id: 'feedback.privacy',
          desc: 'Below the text box for a note',
        })}
      </p>
      <button class="primary" type="submit">
        ${this.msg('Send', { id: 'feedback.send', desc: 'Button that sends why a help topic was not helpful' })}
      </button>
    </form>`;
  }

  #labelOf(reason: Reason): string {
    switch (reason) {
      case 'other-problem':
        return this.msg('It isn’t about my problem.', {
          id: 'feedback.reason.other-problem',
          desc: 'Reason why a help topic was not helpful',
        });
      case 'did-not-work':
        return this.msg('I did what it says, and it didn’t work.', {
          id: 'feedback.reason.did-not-work',
          desc: 'Reason why a help topic was not helpful',
        });
      case 'unclear':
        return this.msg('It’s hard to follow.', {
          id: 'feedback.reason.unclear',
          desc: 'Reason why a help topic was not helpful',
        });
      case 'outdated':
        return this.msg('It’s wrong or out of date.', {
          id: 'feedback.reason.outdated',
          desc: 'Reason why a help topic was not helpful',
        });
      default:
        return this.msg('Something else', {
          id: 'feedback.reason.other',
          desc: 'Reason why a help topic was not helpful: none of those above it',
        });
    }
  }

  get #subject(): Pick<Feedback, 'topic' | 'section'> {
    const { topic, section, symptom } = this.#speaker ?? {};
    // It may have shown its topic before this element was there to hear of it.
    const own = typeof topic === 'string' ? topic : topic?.id;
    const builtIn = this.#speaker?.localName === 'provisioning-help' ? 'provisioning' : '';
    return { topic: this.#viewed || own || builtIn, section: section || symptom || undefined };
  }

  get #key(): string {
    const { topic, section } = this.#subject;
    return `${topic}\n${section}`;
  }

  get #step(): Step {
    return this.#steps.get(this.#key) ?? 'question';
  }

  set #step(step: Step) {
    this.#steps.set(this.#key, step);
    this.requestUpdate();
  }

  readonly #onYes = (): void => this.#answer({ helpful: true });

  readonly #onNo = (): void => {
    this.#step = this.#step === 'reasons' ? 'question' : 'reasons';
  };

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const reason = reasons.find((known) => known === data.get('reason'));
    // Half a character, as a cut emoji leaves it, would not survive on its way to a server.
    const comment = (data.get('comment') as string).replace(/\p{Surrogate}/gu, '\uFFFD').trim();
    this.#answer({ helpful: false, reason, comment: comment || undefined });
  };

  #answer(answer: Pick<Feedback, 'helpful' | 'reason' | 'comment'>): void {
    // A page may have rendered what `for` names later than this.
    this.#follow(this.#findSpeaker());
    const detail = { ...this.#subject, ...answer };
    this.#step = 'thanks';
    // The button that had the focus is gone with the next update. To focus the thanks also reads them out.
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.thanks')?.focus());
    fire(this, 'help-feedback', detail);
  }

  /** The element that `for` names, else the nearest around this one that shows topics. */
  #findSpeaker(): Speaker | undefined {
    if (!this.for) return deepClosest(this, 'help-topic, provisioning-help, help-center');
    const named = (this.getRootNode() as Document | ShadowRoot).getElementById?.(this.for);
    return named ?? report(this, 'bad-attribute', `for="${this.for}" names no element`);
  }

  #follow(speaker: Speaker | undefined): void {
    if (speaker === this.#speaker) return;
    this.#speaker?.removeEventListener('help-topic-view', this.#onView);
    this.#watched?.disconnect();
    this.#speaker = speaker;
    this.#viewed = '';
    if (!speaker) return;
    speaker.addEventListener('help-topic-view', this.#onView);
    // The section that shows is reflected, whoever chose it.
    this.#watched ??= new MutationObserver(() => this.requestUpdate());
    this.#watched.observe(speaker, { attributeFilter: ['section', 'symptom', 'topic'] });
  }

  readonly #onView = (event: HelpEvent<'help-topic-view'>): void => {
    this.#viewed = event.detail.topic;
    this.requestUpdate();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'help-feedback': HelpFeedback;
  }
}
