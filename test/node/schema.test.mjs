import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { packSchema, packSchemaFile, schema, schemaFile } from '../../scripts/schema.mjs';

test('schema/topic.json is the one that src/topics/shapes.ts makes', async () => {
  assert.equal(readFileSync(schemaFile, 'utf8'), await schema(), 'stale: run `node scripts/schema.mjs`');
});

test('schema/pack.json is the one that src/topics/pack-shapes.ts makes', async () => {
  assert.equal(readFileSync(packSchemaFile, 'utf8'), await packSchema(), 'stale: run `node scripts/schema.mjs`');
});

test('every shape and every field of the schema is described', async () => {
  for (const text of [await schema(), await packSchema()]) {
    const { $defs, ...main } = JSON.parse(text);
    for (const [name, { properties = {}, description, anyOf }] of Object.entries({ main, ...$defs })) {
      assert.ok(description || anyOf, name);
      for (const [field, rule] of Object.entries(properties))
        assert.ok(rule.description || rule.const, `${name}.${field}`);
    }
  }
});

test('every reference of the schema leads somewhere', async () => {
  const text = await schema();
  const { $defs } = JSON.parse(text);
  const names = [...text.matchAll(/"#\/\$defs\/(\w+)"/g)].map(([, name]) => name);
  assert.ok(names.length > 20);
  for (const name of names) assert.ok($defs[name], name);
});
