import { html, isServer, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { covers, stepAside } from '../behaviors/covers.js';
import { deepActiveElement } from '../behaviors/deep-dom.js';
import { resizeEdge } from '../behaviors/resize-edge.js';
import { rememberFocus, takesFocus, type ReturnFocus } from '../behaviors/return-focus.js';
import { isShortcut, namesShortcut } from '../behaviors/shortcut.js';
import { fire } from '../events.js';
import { str } from '../localization/msg.js';
import { renderHeading } from '../rendering/heading.js';
import { buttons } from '../styles/button.styles.js';
import { reset } from '../styles/reset.styles.js';
import { tokens } from '../styles/tokens.styles.js';
import type { HelpCenter } from './help-center.js';
import { markAnchors } from './anchor-coverage.js';
import { anchorOf } from './help-anchors.js';
import { HelpElement } from './help-element.js';
import { styles } from './help-launcher.styles.js';
import { icons } from './icons.js';
import { oneOf, report } from './report.js';

/** The launchers of the page, the oldest first: it answers where no one is named. */
const launchers = new Set<HelpLauncher>();

/** The narrowest drawer, and what it leaves of the page at least, in CSS pixels. */
const narrowest = 280;
const rest = 120;
/** How wide it is as long as nobody says. */
const standard = 440;

/**
 * @summary The button that opens help over the page: beside the work on a wide screen, in its place on a narrow one.
 * @tag help-launcher
 * @slot - What opens: a `help-center`, a `help-topic`, `provisioning-help`, or content of your own.
 * @slot label - Replaces the button's words.
 * @fires {HelpEvent<'help-ready'>} help-ready - The element has painted for the first time.
 * @fires {HelpEvent<'help-open'>} help-open - The help opened.
 * @fires {HelpEvent<'help-close'>} help-close - The help closed.
 * @fires {HelpEvent<'help-error'>} help-error - An attribute could not be used, or an anchor on the page has no help.
 * @csspart base - The box around everything.
 * @csspart button - The button.
 * @csspart panel - What opens.
 * @csspart header - The line with the title and the button that closes.
 * @csspart heading - The title.
 * @csspart edge - The edge that resizes the panel.
 * @cssState open - The help is open.
 * @cssState modal - The help is open, and the page behind it has to wait.
 */
export class HelpLauncher extends HelpElement {
  static override styles = [reset, tokens, buttons, styles];

  protected static override readonly parts = ['center'];

  /** Whether the help is open; set it to open or close. */
  @property({ type: Boolean, reflect: true }) open = false;

  /** The corner of the window for the button, first in the block direction, then in that of the text. The panel takes that side. */
  @property() placement: 'end-end' | 'end-start' | 'start-end' | 'start-start' = 'end-end';

  /** The button's words, and the title of what opens. Without it: “Help”, in the reader's language. */
  @property() label = '';

  /** A button with words, or with a question mark only. */
  @property() variant: 'button' | 'icon' = 'button';

  /** The page waits until the help is closed. On a narrow screen, which the help fills, it always does. */
  @property({ type: Boolean }) modal = false;

  /** A key that opens and closes the help, such as `?`, `F1` or `Control+Shift+h`; off while the reader types. */
  @property() shortcut?: string | null;

  /** The width of the panel in CSS pixels, also after the reader has changed it. Nothing remembers it but the page. */
  @property({ type: Number, reflect: true }) width?: number | null;

  /** For authors, while they develop: marks what on the page has `data-help-topic`, and whether that topic is there. */
  @property({ type: Boolean }) coverage = false;

  readonly #internals = this.attachInternals();
  readonly #edge = resizeEdge({
    box: () => this.#panel,
    range: () => this.#range,
    onResize: (width) => (this.width = width),
  });
  #shown = false;
  #return: ReturnFocus | undefined;
  #topic: string | undefined;
  #page: Document | undefined;
  #stopCoverage: (() => void) | undefined;
  #covered: readonly [covered: number, all: number] | undefined;

  get #panel(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog')!;
  }

  get #button(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>('.opener')!;
  }

  /** It may not be defined yet. */
  get #center(): (Partial<HelpCenter> & HTMLElement) | null {
    return this.querySelector('help-center');
  }

  get #range(): readonly [number, number] {
    return [narrowest, Math.max(narrowest, (isServer ? 0 : innerWidth) - rest)];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    launchers.add(this);
    this.#page = this.ownerDocument;
    this.#page.addEventListener('click', this.#onPageClick);
    this.#page.addEventListener('focusin', this.#onPageFocus);
    this.#page.addEventListener('keydown', this.#onPageKeydown);
    this.addEventListener('help-wanted', this.#onWanted);
    // What was in the top layer has left it with the page.
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    launchers.delete(this);
    this.removeEventListener('help-wanted', this.#onWanted);
    this.#page?.removeEventListener('click', this.#onPageClick);
    this.#page?.removeEventListener('focusin', this.#onPageFocus);
    this.#page?.removeEventListener('keydown', this.#onPageKeydown);
    this.#stopCoverage?.();
    this.#stopCoverage = undefined;
    if (this.#shown) this.#hide();
  }

  /** Opens the help, at a topic of the `help-center` inside if one is named by id, alias or code. */
  show(topic?: string): void {
    this.#topic = topic;
    if (topic && this.#shown) this.#showTopic();
    this.open = true;
  }

  /** Closes the help. The focus goes back to where it was. */
  close(): void {
    this.open = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('shortcut') && this.shortcut && !namesShortcut(this.shortcut))
      report(this, 'bad-attribute', `shortcut="${this.shortcut}" names no key`);
  }

  protected override renderContent(): unknown {
    const placement = oneOf(this, 'placement', ['end-end', 'end-start', 'start-end', 'start-start'], this.placement);
    const variant = oneOf(this, 'variant', ['button', 'icon'], this.variant);
    const label =
      this.label ||
      this.msg('Help', { id: 'center.title', desc: 'Button that opens the help over the page, and its title there' });
    const close = this.msg('Close', { id: 'center.close', desc: 'Button that closes the help over the page' });
    const [min, max] = this.#range;
    return html`<button
        type="button"
        class="opener ${placement} ${variant}"
        part="button"
        popover="manual"
        aria-haspopup="dialog"
        aria-expanded=${this.open}
        @click=${() => this.show()}
      >
        ${icons.help}<span><slot name="label">${label}</slot></span>
      </button>
      <dialog
        id="panel"
        class=${placement}
        part="panel"
        tabindex="-1"
        aria-labelledby="title"
        @keydown=${this.#onPanelKeydown}
        @cancel=${this.#onCancel}
        @close=${this.#onClose}
        @click=${this.#onPanelClick}
      >
        <header part="header">
          <div id="title">${renderHeading(this.level, label, 'heading')}</div>
          <button type="button" class="icon" aria-label=${close} @click=${() => this.close()}>${icons.close}</button>
        </header>
        <div class="content"><slot></slot></div>
        <div
          class="edge"
          part="edge"
          role="separator"
          tabindex="0"
          aria-orientation="vertical"
          aria-controls="panel"
          aria-label=${this.msg('Width of the help', {
            id: 'center.width',
            desc: 'Name, for screen readers, of the edge that the reader can move to make the help wider',
          })}
          aria-valuemin=${min}
          aria-valuemax=${max}
          aria-valuenow=${this.width ?? standard}
          @keydown=${this.#edge.onKeydown}
          @pointerdown=${this.#edge.onPointerdown}
          @pointermove=${this.#edge.onPointermove}
        ></div>
      </dialog>
      ${this.coverage ? this.#renderCoverage() : nothing}`;
  }

  #renderCoverage(): unknown {
    const { locale } = this.localization;
    const [covered = '…', all = '…'] = this.#covered?.map((count) => count.toLocaleString(locale)) ?? [];
    return html`<div class="coverage" popover="manual">
      <p role="status">
        ${this.msg(str`Help on this page: ${covered} of ${all}`, {
          id: 'center.coverage',
          desc: 'For the authors of a page: how many of the places on it that name a help topic have one, then how many there are',
        })}
      </p>
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (!this.isConnected) return;
    // The button is in the top layer, too: no transformed box or high z-index of the page covers or cuts it.
    if (!this.#button.matches(':popover-open')) this.#button.showPopover();
    this.#panel.style.setProperty('--_width', `${this.width || standard}px`);
    this.#cover();
    if (this.open && !this.#shown) this.#show();
    else if (!this.open && this.#shown) {
      this.#hide();
      fire(this, 'help-close', {});
    }
  }

  #cover(): void {
    if (!this.coverage) {
      this.#stopCoverage?.();
      this.#stopCoverage = undefined;
    }
    if (!this.coverage || this.#stopCoverage) return;
    const layer = this.renderRoot.querySelector<HTMLElement>('.coverage')!;
    layer.showPopover();
    this.#stopCoverage = markAnchors({
      layer,
      has: async (topic) => (await this.#center?.has?.(topic)) ?? false,
      onCount: (...count) => {
        this.#covered = count;
        this.requestUpdate();
      },
      onMissing: (topic) => report(this, 'missing-topic', `data-help-topic="${topic}" names no topic`),
    });
  }

  #show(): void {
    const panel = this.#panel;
    this.#return ??= rememberFocus();
    this.#shown = true;
    // As wide as the window it would hide the page that it stands beside.
    if (this.modal || innerWidth < narrowest + 2 * rest) panel.showModal();
    else {
      panel.popover = 'manual';
      panel.showPopover();
    }
    // Behind a dialog of the page nothing can have the focus: then ours is one more dialog on top.
    if (!this.#takeFocus() && !panel.open) {
      this.#leaveTopLayer();
      panel.showModal();
      this.#takeFocus();
    }
    this.#setStates();
    fire(this, 'help-open', { topic: this.#topic });
    this.#showTopic();
  }

  /** The focus goes to what the author has marked with `autofocus`, else to the panel, whose title is then read out. */
  #takeFocus(): boolean {
    const wished = this.querySelector<HTMLElement>('[autofocus]');
    return (wished !== null && takesFocus(wished)) || takesFocus(this.#panel);
  }

  #hide(): void {
    // Who closes it from the page, with the focus there, keeps it.
    const active = deepActiveElement();
    const hadFocus = this.#panel.matches(':focus-within') || !active || active === document.body;
    this.#shown = false;
    this.#leaveTopLayer();
    this.#setStates();
    if (hadFocus && this.isConnected && !this.#return?.restore()) takesFocus(this.#button);
    this.#return = undefined;
  }

  #leaveTopLayer(): void {
    const panel = this.#panel;
    if (panel.open) panel.close();
    else if (panel.matches(':popover-open')) panel.hidePopover();
    panel.popover = null;
  }

  #setStates(): void {
    this.#internals.states[this.#shown ? 'add' : 'delete']('open');
    this.#internals.states[this.#panel.open ? 'add' : 'delete']('modal');
  }

  #showTopic(): void {
    const topic = this.#topic;
    this.#topic = undefined;
    if (!topic) return;
    const center = this.#center;
    if (!center) report(this, 'no-help-center', `There is no help-center inside that could show "${topic}"`);
    else if (center.showTopic) void center.showTopic(topic);
    else center.setAttribute('topic', topic);
  }

  readonly #onPanelKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    // Prevented, so that a dialog of the page that we stand in stays open.
    event.preventDefault();
    event.stopPropagation();
    this.close();
  };

  /** Escape while nothing inside has the focus, or a gesture that means “back”. */
  readonly #onCancel = (event: Event): void => {
    if (event.target !== this.#panel) return;
    event.preventDefault();
    this.close();
  };

  readonly #onClose = (event: Event): void => {
    if (event.target === this.#panel && this.#shown && !this.#panel.matches('[open], :popover-open')) this.close();
  };

  /** A click beside a modal panel falls on the panel itself. */
  readonly #onPanelClick = (event: MouseEvent): void => {
    if (event.composedPath()[0] !== this.#panel || !this.#panel.open) return;
    const { left, right, top, bottom } = this.#panel.getBoundingClientRect();
    const { clientX: x, clientY: y } = event;
    if (x < left || x > right || y < top || y > bottom) this.close();
  };

  readonly #onWanted = (): void => this.show();

  /** Any element of the page with `data-help-topic`, or `commandfor` with our id, opens the help. */
  readonly #onPageClick = (event: MouseEvent): void => {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const anchor = anchorOf(event);
    if (!anchor) return;
    const { source, topic, target } = anchor;
    if (target instanceof HelpLauncher ? target !== this : !topic || [...launchers][0] !== this) return;
    event.preventDefault();
    const command = source.getAttribute('command');
    if (command === '--close' || (command === '--toggle' && this.open)) return this.close();
    // Safari does not focus a button that is clicked.
    if (!this.#shown) this.#return = rememberFocus(source);
    this.show(topic);
  };

  readonly #onPageKeydown = (event: KeyboardEvent): void => {
    if (this.shortcut && isShortcut(event, this.shortcut)) {
      event.preventDefault();
      if (this.open) this.close();
      else this.show();
    } else if (event.key === 'Escape' && !event.defaultPrevented && this.#shown && !this.#panel.open) {
      // The reader uncovers what has the focus behind the panel.
      const active = deepActiveElement();
      if (active && !this.#panel.matches(':focus-within') && covers(this.#panel, active)) this.close();
    }
  };

  /** The button steps aside where it would hide what has the focus. */
  readonly #onPageFocus = (event: FocusEvent): void => {
    const [target] = event.composedPath();
    if (this.hasUpdated && target instanceof Element) stepAside(this.#button, target);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'help-launcher': HelpLauncher;
  }
}
