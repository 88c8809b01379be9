import { expect } from '@open-wc/testing';
import { diagnose, makePacket, maskSecrets, redactor, summarise, type Diagnosis } from '../../src/diagnosis.js';
import { guid, row, rows } from './rows.js';

const tokens = [
  'eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJl',
  'Bearer 0123456789abcdef0123',
  'client_secret=Qz8~hunter2',
  '"password": "hunter2-and-more"',
  'X-Api-Key: k3y-hunter2',
  'https://scim.example/v2?sig=hunter2%3D&x=1',
  'https://ada:hunter2@scim.example/',
  'xoxb-1234567890-hunter2hunter2',
  'ghp_hunter2hunter2hunter2hunter2hunter2',
  'AKIAHUNTER2HUNTER2AB',
  'a8Kd93hunter2Xx7aPq02mNzR5tYw1uVbQe',
];
/** What must not be left of each of them. */
const core = /hunter2|HUNTER2|eyJ|0123456789abcdef0123|c2lnbmF0dXJl/;

describe('maskSecrets', () => {
  it('hides tokens, passwords and keys, and leaves what is around them', () => {
    for (const token of tokens) {
      const masked = maskSecrets(`Before it, ${token} and after.`);
      expect(masked, token).to.not.match(core);
      expect(masked, token).to.match(/^Before it, .*\[secret\].* and after\.$/);
    }
  });

  it('leaves words, codes, ids, paths and times as they are', () => {
    for (const text of [
      'The target did not accept the token. Basic authentication failed; the password has expired.',
      'AzureDirectoryB2BManagementPolicyCheckFailure, SystemForCrossDomainIdentityManagementServiceIncompatibleFiltering',
      'scim.66e02c342c6b5292af2c23be3510de83.36e55aa9-09c7-5459-aba0-c454dc1b0c5f',
      '{"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"detail":"userName is taken","status":"409"}',
      'It will be retried again after this date: 2026-01-15T14:00:00.0000000Z UTC',
    ])
      expect(maskSecrets(text)).to.equal(text);
  });

  it('takes no longer for a text made to be slow', () => {
    for (const bait of [
      'a',
      'token ',
      'eyJ-',
      'secret:',
      '-----BEGIN A-----',
      'aA1',
      'x@',
      '1.',
      'a:',
      '+1 ',
      '0 ',
      "'",
    ]) {
      const text = bait.repeat(1_000_000 / bait.length);
      // The best of three: on a busy machine, one may wait for others.
      const times = [1, 2, 3].map(() => {
        const began = performance.now();
        maskSecrets(text);
        redactor().text(text);
        return performance.now() - began;
      });
      expect(Math.min(...times), bait).to.be.below(200);
    }
  });
});

describe('redactor', () => {
  it('replaces people and things, the same by the same', () => {
    const safe = redactor();
    safe.learn('user', 'Ada Example');
    const text = (value: string) => safe.text(value);
    expect(text('Ada Example wrote to ada@contoso.example, then ADA EXAMPLE again.')).to.equal(
      'user-1 wrote to mail-1@example.com, then user-1 again.',
    );
    expect(text('ada%40contoso.example and bo@contoso.example')).to.equal('mail-1@example.com and mail-2@example.com');
    expect(text('jan_gmail.com#EXT#@contoso.onmicrosoft.com')).to.equal('mail-3@example.com');
    expect(text(`${guid(1)} is ${guid(1).toUpperCase()}, not ${guid(2).replaceAll('-', '')}.`)).to.equal(
      'id-1 is id-1, not id-2.',
    );
    expect(text('from 10.20.30.40 and fe80::1ff:fe23:4567:890a')).to.equal('from ip-2 and ip-1');
    expect(text('call +31 20 555 01 23 or (020) 555 0123')).to.equal('call phone-1 or phone-2');
  });

  it('leaves times, versions and what it was told to keep', () => {
    const kept = `scim.${guid(1)}`;
    const safe = redactor({ keep: [kept, guid(2)] });
    for (const text of [
      '2026-01-15T14:00:00.0000000Z',
      '1/15/2026 7:00:00 AM',
      'at 10:20:30',
      'SCIM 2.0',
      kept,
      guid(2),
      'HTTP 409',
    ])
      expect(safe.text(`It was ${text}, then.`)).to.equal(`It was ${text}, then.`);
    expect(safe.text(guid(1))).to.equal('id-1');
  });

  it('finds names with marks around them, the longest first', () => {
    const safe = redactor();
    for (const name of ['Ana', 'Ana María de la Cruz', 'O’Neil', '山田 太郎']) safe.learn('user', name);
    expect(safe.text('"Ana María de la Cruz", (O’Neil): 山田 太郎. Banana, Ana!')).to.equal(
      '"user-1", (user-2): user-3. Banana, user-4!',
    );
  });
});

/** Every text of rows that tells who or where: names, addresses, ids that support does not need. */
function personal(log: readonly Record<string, unknown>[]): Set<string> {
  const found = new Set<string>();
  const open = new Set(['jobId', 'cycleId', 'changeId', 'errorCode', 'status', 'displayNameOfApp']);
  const collect = (value: unknown, key: string, path: string): void => {
    if (typeof value === 'string') {
      if (
        open.has(key) ||
        !/identity|tenantId|^id$|userPrincipalName|ReportableIdentifier|objectId/i.test(`${path}.${key}`)
      )
        return;
      if (/^(?:user|group|true|false|urn:.*|odatatype)$/i.test(value) || value.length < 4) return;
      found.add(value);
    } else if (value && typeof value === 'object')
      for (const [name, inner] of Object.entries(value)) collect(inner, name, `${path}.${key}`);
  };
  for (const each of log) collect(each, '', '');
  return found;
}

describe('the packet', () => {
  const read = (log: object): Promise<Diagnosis> => diagnose(log, { now: Date.parse('2026-01-15T10:00:00Z') });
  const log = () => [
    ...rows(3, {
      status: 'failure',
      code: 'ContosoEntryConflict',
      reason: 'User Number0 <user.number0@contoso.example> exists. Bearer abc123def456',
    }),
    row({ user: 'Bo Sample', status: 'failure', code: 'ZebraNo', reason: 'User Number1 has it, not Bo Sample.' }),
    row({ user: 'Chi O’Neil', status: 'skipped', skip: 'NotEffectivelyEntitled', flags: { assigned: false } }),
    row({ user: 'Ada Example' }),
  ];

  it('holds what support asks for', async () => {
    const rowsOfLog = log();
    const checks = [
      { label: 'Is provisioning turned on?', done: true },
      { label: 'Has the first cycle ended?', done: false },
    ];
    const { markdown, json } = await makePacket(await read(rowsOfLog), { checks });
    expect(json).to.include({ version: 1, redacted: true, locale: 'en' });
    expect(json.apps).to.deep.equal(['Contoso Travel']);
    expect(json.ids.jobs).to.deep.equal([rowsOfLog[0]!['jobId']]);
    expect(json.ids.cycles).to.deep.equal([rowsOfLog[0]!['cycleId']]);
    expect(json.ids.changes).to.include(rowsOfLog[3]!['changeId']);
    expect(json.totals).to.include({ total: 6, failure: 4, skipped: 1, success: 1 });
    expect(json.findings.map(({ code, count }) => [code, count])).to.deep.equal([
      ['ContosoEntryConflict', 3],
      ['ZebraNo', 1],
      ['NotEffectivelyEntitled', 1],
    ]);
    for (const text of [
      ...json.ids.jobs,
      ...json.ids.changes,
      '- [x] Is provisioning turned on?',
      '- [ ] Has the first',
    ])
      expect(markdown).to.include(text);
    expect(JSON.parse(JSON.stringify(json))).to.deep.equal(json);
  });

  it('names nobody, and each by the same stand-in', async () => {
    const diagnosis = await read(log());
    const { markdown, json } = await makePacket(diagnosis);
    for (const text of [markdown, JSON.stringify(json)]) {
      expect(text).to.not.match(/Number\d|Bo Sample|O’Neil|Ada|contoso\.example|abc123def456/i);
      for (const value of personal(log())) expect(text).to.not.include(value);
    }
    const [conflict] = json.findings;
    expect(new Set(conflict!.examples.map(({ user }) => user)).size).to.equal(3);
  });

  it('keeps only what looks like an id', async () => {
    const diagnosis = await read([
      { ...row(), jobId: 'Ada Example <ada@contoso.example>', changeId: 'bo@contoso.example' },
    ]);
    const { markdown, json } = await makePacket(diagnosis);
    expect(json.ids.jobs).to.have.length(1);
    expect(markdown + JSON.stringify(json)).to.not.include('contoso.example');
  });

  it('holds the checks alone where there is no log', async () => {
    const { markdown, json } = await makePacket(undefined, {
      app: 'Contoso',
      checks: [{ label: 'Is it on?', done: true }],
    });
    expect(markdown).to.equal(
      '# User provisioning: what was checked\n\n- App: Contoso\n\n## What was checked\n\n- [x] Is it on?\n',
    );
    expect([json.verdict, json.totals]).to.deep.equal([undefined, undefined]);
    expect(json.findings).to.deep.equal([]);
  });

  it('says names if it is asked to, but no secrets', async () => {
    const { markdown, json } = await makePacket(await read(log()), { redact: false });
    expect(json.redacted).to.equal(false);
    expect(markdown)
      .to.include('user.number0')
      .and.match(/personal data/);
    expect(markdown).to.not.include('abc123def456');
  });

  it('is text: nothing in a log becomes mark-up, a link or a mention', async () => {
    const reason = '[click](https://evil.example) <img src=x> @everyone\n# Heading\n- [x] done | `x` \u202Etxet';
    const { markdown } = await makePacket(await read([row({ status: 'failure', code: 'Zebra`No`\n#x', reason })]), {
      redact: false,
    });
    // Outside of backticks, nothing of it is left.
    expect(markdown.replace(/`[^`]*`/g, '')).to.not.match(/evil|img|everyone|Zebra|done/);
    expect(markdown).to.not.match(/^# Heading|^- \[x\] done|\u202E/m);
  });

  it('reads in the language asked for', async () => {
    const diagnosis = await read(log());
    const dutch = await makePacket(diagnosis, { locale: 'nl' });
    expect(dutch.json.locale).to.equal('nl');
    expect(dutch.markdown.split('\n')[0]).to.not.equal((await makePacket(diagnosis)).markdown.split('\n')[0]);
  });

  it('names nobody of the collected samples either', async function () {
    const response = await fetch('/shared/domain/entra-provisioning.json').catch(() => undefined);
    if (!response?.ok) return this.skip();
    const { sampleLogs } = (await response.json()) as { sampleLogs: { log: Record<string, unknown> }[] };
    const logs = sampleLogs.map((sample) => sample.log);
    const { markdown, json } = await makePacket(await read(logs));
    const kept = new Set([...json.ids.jobs, ...json.ids.cycles, ...json.ids.changes]);
    for (const text of [markdown, JSON.stringify(json)]) {
      for (const value of personal(logs)) expect(text.includes(value), value).to.equal(false);
      expect(text).to.not.match(/[a-z]+\.[a-z]+@contoso|Ada |Bo Sample|Chi |Dex |Eli /);
      const guids =
        text
          .replace(/scim\.\S+|Azure2Azure\.\S+|\w+\.[0-9a-f]{32}\.[0-9a-f-]{36}/g, '')
          .match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? [];
      for (const id of guids) expect(kept.has(id), id).to.equal(true);
    }
  });
});

describe('the summary', () => {
  it('holds codes and counts, and nothing that a log could have put there', async () => {
    const secret = 'Ada.Example@contoso.example';
    const log = [
      row({ status: 'failure', code: secret, reason: secret, app: secret, user: secret, cycle: secret, job: secret }),
      row({ status: 'failure', code: `${secret}EntryConflict`, action: secret }),
      row({ status: secret }),
      {
        id: secret,
        status: { code: 'Quarantine', quarantine: { reason: secret, error: { code: secret, message: secret } } },
      },
    ];
    const diagnosis = await diagnose(log);
    const summary = summarise(diagnosis);
    expect(JSON.stringify(summary)).to.not.match(/ada|contoso|@/i);
    expect(summary.findings.map(({ known, code, count }) => [known, code, count])).to.deep.include.members([
      [false, undefined, 1],
      [true, 'EntryConflict', 1],
    ]);
    expect(JSON.parse(JSON.stringify(summary))).to.deep.equal(summary);
  });
});
