/** One message for each form that the number may ask for: `other` always, more where a language that we have needs them. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, () => string>> & { other: () => string };

const rules = new Map<string, Intl.PluralRules>();

/**
 * The message in the form that a number takes in a language: `1 user`, `2 users`. Each form is a message of its own, so
 * that a translator sees whole sentences: ids end in `.one` and `.other`.
 */
export function plural(locale: string, count: number, forms: PluralForms): string {
  const rule = rules.get(locale) ?? new Intl.PluralRules(locale);
  rules.set(locale, rule);
  return (forms[rule.select(count)] ?? forms.other)();
}
