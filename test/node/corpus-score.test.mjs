// Real articles, read beside the repository where they are: nothing of them is lost that the import does not tell. Of the
// sample some articles of each form; all of it in `npm run test:full`.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { hasCorpus, score, table } from '../../scripts/corpus-score.mjs';

const full = Boolean(process.env['FULL']);
/** The hard ones: nested lists, damage, HTML, pictures, a table, alerts, videos, code, odd names, front matter. */
const some = new RegExp(
  `^(${[
    'attack-surface-reduction-rules',
    'bypass-lobby',
    'domain-status',
    'error-code-0x15',
    'feedback-hub',
    'intune-exchange-on-prem-connector',
    'outlook-com-over-quota',
    'office-security-compliance-retention-policy',
    'commercial-dialogues/set-clientaccessserverenabled-to-true',
    'sharepoint-onedrive-restore-users-admin rights',
    'sync-sharepoint-files-with-onedrive',
    'troubleshoot-onedrive-crashing',
    'troubleshoot-presence-issues-outlook',
    'user-provisioning-issues',
    'workflow-email-not-being-sent',
  ].join('|')})\\.md$`,
);

describe('real articles', { skip: !hasCorpus() && 'no sample of articles beside the repository' }, () => {
  let rows;
  before(async () => (rows = await score(undefined, full ? {} : { only: (file) => some.test(file) })));

  it('are imported and rendered without a loss that is not told', () => {
    assert.equal(rows.length, 6);
    for (const { name, unreported, below, articles } of rows) {
      assert.ok(articles >= 10, `${name}: ${articles} articles`);
      assert.deepEqual(unreported, [], `${name}\n${table(rows)}`);
      assert.deepEqual(below, [], `${name}\n${table(rows)}`);
    }
  });

  it('take less than 10 ms each', { skip: !full && 'so few are over before the machine is warm' }, () => {
    const time = rows.reduce((sum, row) => sum + row.time, 0) / rows.length;
    assert.ok(time < 10, `${time.toFixed(1)} ms`);
  });
});
