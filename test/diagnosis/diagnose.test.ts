import { expect } from '@open-wc/testing';
import { diagnose, explain, reword, type Diagnosis, type DiagnoseOptions, type Finding } from '../../src/diagnosis.js';
import { row, rows, start, step, type Flags, type RowOptions } from './rows.js';

const minute = 60_000;
const now = start + 30 * minute;

const read = (log: object, options: DiagnoseOptions = {}): Promise<Diagnosis> => diagnose(log, { now, ...options });
const one = async (options: RowOptions) => (await read([row(options)])).rows[0]!;
const ids = ({ findings }: Diagnosis) => findings.map(({ id }) => id);

describe('what one row means', () => {
  interface Sample {
    key: string;
    expect: Record<string, string | null>;
    log: object;
  }
  let samples: Sample[] | undefined;

  before(async () => {
    const response = await fetch('/shared/domain/entra-provisioning.json').catch(() => undefined);
    if (response?.ok) ({ sampleLogs: samples } = (await response.json()) as { sampleLogs: Sample[] });
  });

  it('is what the collected samples expect', async function () {
    // They are not part of the repository; what must be known without them stands below.
    if (!samples) return this.skip();
    expect(samples.length).to.be.above(40);
    for (const { key, expect: expected, log } of samples) {
      const { rows, findings } = await read([log]);
      const { docUrl, ...reading } = expected;
      for (const [name, value] of Object.entries(reading))
        expect(rows[0]![name as 'code'] ?? null, `${key}: ${name}`).to.equal(value);
      if (docUrl) expect(findings[0]!.docUrl, key).to.equal(docUrl);
    }
  });

  it('a success needs nobody', async () => {
    const { outcome, owner, retry, code, symptom, finding } = await one({});
    expect({ outcome, owner, retry }).to.deep.equal({ outcome: 'success', owner: 'nobody', retry: 'none' });
    expect([code, symptom, finding]).to.deep.equal([undefined, undefined, undefined]);
  });

  it('a failure is judged by its code, exact, behind an app’s name or before a tail', async () => {
    for (const given of ['EntryConflict', 'ContosoEntryConflict', 'boxentryconflict', 'EntryConflictOnCreate']) {
      const { code, outcome, owner, stage, symptom } = await one({ status: 'failure', code: given });
      expect({ code, outcome, owner, stage, symptom }, given).to.deep.equal({
        ...{ code: 'EntryConflict', outcome: 'failure', owner: 'entra-admin', stage: 'export', symptom: 'no-users' },
      });
    }
    expect((await one({ status: 'failure', code: 'ContosoEntryConflict' })).given).to.equal('ContosoEntryConflict');
    expect((await one({ status: 'failure', code: 'EntryConflict' })).given).to.equal(undefined);
  });

  it('a code that nobody published stays what the log says', async () => {
    const { code, given, outcome } = await one({ status: 'failure', code: 'FabrikamQuotaBlue' });
    expect({ code, given, outcome }).to.deep.equal({ code: undefined, given: 'FabrikamQuotaBlue', outcome: 'failure' });
  });

  it('a secret in the place of a code is hidden', async () => {
    const diagnosis = await read([row({ status: 'failure', code: 'Bearer 0123456789abcdef' })]);
    expect([diagnosis.rows[0]!.given, diagnosis.findings[0]!.given]).to.deep.equal([
      'Bearer [secret]',
      'Bearer [secret]',
    ]);
  });

  it('without a code, the app’s answer may hold one', async () => {
    expect((await one({ status: 'failure', reason: 'The app answered with error 409.' })).code).to.equal('409');
    expect((await one({ status: 'failure', reason: 'It said no.' })).code).to.equal(undefined);
  });

  it('a skip is judged by the last reason in its steps', async () => {
    const steps = [
      step('A', 'processing', 'skipped', { SkipReason: 'NotEffectivelyEntitled' }),
      step('B', 'export', 'skipped', { skipReason: 'RedundantExport' }),
    ];
    const { code, severity, owner } = await one({ status: 'skipped', steps });
    expect({ code, severity, owner }).to.deep.equal({ code: 'RedundantExport', severity: 'ok', owner: 'nobody' });
  });

  it('a warning is judged by the step that did not succeed', async () => {
    const details = { ErrorCode: 'UnableToResolveReferenceAttributeValue' };
    const steps = [
      step('A', 'referenceResolution', 'warning', details),
      step('B', 'export', 'success', { ErrorCode: 'Conflict' }),
    ];
    const { code, outcome, stage } = await one({ status: 'warning', steps });
    expect({ code, outcome, stage }).to.deep.equal({
      ...{ code: 'UnableToResolveReferenceAttributeValue', outcome: 'warning', stage: 'referenceResolution' },
    });
  });

  it('deletions that the threshold holds back are told apart from skips', async () => {
    for (const action of ['stageddelete', 'StagedDelete', 'StagedAction']) {
      const { outcome, symptom } = await one({ status: 'skipped', action });
      expect({ outcome, symptom }, action).to.deep.equal({ outcome: 'staged', symptom: 'wrong-users' });
    }
    expect((await one({ status: 'failure', action: 'StagedDelete', code: 'Conflict' })).outcome).to.equal('failure');
  });

  it('says where it stopped', async () => {
    const stop = async (type: string, code: string) =>
      (await one({ status: 'failure', code, steps: [step('A', 'import', 'success'), step('B', type, 'failure')] }))
        .stop;
    expect(await stop('export', 'InvalidCredentials')).to.equal('connect');
    expect(await stop('matching', 'DuplicateTargetEntries')).to.equal('match');
    expect(await stop('export', 'Conflict')).to.equal('act');
    // The table leaves it open for this one, so the log decides.
    expect(await stop('matching', 'InternalError')).to.equal('match');
    expect(await stop('import', 'FabrikamQuotaBlue')).to.equal('import');
    expect((await one({ status: 'skipped', skip: 'NotEffectivelyEntitled' })).stop).to.equal('scope');
  });

  describe('of someone who is not entitled depends on the flags', () => {
    const branch = async (flags: Flags) =>
      (await one({ status: 'skipped', skip: 'NotEffectivelyEntitled', flags })).branch;

    it('each by itself', async () => {
      expect(await branch({ active: false })).to.equal('disabled');
      expect(await branch({ assigned: false })).to.equal('not-assigned');
      expect(await branch({ inScope: false })).to.equal('scoping-filter');
      expect(await branch({ role: false })).to.equal('missing-role');
      expect(await branch({})).to.equal('reassign');
    });

    it('first what has to be mended first', async () => {
      expect(await branch({ active: false, assigned: false, inScope: false })).to.equal('disabled');
      expect(await branch({ assigned: false, inScope: false })).to.equal('not-assigned');
      expect(await branch({ filters: '{"Staff.department EQUALS Sales":false}' })).to.equal('scoping-filter');
    });

    it('under the names that provision on demand uses', async () => {
      const details = { IsActive: 'true', Assigned: 'false', IsInProvisioningScopeDisplayName: 'true' };
      const steps = [
        step('A', 'scoping', 'skipped', details),
        step('B', 'export', 'skipped', { SkipReason: 'NotEffectivelyEntitled' }),
      ];
      expect((await one({ status: 'skipped', steps })).branch).to.equal('not-assigned');
    });

    it('and nobody has to be assigned where everyone is in scope', async () => {
      const details = {
        IsActive: 'True',
        'Assigned to application': 'False',
        'Scope sync all': 'True',
        'Scoping filters': 'False',
      };
      const steps = [step('A', 'scoping', 'skipped', { ...details, SkipReason: 'NotEffectivelyEntitled' })];
      expect((await one({ status: 'skipped', steps })).branch).to.equal('scoping-filter');
    });

    it('and no flag is no answer', async () => {
      const steps = [step('A', 'export', 'skipped', { SkipReason: 'NotEffectivelyEntitled' })];
      const { code, branch } = await one({ status: 'skipped', steps });
      expect({ code, branch }).to.deep.equal({ code: 'NotEffectivelyEntitled', branch: undefined });
    });
  });
});

describe('scoping filters', () => {
  const texts = async (filters: string) => {
    const log = [row({ status: 'skipped', skip: 'NotEffectivelyEntitled', flags: { inScope: false, filters } })];
    const { findings } = await read(log);
    return findings[0]!.filters?.map(({ text }) => text);
  };

  it('are read out in plain words, those that said no', async () => {
    expect(await texts('{"Staff.department EQUALS Sales":false,"Staff.dirSyncEnabled IS TRUE":true}')).to.deep.equal([
      'Filter “Staff”: `department` must be `Sales`.',
    ]);
    expect(await texts('{"mail IS NOT NULL":"False"}')).to.deep.equal(['`mail` must not be empty.']);
    expect(await texts('{"My. own filter.country NOT EQUALS United States":false}')).to.deep.equal([
      'Filter “My. own filter”: `country` must not be `United States`.',
    ]);
    expect(await texts('{"F.jobTitle REGEX MATCH (a+)+$":false}')).to.deep.equal([
      'Filter “F”: `jobTitle` must match the pattern `(a+)+$`.',
    ]);
  });

  it('stay as they are where nobody knows them, and nonsense is nothing', async () => {
    expect(await texts('{"F.level ALMOST 5":false}')).to.deep.equal(['`F.level ALMOST 5`']);
    for (const nonsense of ['{', 'null', '[1]', '{"a":5}', '"x"', ''])
      expect(await texts(nonsense)).to.equal(undefined);
  });
});

describe('findings', () => {
  it('group by cause, with numbers of rows and users, from first to last', async () => {
    const log = [
      ...rows(3, { status: 'failure', code: 'Conflict', minute: 10 }),
      ...rows(3, { status: 'failure', code: 'Conflict', minute: 50 }),
      ...rows(2, { status: 'failure', code: 'Timeout' }),
      ...rows(4, {}),
    ];
    const { findings, totals } = await read(log);
    const [conflict] = findings as [Finding];
    expect(conflict).to.include({ code: 'Conflict', count: 6, userCount: 3 });
    expect([conflict.firstSeen, conflict.lastSeen]).to.deep.equal([
      '2026-01-15T08:10:00.000Z',
      '2026-01-15T08:50:00.000Z',
    ]);
    expect(totals).to.include({ total: 12, success: 4, failure: 8, skipped: 0, users: 4 });
    expect(findings).to.have.length(2);
  });

  it('come heaviest first: to mend, to look at, what heals, what is fine', async () => {
    const log = [
      ...rows(9, { status: 'skipped', skip: 'RedundantExport' }),
      ...rows(7, { status: 'failure', code: 'TooManyRequests' }),
      ...rows(5, { status: 'skipped', skip: 'NotEffectivelyEntitled', flags: { assigned: false } }),
      ...rows(2, { status: 'failure', code: 'Conflict' }),
      ...rows(3, { status: 'skipped', skip: 'AttributeValidationFailed' }),
    ];
    const diagnosis = await read(log);
    expect(ids(diagnosis)).to.deep.equal([
      'skipped/AttributeValidationFailed',
      'failure/Conflict',
      'skipped/NotEffectivelyEntitled/not-assigned',
      'failure/TooManyRequests',
      'skipped/RedundantExport',
    ]);
    expect(diagnosis.findings.map(({ expected }) => expected)).to.deep.equal([false, false, false, false, true]);
    expect(diagnosis.totals.expected).to.equal(9);
  });

  it('say what it means, whose turn it is and what to do, with pages for the cloud', async () => {
    const log = [row({ status: 'failure', code: 'InsufficientRights' })];
    const [finding] = (await read(log)).findings as [Finding];
    expect(finding.title).to.equal('The app doesn’t allow this change');
    expect(finding.meaning).to.match(/accepted the sign-in/);
    expect(finding.fix).to.match(/give the integration account the rights/);
    expect(finding.turn).to.equal('The administrator of the app');
    expect(finding.docUrl).to.match(/^https:\/\/learn\.microsoft\.com\/entra\/.*#error-codes$/);
    expect(finding.links.map(({ href }) => href)).to.include(
      'https://learn.microsoft.com/entra/identity/saas-apps/tutorial-list',
    );
    const [inChina] = (await read(log, { cloud: 'china' })).findings as [Finding];
    expect(inChina.docUrl).to.match(/^https:\/\/docs\.azure\.cn\//);
    expect(inChina.links.map(({ href }) => href).join(' ')).to.not.include('tutorial-list');
  });

  it('quote what the app says without saying about whom', async () => {
    const log = [
      ...rows(2, {
        status: 'failure',
        code: 'ZebraNo',
        reason: 'Ada Example (ada.example@contoso.example) is locked.',
        user: 'Ada Example',
      }),
      row({
        user: 'Bo Sample',
        status: 'failure',
        code: 'ZebraNo',
        reason: 'Bo Sample (bo.sample@contoso.example) is locked.',
      }),
    ];
    const [finding] = (await read(log)).findings as [Finding];
    expect(finding).to.include({ count: 3, userCount: 2, given: 'ZebraNo', reason: '… (…) is locked.' });
    expect(finding.docUrl).to.match(/#error-codes$/);
    expect(JSON.stringify(finding)).to.not.match(/Ada|Bo Sample|contoso\.example/);
  });

  it('of unknown codes end somewhere, with the rest counted together', async () => {
    const codes = Array.from({ length: 1000 }, (_, index) => `Zebra${String(index)}Stripe`);
    const diagnosis = await read(codes.map((code) => row({ status: 'failure', code })));
    expect(diagnosis.findings).to.have.length(201);
    expect(diagnosis.findings.find(({ id }) => id === 'failure/others')!.count).to.equal(800);
    expect(diagnosis.problems.map(({ code }) => code)).to.deep.equal(['findings-limited']);
    expect(diagnosis.totals.failure).to.equal(1000);
  });
});

describe('the verdict', () => {
  const verdict = async (log: object, options?: DiagnoseOptions) => (await read(log, options)).verdict;
  const job = (status: object) => ({ id: 'scim.1.2', schedule: { interval: 'PT40M' }, status });

  it('nothing wrong', async () => {
    const log = [...rows(2, {}), row({ status: 'skipped', skip: 'RedundantExport' })];
    expect(await verdict(log)).to.include({ situation: 'nothing-wrong', tone: 'good', owner: 'nobody' });
  });

  it('everyone is up to date', async () => {
    expect(await verdict(rows(3, { status: 'skipped', skip: 'RedundantExport' }))).to.include({
      situation: 'all-redundant',
      tone: 'good',
      sentence: 'Everyone in this log is up to date in the app, so there was nothing to do.',
    });
  });

  it('one cause, which may be that of one user', async () => {
    const log = [
      ...rows(1200, { status: 'failure', code: 'LicenseLimitExceeded' }),
      row({ status: 'failure', code: 'Conflict' }),
    ];
    expect(await verdict(log)).to.include({
      situation: 'one-cause',
      tone: 'act',
      owner: 'app-admin',
      finding: 'failure/LicenseLimitExceeded',
      sentence: '1,200 users have the same problem: The app has no free license for this user.',
    });
    expect((await verdict([row({ status: 'failure', code: 'Conflict' })])).sentence).to.match(
      /^One user has a problem: /,
    );
  });

  it('several causes', async () => {
    const log = [
      ...rows(2, { status: 'failure', code: 'Conflict' }, 'A'),
      ...rows(2, { status: 'failure', code: 'InvalidDomain' }, 'B'),
    ];
    expect(await verdict(log)).to.include({ situation: 'mixed' });
    expect((await verdict(log)).sentence).to.match(/^4 users have problems, for several reasons\./);
  });

  it('people who are not in scope', async () => {
    const skip = (flags: Flags) => ({ status: 'skipped', skip: 'NotEffectivelyEntitled', flags });
    expect(await verdict([...rows(4, skip({ assigned: false })), ...rows(2, {})])).to.include({
      situation: 'not-assigned',
      sentence: '4 users were skipped, because they aren’t assigned to the app.',
      symptom: 'no-users',
    });
    expect((await verdict(rows(4, skip({ inScope: false })))).sentence).to.include('scoping filter');
    expect((await verdict(rows(1, skip({ active: false })))).sentence).to.equal(
      'One user was skipped, because the account is disabled.',
    );
  });

  it('a broken connection, until the app answers again', async () => {
    const broken = rows(3, { status: 'failure', code: 'InvalidCredentials', minute: 10 });
    expect(await verdict([...rows(5, {}), ...broken])).to.include({ situation: 'connection-broken', tone: 'act' });
    const answered = [...broken, row({ minute: 20, status: 'failure', code: 'Conflict' })];
    expect(await verdict(answered)).to.not.include({ situation: 'connection-broken' });
  });

  it('what heals by itself', async () => {
    expect(await verdict(rows(2, { status: 'failure', code: 'TooManyRequests' }))).to.include({
      situation: 'retrying',
      tone: 'wait',
      owner: 'nobody',
    });
  });

  it('deletions on hold', async () => {
    expect(await verdict([...rows(9, {}), ...rows(3, { action: 'stageddelete', status: 'skipped' })])).to.include({
      situation: 'staged',
      sentence: '3 deletions are on hold until you decide about them.',
      symptom: 'wrong-users',
    });
  });

  it('quarantine, with what is behind it', async () => {
    const quarantine = {
      ...{
        reason: 'EncounteredQuarantineException',
        currentBegan: '2026-01-14T06:00:00Z',
        seriesBegan: '2026-01-11T06:00:00Z',
      },
      ...{ nextAttempt: '2026-01-15T18:00:00Z', seriesCount: 4 },
      error: {
        code: 'SystemForCrossDomainIdentityManagementCredentialValidationFailure',
        message: 'Bearer abc123def456 refused',
      },
    };
    const diagnosis = await read(job({ code: 'Quarantine', quarantine }));
    expect(diagnosis.verdict).to.include({
      situation: 'quarantine',
      tone: 'act',
      owner: 'entra-admin',
      symptom: 'configuration-problem',
    });
    expect(diagnosis.quarantine).to.include({
      jobId: 'scim.1.2',
      reason: 'EncounteredQuarantineException',
      seriesCount: 4,
    });
    expect(diagnosis.quarantine!.error).to.include({ message: 'Bearer [secret] refused' });
    const { ladder } = diagnosis.clock;
    expect(ladder).to.include({ began: '2026-01-11T06:00:00.000Z', next: '2026-01-15T18:00:00.000Z', daysLeft: 23 });
    expect(ladder!.disabledAt).to.equal('2026-02-08T06:00:00.000Z');
    expect(ladder!.tries.length).to.be.within(20, 28);
    const late = await read(job({ code: 'Quarantine', quarantine }), { now: Date.parse('2026-03-01T00:00:00Z') });
    expect(late.clock.ladder).to.deep.include({ tries: [], daysLeft: 0 });
    expect(late.clock.ladder!.sentence).to.match(/probably disabled the job/);
  });

  it('too many deletions are no problem of the connection', async () => {
    const quarantine = { reason: 'TooManyDeletes', currentBegan: '2026-01-14T06:00:00Z' };
    const { verdict, quarantine: found } = await read(job({ code: 'Quarantine', quarantine }));
    expect(verdict).to.include({ situation: 'quarantine', symptom: 'wrong-users' });
    expect(verdict.sentence).to.include('more deletions than you allow');
    expect(found!.docUrl).to.include('accidental-deletions');
  });

  it('a job that is off', async () => {
    for (const code of ['Paused', 'NotConfigured'])
      expect(await verdict(job({ code, quarantine: null }))).to.include({ situation: 'off', symptom: 'no-users' });
  });

  it('a first cycle that still runs', async () => {
    const running = job({
      code: 'Active',
      quarantine: null,
      lastExecution: { state: 'Succeeded', countEntitled: 1000 },
    });
    const diagnosis = await read([running, ...rows(2, {})]);
    expect(diagnosis.verdict).to.include({ situation: 'first-cycle', tone: 'wait' });
    expect(diagnosis.clock.firstCycle).to.include({ objects: 1000, minMinutes: 10, maxMinutes: 80 });
  });

  it('nothing that was evaluated, and nothing at all', async () => {
    expect(await verdict(rows(2, { status: 'unknownFutureValue' }))).to.include({ situation: 'nothing-evaluated' });
    const nothing = await read([]);
    expect(nothing.verdict).to.include({ situation: 'no-rows' });
    expect(nothing.problems).to.not.be.empty;
  });
});

describe('clocks', () => {
  // One row repeated: the numbers are what counts, and 60 000 of them take long to make.
  const many = (count: number, options: RowOptions) => Array<object>(count).fill(row(options));
  const nearness = async (failures: number, successes: number, references = 0) => {
    const log = [
      ...many(failures, { status: 'failure', code: 'Conflict' }),
      ...many(successes, {}),
      ...many(references, { status: 'failure', code: 'UnableToResolveReferenceAttributeValue' }),
    ];
    return (await read(log)).clock.nearness?.state;
  };

  it('quarantine is as near as the documented examples say', async function () {
    this.timeout(60_000);
    expect(await nearness(4000, 0)).to.equal('near');
    expect(await nearness(45_000, 0)).to.equal('reached');
    expect(await nearness(30_000, 5000)).to.equal('reached');
    expect(await nearness(20_000, 100_000)).to.equal('near');
    expect(await nearness(40_000, 60_001)).to.equal('near');
    expect(await nearness(40_000, 60_001, 21_000)).to.equal('reached');
    expect(await nearness(18, 4)).to.equal('far');
    expect(await nearness(0, 4)).to.equal(undefined);
  });

  it('the next look is 40 minutes after the last entry', async () => {
    const { next } = (await read(rows(2, { minute: 10 }))).clock;
    expect(next).to.include({ at: '2026-01-15T08:50:00.000Z', past: false });
    expect(next!.sentence).to.match(/Look again after/);
    const late = (await read(rows(2, { minute: 10 }), { now: now + 100 * minute })).clock.next;
    expect(late).to.include({ past: true });
  });
});

describe('the rest of a diagnosis', () => {
  it('the timeline counts every row that has a time, in at most 60 buckets', async () => {
    for (const [minutes, width] of [
      [50, 1],
      [600, 15],
      [6000, 180],
      [60_000, 1440],
    ] as const) {
      const log = [0, 0.25, 0.5, 1].map((part) => row({ minute: Math.round(part * minutes) }));
      const { bucketMs, buckets } = (await read(log)).timeline;
      expect(bucketMs / minute, String(minutes)).to.equal(width);
      expect(buckets.length, String(minutes)).to.be.within(2, 60);
      expect(buckets.reduce((sum, { counts }) => sum + counts.success, 0)).to.equal(4);
      const gaps = buckets.slice(1).map(({ start }, index) => Date.parse(start) - Date.parse(buckets[index]!.start));
      expect(gaps.every((gap) => gap === bucketMs)).to.equal(true);
    }
    expect((await read([])).timeline.buckets).to.deep.equal([]);
  });

  it('names the apps, the jobs, the cycles and the period', async () => {
    const log = [...rows(2, { app: 'Box', cycle: 'c-1' }), ...rows(3, { minute: 41, cycle: 'c-2' })];
    const { apps, jobIds, cycles, cycle, period } = await read(log);
    expect(apps.map(({ name, count }) => [name, count])).to.deep.equal([
      ['Contoso Travel', 3],
      ['Box', 2],
    ]);
    expect(jobIds).to.have.length(1);
    expect(cycles.map(({ id, count }) => [id, count])).to.deep.equal([
      ['c-2', 3],
      ['c-1', 2],
    ]);
    expect(cycle!.id).to.equal('c-2');
    expect(period).to.deep.equal({ from: '2026-01-15T08:00:00.000Z', to: '2026-01-15T08:41:00.000Z' });
  });

  it('tells one user’s whole story, with secrets hidden', async () => {
    const secret = 'Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc';
    const diagnosis = await read([row({ status: 'failure', code: 'Conflict', reason: `No. ${secret}` })]);
    const story = diagnosis.storyOf(diagnosis.rows[0]!);
    expect(story.whole).to.equal(true);
    expect(story.steps.map(({ type, status }) => `${type} ${status}`)).to.deep.equal([
      'import success',
      'scoping success',
      'export failure',
    ]);
    expect(story.source.name).to.equal('Ada Example');
    expect(story.modified).to.deep.equal([{ name: 'displayName', oldValue: '', newValue: 'Ada Example' }]);
    expect(story.reason)
      .to.match(/^No\. /)
      .and.not.include('eyJ');
  });

  it('a megabyte of reason is cut', async () => {
    const diagnosis = await read([row({ status: 'failure', code: 'ZebraNo', reason: 'x '.repeat(500_000) })]);
    expect(diagnosis.storyOf(diagnosis.rows[0]!).reason.length).to.be.below(11_000);
    expect(diagnosis.findings[0]!.reason!.length).to.be.below(600);
  });

  it('reads in another language, also afterwards', async () => {
    const log = rows(1200, { status: 'failure', code: 'LicenseLimitExceeded' });
    const english = await read(log);
    const dutch = await reword(english, { locale: 'nl', now });
    expect(dutch).to.deep.include({ locale: 'nl', totals: english.totals });
    expect(dutch.rows).to.equal(english.rows);
    expect(dutch.verdict.sentence).to.include('1.200').and.not.equal(english.verdict.sentence);
    expect((await read(log, { locale: 'nl-BE' })).verdict).to.deep.equal(dutch.verdict);
    expect((await read(log, { locale: 'tlh' })).locale).to.equal('en');
    expect((await reword(dutch, { now })).verdict).to.deep.equal(english.verdict);
  });

  it('stops when it is told to', async () => {
    const stop = AbortSignal.abort(new Error('Enough'));
    await diagnose(rows(2, {}), { signal: stop }).then(
      () => expect.fail('it went on'),
      (error: Error) => expect(error.message).to.equal('Enough'),
    );
  });
});

describe('explain', () => {
  it('reads one code', async () => {
    const conflict = await explain('ContosoEntryConflict');
    expect(conflict).to.include({
      code: 'EntryConflict',
      given: 'ContosoEntryConflict',
      kind: 'error',
      owner: 'entra-admin',
      stage: 'export',
    });
    expect(conflict.docUrl).to.match(/#error-codes$/);
    expect(await explain('RedundantExport')).to.include({ kind: 'skip', severity: 'ok' });
    expect((await explain('RedundantExport', { locale: 'nl' })).meaning).to.not.equal(
      (await explain('RedundantExport')).meaning,
    );
  });

  it('says of an unknown code that it is unknown', async () => {
    const unknown = await explain('FabrikamQuotaBlue');
    expect(unknown).to.include({ kind: 'unknown', code: 'FabrikamQuotaBlue' });
    expect(unknown.meaning).to.match(/isn’t in Microsoft’s published list/);
    expect(unknown.links).to.have.length(2);
  });
});
