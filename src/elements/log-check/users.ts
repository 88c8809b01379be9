import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { Diagnosis, Finding } from '../../diagnosis/model.js';
import { plural } from '../../localization/plural.js';
import { copyText } from '../../behaviors/clipboard.js';
import { download } from '../../rendering/download.js';
import { renderHeading } from '../../rendering/heading.js';
import { usersAsCsv } from './export.js';
import type { HelpElement } from '../help-element.js';
import { icon } from './icons.js';
import { choosePeople, gatherPeople, type Choice, type Person } from './people.js';
import { renderStory, userName } from './story.js';
import { formatTime, type View } from './view.js';
import { outcomeIcons, outcomeName } from './words.js';

/** So many rows are made, or left out, together. */
const pageSize = 50;

/** The users of a log: found by name or cause, in a list of which only the pages in view are made; one of them in full. */
export class UsersList implements ReactiveController {
  readonly #host: HelpElement;
  #diagnosis: Diagnosis | undefined;
  #people: Person[] | undefined;
  #shown: Person[] = [];
  #choice: Choice = 'attention';
  #query = '';
  #open: Person | undefined;
  #copied: boolean | undefined;
  /** The row that the Tab key reaches. */
  #active = 0;
  #gathering: AbortController | undefined;
  readonly #inView = new Set<number>();
  /** What a page that was in view is high, in pixels. */
  readonly #heights = new Map<number, number>();
  #observer: IntersectionObserver | null | undefined;
  #focus: 'row' | 'story' | 'head' | undefined;

  constructor(host: HelpElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Another log, or the same one in other words. */
  show(diagnosis: Diagnosis | undefined): void {
    const same = diagnosis && diagnosis.rows === this.#diagnosis?.rows;
    this.#diagnosis = diagnosis;
    if (same) return;
    this.#gathering?.abort();
    this.#people = this.#open = undefined;
    this.#shown = [];
    this.#choice = 'attention';
    this.#query = '';
    if (!diagnosis) return;
    const { signal } = (this.#gathering = new AbortController());
    gatherPeople(diagnosis, signal).then(
      (people) => {
        this.#people = people;
        // Where nothing is wrong, all of them are of interest.
        if (!choosePeople(people, 'attention', '', diagnosis).length) this.#choice = 'all';
        this.#filter();
      },
      () => undefined,
    );
  }

  /** Shows the users of a finding, and goes there. */
  choose({ id }: Finding): void {
    this.#choice = id;
    this.#query = '';
    this.#focus = 'head';
    this.#filter();
  }

  #filter(): void {
    this.#shown = choosePeople(this.#people ?? [], this.#choice, this.#query, this.#diagnosis!);
    this.#open = this.#copied = undefined;
    this.#active = 0;
    this.#inView.clear();
    this.#inView.add(0);
    this.#heights.clear();
    this.#list?.scrollTo(0, 0);
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    // Moved on the page.
    this.#watch();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  get #list(): Element | null {
    return this.#host.renderRoot?.querySelector('.users .list');
  }

  hostUpdated(): void {
    this.#watch();
    const root = this.#host.renderRoot;
    const target = {
      row: () => root.querySelector<HTMLElement>(`[data-index="${this.#active}"] button`),
      story: () => root.querySelector<HTMLElement>('#story'),
      head: () => root.querySelector<HTMLElement>('#users'),
    }[this.#focus ?? 'row']();
    if (!this.#focus || !target) return;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: this.#focus === 'head' ? 'start' : 'nearest' });
    this.#focus = undefined;
  }

  render(view: View): unknown {
    const diagnosis = this.#diagnosis;
    if (!diagnosis?.rows.length) return nothing;
    const { msg } = view;
    const count = this.#shown.length;
    return html`<section class="users">
      <div id="users" tabindex="-1">
        ${renderHeading(view.headingLevel + 2, msg('Users, one by one', { id: 'log.ui.users', desc: 'Heading above a list of users.' }))}
      </div>
      <div class="filters">
        <label
          ><span>${msg('Find a user', { id: 'log.ui.users.find', desc: 'Label of a search field.' })}</span>
          <input
            type="search"
            autocomplete="off"
            spellcheck="false"
            .value=${this.#query}
            @input=${({ currentTarget }: Event) => {
              this.#query = (currentTarget as HTMLInputElement).value;
              this.#filter();
            }}
        /></label>
        <label
          ><span
            >${msg('Show', { id: 'log.ui.users.which', desc: 'Label of a choice: which users a list shows.' })}</span
          >
          ${this.#renderChoices(diagnosis, view)}</label
        >
      </div>
      <p class="hint" role="status">
        ${
          this.#people
            ? plural(
                view.locale,
                count,
                msg('{count, plural, one {# user} other {# users}}', {
                  id: 'log.ui.users.count',
                  desc: 'How many users a list shows. The number is count.',
                }),
              )
            : nothing
        }
      </p>
      <div class="master ${this.#open ? 'opened' : ''}">
        ${count ? this.#renderList(view) : nothing}
        ${this.#open ? renderStory(this.#open, diagnosis, () => this.#close(), view) : nothing}
      </div>
      ${this.#renderExport(diagnosis, view)}
    </section>`;
  }

  #renderChoices({ findings }: Diagnosis, { msg }: View): TemplateResult {
    const option = (value: Choice, label: string) =>
      html`<option value=${value} .selected=${value === this.#choice}>${label}</option>`;
    return html`<select
      @change=${({ currentTarget }: Event) => {
        this.#choice = (currentTarget as HTMLSelectElement).value;
        this.#filter();
      }}
    >
      ${option('attention', msg('All that need a look', { id: 'log.ui.users.attention', desc: 'Choice: the users with a problem.' }))}
      ${findings.map(({ id, title }) => option(id, title))}
      ${option('fine', msg('Nothing wrong', { id: 'log.ui.users.fine', desc: 'Choice: the users without a problem.' }))}
      ${option('all', msg('Everyone', { id: 'log.ui.users.all', desc: 'Choice: all users.' }))}
    </select>`;
  }

  #renderList(view: View): TemplateResult {
    const { msg } = view;
    const pages = Math.ceil(this.#shown.length / pageSize);
    return html`<div
      class="list"
      role="table"
      aria-labelledby="users"
      aria-rowcount=${this.#shown.length + 1}
      @keydown=${(event: KeyboardEvent) => this.#onKey(event)}
    >
      <div role="rowgroup" class="columns-head">
        <div role="row" class="row">
          <span role="columnheader" class="who"
            >${msg('User', { id: 'log.ui.users.user', desc: 'Heading of a column.' })}</span
          >
          <span role="columnheader" class="what"
            >${msg('Cause', { id: 'log.ui.users.cause', desc: 'Heading of a column: what went wrong.' })}</span
          >
          <span role="columnheader" class="last"
            >${msg('Last result', { id: 'log.ui.users.last', desc: 'Heading of a column: what came of the newest change.' })}</span
          >
        </div>
      </div>
      ${Array.from({ length: pages }, (_, page) => this.#renderPage(page, view))}
    </div>`;
  }

  #renderPage(page: number, view: View): TemplateResult {
    const people = this.#shown.slice(page * pageSize, (page + 1) * pageSize);
    const shows = this.#inView.has(page);
    const height = this.#heights.get(page);
    const room = height ? `${height}px` : `${people.length * 3.75}em`;
    return html`<div role="rowgroup" class="page" data-page=${page} .style=${shows ? '' : `block-size: ${room}`}>
      ${shows ? people.map((person, index) => this.#renderRow(person, page * pageSize + index, view)) : nothing}
    </div>`;
  }

  #renderRow(person: Person, index: number, view: View): TemplateResult {
    const { msg } = view;
    const { last, rank, name } = person;
    const cause = this.#diagnosis?.findings[rank]?.title;
    return html`<div
      role="row"
      class="row ${person === this.#open ? 'current' : ''}"
      aria-rowindex=${index + 2}
      data-index=${index}
    >
      <div role="cell" class="who">
        <button
          type="button"
          tabindex=${index === this.#active ? 0 : -1}
          aria-expanded=${person === this.#open}
          @click=${() => this.#toggle(person, index)}
        >
          <bdi>${userName(person, view)}</bdi>${name ? html`<bdi class="hint">${name}</bdi>` : nothing}
        </button>
      </div>
      <div role="cell" class="what">
        ${cause ?? msg('Nothing wrong', { id: 'log.ui.users.fine', desc: 'Choice: the users without a problem.' })}
      </div>
      <div role="cell" class="last ${last.outcome}">
        ${icon(outcomeIcons[last.outcome])}<span>${outcomeName(msg, last.outcome)}</span>
        ${last.time === undefined ? nothing : html`<bdi class="hint">${formatTime(last.time, view, { dateStyle: 'short', timeStyle: 'short' })}</bdi>`}
      </div>
    </div>`;
  }

  #renderExport(diagnosis: Diagnosis, view: View): unknown {
    const { msg } = view;
    if (!this.#shown.length) return nothing;
    const make = () => usersAsCsv(this.#shown, diagnosis, view);
    return html`<div class="actions">
      <button
        type="button"
        class="button"
        @click=${async () => download('provisioning-users.csv', 'text/csv;charset=utf-8', await make())}
      >
        ${msg('Download these users as CSV', { id: 'log.ui.users.download', desc: 'Button. CSV: a file for spreadsheets.' })}
      </button>
      <button
        type="button"
        class="button quiet"
        @click=${async () => this.#onCopied(await copyText((await make()).join('')))}
      >
        ${msg('Copy', { id: 'log.ui.copy', desc: 'Button: puts a text on the clipboard.' })}
      </button>
      <span role="status"
        >${
          this.#copied === undefined
            ? nothing
            : this.#copied
              ? msg('Copied.', { id: 'log.ui.copied', desc: 'After a text was put on the clipboard.' })
              : msg('The browser doesn’t allow copying here.', {
                  id: 'log.ui.copied.not',
                  desc: 'After a text could not be put on the clipboard.',
                })
        }</span
      >
    </div>`;
  }

  #onCopied(copied: boolean): void {
    this.#copied = copied;
    this.#host.requestUpdate();
  }

  /** A page is made when it comes near, and gives way to a gap of its height when it has gone. */
  #watch(): void {
    // An update may come after the element has gone.
    const list = this.#host.isConnected ? this.#list : null;
    if (list !== (this.#observer?.root ?? null)) {
      this.#observer?.disconnect();
      this.#observer =
        list && new IntersectionObserver((entries) => this.#onScroll(entries), { root: list, rootMargin: '600px 0px' });
    }
    // One that is watched already stays so.
    for (const page of list?.querySelectorAll('.page') ?? []) this.#observer?.observe(page);
  }

  #onScroll(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      const page = Number((target as HTMLElement).dataset['page']);
      const holdsFocus = target.matches(':focus-within');
      if (isIntersecting) this.#inView.add(page);
      else if (!holdsFocus && this.#inView.delete(page)) this.#heights.set(page, boundingClientRect.height);
    }
    this.#host.requestUpdate();
  }

  #toggle(person: Person, index: number): void {
    this.#active = index;
    if (person === this.#open) return this.#close();
    this.#open = person;
    this.#focus = 'story';
    this.#host.requestUpdate();
  }

  #close(): void {
    this.#open = undefined;
    this.#focus = 'row';
    this.#host.requestUpdate();
  }

  /** Whether the key was for the list: Escape closes the story. */
  escape(): boolean {
    if (!this.#open) return false;
    this.#close();
    return true;
  }

  #onKey(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const last = this.#shown.length - 1;
    const steps: Record<string, number> = {
      ...{ ArrowDown: this.#active + 1, ArrowUp: this.#active - 1, Home: 0, End: last },
      ...{ PageDown: this.#active + 10, PageUp: this.#active - 10 },
    };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    this.#active = Math.min(Math.max(next, 0), last);
    this.#inView.add(Math.floor(this.#active / pageSize));
    this.#focus = 'row';
    this.#host.requestUpdate();
  }
}
