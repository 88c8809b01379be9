/** The language of the source texts: always there, and where every fallback ends. */
export const sourceLocale = 'en';

const rightToLeftLanguages = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The direction in which a language is written. */
export const directionOf = (locale: string): 'ltr' | 'rtl' =>
  rightToLeftLanguages.has(locale.replace(/-.*/, '')) ? 'rtl' : 'ltr';

/** Reads a BCP 47 tag, also one written with underscores; `undefined` if it is none. */
export function parseTag(tag: string | null | undefined): Intl.Locale | undefined {
  try {
    return tag ? new Intl.Locale(tag.trim().replaceAll('_', '-')) : undefined;
  } catch {
    return undefined;
  }
}

/** What serves a tag, best first: `zh-Hant-TW` → `zh-TW` → `zh-Hant` → `zh`. The script is filled in where the tag leaves it open. */
function fallbacks(tag: Intl.Locale): string[] {
  const { language, region } = tag;
  const likely = tag.maximize();
  return [
    tag.baseName,
    ...(region ? [`${language}-${region}`] : []),
    `${language}-${likely.script}`,
    language,
    `${language}-${likely.region}`,
  ];
}

/** What is asked for by a wider name than the one it is written in. */
const narrower: Record<string, string> = { no: 'nb', nn: 'nb', sr: 'sr-Latn', pt: 'pt-PT' };

/** The best of the available locales for a tag, or `undefined` if none is in its language. */
export const negotiate = (tag: Intl.Locale, available: readonly string[]): string | undefined =>
  [...fallbacks(tag), narrower[tag.language]].find((candidate) => available.includes(candidate!));

/** The best of the available locales for wishes, best first; where none of them can be met, the first that there is. */
export function nearest(wishes: readonly (string | undefined)[], available: readonly string[]): string | undefined {
  for (const wish of wishes) {
    const tag = parseTag(wish);
    // `nl-NL` also serves who asks for `nl-BE`: better than another language.
    const found =
      tag && (negotiate(tag, available) ?? available.find((other) => parseTag(other)?.language === tag.language));
    if (found) return found;
  }
  return available[0];
}
