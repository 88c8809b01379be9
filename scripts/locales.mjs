// From messages in the source to locale modules, and from them to translators:
//   node scripts/locales.mjs            check every translation, write src/localization/generated/
//   node scripts/locales.mjs extract    bring locales/*.xlf up to date with the English of the source
//   node scripts/locales.mjs check      check only
// lit-localize finds the messages and keeps the XLIFF; what it lacks is here: completeness, parts that load later, a pseudo-locale.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { die, isMain, root, say, setup } from './setup.mjs';
import { faultsOf, glossaryFaults, pluralForms, readGlossary } from './translation-rules.mjs';

/** What the first paint needs; every other first segment of an id is a part of its own, loaded when it is needed. */
const firstParts = new Set(['ui', 'topic']);
export const firstPart = 'first';
export const partOf = (id) => (firstParts.has(id.split('.', 1)[0]) ? firstPart : id.split('.', 1)[0]);

const pseudoLocale = 'en-XA';

// ── Reading ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The messages of the source, in their order: `{ id, desc, contents, text, at }`, where a placeholder in `contents` is its index. */
async function readMessages(folder) {
  const { readConfigFileAndWriteSchema } = await import('@lit/localize-tools/lib/config.js');
  const { RuntimeLitLocalizer } = await import('@lit/localize-tools/lib/modes/runtime.js');
  const config = readConfigFileAndWriteSchema(join(folder, 'lit-localize.json'));
  const localizer = new RuntimeLitLocalizer(config);
  const { messages, errors } = localizer.extractSourceMessages();
  const place = (file, position) => {
    const { line } = file.getLineAndCharacterOfPosition(position);
    return `${relative(folder, file.fileName)}:${line + 1}`;
  };
  return {
    config,
    localizer,
    problems: errors.map(({ file, start, messageText }) => `${place(file, start)}: ${messageText}`),
    messages: messages.map(({ name, desc, contents, file, node }) => ({
      id: node.arguments[1]?.properties.some((property) => property.name.text === 'id') ? name : undefined,
      desc,
      contents: contents.map((content) => (typeof content === 'string' ? content : content.index)),
      text: plain(contents.map((content) => (typeof content === 'string' ? content : content.index))),
      at: place(file, node.getStart(file)),
    })),
  };
}

const plain = (contents) =>
  contents.map((content) => (typeof content === 'number' ? `{${content}}` : content)).join('');

const entities = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const decode = (text) =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex, decimal, name) =>
    name ? (entities[name] ?? all) : String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)),
  );
const attribute = (tag, name) => tag.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1];
const contentsOf = (xml) =>
  xml
    .split(/(<x\b[^>]*\/>)/)
    .filter(Boolean)
    .map((piece) => (piece.startsWith('<x') ? Number(attribute(piece, 'id')) : decode(piece)));

/** The units of an XLIFF file by id. lit-localize's reader keeps neither line numbers nor sources nor attributes, which the checks need. */
export function readXliff(xml) {
  const units = new Map();
  for (const { 0: all, 1: head, 2: body, index } of xml.matchAll(/<trans-unit\b([^>]*)>(.*?)<\/trans-unit>/gs)) {
    const source = body.match(/<source>(.*?)<\/source>/s)?.[1] ?? '';
    const [, state = '', target] = body.match(/<target\b([^>]*)>(.*?)<\/target>/s) ?? [];
    units.set(decode(attribute(head, 'id') ?? ''), {
      all,
      line: xml.slice(0, index).split('\n').length,
      source: plain(contentsOf(source)),
      contents: target === undefined ? undefined : contentsOf(target),
      keep: attribute(head, 'translate') === 'no',
      review: /needs-|new/.test(attribute(state, 'state') ?? ''),
    });
  }
  return units;
}

// ── Checking ─────────────────────────────────────────────────────────────────────────────────────────────────────────

const values = (text) => [...text.matchAll(/\{\d+\}/g)].sort().join();

/** Whether a translation has the values of the English; of a plural each form those of one of its forms. */
function sameValues(source, text) {
  const [forms, translated] = [pluralForms(source), pluralForms(text)];
  if (!forms || !translated) return values(source) === values(text);
  const allowed = new Set([...forms.values()].map(values));
  return [...translated.values()].every((form) => allowed.has(values(form)));
}

/** What is wrong with the messages of the source, one `file:line: text` each. */
export const checkMessages = (messages) =>
  messages.flatMap(({ id, desc, text, at }) => [
    ...(id ? [] : [`${at}: message "${text}" has no id`]),
    ...(desc?.trim() ? [] : [`${at}: message ${id ?? `"${text}"`} has no desc`]),
    ...(/ {2}/.test(text) ? [`${at}: message ${id} has two spaces in a row`] : []),
  ]);

/** What is wrong with one locale's translations, one `file:line: text` each. */
export function checkTranslations(file, locale, messages, units, glossary = []) {
  const problems = [];
  const known = new Set(messages.map(({ id }) => id));
  for (const { id, text } of messages) {
    const unit = units.get(id);
    const report = (problem) => problems.push(`${file}:${unit?.line ?? 1}: ${id} ${problem}`);
    if (!unit?.contents?.some((content) => typeof content === 'number' || content.trim())) {
      report('is not translated; run `npm run extract`, then fill in its <target>');
      continue;
    }
    const translation = plain(unit.contents);
    if (unit.source !== text)
      report('is stale: the English has changed; run `npm run extract`, then review its <target>');
    else if (unit.review)
      report('needs a review since the English has changed: correct its <target>, then remove the state');
    if (!sameValues(text, translation)) report('has other placeholders than the English');
    if (/ {2}/.test(translation)) report('has two spaces in a row');
    if (translation === text && text.split(/\s+/).length > 3 && !unit.keep)
      report('is the same as the English; if that is right, mark its <trans-unit> translate="no"');
    if (unit.keep) continue;
    for (const fault of faultsOf(locale, text, translation)) report(fault);
    for (const fault of glossaryFaults(glossary, text, translation, locale)) report(fault);
  }
  for (const [id, { line }] of units)
    if (!known.has(id)) problems.push(`${file}:${line}: ${id} is unused; run \`npm run extract\``);
  return problems;
}

// ── Writing ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const escapeTemplate = (text) => text.replace(/[\\`]|\$(?=\{)/g, '\\$&');
const literal = (contents) =>
  contents.some((content) => typeof content === 'number')
    ? `str\`${contents.map((content) => (typeof content === 'number' ? `\${${content}}` : escapeTemplate(content))).join('')}\``
    : JSON.stringify(contents.join(''));

const banner = '// Written by scripts/locales.mjs. Do not edit.\n';

/** A module of translations. It imports nothing at run time, so that in a bundle it never reaches back to the chunk that loads it. */
function localeModule(entries) {
  const rows = entries.map(([id, contents]) => `  ${JSON.stringify(id)}: ${literal(contents)},\n`).join('');
  const str = rows.includes(': str`')
    ? '\nconst str = (strings: TemplateStringsArray, ...values: number[]) => ({ strTag: true as const, strings, values });\n'
    : '';
  return `${banner}import type { LocaleModule } from '@lit/localize';
${str}
export const templates: LocaleModule['templates'] = {
${rows}};
`;
}

export const moduleName = (locale, part) => (part === firstPart ? locale : `${locale}.${part}`);
const loader = (locale, part) => `() => import('./${moduleName(locale, part)}.js')`;

function loadersModule(locales, parts) {
  const record = (part) => locales.map((locale) => `${JSON.stringify(locale)}: ${loader(locale, part)}`).join(', ');
  return `${banner}import type { LocaleModule } from '@lit/localize';

export const targetLocales = ${JSON.stringify(locales)} as const;

/** By part and locale. Literal imports: a bundler splits nothing else. */
const loaders: Record<string, Record<string, () => Promise<LocaleModule>>> = {
${parts.map((part) => `  ${JSON.stringify(part)}: { ${record(part)} },\n`).join('')}};

export const loadLocale = (locale: string, part: string): Promise<LocaleModule> | undefined => loaders[part]?.[locale]?.();
`;
}

const idsModule = (messages) => `${banner}/** The name of a message. */
export type MessageId =
${messages
  .map(({ id }) => `  | ${JSON.stringify(id)}`)
  .sort()
  .join('\n')};
`;

const pseudoModule = (parts) => `${banner}import type { LocaleModule } from '@lit/localize';

/** English made long and accented: shows what is not translated, and what does not fit. For tests and stories only. */
export const pseudoLocale = '${pseudoLocale}';

const loaders: Record<string, () => Promise<LocaleModule>> = {
${parts.map((part) => `  ${JSON.stringify(part)}: ${loader(pseudoLocale, part)},\n`).join('')}};

export const loadPseudo = (part: string): Promise<LocaleModule> => loaders[part]?.() ?? Promise.resolve({ templates: {} });
`;

const accented = new Map(
  [
    ...'AÀBƁCÇDÐEÈFƑGĜHĤIÌJĴKĶLĻMṀNÑOÒPÞQǪRŔSŜTŢUÙVṼWŴXẊYÝZŽaàbƀcçdðeèfƒgĝhĥiìjĵkķlļmṁnñoòpþqǫrŕsŝtţuùvṽwŵxẋyýzž'.matchAll(
      /(.)(.)/gu,
    ),
  ].map(([, from, to]) => [from, to]),
);

/** English → Ëñĝļìŝĥ, about 60 % longer, in brackets. Placeholders, `code` and **labels** stay as they are. */
export function pseudo(contents) {
  const forms = pluralForms(plain(contents));
  if (forms) return contentsOfPlural([...forms].map(([name, form]) => [name, plain(pseudo(split(form)))]));
  const length = plain(contents).length;
  const accent = (text) =>
    text
      .split(/(`[^`]*`|\*\*.*?\*\*)/)
      .map((piece) =>
        /^[`*]/.test(piece) ? piece : piece.replace(/[a-z]/gi, (letter) => accented.get(letter) ?? letter),
      )
      .join('');
  // Words, not one long run: real translations can be wrapped, too.
  const padding = 'öñé ţŵò ţĥŕéé ƒòùŕ ƒìṽé ŝìẋ ŝéṽéñ éìĝĥţ ñìñé ţéñ '
    .repeat(Math.ceil(length / 80))
    .slice(0, Math.ceil(length * 0.6));
  return [
    '[!! ',
    ...contents.map((content) => (typeof content === 'number' ? content : accent(content))),
    ` ${padding.trim()} !!]`,
  ];
}

const split = (text) =>
  text
    .split(/(\{\d+\})/)
    .filter(Boolean)
    .map((piece) => (/^\{\d+\}$/.test(piece) ? Number(piece.slice(1, -1)) : piece));
const contentsOfPlural = (forms) =>
  split(`{count, plural, ${forms.map(([name, form]) => `${name} {${form}}`).join(' ')}}`);

/** Writes a file only if it changed, so that watchers and caches stay calm. */
function write(path, text) {
  try {
    if (readFileSync(path, 'utf8') === text) return;
  } catch {
    // It is not there yet.
  }
  writeFileSync(path, text);
}

function generate(folder, { config, messages }, translations) {
  const out = join(folder, config.output.outputDir);
  const parts = [...new Set(messages.map(({ id }) => partOf(id)))].sort();
  const files = new Map([
    ['locales.ts', loadersModule(config.targetLocales, parts)],
    ['message-ids.ts', idsModule(messages)],
    ['pseudo.ts', pseudoModule(parts)],
  ]);
  for (const part of parts) {
    const ofPart = messages.filter(({ id }) => partOf(id) === part).sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const [locale, units] of translations) {
      // What is not translated stays away: it then shows in English.
      const entries = ofPart.map(({ id }) => [id, units.get(id)?.contents]).filter(([, contents]) => contents);
      files.set(`${moduleName(locale, part)}.ts`, localeModule(entries));
    }
    const entries = ofPart.map(({ id, contents }) => [id, pseudo(contents)]);
    files.set(`${moduleName(pseudoLocale, part)}.ts`, localeModule(entries));
  }
  mkdirSync(out, { recursive: true });
  for (const old of readdirSync(out)) if (!files.has(old)) rmSync(join(out, old));
  for (const [name, text] of files) write(join(out, name), text);
}

/**
 * Updates the XLIFF files. lit-localize overwrites the English of a message that has changed and keeps its translation,
 * which would then pass for a good one; so that translation is marked first.
 */
async function extract(folder, { config, localizer }, messages, path) {
  for (const locale of config.targetLocales) {
    const xml = read(path(locale));
    if (!xml) continue;
    let marked = xml;
    const units = readXliff(xml);
    for (const { id, text } of messages) {
      const unit = units.get(id);
      if (!unit?.contents || unit.source === text || unit.review) continue;
      marked = marked.replace(unit.all, () =>
        unit.all.replace(/<target\b[^>]*>/, '<target state="needs-review-translation">'),
      );
    }
    if (marked !== xml) writeFileSync(path(locale), marked);
  }
  // In the order of the source, not by note as writeInterchangeFiles() has it: what stands together on the page stays together.
  const { translations } = localizer.readTranslationsSync();
  await localizer.formatter.writeOutput(localizer.extractSourceMessages().messages, translations);
}

const read = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

/** Does what the command says for the project in a folder; resolves to the problems found. */
export async function locales(command = 'build', folder = root) {
  const source = await readMessages(folder);
  const { config, messages } = source;
  const path = (locale) => join(folder, config.interchange.xliffDir, `${locale}.xlf`);
  const problems = [...source.problems, ...checkMessages(messages)];
  // Without ids there is nothing that a translation could belong to.
  if (problems.length && command === 'extract') return problems;
  if (command === 'extract') await extract(folder, source, messages, path);

  const named = messages.filter(({ id }) => id);
  const translations = new Map(config.targetLocales.map((locale) => [locale, readXliff(read(path(locale)))]));
  if (command === 'build') generate(folder, { config, messages: named }, translations);
  for (const [locale, units] of translations) {
    const glossary = readGlossary(read(join(folder, config.interchange.xliffDir, 'glossary', `${locale}.md`)));
    problems.push(...checkTranslations(relative(folder, path(locale)), locale, named, units, glossary));
  }
  return problems;
}

if (isMain(import.meta.url)) {
  setup();
  const command = process.argv[2] ?? 'build';
  if (!['build', 'extract', 'check'].includes(command))
    die(`Unknown command "${command}": use build, extract or check.`);
  const problems = await locales(command);
  // After an extraction, what is left to translate is work to do and no failure.
  if (command === 'extract') say(`Extracted. ${problems.length} problems left; \`npm run check\` lists them.`);
  else if (problems.length) {
    console.error([...problems, '', `✖ ${problems.length} problems with messages or translations.`].join('\n'));
    // No `process.exit`: it would cut off what a pipe has not taken yet.
    process.exitCode = 1;
  }
}
