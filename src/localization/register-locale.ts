import { addSource, type LocaleModule, type Template, type Templates } from './catalogue.js';
import type { MessageId } from './generated/message-ids.js';
import { shortened } from './message-names.js';
import { parseTag } from './negotiate.js';

/**
 * Messages by id, as a JSON file may hold them. `{0}`, `{1}` stand where the English has its values, in any order. A plural
 * message has all forms of the language: `{count, plural, one {# user} other {# users}}`.
 */
export type Messages = { readonly [Id in MessageId]?: string };

/**
 * Loads messages of a locale: all, or those of one part.
 * @param part `first` for what the first paint needs, else the first segment of the ids of what loads later (`checks`,
 *   `code`, `fault` …). Called once for each part, when the first element needs it.
 * @returns The messages, or a module as lit-localize writes it; nothing if there are none for that part.
 */
export type LocaleLoader = (part: string) => Promise<Messages | Pick<LocaleModule, 'templates'>> | Messages | undefined;

/**
 * Adds a language, or other words for one that is there. Elements that were waiting for it switch at once. A message that
 * the loader lacks is taken from the locale that it replaces or, for a new one, from the nearest (`de` for `de-AT`), else
 * from English.
 * @param tag A BCP 47 tag. Another value is ignored, with a warning in the console.
 */
export function registerLocale(tag: string, loader: LocaleLoader): void {
  const locale = parseTag(tag);
  if (!locale) {
    console.warn(`help-elements: registerLocale: "${tag}" is not a BCP 47 language tag.`);
    return;
  }
  addSource(locale, (before) => async (part) => {
    // What it builds on may be gone; its own words need not go with it.
    const [base, own] = await Promise.all([before?.(part)?.catch(() => undefined), loader(part)]);
    return { templates: { ...base?.templates, ...(own && shortened(readMessages(own))) } };
  });
}

const readMessages = (own: Messages | Pick<LocaleModule, 'templates'>): Templates =>
  'templates' in own && typeof own.templates === 'object'
    ? own.templates
    : Object.fromEntries(
        Object.entries(own as Record<string, unknown>).flatMap(([id, text]) =>
          typeof text === 'string' ? [[id, readText(text)]] : [],
        ),
      );

/** `{0}` in a text becomes a value of lit-localize's. */
function readText(text: string): Template {
  const pieces = text.split(/\{(\d+)\}/);
  if (pieces.length === 1) return text;
  const strings = pieces.filter((_, index) => index % 2 === 0) as unknown as TemplateStringsArray;
  return { strTag: true, strings, values: pieces.filter((_, index) => index % 2).map(Number) };
}
