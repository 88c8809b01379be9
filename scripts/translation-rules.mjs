// What a translation must keep to, as far as a program can tell. One entry a language: its quotation marks, its script
// where that is not Latin, and what is particular to it.

/** Quotation marks and apostrophes that a language uses; ’ may stand in any, as the apostrophe of a name. */
const languages = {
  ar: {
    quotes: '«»“”',
    script: 'Arabic',
    never: [[/\p{Script=Arabic}\s*[,;?]/u, 'a Latin comma, semicolon or question mark']],
  },
  bg: { quotes: '„“', script: 'Cyrillic' },
  cs: { quotes: '„“‚‘' },
  da: { quotes: '”»«' },
  de: { quotes: '„“‚‘' },
  el: { quotes: '«»“”', script: 'Greek', never: [[/\?/, 'a Latin question mark']] },
  es: {
    quotes: '«»“”',
    never: [
      [/^[^¿]*\?/, 'a question mark without ¿'],
      [/^[^¡]*!/, 'an exclamation mark without ¡'],
    ],
  },
  et: { quotes: '„“”' },
  fi: { quotes: '”' },
  fr: {
    quotes: '«»',
    never: [
      [
        /[^\s\u00a0\u202f\d][;?!]|[^\s\u00a0\u202f\dA-Z*]:|[^\u00a0\u202f]»|«[^\u00a0\u202f]| [:;?!»]/,
        'a sign without its no-break space',
      ],
    ],
  },
  he: { quotes: '“”״׳', script: 'Hebrew' },
  hr: { quotes: '„”»«' },
  hu: { quotes: '„”»«' },
  id: { quotes: '“”‘' },
  it: { quotes: '«»“”' },
  ja: {
    quotes: '「」『』',
    script: 'Japanese',
    never: [[/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]\s*[,.;:?!()]/u, 'a half-width sign']],
  },
  ko: { quotes: '‘“”', script: 'Hangul' },
  lt: { quotes: '„“' },
  lv: { quotes: '„“”' },
  nb: { quotes: '«»' },
  nl: { quotes: '‘“”' },
  pl: { quotes: '„”«»' },
  'pt-BR': { quotes: '“”‘' },
  'pt-PT': { quotes: '«»“”' },
  ro: { quotes: '„”«»' },
  ru: { quotes: '«»„“', script: 'Cyrillic' },
  sk: { quotes: '„“‚‘' },
  sl: { quotes: '„“»«' },
  'sr-Latn': { quotes: '„”' },
  sv: { quotes: '”' },
  th: { quotes: '“”', script: 'Thai' },
  tr: { quotes: '“”‘' },
  uk: { quotes: '«»„“', script: 'Cyrillic' },
  vi: { quotes: '“”‘' },
  'zh-Hans': {
    quotes: '“”‘',
    script: 'Han',
    never: [
      [/\p{sc=Han}\s*[,.;:?!()]/u, 'a half-width sign'],
      [/[這個們來對時與應設選項檔帳號請將無說]/u, 'a traditional character'],
    ],
  },
  'zh-Hant': {
    quotes: '「」『』',
    script: 'Han',
    never: [
      [/\p{sc=Han}\s*[,.;:?!()]/u, 'a half-width sign'],
      [/[这们来对时与应设选项档帐请将无说]/u, 'a simplified character'],
    ],
  },
};

const scripts = {
  Arabic: /\p{sc=Arab}/u,
  Cyrillic: /\p{sc=Cyrl}/u,
  Greek: /\p{sc=Grek}/u,
  Han: /\p{sc=Han}/u,
  Hangul: /\p{sc=Hang}/u,
  Hebrew: /\p{sc=Hebr}/u,
  Japanese: /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u,
  Thai: /\p{sc=Thai}/u,
};

const marks = '"\'‘‚“”„«»‹›「」『』״׳';
/** What a reader copies or types, and values: no words of the language. */
const withoutCode = (text) => text.replace(/`[^`]*`|https?:\S+/g, ' ').replace(/\{\d+\}/g, '\uFFFC');
/** What stays as it is in every language. */
const names =
  /Microsoft (?:Entra|Graph)(?: ID)?|Microsoft|Entra(?: ID)?|Azure AD|Active Directory|user principal name/g;
const words = (text) => text.toLowerCase().match(/\p{L}[\p{L}\p{M}’'-]*/gu) ?? [];
/** English words that no other language here writes alike. */
const english = new Set([
  'the',
  'with',
  'this',
  'which',
  'your',
  'isn’t',
  'doesn’t',
  'aren’t',
  'can’t',
  'should',
  'because',
]);
const ends = /[.!?。！？؟…]["”»“’]?$/u;

/** The forms of a plural message `{count, plural, one {# user} other {# users}}`, by category; nothing if it is none. */
export function pluralForms(text) {
  const inner = /^\{count, plural,(.*)\}$/s.exec(text)?.[1];
  return inner && new Map([...inner.matchAll(/(\w+) \{((?:[^{}]|\{\d+\})*)\}/g)].map(([, name, form]) => [name, form]));
}

/** What is wrong with a text in a language, in words that go on after the message's id. */
export function faultsOf(locale, source, text) {
  const forms = pluralForms(text);
  if (pluralForms(source))
    return forms ? pluralFaults(locale, source, forms) : ['is no plural message, as the English is'];
  const { quotes = '', script, never = [] } = languages[locale] ?? {};
  const plain = withoutCode(text);
  const given = words(withoutCode(source).replace(names, ' '));
  const found = words(plain.replace(names, ' '));
  const faults = [];

  const wrong = [...new Set(plain)].filter((sign) => marks.includes(sign) && !`${quotes}’`.includes(sign));
  if (quotes && wrong.length) faults.push(`has ${wrong.join(' ')} where the language has ${[...quotes].join(' ')} ’`);
  for (const [pattern, what] of never) if (pattern.test(plain.replaceAll('**', ''))) faults.push(`has ${what}`);

  const left = found.filter((word) => english.has(word));
  const run = longestRun(found, given);
  if (left.length || run > 3) faults.push(`has English left in it${left.length ? `: ${left.join(', ')}` : ''}`);
  if (script && given.length > 3 && !scripts[script].test(plain)) faults.push(`has no ${script} letter`);
  if (locale === 'sr-Latn' && scripts.Cyrillic.test(plain)) faults.push('has Cyrillic letters');
  const mixed = plain.match(/[\p{L}\p{M}]+/gu)?.filter((word) => {
    const latin = /\p{sc=Latn}/u.test(word);
    return latin && (scripts.Cyrillic.test(word) || scripts.Greek.test(word));
  });
  if (mixed?.length) faults.push(`mixes scripts in one word: ${mixed.join(', ')}`);

  if (text.length > 2.5 * source.length + 30)
    faults.push(`is ${(text.length / source.length).toFixed(1)} times as long as the English`);
  if (/^\s|\s$/.test(text)) faults.push('has a space at an end');
  if (locale !== 'th' && ends.test(source) !== ends.test(locale === 'el' ? text.replace(/[;\u037e]$/, '?') : text))
    faults.push('ends in another kind of sign than the English');
  return faults;
}

/** Every form that the language's numbers ask for is there, no other, and each keeps to the rules of any text. */
function pluralFaults(locale, source, forms) {
  const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  const other = pluralForms(source)?.get('other') ?? '';
  return [
    ...needed.filter((name) => !forms.has(name)).map((name) => `lacks the plural form "${name}"`),
    ...[...forms.keys()]
      .filter((name) => !needed.includes(name))
      .map((name) => `has the plural form "${name}", which the language doesn’t know`),
    ...[...forms].flatMap(([name, form]) => faultsOf(locale, other, form).map((fault) => `${fault} (${name})`)),
  ];
}

/** How many words in a row stand in both texts. */
function longestRun(found, given) {
  let longest = 0;
  for (let start = 0; start < found.length; start++)
    for (let at = 0; at < given.length; at++) {
      let length = 0;
      while (found[start + length] && found[start + length] === given[at + length]) length++;
      longest = Math.max(longest, length);
    }
  return longest;
}

/**
 * What a glossary asks to be checked: rows of its tables whose last column, `check`, holds the beginnings of words of which
 * one must stand in the translation of a text with the term.
 */
export function readGlossary(markdown) {
  const terms = [];
  let checked = -1;
  for (const line of markdown.split('\n')) {
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (!cells.length) checked = -1;
    else if (checked < 0) checked = cells.indexOf('check');
    else if (checked > 0 && cells[checked] && !/^:?-+:?$/.test(cells[checked]))
      terms.push({
        term: new RegExp(`(?<![\\p{L}-])(?:${cells[0].split(/, ?/).map(escape).join('|')})(?![\\p{L}-])`, 'iu'),
        name: cells[0],
        stems: cells[checked].split(/, ?/).map((stem) => stem.toLowerCase()),
      });
  }
  return terms;
}

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The terms that a text has and its translation says in other words than the glossary. */
export const glossaryFaults = (terms, source, text, locale) =>
  terms
    .filter(
      ({ term, stems }) =>
        term.test(source) &&
        !stems.some((stem) =>
          [text.toLowerCase(), text.toLocaleLowerCase(locale)].some((lower) => lower.includes(stem)),
        ),
    )
    .map(({ name, stems }) => `says “${name}” in other words than the glossary: ${stems.join(', ')}`);
