// Logs are read in Node as in browsers, and nothing of the file stays behind.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { answerOf, makeLog, rowsFor } from '../../scripts/testing/make-log.mjs';
import { loadSource } from '../../scripts/testing/load-source.mjs';

const { readLog } = await loadSource('src/diagnosis/reading/read-log.ts');

async function read(input, use) {
  const problems = [];
  const options = { msg: String, locale: 'en', reportProblem: ({ code }) => problems.push(code) };
  for await (const batch of readLog(input, options)) batch.forEach(use);
  return problems;
}

const filesOf = (made) => makeLog(made).map(({ name, chunks }) => new File([...chunks()], name));

describe('readLog in Node', () => {
  for (const format of ['array', 'ndjson', 'csv'])
    it(`reads files, streams and gzip (${format})`, async () => {
      const made = { format, rows: 500, seed: 3 };
      const files = filesOf(made);
      const { counts } = answerOf(made);
      const failures = Object.keys(counts).reduce((sum, key) => sum + (key.startsWith('failure') ? counts[key] : 0), 0);
      const packed = await Promise.all(
        files.map(async (file) => new File([gzipSync(Buffer.from(await file.arrayBuffer()))], `${file.name}.gz`)),
      );
      const inputs = format === 'csv' ? [files, packed] : [files, packed, files[0].stream()];
      for (const input of inputs) {
        let failed = 0;
        assert.deepEqual(await read(input, ({ status }) => (failed += status === 'failure')), []);
        assert.equal(failed, failures);
      }
    });

  it('gives what there is of gzip that is cut', async () => {
    const [{ chunks }] = makeLog({ format: 'ndjson', rows: 500 });
    const packed = gzipSync([...chunks()].join(''));
    let rows = 0;
    assert.deepEqual(await read(new Blob([packed.subarray(0, packed.length / 2)]), () => rows++), ['truncated']);
    assert.ok(rows > 100 && rows < 400, `${rows} rows`);
  });

  // Engines keep a part of a text as a view of the whole: an id that is kept would keep the file.
  it('keeps nothing of the file but what is taken from it', async () => {
    setFlagsFromString('--expose-gc');
    const used = () => {
      runInNewContext('gc')();
      return process.memoryUsage().heapUsed;
    };
    const made = { format: 'csv-changes', rows: rowsFor(20e6, { format: 'csv-changes' }) };
    const files = filesOf(made);
    await read(files, () => undefined);
    const before = used();
    const kept = [];
    await read(files, ({ changeId, source }) => kept.push([changeId, source.details.UserPrincipalName]));
    const each = (used() - before) / kept.length;
    assert.equal(kept.length, made.rows);
    assert.ok(each < 500, `${each.toFixed()} bytes a row`);
  });
});
