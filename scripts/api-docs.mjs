// The reference in README.md, between its two marks, from the manifest, and so from the comments in the code:
//   node scripts/api-docs.mjs        writes it
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { isMain, root, say } from './setup.mjs';

const marks = /(<!-- api -->\n)[\s\S]*?(<!-- \/api -->)/;
const order = [
  'provisioning-help',
  'provisioning-log-check',
  'help-handoff',
  'help-topic',
  'help-tabs',
  'help-tab',
  'help-links',
  ...['help-launcher', 'help-center', 'help-search', 'help-feedback'],
];

const cell = (text = '') => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
const table = (head, rows) =>
  rows.length
    ? [
        `| ${head.join(' | ')} |`,
        `| ${head.map(() => '---').join(' | ')} |`,
        ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
        '',
      ]
    : [];

const values = (type = '') => type.replace(/ \| (null|undefined)/g, '').replaceAll("'", '');

function section({ tagName, summary, attributes = [], members = [], slots = [], cssParts = [], cssStates = [] }) {
  const properties = members.filter(
    ({ kind, name, attribute, privacy, static: isStatic, description }) =>
      kind === 'field' &&
      !attribute &&
      !privacy &&
      !isStatic &&
      description &&
      !attributes.some(({ fieldName }) => fieldName === name),
  );
  const methods = members.filter(({ kind, privacy, description }) => kind === 'method' && !privacy && description);
  return [
    `### ${tagName}`,
    '',
    summary,
    '',
    ...table(
      ['attribute', 'values', 'default', ''],
      attributes.map(({ name, type, default: initial, description }) => [
        `\`${name}\``,
        `\`${values(type?.text)}\``,
        initial && initial !== "''" ? `\`${initial.replaceAll("'", '')}\`` : '',
        description,
      ]),
    ),
    ...table(
      ['property, method', ''],
      [
        ...properties.map(({ name, description }) => [`\`.${name}\``, description]),
        ...methods.map(({ name, description }) => [`\`${name}()\``, description]),
      ],
    ),
    ...table(
      ['slot', ''],
      slots.map(({ name, description }) => [name ? `\`${name}\`` : '(default)', description]),
    ),
    ...(cssParts.length ? [`Parts: ${cssParts.map(({ name }) => `\`${name}\``).join(' ')}`, ''] : []),
    ...(cssStates.length
      ? [
          `States: ${cssStates.map(({ name, description }) => `\`:state(${name})\` (${description.replace(/\.$/, '')})`).join(', ')}`,
          '',
        ]
      : []),
  ].join('\n');
}

/** README.md as the manifest says it should be. */
export async function readmeWithApi() {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const { modules } = JSON.parse(readFileSync(join(root, 'custom-elements.json'), 'utf8'));
  const elements = modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName);
  const sections = order.map((tag) => section(elements.find(({ tagName }) => tagName === tag)));
  const path = join(root, 'README.md');
  const written = readme.replace(marks, (_, start, end) => `${start}\n${sections.join('\n')}\n${end}`);
  return format(written, { ...(await resolveConfig(path)), parser: 'markdown' });
}

if (isMain(import.meta.url)) {
  writeFileSync(join(root, 'README.md'), await readmeWithApi());
  say('README.md has the reference of the manifest.');
}
