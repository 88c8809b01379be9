import type { LocaleModule } from '@lit/localize';
import type { TemplateResult } from 'lit';
import { loadLocale, targetLocales } from './generated/locales.js';
import { notifyFollowers } from './lang-observer.js';
import { parseTag, sourceLocale } from './negotiate.js';

/** What a locale file exports, as lit-localize writes it: `templates`, messages by id. */
export type { LocaleModule };

/** Messages by id. */
export type Templates = LocaleModule['templates'];

/** One message: plain text, or lit-localize's `str` template where a value goes in. We write no others. */
export type Template = Exclude<Templates[string], TemplateResult>;

/**
 * Loads the messages of one part of a locale.
 * @param part `first` for what the first paint needs, else the name of a part that loads later (`checks`, `code`, `fault`).
 * Nothing means that the locale has no texts for it; English shows then.
 */
export type LocaleLoader = (part: string) => Promise<LocaleModule> | undefined;

/** The part that every element needs to show anything. */
export const firstPart = 'first';

const none: Templates = {};

const sources = new Map<string, LocaleLoader>(targetLocales.map((tag) => [tag, (part) => loadLocale(tag, part)]));
const loaded = new Map<string, Templates>();

/** Counts the calls of `registerLocale`: what was loaded before one may not be what is wanted after it. */
export let generation = 0;

/** Every locale that can be shown, English first; grows with `registerLocale`. */
export const supportedLocales: string[] = [sourceLocale, ...sources.keys()];

/**
 * Adds a language, or replaces one that is there. Elements that were waiting for it switch at once.
 * @param tag A BCP 47 tag. Another value is ignored, with a warning in the console.
 * @param loader Called once for each part, when the first element needs it.
 */
export function registerLocale(tag: string, loader: LocaleLoader): void {
  const canonical = parseTag(tag)?.baseName;
  if (!canonical) {
    console.warn(`help-elements: registerLocale: "${tag}" is not a BCP 47 language tag.`);
    return;
  }
  sources.set(canonical, loader);
  generation++;
  for (const key of loaded.keys()) if (key.startsWith(`${canonical}/`)) loaded.delete(key);
  if (!supportedLocales.includes(canonical)) supportedLocales.push(canonical);
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
