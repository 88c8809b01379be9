import { expect } from '@open-wc/testing';
import type { JobRecord, LogInput, LogItem, LogProblem, LogProgress, LogRecord } from '../../../src/diagnosis/model.js';
import { readLog } from '../../../src/diagnosis/reading/read-log.js';
import { fixedLocale } from '../../../src/localization/fixed-locale.js';
import { answerOf, makeLog, rowsFor } from '../../../scripts/testing/make-log.mjs';

interface Options {
  signal?: AbortSignal;
  onProgress?: (progress: LogProgress) => void;
  columns?: Record<string, string>;
}

async function read(input: LogInput, options: Options = {}) {
  const { msg } = await fixedLocale('en');
  const items: LogItem[] = [];
  const problems: LogProblem[] = [];
  const reportProblem = (problem: LogProblem): unknown => problems.push(problem);
  for await (const batch of readLog(input, { msg, locale: 'en', reportProblem, ...options })) items.push(...batch);
  return {
    items,
    changes: items.filter((item): item is LogRecord => item.kind === 'change'),
    problems,
    /** Codes with their places, shortest of all that tells a problem. */
    told: problems.map(({ code, at }) => `${code} ${at}`.trim()),
  };
}

type Made = { format: string; rows: number; seed?: number; users?: number; delimiter?: string };
const texts = (options: Made): { name: string; text: string }[] =>
  makeLog(options as never).map(({ name, chunks }) => ({ name, text: [...chunks()].join('') }));
const textOf = (format: string, rows: number): string => texts({ format, rows })[0]?.text ?? '';
const filesOf = (options: Made): File[] => texts(options).map(({ name, text }) => new File([text], name));

/** A stream that gives its bytes in parts of one size. */
function inParts(bytes: Uint8Array, size: number): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(at, (at += size)));
    },
  });
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
function utf16(text: string, isBig: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), !isBig);
  return new Uint8Array(view.buffer);
}
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
const gzip = async (text: string): Promise<Uint8Array> => {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
};

/** What happened to whom, as the generator's answer tells it. */
function keyOf({ status, action, error, steps }: LogRecord): string {
  const { SkipReason, ...flags } = steps.at(-1)?.details ?? {};
  if (action === 'stageddelete') return 'staged';
  if (!['success', 'failure', 'skipped', 'warning'].includes(status)) return 'unknown';
  const branch =
    SkipReason === 'NotEffectivelyEntitled' &&
    ((flags['IsActive'] === 'False' && 'disabled') ||
      (flags['Assigned to the application'] === 'False' && 'not-assigned') ||
      (flags['IsInProvisioningScope'] === 'False' && 'scoping-filter') ||
      'reassign');
  const code = (SkipReason ?? error?.code ?? '').replace(/^Contoso/, '');
  return [status, code, branch].filter(Boolean).join('/');
}

describe('readLog', () => {
  describe('JSON', () => {
    const rows = 120;
    let expected: LogRecord[];
    before(async () => {
      expected = (await read(textOf('array', rows))).changes;
      expect(expected).to.have.length(rows);
    });

    for (const format of ['value', 'ndjson', 'log-analytics', 'diagnostic-stream'])
      it(`reads the shape ${format} as it reads a list`, async () => {
        const { changes, told } = await read(new Blob([textOf(format, rows)]));
        expect(told).to.deep.equal([]);
        expect(changes).to.deep.equal(expected);
      });

    it('reads every field of a change', () => {
      const [first] = JSON.parse(textOf('array', 1)) as Record<string, never>[];
      expect(expected[0]).to.deep.equal({
        ...{ kind: 'change', id: first?.['id'], changeId: first?.['changeId'], cycleId: first?.['cycleId'] },
        ...{
          jobId: first?.['jobId'],
          tenantId: '66e02c34-2c6b-5292-af2c-23be3510de83',
          time: Date.UTC(2026, 0, 15, 8),
        },
        ...{ action: first?.['provisioningAction'], durationMs: first?.['durationInMilliseconds'] },
        ...{ status: expected[0]?.status, error: expected[0]?.error, steps: expected[0]?.steps },
        modified: expected[0]?.modified,
        app: { id: '3e61caab-71a8-5995-9dbe-2fa414533b45', name: 'Contoso' },
        source: {
          system: 'Microsoft Entra ID',
          ...{ id: first?.['sourceIdentity']?.['id'], name: first?.['sourceIdentity']?.['displayName'], type: 'User' },
          details: first?.['sourceIdentity']?.['details'],
        },
        target: {
          ...{ system: 'customappsso', id: '', name: '', details: {} },
          type: 'urn:ietf:params:scim:schemas:core:2.0:User',
        },
        initiatedBy: 'Azure AD Provisioning Service',
      });
    });

    it('reads text, pretty text, parsed JSON, one object, pages, and lists of envelopes', async () => {
      const list = JSON.parse(textOf('array', rows)) as object[];
      const { changes: pretty } = await read(JSON.stringify(list, null, 2));
      expect(pretty).to.deep.equal(expected);
      expect((await read(list)).changes).to.deep.equal(expected);
      expect((await read({ value: list })).changes).to.deep.equal(expected);
      expect((await read(list.map((log) => ({ records: [{ properties: log }] })))).changes).to.deep.equal(expected);
      expect((await read(JSON.stringify(list[0]))).changes).to.deep.equal(expected.slice(0, 1));
      expect((await read(list[0] ?? {})).changes).to.deep.equal(expected.slice(0, 1));
      const pages = [list.slice(0, 50), list.slice(50)].map((value) => new Blob([JSON.stringify({ value })]));
      expect((await read(pages)).changes).to.deep.equal(expected);
    });

    it('reads the same however the bytes arrive', async () => {
      const bytes = utf8(textOf('array', 12));
      for (const size of [1, 3, 1000, bytes.length])
        expect((await read(inParts(bytes, size))).changes, `${size}`).to.deep.equal(expected.slice(0, 12));
    });

    it('says that a page of Graph has more pages, unless they are there', async () => {
      const link = '"@odata.nextLink":"https://graph.microsoft.com/v1.0/auditLogs/provisioning?$skiptoken=abc"';
      const page = `{"@odata.context":"x",${link},"value":${textOf('array', 2)}}`;
      const last = `{"value":${textOf('array', 1)}}`;
      expect((await read(page)).told).to.deep.equal(['rows-limited']);
      expect((await read(`{"value":${textOf('array', 2)},${link}}`)).told).to.deep.equal(['rows-limited']);
      expect((await read([new Blob([page]), new Blob([last])])).told).to.deep.equal([]);
    });

    it('reads numbers for names, as a diagnostic stream may have them', async () => {
      const log = {
        ...{ provisioningAction: 1, changeId: 'c' },
        provisioningStatusInfo: { status: 1, errorInformation: { errorCode: 'Conflict' } },
        provisioningSteps: [{ name: 'EntryImportAdd', provisioningStepType: 4, status: 2, details: null }],
        servicePrincipal: [{ id: 'a', name: 'Box' }],
      };
      const { changes } = await read({
        records: [{ time: '2026-01-15T08:00:00.1234567Z', properties: JSON.stringify(log) }],
      });
      expect(changes[0]).to.deep.include({ action: 'create', status: 'failure', app: { id: 'a', name: 'Box' } });
      expect(changes[0]?.time).to.equal(Date.UTC(2026, 0, 15, 8, 0, 0, 123));
      expect(changes[0]?.steps[0]).to.include({ type: 'referenceResolution', status: 'skipped' });
    });

    it('reads the answer of provision on demand, with JSON in texts', async () => {
      const value = {
        ...{
          action: 'Other',
          changeId: 'c',
          startTime: '2026-01-15T09:00:00.0000000Z',
          endTime: '2026-01-15T09:00:02Z',
        },
        provisioningSteps: [{ name: 'EntryImport', type: 'ReferenceResolution', status: 'Success', details: { a: 1 } }],
        ...{ reportableIdentifier: 'ada@contoso.example', sourceSystem: { name: 'Microsoft Entra ID' } },
        statusInfo: { status: 'Skipped', errorCode: null },
      };
      const key = { result: 'Skipped', details: { errorCode: 'RedundantExport', errorMessage: 'Equal.' } };
      const { changes, told } = await read(JSON.stringify({ key: JSON.stringify(key), value: JSON.stringify(value) }));
      expect(told).to.deep.equal([]);
      expect(changes[0]).to.deep.include({ status: 'skipped', action: 'other', durationMs: 2000 });
      expect(changes[0]?.error).to.include({ code: 'RedundantExport', reason: 'Equal.' });
      expect(changes[0]?.steps).to.deep.equal([
        { name: 'EntryImport', type: 'referenceResolution', status: 'success', description: '', details: { a: '1' } },
      ]);
      expect(changes[0]?.source.details).to.deep.equal({ ReportableIdentifier: 'ada@contoso.example' });
    });

    it('reads jobs, alone, in a list, and next to changes', async () => {
      const quarantine = {
        ...{ reason: 'EncounteredQuarantineException', seriesBegan: '2026-01-11T06:00:00Z', seriesCount: 4 },
        error: { code: 'InvalidCredentials', message: 'No.' },
      };
      const job = {
        ...{ id: 'scim.1', schedule: { interval: 'PT40M' } },
        status: {
          ...{ code: 'Quarantine', quarantine, countSuccessiveCompleteFailures: 7 },
          synchronizedEntryCountByType: [{ key: 'User to User', value: 120 }],
        },
      };
      const { items } = await read(JSON.stringify({ value: [job] }));
      const { quarantine: seen, ...rest } = items[0] as JobRecord;
      expect(rest).to.deep.include({ kind: 'job', id: 'scim.1', status: 'Quarantine', intervalMs: 2_400_000 });
      expect(rest).to.deep.include({ countSuccessiveCompleteFailures: 7, entryCounts: { 'User to User': 120 } });
      expect(seen).to.include({ reason: 'EncounteredQuarantineException', seriesCount: 4, nextAttempt: undefined });
      expect(seen).to.deep.include({
        seriesBegan: Date.UTC(2026, 0, 11, 6),
        error: { code: 'InvalidCredentials', message: 'No.' },
      });
      expect(
        (await read([job, ...(JSON.parse(textOf('array', 1)) as object[])])).items.map(({ kind }) => kind),
      ).to.deep.equal(['job', 'change']);
    });

    it('puts up with what PowerShell makes of nested objects', async () => {
      const { changes, told } = await read([
        {
          ...{ Id: '1', ChangeId: 'c', ProvisioningAction: 'create', ActivityDateTime: '/Date(1768464000000)/' },
          ProvisioningStatusInfo:
            '@{status=failure; errorInformation=@{errorCode=Conflict; reason=Taken; see {x} = y; errorCategory=}}',
          ProvisioningSteps:
            '@{name=EntryImportAdd; provisioningStepType=import; status=success; details=} @{name=EntryExportAdd; status=failure}',
          SourceIdentity: '@{id=7; displayName=Ada; Example}',
          TargetIdentity: 'System.Object[]',
        },
      ]);
      expect(changes[0]).to.include({ status: 'failure', action: 'create', time: Date.UTC(2026, 0, 15, 8) });
      expect(changes[0]?.error).to.include({ code: 'Conflict', reason: 'Taken; see {x} = y', category: '' });
      expect(changes[0]?.steps.map(({ name, status }) => `${name} ${status}`)).to.deep.equal([
        'EntryImportAdd success',
        'EntryExportAdd failure',
      ]);
      expect(changes[0]?.source).to.include({ id: '7', name: 'Ada; Example' });
      expect(told).to.deep.equal(['malformed']);
    });
  });

  describe('of three megabytes', () => {
    for (const format of ['array', 'log-analytics', 'csv'])
      it(`is read right to the last user (${format})`, async () => {
        const made = { format, seed: 7, users: 300, rows: rowsFor(3e6, { format }) };
        const answer = answerOf(made) as { counts: Record<string, number>; users: Map<string, string[]> };
        const { changes, told } = await read(filesOf(made));
        expect(told).to.deep.equal([]);
        const users = new Map<string, string[]>();
        for (const change of changes) {
          const user = change.source.details['UserPrincipalName'] ?? '';
          users.set(user, [...(users.get(user) ?? []), keyOf(change)]);
        }
        expect(Object.fromEntries(users)).to.deep.equal(Object.fromEntries(answer.users));
      });
  });

  describe('CSV', () => {
    const made = { format: 'csv', rows: 60 };
    const essence = ({ changeId, time, action, status, error, steps, modified, source }: LogRecord): unknown => ({
      ...{ changeId, time, action, status, steps, modified, code: error?.code, reason: error?.reason },
      ...{ id: source.id, name: source.name, user: source.details['UserPrincipalName'] },
    });
    let expected: unknown[];
    before(async () => (expected = (await read(textOf('array', 60))).changes.map(essence)));

    it('joins the portal’s three files in any order, with any delimiter', async () => {
      const orders = [
        [0, 1, 2],
        [2, 1, 0],
        [1, 0, 2],
      ];
      for (const [i, delimiter] of [',', ';', '\t'].entries()) {
        const files = filesOf({ ...made, delimiter });
        const { changes, told } = await read((orders[i] ?? []).map((number) => files[number] as File));
        expect(told).to.deep.equal([]);
        expect(changes.map(essence)).to.deep.equal(expected);
      }
    });

    it('reads the same however the bytes arrive', async () => {
      const [file] = filesOf(made);
      const bytes = new Uint8Array(await (file as File).arrayBuffer());
      const { changes: whole } = await read(file as File);
      expect(whole).to.have.length(60);
      for (const size of [1, 7, 1000]) expect((await read(inParts(bytes, size))).changes).to.deep.equal(whole);
    });

    it('tells which of the three files is missing, and reads what is there', async () => {
      const [changes, steps, modified] = filesOf(made) as [File, File, File];
      const alone = await read(changes);
      expect(alone.changes).to.have.length(60);
      expect(alone.problems.map(({ code, message }) => [code, /`(.*?)`/.exec(message)?.[1]])).to.deep.equal([
        ['file-missing', 'ProvisioningLogs_ProvisioningSteps'],
      ]);
      const { changes: left, problems } = await read([modified, steps]);
      expect(problems.map(({ message }) => /`(.*?)`/.exec(message)?.[1])).to.deep.equal(['ProvisioningLogs']);
      expect(left.map(({ status }) => status).filter((status) => status === 'skipped')).to.not.be.empty;
      expect(left[0]?.source.details['UserPrincipalName']).to.match(/^user\d+@contoso\.example$/);
      const other = filesOf({ ...made, seed: 2 })[1] as File;
      expect((await read([changes, other])).problems.map(({ message }) => message))
        .to.have.length(1)
        .and.satisfy(([message]: string[]) => message?.includes('don’t belong together'));
    });

    it('reads an export of Log Analytics, with JSON in its cells', async () => {
      const rows = JSON.parse(textOf('log-analytics', 20)) as Record<string, string>[];
      const headings = Object.keys(rows[0] ?? {});
      const line = (cells: unknown[]): string =>
        cells.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(',');
      const table = [
        line(headings.map((heading) => (heading === 'TimeGenerated' ? 'TimeGenerated [UTC]' : heading))),
        ...rows.map((row) => {
          const TimeGenerated = new Date(row['TimeGenerated'] ?? '').toLocaleString('en-US', { timeZone: 'UTC' });
          return line(headings.map((heading) => ({ ...row, TimeGenerated })[heading]));
        }),
      ];
      const { changes, told } = await read(table.join('\r\n'));
      expect(told).to.deep.equal([]);
      expect(changes.map(essence)).to.deep.equal(expected.slice(0, 20));
    });

    it('recognizes columns by their values, whatever they are called', async () => {
      const table =
        'Datum;Wer;Ergebnis;Vorgang;Fehler\n15.01.2026 08:30:00;ada@contoso.example;Failure;Create;EntryConflict\n16.01.2026 09:00:00;bo@contoso.example;Success;Update;\n';
      const { changes, told } = await read(new File([table], 'Protokoll.csv'));
      expect(told).to.deep.equal([]);
      expect(changes.map(({ time }) => time)).to.deep.equal([Date.UTC(2026, 0, 15, 8, 30), Date.UTC(2026, 0, 16, 9)]);
      expect(changes[0]).to.include({ status: 'failure', action: 'create' });
      expect(changes[0]?.error?.code).to.equal('EntryConflict');
      expect(changes[0]?.source.details).to.deep.equal({ UserPrincipalName: 'ada@contoso.example' });
    });

    it('asks what it does not recognize, and takes the answer', async () => {
      const table = 'wann,wer,was,egal\n1/15/2026 1:05:00 PM,Ada,nein,\n1/16/2026 12:00:00 AM,Bo,ja,x\n';
      const first = await read(new File([table], 'x.csv'));
      expect(first.changes).to.be.empty;
      expect(first.problems).to.have.length(1);
      expect(first.problems[0]).to.include({ code: 'columns-unknown', file: 'x.csv' });
      expect(first.problems[0]?.columns).to.deep.equal([
        { heading: 'wann', field: 'time', sample: '1/15/2026 1:05:00 PM' },
        { heading: 'wer', field: undefined, sample: 'Ada' },
        { heading: 'was', field: undefined, sample: 'nein' },
        { heading: 'egal', field: undefined, sample: 'x' },
      ]);
      const columns = { wer: 'name', was: 'status', egal: 'reason' };
      const { changes, told } = await read(new File([table], 'x.csv'), { columns });
      expect(told).to.deep.equal([]);
      expect(changes.map(({ status, source, time }) => [status, source.name, time])).to.deep.equal([
        ['nein', 'Ada', Date.UTC(2026, 0, 15, 13, 5)],
        ['ja', 'Bo', Date.UTC(2026, 0, 16)],
      ]);
    });

    it('reads line breaks in quotes, all line ends, and what Excel and PowerShell put on top', async () => {
      const lines = [
        'Change ID,Status,Reason,Error code,User,Date',
        'a,Failure,"x\r\n""y"", z",Conflict,u,',
        'b,Success,,,v,',
      ];
      for (const end of ['\n', '\r\n', '\r']) {
        const { changes, told } = await read(lines.join(end) + end);
        expect(told, JSON.stringify(end)).to.deep.equal([]);
        expect(changes.map(({ changeId, error }) => [changeId, error?.reason])).to.deep.equal([
          ['a', 'x\r\n"y", z'],
          ['b', undefined],
        ]);
      }
      for (const top of ['sep=,\r\n', '#TYPE System.Object\r\n', '\r\n'])
        expect((await read(top + lines.join('\r\n'))).changes, top).to.have.length(2);
    });
  });

  describe('characters', () => {
    const log = (name: string): string =>
      `Status,Display name,Date,Error code\nSuccess,${name},,\nSuccess,😀 ${name},,\n`;
    const names = async (bytes: Uint8Array, told: string[] = []): Promise<string[]> => {
      const result = await read(new Blob([bytes as BlobPart]));
      expect(result.problems.map(({ code }) => code)).to.deep.equal(told);
      return result.changes.map(({ source }) => source.name);
    };

    it('reads UTF-8 and UTF-16, with and without a mark', async () => {
      const text = log('Zoë さくら');
      const expected = ['Zoë さくら', '😀 Zoë さくら'];
      for (const mark of ['', '\ufeff']) {
        expect(await names(utf8(mark + text))).to.deep.equal(expected);
        expect(await names(utf16(mark + text, false))).to.deep.equal(expected);
        expect(await names(utf16(mark + text, true))).to.deep.equal(expected);
      }
      for (const size of [1, 3])
        for (const bytes of [utf8(`\ufeff${text}`), utf16(`\ufeff${text}`, false)])
          expect((await read(inParts(bytes, size))).changes.map(({ source }) => source.name)).to.deep.equal(expected);
    });

    it('takes for Windows-1252 what is not UTF-8, and says so', async () => {
      expect(
        await names(latin1('Status,Display name,Date,Error code\nSuccess,Zo\xeb \x80,,\n'), ['encoding']),
      ).to.deep.equal(['Zoë €']);
      // Long after the first part of the file.
      const many = 'Success,Ada,,\n'.repeat(60_000);
      const bytes = latin1(`Status,Display name,Date,Error code\n${many}Success,Zo\xeb,,\n`);
      expect((await names(bytes, ['encoding'])).at(-1)).to.equal('Zoë');
    });

    it('stays with UTF-8 where a letter is damaged', async () => {
      const bytes = utf8(log('Zoë'));
      bytes[bytes.lastIndexOf(0xc3)] = 0xff;
      expect(await names(bytes, ['encoding'])).to.deep.equal(['Zoë', '😀 Zo\ufffd\ufffd']);
    });

    it('leaves out NULs, and says where they are', async () => {
      const text = textOf('array', 3);
      const { changes, told } = await read(new File([text.slice(0, -1), '\0'.repeat(300), ']'], 'a.json'));
      expect(changes).to.have.length(3);
      expect(told).to.deep.equal([`malformed a.json, byte ${utf8(text).length - 1}`]);
    });
  });

  describe('gzip', () => {
    it('is unpacked', async () => {
      const { changes, told } = await read(new File([(await gzip(textOf('ndjson', 50))) as BlobPart], 'log.json.gz'));
      expect(told).to.deep.equal([]);
      expect(changes).to.have.length(50);
    });

    it('that is cut gives what can be unpacked, and says so once', async () => {
      const bytes = await gzip(textOf('array', 400));
      const { changes, told } = await read(new File([bytes.slice(0, bytes.length / 2) as BlobPart], 'log.json.gz'));
      expect(changes.length).to.be.within(100, 300);
      expect(told).to.deep.equal(['truncated']);
    });

    it('of something else is still something else', async () => {
      const { problems } = await read(new Blob([(await gzip('%PDF-1.7 …')) as BlobPart]));
      expect(problems.map(({ message }) => message.slice(0, 13))).to.deep.equal(['This is a PDF']);
    });
  });

  describe('a damaged log', () => {
    it('that ends anywhere gives all whole entries and says where it stops', async () => {
      const text = textOf('array', 3);
      const ends: number[] = [];
      const lengths = (JSON.parse(text) as object[]).map((log) => JSON.stringify(log).length);
      lengths.reduce((end, length) => (ends.push(end + length), end + length + 1), 1);
      for (let end = 1; end < text.length; end += 97) {
        const { changes, told } = await read(new File([text.slice(0, end)], 'a.json'));
        const whole = ends.filter((one) => one <= end).length;
        expect(changes, `${end}`).to.have.length(whole);
        expect(told, `${end}`).to.have.length(1);
        const byte = Number(/^truncated a\.json, byte (\d+)$/.exec(told[0] ?? '')?.[1]);
        expect(byte, `${end}`).to.be.within(ends[whole - 1] ?? 0, end);
      }
    });

    it('counts bytes, not letters', async () => {
      const text = `[{"provisioningSteps":[],"id":"さくら"},{"provisioningSteps"`;
      const { told } = await read(new File([text], 'a.json'));
      expect(told).to.deep.equal([`truncated a.json, byte ${utf8(text.slice(0, text.lastIndexOf('{'))).length}`]);
    });

    it('goes on after a bad line', async () => {
      const lines = textOf('ndjson', 30).trim().split('\n');
      lines[4] = `${lines[4]?.slice(0, -30)}"`;
      lines[9] = lines[9]?.replace('"id"', '"\\x"') ?? '';
      const { changes, told } = await read(new File([lines.join('\n')], 'a.ndjson'));
      expect(changes).to.have.length(28);
      expect(told).to.have.length(1);
      expect(told[0]).to.equal(`malformed a.ndjson, byte ${utf8(lines.slice(0, 4).join('\n')).length + 1}`);
    });

    it('goes on after a bad entry of a list', async () => {
      const text = textOf('array', 30).replace('"id"', '"\\x"');
      expect((await read(text)).changes).to.have.length(29);
      expect(
        (await read(JSON.stringify(JSON.parse(textOf('array', 30)), null, 1).replace('"id"', '"\\x"'))).changes,
      ).to.have.length(29);
    });

    it('of CSV that ends in a row says the line', async () => {
      const table = 'Status,User,Date,Error code\nSuccess,a,,\nSuccess,b,,\nSucc';
      const { changes, told } = await read(new File([table], 'a.csv'));
      expect(changes).to.have.length(2);
      expect(told).to.deep.equal(['truncated a.csv:4']);
      const quoted = await read(new File(['Status,User,Date,Error code\nSuccess,a,,\nSuccess,"b,,\nno'], 'a.csv'));
      expect(quoted.told).to.deep.equal(['truncated a.csv:3']);
      expect(quoted.changes).to.have.length(1);
    });

    it('of CSV with a quote that nothing closes loses hardly a row', async () => {
      const rows = Array.from({ length: 90_000 }, (_, i) => `Success,user ${i},2026-01-15T08:00:00Z,`);
      rows[10] = 'Success,"user,2026-01-15T08:00:00Z,';
      const { changes, told } = await read(new File([['Status,User,Date,Error code', ...rows].join('\n')], 'a.csv'));
      expect(changes.length).to.be.within(rows.length - 1, rows.length);
      expect(told).to.deep.equal(['malformed a.csv:12']);
      const short = await read(new File([['Status,User,Date,Error code', ...rows.slice(0, 20)].join('\n')], 'a.csv'));
      expect(short.changes.length).to.be.within(19, 20);
      expect(short.told).to.deep.equal(['malformed a.csv:12']);
    });
  });

  describe('a hostile log', () => {
    /** Much text in parts, without having it all. */
    const long = (before: string, part: string, times: number, after: string): ReadableStream<Uint8Array> => {
      let i = -1;
      return new ReadableStream({
        pull(controller) {
          controller.enqueue(utf8(i < 0 ? before : i < times ? part : after));
          if (i++ === times) controller.close();
        },
      });
    };
    const part = 'x'.repeat(1 << 20);

    it('with an endless text costs one entry', async () => {
      const log = textOf('ndjson', 1).trim();
      for (const end of ['"}', '\\"']) {
        const { changes, told } = await read(long(`[${log},{"reason":"`, part, 20, `${end}"},${log}]`));
        expect(told.map((text) => text.split(' ')[0])).to.include('too-large');
        expect(changes.length).to.equal(end === '\\"' ? 2 : 1);
      }
    });

    it('with an endless row costs one row', async () => {
      const { changes, told } = await read(long('Status,User,Date,Error code\n', part, 5, '\nSuccess,a,,\n'));
      expect(changes).to.have.length(1);
      expect(told).to.deep.equal(['too-large line 2']);
    });

    it('with ten thousand columns asks about some of them', async () => {
      const headings = Array.from({ length: 10_000 }, (_, i) => `column ${i}`);
      const row = headings.map((_, i) => i).join(',');
      const { problems } = await read(`${headings.join(',')}\n${row}\n${row}\n`);
      expect(problems.map(({ code }) => code)).to.deep.equal(['columns-unknown']);
      expect(problems[0]?.columns).to.have.length(200);
      const known = await read(`${headings.join(',')},Status,User,Date,Reason\n${row},Success,a,,\n`);
      expect(known.changes).to.have.length(1);
    });

    it('with brackets without end is no log', async () => {
      const { told } = await read(long('', '['.repeat(1 << 20), 6, ''));
      expect(told.map((text) => text.split(' ')[0])).to.include('truncated');
    });

    it('of what nearly fits our patterns is read in no time', async () => {
      const much = 500_000;
      const cells = [
        '1-1-'.repeat(much),
        '@'.repeat(much),
        `a${'@a'.repeat(much)}`,
        '2026-01-01T'.repeat(9) + '0'.repeat(much),
        ';'.repeat(much),
      ];
      const began = performance.now();
      for (const cell of cells) {
        await read(`Status,User,Date,Details\nSuccess,${cell.slice(0, much)},${cell.slice(0, 100)},x\n`);
        await read([
          {
            provisioningSteps: [],
            activityDateTime: cell,
            status: { code: 'a', quarantine: {} },
            schedule: { interval: `P${cell}` },
          },
        ]);
      }
      for (const tail of [' ', ';', '; ', 'a', '=', '{', '}', '; a', 'a=', '@{a='])
        await read([
          {
            provisioningStatusInfo: `@{a=${tail.repeat(100_000)}`,
            provisioningSteps: '@{a=' + tail.repeat(100_000) + '}',
          },
        ]);
      expect(performance.now() - began).to.be.below(3000);
    });

    it('of random bytes, or with random faults, never throws', async () => {
      let state = 1;
      const random = (below: number): number => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) % below;
      const logs = ['array', 'ndjson', 'csv-changes'].map((format) => utf8(textOf(format, 8)));
      for (let seed = 0; seed < 100; seed++) {
        const noise = Uint8Array.from({ length: 20_000 }, () => random(1 << 16) >> 8);
        expect((await read(new Blob([noise]))).told).to.not.be.empty;
        const bytes = (logs[seed % logs.length] as Uint8Array).slice();
        for (let i = 0; i < 10; i++) bytes[random(bytes.length)] = random(1 << 16) >> 8;
        await read(new Blob([bytes as BlobPart]));
      }
    });
  });

  describe('a file that is no log', () => {
    const zip = (name: string): Uint8Array => latin1(`PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0${'\0'.repeat(12)}${name}`);
    const wrong: [string, BlobPart, RegExp][] = [
      ['a workbook', zip('[Content_Types].xmlxl/workbook.xml') as BlobPart, /Excel workbook.*save it as CSV UTF-8/],
      ['an old workbook', latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') as BlobPart, /Excel workbook/],
      ['a document', zip('[Content_Types].xmlword/document.xml') as BlobPart, /This is a document/],
      ['an archive', zip('ProvisioningLogs.csv') as BlobPart, /archive. Unpack it/],
      ['a PDF', '%PDF-1.7\n%âãÏÓ', /This is a PDF/],
      ['an event log', 'ElfFile\0\0\0', /event log of Windows/],
      ['a PNG', latin1('\x89PNG\r\n\x1a\n\0\0') as BlobPart, /picture/],
      ['a JPEG', latin1('\xff\xd8\xff\xe0\0\x10JFIF') as BlobPart, /picture/],
      ['a page to sign in', '\n<!DOCTYPE html><html><head><title>Sign in', /page to sign in/],
      ['XML', '<?xml version="1.0"?><a/>', /This is XML/],
      ['prose', 'Dear Ada,\nhow are you?\n', /isn’t a provisioning log|table/],
      ['other JSON', '{"name":"package","version":"1.0.0"}', /isn’t a provisioning log/],
      ['a sign-in log', '[{"id":"1","conditionalAccessStatus":"success","status":{"errorCode":0}}]', /sign-in log/],
      ['an audit log', '{"value":[{"id":"1","activityDisplayName":"Add user","targetResources":[]}]}', /audit log/],
    ];
    for (const [name, content, message] of wrong)
      it(`is told apart: ${name}`, async () => {
        const { items, problems } = await read(new File([content], 'log.csv'));
        expect(items).to.be.empty;
        expect(problems.map((problem) => problem.message)).to.have.length(1);
        expect(problems[0]?.message).to.match(message);
        expect(problems[0]?.file).to.equal('log.csv');
      });

    it('is told apart from one without anything in it', async () => {
      for (const nothing of ['', ' \r\n\t', '\ufeff'])
        expect((await read(new Blob([nothing]))).told).to.deep.equal(['empty']);
      for (const log of ['[]', '{"value":[]}', 'Status,User,Date,Reason\n']) {
        expect((await read(log)).told, log).to.deep.equal(['no-rows']);
      }
      expect((await read([])).told).to.deep.equal(['no-rows']);
    });

    it('is let go of', async () => {
      for (const text of ['%PDF-1.7', '<html>', 'a,b\n1,2\n']) {
        let isCancelled = false;
        const stream = new ReadableStream<Uint8Array>({
          pull: (controller) => controller.enqueue(utf8(text.padEnd(5000))),
          cancel: () => void (isCancelled = true),
        });
        expect((await read(stream)).problems).to.have.length(1);
        expect(isCancelled, text).to.be.true;
      }
    });

    it('does not stop the others', async () => {
      const log = new File([textOf('array', 4)], 'log.json');
      const { changes, problems } = await read([new File(['%PDF-1.7'], 'a.pdf'), log, new File([], 'b.json')]);
      expect(changes).to.have.length(4);
      expect(problems.map(({ code, file }) => `${code} ${file}`)).to.deep.equal(['not-a-log a.pdf', 'empty b.json']);
    });
  });

  describe('while it reads', () => {
    it('tells how far it is, at once and at the end', async () => {
      const files = filesOf({ format: 'csv', rows: 500 }).reverse();
      const total = files.reduce((sum, { size }) => sum + size, 0);
      const told: LogProgress[] = [];
      await read(files, { onProgress: (progress) => told.push(progress) });
      expect(told[0]).to.include({ read: 0, total, of: 3 });
      expect(told.at(-1)).to.deep.equal({ read: total, total, file: 'ProvisioningLogs.csv', files: 3, of: 3 });
    });

    it('stops at once when it is told to', async () => {
      const stop = new AbortController();
      const reason = new Error('enough');
      const log = new Blob(Array<string>(8).fill(textOf('ndjson', 2500)));
      let stopped = 0;
      const reading = read(log, { signal: stop.signal });
      setTimeout(() => {
        stopped = performance.now();
        stop.abort(reason);
      }, 30);
      expect(
        await reading.then(
          () => 'done',
          (error: unknown) => error,
        ),
      ).to.equal(reason);
      expect(performance.now() - stopped).to.be.below(200);
      expect(await read(log, { signal: AbortSignal.abort(reason) }).catch((error: unknown) => error)).to.equal(reason);
    });

    it('stops waiting for a stream that gives nothing, and lets go of it', async () => {
      const stop = new AbortController();
      let isCancelled = false;
      const stream = new ReadableStream<Uint8Array>({ cancel: () => void (isCancelled = true) });
      const reading = read(stream, { signal: stop.signal });
      setTimeout(() => stop.abort(new Error('enough')), 10);
      expect(await reading.catch((error: unknown) => (error as Error).message)).to.equal('enough');
      expect(isCancelled).to.be.true;
    });

    it('lets go of a stream when nobody asks for more', async () => {
      let isCancelled = false;
      const bytes = utf8(textOf('ndjson', 3000));
      const stream = new ReadableStream<Uint8Array>({
        pull: (controller) => controller.enqueue(bytes),
        cancel: () => void (isCancelled = true),
      });
      const { msg } = await fixedLocale('en');
      for await (const batch of readLog(stream, { msg, locale: 'en', reportProblem: () => undefined })) {
        expect(batch).to.not.be.empty;
        break;
      }
      expect(isCancelled).to.be.true;
    });

    it('gives what had come when a stream fails', async () => {
      const bytes = utf8(textOf('ndjson', 5));
      let isFirst = true;
      const stream = new ReadableStream<Uint8Array>({
        pull(controller) {
          if (isFirst) controller.enqueue(bytes);
          else controller.error(new Error('gone'));
          isFirst = false;
        },
      });
      const { changes, told } = await read(stream);
      expect(changes).to.have.length(5);
      expect(told.map((text) => text.split(' ')[0])).to.deep.equal(['file-unreadable']);
    });

    it('says so when the file has changed since it was picked', async function () {
      const folder = await navigator.storage?.getDirectory?.().catch(() => undefined);
      const handle = await folder?.getFileHandle('log.json', { create: true });
      if (!handle?.createWritable) return this.skip();
      const write = async (text: string): Promise<void> => {
        const writable = await handle.createWritable();
        await writable.write(text);
        await writable.close();
      };
      await write(textOf('array', 3));
      const picked = await handle.getFile();
      expect((await read(picked)).changes).to.have.length(3);
      // The same file once more.
      expect((await read(picked)).changes).to.have.length(3);
      await new Promise((resolve) => setTimeout(resolve, 50));
      await write(textOf('array', 400));
      const { told } = await read(picked);
      await folder?.removeEntry('log.json');
      expect(told).to.deep.equal(['file-unreadable']);
    });
  });
});
