import { dirname, relative, resolve, sep } from 'node:path';

/** The house, from the roof down. A room may use what stands below it, never what stands above, so there is no way in a circle. */
export const rooms = [
  'cli',
  'cdn',
  'define',
  'index',
  'elements',
  'diagnosis',
  'provisioning',
  'rendering',
  'search',
  'topics',
  'localization',
  'behaviors',
  'styles',
  'events',
  'version',
];

/** `<src>/topics/model.ts` and `<src>/topics.ts` are both in `topics`. */
const roomOf = (path, src) =>
  relative(src, path)
    .split(sep)[0]
    .replace(/\.[jt]s$/, '');

/** @type {import('eslint').Rule.RuleModule} */
export default {
  meta: {
    type: 'problem',
    docs: { description: 'Imports between the folders of src run down the house, never up.' },
    schema: [{ type: 'object', properties: { src: { type: 'string' } }, additionalProperties: false }],
    messages: {
      up: '{{from}}/ must not import from {{to}}/: imports run down the house ({{house}}).',
      stranger: '{{room}}/ has no place in the house yet: add it to `rooms` in scripts/eslint/import-direction.mjs.',
      out: 'What is published must not import from outside src/.',
    },
  },
  create(context) {
    const src = context.options[0].src;
    const from = roomOf(context.filename, src);
    const check = (source) => {
      if (typeof source?.value !== 'string' || !source.value.startsWith('.')) return;
      const target = resolve(dirname(context.filename), source.value);
      if (relative(src, target).startsWith('..')) return context.report({ node: source, messageId: 'out' });
      const to = roomOf(target, src);
      for (const room of [from, to])
        if (!rooms.includes(room)) return context.report({ node: source, messageId: 'stranger', data: { room } });
      if (rooms.indexOf(to) < rooms.indexOf(from))
        context.report({ node: source, messageId: 'up', data: { from, to, house: rooms.join(' → ') } });
    };
    return {
      ImportDeclaration: ({ source }) => check(source),
      ExportNamedDeclaration: ({ source }) => check(source),
      ExportAllDeclaration: ({ source }) => check(source),
      ImportExpression: ({ source }) => check(source),
      TSImportType: ({ argument, source }) => check(source ?? argument?.literal),
    };
  },
};
