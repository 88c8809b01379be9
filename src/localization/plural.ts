const rules = new Map<string, Intl.PluralRules>();

/**
 * The form of a message that a number asks for in a language.
 * @param text The translated message, in ICU's notation: `{count, plural, one {# user} other {# users}}`, with the
 *   categories that `Intl.PluralRules` has for the language. `#` stands for the number, written as the language does.
 */
export function plural(text: string, count: number, locale: string): string {
  const rule = rules.get(locale) ?? new Intl.PluralRules(locale);
  rules.set(locale, rule);
  const forms = new Map(Array.from(text.matchAll(/(\w+) \{([^{}]*)\}/g), ([, name, form]) => [name, form]));
  const form = forms.get(rule.select(count)) ?? forms.get('other') ?? text;
  return form.replaceAll('#', count.toLocaleString(locale));
}
