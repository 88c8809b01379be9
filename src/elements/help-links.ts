import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { renderLinks } from '../rendering/blocks.js';
import { renderHeading } from '../rendering/heading.js';
import { links } from '../styles/link.styles.js';
import { prose } from '../styles/prose.styles.js';
import { reset } from '../styles/reset.styles.js';
import { tokens } from '../styles/tokens.styles.js';
import type { LinkItem } from '../topics/model.js';
import { HelpElement } from './help-element.js';
import { styles } from './help-links.styles.js';

/**
 * @summary A list of links, from a property or from the page's own `<a>` elements; their addresses pass the same policy.
 * @tag help-links
 * @slot - The `<a>` elements that become the list, unless `links` is set. They stay readable where JavaScript does not run.
 * @fires {HelpEvent<'help-ready'>} help-ready - The element has painted for the first time.
 * @fires {HelpEvent<'help-link-click'>} help-link-click - A link was activated; cancelable.
 * @fires {HelpEvent<'help-error'>} help-error - An address could not be used.
 * @csspart base - The box around everything.
 * @csspart heading - The heading.
 * @csspart links - The list.
 * @csspart link - One link.
 */
export class HelpLinks extends HelpElement {
  static override styles = [reset, tokens, links, prose, styles];

  /** The links, in order. Wins over the page's own `<a>` elements; a faulty entry is left out. */
  @property({ attribute: false }) links: readonly LinkItem[] | null = null;

  /** The text above the list. Without it there is no heading. */
  @property() heading = '';

  #observer: MutationObserver | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // A slot would tell of new children only, not of an address that a framework has changed in place.
    this.#observer ??= new MutationObserver(() => this.requestUpdate());
    this.#observer.observe(this, { subtree: true, childList: true, characterData: true, attributeFilter: ['href'] });
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
  }

  protected override renderContent(): unknown {
    const items = this.links ? readItems(this.links) : readAnchors(this);
    if (items.length === 0) return nothing;
    return html`${this.heading ? renderHeading(this.level, this.heading, 'heading') : nothing}
    ${renderLinks(items, this.linkContext)}`;
  }
}

/** Pages hand over data from anywhere: what has no label to show is left out. */
const readItems = (links: readonly Partial<LinkItem>[]): LinkItem[] =>
  (Array.isArray(links) ? links : []).flatMap((item: Partial<LinkItem> | null) => {
    const { label, href, description } = item ?? {};
    if (typeof label !== 'string' || !label.trim()) return [];
    return [{ label, href: href as string, ...(typeof description === 'string' ? { description } : {}) }];
  });

/** The address as the page wrote it: the parsed one would hide what the policy has to judge. */
const readAnchors = (host: Element): LinkItem[] =>
  [...host.querySelectorAll('a')].flatMap((anchor) => {
    const label = anchor.textContent.trim();
    const href = anchor.getAttribute('href');
    return label ? [{ label, href: href as string }] : [];
  });

declare global {
  interface HTMLElementTagNameMap {
    'help-links': HelpLinks;
  }
}
