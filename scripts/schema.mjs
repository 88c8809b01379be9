// Writes schema/topic.json and schema/pack.json, the published JSON Schemas, from the tables in src/topics/shapes.ts and
// pack-shapes.ts. The descriptions are the comments of the types in model.ts and pack-model.ts, so that editors say the
// same in a JSON file as in TypeScript.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';
import prettier from 'prettier';
import ts from 'typescript';
import { isMain, root } from './setup.mjs';

const source = (name) => readFileSync(join(root, 'src/topics', name), 'utf8');
const load = (name) => {
  const entryPoints = [join(root, 'src/topics', name)];
  const [{ text }] = buildSync({ entryPoints, bundle: true, format: 'esm', write: false }).outputFiles;
  return import(`data:text/javascript,${encodeURIComponent(text)}`);
};
const { limits, shapes } = await load('shapes.ts');
const { packLimits, packShapes } = await load('pack-shapes.ts');

/** Where the schemas are kept. They are committed: an address in an author's editor must not wait for a build. */
export const schemaFile = join(root, 'schema/topic.json');
export const packSchemaFile = join(root, 'schema/pack.json');

/** The comments of the interfaces, by `Name` and `Name.member`. */
function comments(name) {
  const found = {};
  const model = ts.createSourceFile(name, source(name), ts.ScriptTarget.Latest, true);
  const note = (name, node) => {
    const comment = node.jsDoc?.at(-1)?.comment;
    if (typeof comment === 'string') found[name] = comment.replace(/\s+/g, ' ');
  };
  for (const statement of model.statements.filter(ts.isInterfaceDeclaration)) {
    note(statement.name.text, statement);
    for (const member of statement.members) note(`${statement.name.text}.${member.name.text}`, member);
  }
  return found;
}

/** mdast tools write `null` for a field that is not set. */
const orNull = ({ type, enum: values, ...rule }) => ({
  ...(type && { type: [type, 'null'] }),
  ...(values && { enum: [...values, null] }),
  ...rule,
});

/** The text of schema/topic.json. */
export async function schema() {
  const description = comments('model.ts');
  const kinds = {};
  for (const [name, { kind }] of Object.entries(shapes)) (kinds[kind] ??= []).push(name);
  const ref = (name) => ({ $ref: `#/$defs/${name}` });
  const member = (kind) => ref(kinds[kind].length > 1 ? kind : kinds[kind][0]);

  const define = ([name, { kind, required = {}, optional = {}, lists = {} }]) => {
    const title = name[0].toUpperCase() + name.slice(1);
    const typed = !['topic', 'section', 'linkItem'].includes(kind);
    const described = (key, rule) => [key, { description: description[`${title}.${key}`], ...rule }];
    return {
      description: description[title],
      type: 'object',
      required: [...(typed ? ['type'] : []), ...Object.keys(required), ...(name === 'topic' ? [] : Object.keys(lists))],
      properties: {
        ...(typed && { type: { const: name } }),
        ...Object.fromEntries([
          ...Object.entries(required).map(([key, rule]) => described(key, rule)),
          ...Object.entries(optional).map(([key, rule]) => described(key, orNull(rule))),
          ...Object.entries(lists).map(([key, of]) =>
            described(key, {
              type: name === 'topic' ? ['array', 'null'] : 'array',
              items: member(of),
              maxItems: limits.nodes,
            }),
          ),
        ]),
      },
    };
  };

  const { topic, ...rest } = shapes;
  const { description: about, properties, ...topicRules } = define(['topic', topic]);
  const text = JSON.stringify({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'help-elements/schema/topic.json',
    title: 'Help topic, version 1',
    description:
      `${about} Limits: ${limits.size} bytes, ${limits.depth} nodes inside each other, ${limits.nodes} nodes. ` +
      'Unknown keys are ignored; of an unknown node type the children show.',
    ...topicRules,
    // So that an editor accepts the key that tells it where the schema is.
    properties: { $schema: { description: 'The address of this schema, for editors.', type: 'string' }, ...properties },
    $defs: {
      ...Object.fromEntries(Object.entries(rest).map((entry) => [entry[0], define(entry)])),
      ...Object.fromEntries(
        Object.entries(kinds)
          .filter(([, members]) => members.length > 1)
          .map(([kind, members]) => [kind, { anyOf: members.map(ref) }]),
      ),
    },
  });
  return format(text, schemaFile);
}

const format = async (text, filepath) =>
  prettier.format(text, { ...(await prettier.resolveConfig(filepath)), filepath });

/** A dictionary's rule as JSON Schema has it. */
const published = ({ values, ...rule }) => ({ ...rule, ...(values && { additionalProperties: published(values) }) });

/** The text of schema/pack.json. */
export async function packSchema() {
  const description = comments('pack-model.ts');
  const ref = (name) => ({ $ref: `#/$defs/${name}` });
  const define = ([name, shape]) => {
    const { required = {}, optional = {}, lists = {}, optionalLists = {}, maps = {}, objects = {} } = shape;
    const title = name[0].toUpperCase() + name.slice(1);
    const properties = [
      ...Object.entries(required).map(([key, rule]) => [key, published(rule)]),
      ...Object.entries(optional).map(([key, rule]) => [key, orNull(published(rule))]),
      ...Object.entries(lists).map(([key, of]) => [key, { type: 'array', items: ref(of) }]),
      ...Object.entries(optionalLists).map(([key, of]) => [key, { type: ['array', 'null'], items: ref(of) }]),
      ...Object.entries(maps).map(([key, of]) => [key, { type: 'object', additionalProperties: ref(of) }]),
      ...Object.entries(objects).map(([key, of]) => [key, ref(of)]),
    ];
    return {
      description: description[title],
      type: 'object',
      required: [...Object.keys(required), ...Object.keys(lists), ...Object.keys(maps)],
      properties: Object.fromEntries(
        properties.map(([key, rule]) => [key, { description: description[`${title}.${key}`], ...rule }]),
      ),
    };
  };
  const { packList, ...rest } = packShapes;
  const { description: about, properties, ...rules } = define(['packList', packList]);
  const text = JSON.stringify({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'help-elements/schema/pack.json',
    title: 'Help pack, version 1',
    description: `${about} At most ${packLimits.size} bytes. Unknown keys are ignored.`,
    ...rules,
    properties: { $schema: { description: 'The address of this schema, for editors.', type: 'string' }, ...properties },
    $defs: Object.fromEntries(Object.entries(rest).map((entry) => [entry[0], define(entry)])),
  });
  return format(text, packSchemaFile);
}

if (isMain(import.meta.url)) {
  mkdirSync(dirname(schemaFile), { recursive: true });
  writeFileSync(schemaFile, await schema());
  writeFileSync(packSchemaFile, await packSchema());
}
