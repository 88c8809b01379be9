import { html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { copyText } from '../behaviors/clipboard.js';
import type { Diagnosis, Packet, PacketCheck } from '../diagnosis/model.js';
import { fire, type HelpEventDetails } from '../events.js';
import { inTime } from '../localization/locale-controller.js';
import { download } from '../rendering/download.js';
import { renderHeading } from '../rendering/heading.js';
import { renderLink } from '../rendering/link.js';
import { isMail, openMail } from '../rendering/open-mail.js';
import { controls } from '../styles/controls.styles.js';
import { links } from '../styles/link.styles.js';
import { prose } from '../styles/prose.styles.js';
import { reset } from '../styles/reset.styles.js';
import { signals } from '../styles/signals.styles.js';
import { tokens } from '../styles/tokens.styles.js';
import { HelpElement } from './help-element.js';
import { styles } from './help-handoff.styles.js';
import { report } from './report.js';

/** How a packet leaves. */
type Way = HelpEventDetails['help-handoff']['way'];

type Notice = 'copied' | 'downloaded' | 'mailed' | 'cut' | 'taken' | 'not-copied' | 'failed';

/**
 * @summary Makes a packet for support out of what a log says and what the reader has tried. Names are replaced, and it shows before it goes anywhere.
 * @tag help-handoff
 * @slot - What a page without JavaScript shows; replaced once the element runs.
 * @slot heading - Replaces the heading.
 * @fires {HelpEvent<'help-ready'>} help-ready - The element has painted for the first time.
 * @fires {HelpEvent<'help-locale-change'>} help-locale-change - Another language shows.
 * @fires {HelpEvent<'help-handoff'>} help-handoff - The reader copies, downloads or mails the packet; cancelable: the page takes it instead.
 * @fires {HelpEvent<'help-link-click'>} help-link-click - A link was activated; cancelable.
 * @fires {HelpEvent<'help-error'>} help-error - An attribute or a part of the element could not be used.
 * @csspart base - The box around everything.
 * @csspart heading - The heading.
 * @csspart handoff - What the packet holds, and the ways that it can go.
 * @csspart link - One link.
 */
export class HelpHandoff extends HelpElement {
  static override styles = [reset, tokens, signals, links, prose, controls, styles];

  protected static override readonly parts = ['log'];

  /** What a log says, from `provisioning-log-check` or from `diagnose`. Without it the packet holds the checks alone. */
  @property({ attribute: false }) diagnosis?: Diagnosis | null;

  /** What the reader has tried, and what not: `{ label, done }` each. */
  @property({ attribute: false, hasChanged: (now, before) => JSON.stringify(now) !== JSON.stringify(before) })
  checks: readonly PacketCheck[] | null = null;

  /** Where support is: an address of mail, telephone or web. */
  @property({ attribute: 'contact-href' }) contactHref?: string | null;

  /** The name of the app, where the page knows it better than the log. */
  @property({ attribute: 'app-name' }) appName?: string | null;

  #packet: Packet | undefined;
  #withNames = false;
  #notice: Notice | undefined;
  #focus: string | undefined;
  /** Only the newest packet shows. */
  #making: symbol | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const inputs = ['diagnosis', 'checks', 'appName', 'locale'] as const;
    const stale = this.#packet && this.#packet.json.locale !== this.localization.locale;
    if (this.#packet && (stale || inputs.some((name) => changed.has(name)))) void this.#make();
  }

  async #make(): Promise<void> {
    const making = (this.#making = Symbol());
    try {
      const { makePacket } = await this.#load();
      const packet = await makePacket(this.diagnosis ?? undefined, {
        locale: this.localization.locale,
        app: this.appName?.trim() || undefined,
        checks: this.checks ?? [],
        redact: !this.#withNames,
      });
      if (making !== this.#making) return;
      this.#packet = packet;
      this.#notice = undefined;
    } catch {
      this.#notice = 'failed';
      report(this, 'part-unavailable', 'A part of the hand-off could not be loaded');
    }
    this.requestUpdate();
  }

  async #load(): Promise<typeof import('./log-check/reader.js')> {
    const loading = import('./log-check/reader.js');
    await inTime(loading);
    return loading;
  }

  protected override renderContent(): unknown {
    const { msg } = this;
    const heading = msg('Ask for help', {
      id: 'log.ui.handoff',
      desc: 'Heading of the part that makes a summary for support.',
    });
    return html`<section class="handoff" part="handoff">
      <slot name="heading">${renderHeading(this.level, heading, 'heading')}</slot>
      ${this.#packet ? this.#renderPacket(this.#packet) : this.#renderOffer()}
      <p class="notice" role="status">${this.#renderNotice()}</p>
      ${
        this.contactHref && !isMail(this.contactHref)
          ? html`<p>
              ${renderLink(this.contactHref, msg('Contact support', { id: 'log.ui.handoff.contact', desc: 'Link to the page or telephone of support.' }), this.linkContext)}
            </p>`
          : nothing
      }
    </section>`;
  }

  #renderOffer(): unknown {
    const { msg } = this;
    return html`<p>
        ${msg(
          'Make a summary for support: what the log says and what you have tried, without names. Nothing is sent.',
          {
            id: 'log.ui.handoff.intro',
            desc: 'Before a summary has been made.',
          },
        )}
      </p>
      <div class="actions">
        <button type="button" class="button primary" @click=${() => this.#prepare()}>
          ${msg('Make the summary', { id: 'log.ui.handoff.make', desc: 'Button: makes a summary for support and shows it.' })}
        </button>
      </div>`;
  }

  #renderPacket({ markdown }: Packet): unknown {
    const { msg } = this;
    const mail = isMail(this.contactHref);
    const button = (way: Way, label: string) =>
      html`<button
        type="button"
        class="button ${way === 'mail' || (way === 'copy' && !mail) ? 'primary' : ''}"
        @click=${() => this.#hand(way)}
      >
        ${label}
      </button>`;
    return html`<label class="packet-label" for="packet"
        >${msg('This is what support gets to see', { id: 'log.ui.handoff.packet', desc: 'Label of the text that goes to support.' })}</label
      >
      <textarea id="packet" class="packet" readonly spellcheck="false" dir="auto" .value=${markdown}></textarea>
      <label class="switch"
        ><input
          type="checkbox"
          .checked=${this.#withNames}
          @change=${({ currentTarget }: Event) => {
            this.#withNames = (currentTarget as HTMLInputElement).checked;
            void this.#make();
          }}
        />${msg('Include names and addresses of people', { id: 'log.ui.handoff.names', desc: 'Check box, off at first: names are replaced by user-1 and so on.' })}</label
      >
      ${
        this.#withNames
          ? html`<p class="warning" role="alert">
              ${msg('The text holds personal data now. Give it only to people who may see it.', {
                id: 'log.ui.handoff.names.warning',
                desc: 'Warning, after the reader chose to include names. Passwords and tokens stay hidden.',
              })}
            </p>`
          : nothing
      }
      <div class="actions">
        ${mail ? button('mail', msg('Open as mail', { id: 'log.ui.handoff.mail', desc: 'Button: opens the reader’s mail program with the summary.' })) : nothing}
        ${button('copy', msg('Copy', { id: 'log.ui.copy', desc: 'Button: puts a text on the clipboard.' }))}
        ${button('download', msg('Download', { id: 'log.ui.handoff.download', desc: 'Button: saves the summary as a file.' }))}
        ${button('download-data', msg('Download as JSON', { id: 'log.ui.handoff.data', desc: 'Button: saves the summary in a form for programs. Keep JSON.' }))}
      </div>`;
  }

  #renderNotice(): unknown {
    const { msg } = this;
    switch (this.#notice) {
      case 'copied':
        return msg('Copied.', { id: 'log.ui.copied', desc: 'After a text was put on the clipboard.' });
      case 'not-copied':
        return msg('The browser doesn’t allow copying here. The text is selected: copy it with the keyboard.', {
          id: 'log.ui.handoff.select',
          desc: 'After a text could not be put on the clipboard.',
        });
      case 'downloaded':
        return msg('Downloaded.', { id: 'log.ui.handoff.downloaded', desc: 'After the summary was saved as a file.' });
      case 'mailed':
        return msg('Your mail program opens with the summary.', {
          id: 'log.ui.handoff.mailed',
          desc: 'After the mail program was opened.',
        });
      case 'cut':
        return msg(
          'The summary is too long for a link to a mail program, so the mail holds its beginning. Download all of it and attach the file.',
          {
            id: 'log.ui.handoff.cut',
            desc: 'After the mail program was opened.',
          },
        );
      case 'taken':
        return msg('Handed over.', { id: 'log.ui.handoff.taken', desc: 'After the page has taken the summary.' });
      case 'failed':
        return msg('The summary couldn’t be made here. Try again in a moment.', {
          id: 'log.ui.handoff.failed',
          desc: 'A part of the help could not be loaded.',
        });
      default:
        return nothing;
    }
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const target = this.#focus && this.renderRoot.querySelector<HTMLTextAreaElement>(this.#focus);
    if (!target) return;
    this.#focus = undefined;
    // From the top, where the caret is not of itself.
    target.setSelectionRange(0, 0);
    target.focus();
  }

  async #prepare(): Promise<void> {
    this.#focus = '.packet';
    await this.#make();
  }

  /** Nothing has left before this; whatever the reader chose, the page may take it. */
  async #hand(way: Way): Promise<void> {
    const packet = this.#packet;
    if (!packet) return;
    this.#notice = fire(this, 'help-handoff', { packet, way }, true) ? await this.#go(way, packet) : 'taken';
    this.requestUpdate();
  }

  async #go(way: Way, { markdown, json }: Packet): Promise<Notice> {
    switch (way) {
      case 'copy':
        if (await copyText(markdown)) return 'copied';
        this.renderRoot.querySelector<HTMLTextAreaElement>('.packet')?.select();
        return 'not-copied';
      case 'download':
        download('provisioning-summary.md', 'text/markdown;charset=utf-8', [markdown]);
        return 'downloaded';
      case 'download-data':
        download('provisioning-summary.json', 'application/json', [JSON.stringify(json, null, 2)]);
        return 'downloaded';
      case 'mail': {
        const { msg } = this;
        const subject = msg('User provisioning: summary of the log', {
          id: 'log.ui.handoff.subject',
          desc: 'Subject of a mail to support.',
        });
        const short = msg('(Shortened. I can send the whole summary as a file.)', {
          id: 'log.ui.handoff.short',
          desc: 'At the end of a text in a mail that was too long; the reader speaks.',
        });
        return openMail(this.contactHref ?? '', subject, markdown, short) ? 'mailed' : 'cut';
      }
    }
  }
}

declare module '../events.js' {
  interface HelpEventDetails {
    /** The reader hands a packet for support over, in the way that they chose. Cancel it to take it: nothing else happens then. */
    'help-handoff': { packet: Packet; way: 'copy' | 'download' | 'download-data' | 'mail' };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'help-handoff': HelpHandoff;
  }
}
