import { joinStringsAndValues } from '@lit/localize/internal/str-tag.js';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  cachedMessages,
  firstPart,
  generation,
  loadMessages,
  supportedLocales,
  type Template,
  type Templates,
} from './catalogue.js';
import { follow, surroundings } from './lang-observer.js';
import { messageId } from './message-id.js';
import type { Msg } from './msg.js';
import { directionOf, negotiate, parseTag, sourceLocale } from './negotiate.js';

/** How long a locale may keep the first paint waiting, in milliseconds; then English shows until it comes. */
const patience = 300;
/** How long anything may take to load before it counts as failed, in milliseconds. */
const deadline = 10_000;

/** Rejects when something takes too long. */
export const inTime = (work: Promise<unknown>): Promise<unknown> =>
  Promise.race([work, new Promise((_, reject) => setTimeout(reject, deadline))]);

/** What the controller needs of its element. */
export interface LocaleHost extends ReactiveControllerHost, HTMLElement {
  /** The author's choice of language, a BCP 47 tag. */
  locale?: string | null;
}

/** Tells the element that a language could not be loaded (English shows), or that a tag is none. */
export type LocaleFault = (code: 'locale-unavailable' | 'bad-locale', locale: string) => void;

/**
 * Puts a message together, from its translation if there is one. lit-localize's own function for this also serves
 * templates and ids made from texts; we have neither, and it would cost every page its bytes. @internal
 */
export function translate(source: Template, translation: Template = source): string {
  if (typeof translation === 'string') return translation;
  // A translation names each value of the source by its index, since it may use them in another order.
  const values = typeof source === 'string' ? [] : source.values;
  const order = translation === source ? undefined : (translation.values as number[]);
  return joinStringsAndValues(translation.strings, values, order);
}

/**
 * Gives one element its own language. The order: the `locale` attribute, the nearest `lang` across shadow roots, the
 * browser's languages, English. A switch is atomic: the old texts stay until the new ones are here.
 *
 * The page-wide runtime of `@lit/localize` is never configured: it knows one locale a page and may be set up once, so it
 * would break a host that uses it too.
 */
export class LocaleController implements ReactiveController {
  /** The language of what is shown now. */
  locale = sourceLocale;
  /** The direction of what is shown now. */
  dir: 'ltr' | 'rtl' = 'ltr';
  /** Translates a message into this element's language. */
  readonly msg: Msg;

  readonly #host: LocaleHost;
  readonly #onFault: LocaleFault;
  readonly #parts: string[];
  #newest: Templates | undefined;
  #templates: Templates | undefined;
  #wish = '';
  #pending: Promise<unknown> | undefined;
  #unfollow: (() => void) | undefined;

  /** @param parts What the element needs besides the texts of the first paint. */
  constructor(host: LocaleHost, onFault: LocaleFault, parts: readonly string[] = []) {
    this.#host = host;
    this.#onFault = onFault;
    this.#parts = [firstPart, ...parts];
    this.msg = ((source: Template, options) =>
      translate(source, this.#templates?.[messageId(options)] as Template | undefined)) as Msg;
    host.addController(this);
  }

  hostConnected(): void {
    this.#unfollow = follow(this.#host, () => this.resolve());
    this.resolve();
  }

  hostDisconnected(): void {
    this.#unfollow?.();
  }

  /** Settles when the first paint may go ahead: the locale is here, has failed, or takes too long. */
  get firstPaint(): Promise<unknown> | undefined {
    return this.#pending && Promise.race([this.#pending, new Promise((done) => setTimeout(done, patience))]);
  }

  /** Adds the texts of a part that loads later. Rejects if they can't be loaded; what shows stays as it is then. */
  async use(part: string): Promise<void> {
    await this.firstPaint;
    if (this.#parts.includes(part)) return;
    await inTime(loadMessages(this.locale, part));
    this.#parts.push(part);
    this.resolve();
  }

  /** Loads again what could not be loaded. */
  retry(): void {
    this.#wish = '';
    this.resolve();
  }

  /** Finds the language that is wanted now, and switches to it as soon as its texts are here. */
  resolve(): void {
    const { locale, dir } = this.#choose();
    const parts = this.#parts.map((part) => cachedMessages(locale, part)).filter((part) => part !== undefined);
    const wish = [locale, generation, ...this.#parts].join();
    if (parts.length === this.#parts.length) {
      this.#wish = wish;
      this.#show(locale, dir, parts);
    } else if (wish !== this.#wish) {
      this.#wish = wish;
      this.#pending = this.#load(locale, wish);
    }
  }

  /** What has been loaded shows by itself, even if it comes too late: loading tells every element to look again. */
  async #load(locale: string, wish: string): Promise<void> {
    try {
      await inTime(Promise.all(this.#parts.map((part) => loadMessages(locale, part))));
    } catch {
      if (wish !== this.#wish) return;
      this.#show(sourceLocale, directionOf(sourceLocale), []);
      this.#onFault('locale-unavailable', locale);
    }
  }

  #choose(): { locale: string; dir: 'ltr' | 'rtl' } {
    const around = surroundings(this.#host);
    const given = this.#host.locale?.trim();
    if (given && !parseTag(given)) this.#onFault('bad-locale', given);
    const tags = [given, around.lang, ...navigator.languages];
    const tag = tags.map(parseTag).find((parsed) => parsed !== undefined);
    const match = tag && negotiate(tag, supportedLocales);
    const locale = match ?? sourceLocale;
    const own = this.#host.dir.toLowerCase();
    if (own === 'rtl' || own === 'ltr') return { locale, dir: own };
    // The page's direction holds for a text in the page's language, not for another language or for the English fallback.
    const inherited = match && !given ? around.dir : undefined;
    return { locale, dir: inherited ?? directionOf(locale) };
  }

  #show(locale: string, dir: 'ltr' | 'rtl', parts: readonly Templates[]): void {
    // A part that has come, or been replaced, is the last one or comes with it.
    const newest = parts.at(-1);
    if (newest === this.#newest && locale === this.locale && dir === this.dir) return;
    this.locale = locale;
    this.dir = dir;
    this.#newest = newest;
    this.#templates = Object.assign({}, ...parts) as Templates;
    this.#host.requestUpdate();
  }
}
