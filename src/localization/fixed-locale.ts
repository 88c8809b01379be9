import { cachedMessages, firstPart, loadMessages, supportedLocales } from './catalogue.js';
import { translate } from './locale-controller.js';
import { messageId } from './message-id.js';
import type { Msg } from './msg.js';
import { directionOf, negotiate, parseTag, sourceLocale } from './negotiate.js';

/** A language that does not change: for rendering where there is no page to follow. */
export interface FixedLocale {
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
  readonly msg: Msg;
}

/** The best supported language for a tag, with its texts loaded. */
export async function fixedLocale(tag: string, parts: readonly string[] = []): Promise<FixedLocale> {
  const wish = parseTag(tag);
  const locale = (wish && negotiate(wish, supportedLocales)) ?? sourceLocale;
  const all = [firstPart, ...parts];
  if (locale !== sourceLocale) await Promise.all(all.map((part) => loadMessages(locale, part)));
  const templates = Object.assign({}, ...all.map((part) => cachedMessages(locale, part))) as Record<string, never>;
  const msg = ((source: string, options) => translate(source, templates[messageId(options)])) as Msg;
  return { locale, dir: directionOf(locale), msg };
}
