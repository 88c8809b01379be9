// help-elements/diagnosis.js as it is published, in Node: no page, no window.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answerOf, makeLog, rowsFor } from '../../scripts/testing/make-log.mjs';

const { diagnose, explain, makePacket, summarise } = await import('help-elements/diagnosis.js');

const files = (options) => makeLog(options).map(({ name, chunks }) => new File([...chunks()], name));
const keyOf = ({ outcome, code, given, branch }) => [outcome, code ?? given, branch].filter(Boolean).join('/');

describe('a diagnosis in Node', () => {
  for (const format of ['array', 'value', 'ndjson', 'csv', 'log-analytics', 'diagnostic-stream']) {
    it(`explains 3 MB of ${format}, right to the last user`, async () => {
      const options = { format, seed: 4, users: 500 };
      options.rows = rowsFor(3_000_000, options);
      const answer = answerOf(options);
      const { rows, findings, totals, problems, timeline } = await diagnose(files(options));
      assert.deepEqual(problems, []);
      assert.equal(totals.total, answer.rows);
      const counts = {};
      const users = new Map();
      for (const row of rows) {
        counts[keyOf(row)] = (counts[keyOf(row)] ?? 0) + 1;
        if (!users.get(row.user)?.push(keyOf(row))) users.set(row.user, [keyOf(row)]);
      }
      assert.deepEqual(counts, answer.counts);
      assert.deepEqual([...users].sort(), [...answer.users].sort());
      for (const finding of findings) assert.equal(finding.count, answer.counts[keyOf(finding)], finding.id);
      const timed = timeline.buckets
        .flatMap(({ counts }) => Object.values(counts))
        .reduce((sum, count) => sum + count, 0);
      assert.equal(timed, answer.rows);
    });
  }

  it('takes a text and a stream of bytes, in the language asked for', async () => {
    const [file] = files({ format: 'array', rows: 20 });
    const text = await file.text();
    const [english, streamed, dutch] = await Promise.all([
      diagnose(text),
      diagnose(file.stream()),
      diagnose(JSON.parse(text), { locale: 'nl' }),
    ]);
    assert.deepEqual(streamed.totals, english.totals);
    assert.deepEqual(dutch.totals, english.totals);
    assert.notEqual(dutch.verdict.sentence, english.verdict.sentence);
    assert.match((await makePacket(dutch)).markdown, /^# Gebruikersinrichting/);
  });

  it('keeps a bounded number of causes, whatever a log holds', async () => {
    const codes = 100_000;
    const row = (number) =>
      JSON.stringify({
        ...{ id: String(number), changeId: String(number), jobId: 'j', provisioningAction: 'create' },
        provisioningStatusInfo: {
          status: 'failure',
          errorInformation: { errorCode: `Zebra${number}x`, reason: `No ${number}` },
        },
      });
    const { findings, totals, problems } = await diagnose(
      Array.from({ length: codes }, (_, number) => row(number)).join('\n'),
    );
    assert.equal(totals.failure, codes);
    assert.ok(findings.length <= 201, `${findings.length} findings`);
    assert.equal(
      findings.reduce((sum, { count }) => sum + count, 0),
      codes,
    );
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['findings-limited'],
    );
  });

  it('explains a code, and sums up without people', async () => {
    assert.equal((await explain('ContosoEntryConflict')).code, 'EntryConflict');
    const diagnosis = await diagnose(files({ format: 'array', rows: 200 }));
    const summary = JSON.stringify(summarise(diagnosis));
    for (const { user, name, id, changeId } of diagnosis.rows)
      for (const value of [user, name, id, changeId]) assert.ok(!value || !summary.includes(value), value);
  });
});
