import type { LocaleModule } from '@lit/localize';
import type { TemplateResult } from 'lit';
import { loadLocale, targetLocales } from './generated/locales.js';
import { notifyFollowers } from './lang-observer.js';
import { negotiate, sourceLocale } from './negotiate.js';

/** What a locale file exports, as lit-localize writes it: `templates`, messages by id. */
export type { LocaleModule };

/** Messages by id. */
export type Templates = LocaleModule['templates'];

/** One message: plain text, or lit-localize's `str` template where a value goes in. We write no others. */
export type Template = Exclude<Templates[string], TemplateResult>;

/** Loads the messages of one part of a locale; nothing means that it has none, and English shows. */
export type Source = (part: string) => Promise<Pick<LocaleModule, 'templates'>> | undefined;

/** The part that every element needs to show anything. */
export const firstPart = 'first';

const none: Templates = {};

const sources = new Map<string, Source>(targetLocales.map((tag) => [tag, (part) => loadLocale(tag, part)]));
const loaded = new Map<string, Templates>();

/** Counts the sources that were added: what was loaded before one may not be what is wanted after it. */
export let generation = 0;

/** Every locale that can be shown, English first; grows with `registerLocale`. */
export const supportedLocales: string[] = [sourceLocale, ...sources.keys()];

/**
 * Adds a locale, or puts a source in the place of another. Elements that were waiting for it switch at once.
 * @param make Makes the new source from the one that it replaces or, for a new locale, that of the nearest there is.
 */
export function addSource(locale: Intl.Locale, make: (before: Source | undefined) => Source): void {
  const { baseName } = locale;
  sources.set(baseName, make(sources.get(negotiate(locale, supportedLocales) ?? '')));
  generation++;
  for (const key of loaded.keys()) if (key.startsWith(`${baseName}/`)) loaded.delete(key);
  if (!supportedLocales.includes(baseName)) supportedLocales.push(baseName);
  notifyFollowers();
}

/** The messages if they are here already: an element that needs no loading paints at once. */
export const cachedMessages = (locale: string, part: string): Templates | undefined =>
  locale === sourceLocale && !sources.has(locale) ? none : loaded.get(`${locale}/${part}`);

/** Loads the messages of a part and tells every element. A failed load is forgotten, so that the next call tries again. */
export async function loadMessages(locale: string, part: string): Promise<void> {
  const module = await sources.get(locale)?.(part);
  loaded.set(`${locale}/${part}`, module?.templates ?? none);
  notifyFollowers();
}
