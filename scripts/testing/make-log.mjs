// Makes provisioning logs for tests and measurements, of any size, with a known answer. The same seed gives the same log.
// Nothing of Node's is used, so that pages can make logs too.

/** What happens to users, how often, and what it has to be read as. `[weight, expected, change]` */
const fates = [
  [30, { outcome: 'success' }, { action: 'create', steps: ['import', 'scoping', 'matching', 'export'] }],
  [22, { outcome: 'success' }, { action: 'update', steps: ['import', 'scoping', 'matching', 'export'] }],
  [1, { outcome: 'success' }, { action: 'disable', steps: ['import', 'scoping', 'export'] }],
  [12, { outcome: 'skipped', code: 'RedundantExport' }, { action: 'other', skip: { SkipReason: 'RedundantExport' } }],
  [
    8,
    { outcome: 'skipped', code: 'NotEffectivelyEntitled', branch: 'not-assigned' },
    { skip: flags('True', 'False', 'True') },
  ],
  [
    3,
    { outcome: 'skipped', code: 'NotEffectivelyEntitled', branch: 'disabled' },
    { skip: flags('False', 'True', 'True') },
  ],
  [
    6,
    { outcome: 'skipped', code: 'NotEffectivelyEntitled', branch: 'scoping-filter' },
    {
      skip: {
        ...flags('True', 'True', 'False'),
        ScopeEvaluationResult: '{"Sales only.department EQUALS sales":false}',
      },
    },
  ],
  [
    0.5,
    { outcome: 'skipped', code: 'NotEffectivelyEntitled', branch: 'reassign' },
    { skip: flags('True', 'True', 'True') },
  ],
  [2, { outcome: 'skipped', code: 'AttributeValidationFailed' }, { skip: { SkipReason: 'AttributeValidationFailed' } }],
  [3, failed('DuplicateTargetEntries'), { reason: 'More than one account in the app fits the matching attribute.' }],
  [
    3,
    failed('EntryConflict'),
    {
      code: 'ContosoEntryConflict',
      reason:
        'An account with this name exists. StatusCode: Conflict\r\nWeb Response:\r\n{"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"detail":"userName is \\"taken\\"; try another","status":"409"}',
    },
  ],
  [2, failed('TooManyRequests'), { reason: 'The app asks to slow down. This operation was retried 2 times.' }],
  [
    1,
    failed('InternalServerError'),
    { reason: 'The app had an error of its own: <html><body>500 { oops</body></html>' },
  ],
  [2, failed('UnprocessableEntity'), { reason: 'The app would not accept the data, in C:\\data\\, "title".' }],
  [1, failed('LicenseLimitExceeded'), { reason: 'No seat left.' }],
  [
    0.3,
    { outcome: 'failure', given: 'FabrikamQuotaBlue' },
    { code: 'FabrikamQuotaBlue', reason: 'The app said no in its own way.' },
  ],
  [
    2,
    { outcome: 'warning', code: 'UnableToResolveReferenceAttributeValue' },
    {
      action: 'update',
      status: 'warning',
      code: 'UnableToResolveReferenceAttributeValue',
      reason: 'A member is not in the target yet.',
    },
  ],
  [0.5, { outcome: 'staged' }, { action: 'stageddelete', skip: {} }],
  [0.1, { outcome: 'unknown' }, { action: 'unknownFutureValue', status: 'unknownFutureValue' }],
].map(([weight, expected, change]) => ({ weight, expected, ...change }));
const allWeights = fates.reduce((sum, { weight }) => sum + weight, 0);

function failed(code) {
  return { outcome: 'failure', code };
}
function flags(active, assigned, inScope) {
  return {
    SkipReason: 'NotEffectivelyEntitled',
    IsActive: active,
    'Assigned to the application': assigned,
    IsInProvisioningScope: inScope,
  };
}

const given = [
  'Ada',
  'Bo',
  'Chi',
  'Dex',
  'Eli',
  'Zoë',
  'Jürgen',
  'Łucja',
  'さくら',
  'مريم',
  'Nia "N"',
  'O’Neil; Sam',
  '😀 Team',
];
const family = ['Example', 'Sample', 'Placeholder', 'Muster', 'Voorbeeld', 'Ejemplo, S.', 'Exemplé'];
const tenant = '66e02c34-2c6b-5292-af2c-23be3510de83';
const jobId = `scim.${tenant.replaceAll('-', '')}.36e55aa9-09c7-5459-aba0-c454dc1b0c5f`;
const app = { id: '3e61caab-71a8-5995-9dbe-2fa414533b45', displayName: 'Contoso' };
const begin = Date.UTC(2026, 0, 15, 8);
const perCycle = 400;
const cycleTime = 40 * 60_000;

/** mulberry32 */
function random(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function guid(next) {
  const hex = (length) => Array.from({ length }, () => Math.floor(next() * 16).toString(16)).join('');
  return `${hex(8)}-${hex(4)}-5${hex(3)}-a${hex(3)}-${hex(12)}`;
}

const mix = (seed, i) => Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(i + 1, 0x85ebca6b);

/** Who row `i` is about, and what happens to them. Cheap: no row is written for it. */
function fateOf({ seed = 1, users = 1000 }, i) {
  const next = random(mix(seed, i));
  const number = Math.floor(next() * users);
  let left = next() * allWeights;
  const fate = fates.find(({ weight }) => (left -= weight) < 0) ?? fates[0];
  const who = random(mix(seed, -2 - number));
  const name = `${given[Math.floor(who() * given.length)]} ${family[Math.floor(who() * family.length)]}`;
  return { fate, next, user: `user${number}@contoso.example`, name, userId: guid(who) };
}

/** Row `i` as Graph gives it. */
function rowOf(options, i) {
  const { fate, next, user, name, userId } = fateOf(options, i);
  const {
    action = 'create',
    code,
    expected,
    skip,
    reason,
    steps = ['import', 'scoping', 'matching', skip ? 'processing' : 'export'],
  } = fate;
  const status = fate.status ?? (skip ? 'skipped' : expected.outcome);
  const errorCode = code ?? (expected.outcome === 'failure' ? expected.code : undefined);
  const cycle = Math.floor(i / perCycle);
  const time = begin + cycle * cycleTime + (i % perCycle) * 1000;
  const isNew = action === 'create';
  const step = (type, last) => ({
    name: {
      import: isNew ? 'EntryImportAdd' : 'EntryImportUpdate',
      scoping: 'EntrySynchronizationScoping',
      matching: 'EntryImport',
      processing: 'EntrySynchronizationSkip',
      export: isNew ? 'EntryExportAdd' : 'EntryExportUpdate',
    }[type],
    provisioningStepType: type,
    status: last ? status : 'success',
    description: `${last && status !== 'success' ? 'Stopped at' : 'Done:'} ${type} of ${user}`,
    details: {
      ...(type === 'import' && {
        objectId: userId,
        userPrincipalName: user,
        displayName: name,
        accountEnabled: 'True',
      }),
      ...(type === 'scoping' && {
        'Active in the source system': skip?.IsActive ?? 'True',
        'Assigned to the application': skip?.['Assigned to the application'] ?? 'True',
        'User has the required role': 'True',
        'Scoping filter evaluation passed': skip?.IsInProvisioningScope ?? 'True',
        ScopeEvaluationResult: skip?.ScopeEvaluationResult ?? '{}',
      }),
      ...(last && { ...skip, ReportableIdentifier: user }),
    },
  });
  return {
    id: guid(next),
    activityDateTime: new Date(time).toISOString().replace('.000', ''),
    tenantId: tenant,
    jobId,
    cycleId: guid(random(mix(options.seed ?? 1, -1_000_000 - cycle))),
    changeId: guid(next),
    provisioningAction: action,
    durationInMilliseconds: Math.floor(next() * 3000),
    initiatedBy: { id: '', displayName: 'Azure AD Provisioning Service', initiatorType: 'system' },
    servicePrincipal: app,
    sourceSystem: { id: '4fab42ae-23ad-5894-9456-c2f442c949d5', displayName: 'Microsoft Entra ID', details: {} },
    targetSystem: {
      id: '8e453943-1452-59b7-a0dd-6adbd021c27f',
      displayName: 'customappsso',
      details: {
        ApplicationId: '142625de-036d-5274-9bcf-17e74ee0ad5a',
        ServicePrincipalId: app.id,
        ServicePrincipalDisplayName: app.displayName,
      },
    },
    sourceIdentity: {
      id: userId,
      displayName: name,
      identityType: 'User',
      details: { id: userId, odatatype: 'User', DisplayName: name, UserPrincipalName: user },
    },
    targetIdentity: {
      id: '',
      displayName: '',
      identityType: 'urn:ietf:params:scim:schemas:core:2.0:User',
      details: {},
    },
    provisioningStatusInfo: {
      status,
      errorInformation: errorCode
        ? { errorCode, reason, additionalDetails: null, errorCategory: 'nonServiceFailure', recommendedAction: null }
        : null,
    },
    provisioningSteps: steps.map((type, at) => step(type, at === steps.length - 1)),
    modifiedProperties:
      expected.outcome === 'success'
        ? [
            { displayName: 'displayName', oldValue: null, newValue: name },
            { displayName: 'active', oldValue: null, newValue: 'True' },
          ]
        : [],
  };
}

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

function logAnalytics(row) {
  const { provisioningStatusInfo: info } = row;
  const json = {
    InitiatedBy: row.initiatedBy,
    ModifiedProperties: row.modifiedProperties,
    ProvisioningStatusInfo: info,
    ProvisioningSteps: row.provisioningSteps,
    ServicePrincipal: row.servicePrincipal,
    SourceIdentity: row.sourceIdentity,
    SourceSystem: row.sourceSystem,
    TargetIdentity: row.targetIdentity,
    TargetSystem: row.targetSystem,
  };
  return {
    ...{
      AADTenantId: tenant,
      Category: 'ProvisioningLogs',
      ChangeId: row.changeId,
      CorrelationId: row.changeId,
      CycleId: row.cycleId,
      DurationMs: row.durationInMilliseconds,
      Id: row.id,
      JobId: row.jobId,
    },
    ...Object.fromEntries(Object.entries(json).map(([key, value]) => [key, JSON.stringify(value)])),
    ...{
      OperationName: 'Provisioning activity',
      ProvisioningAction: row.provisioningAction,
      ResultType: capital(info.status),
    },
    ...{
      ResultSignature: info.errorInformation?.errorCode ?? '',
      ResultDescription: info.errorInformation?.reason ?? '',
    },
    ...{
      TenantId: 'd87f7ab3-d408-5071-922c-46aa834178e8',
      TimeGenerated: row.activityDateTime,
      Type: 'AADProvisioningLogs',
    },
  };
}

function csvLine(values, delimiter) {
  const cells = values.map((value) => {
    const text = String(value ?? '');
    return /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${cells.join(delimiter)}\r\n`;
}

// Headings of our own: those of the portal are documented nowhere.
const tables = {
  'ProvisioningLogs.csv': (row) => [
    {
      Date: row.activityDateTime,
      ID: row.id,
      'Change ID': row.changeId,
      'Cycle ID': row.cycleId,
      'Job ID': row.jobId,
      Action: capital(row.provisioningAction),
      Status: capital(row.provisioningStatusInfo.status),
      'Source ID': row.sourceIdentity.id,
      'Display name': row.sourceIdentity.displayName,
      'User principal name': row.sourceIdentity.details.UserPrincipalName,
      'Identity type': row.sourceIdentity.identityType,
      'Source system': row.sourceSystem.displayName,
      'Target system': row.targetSystem.displayName,
      'Service principal ID': row.servicePrincipal.id,
      'Service principal': row.servicePrincipal.displayName,
      'Duration (ms)': row.durationInMilliseconds,
      'Error code': row.provisioningStatusInfo.errorInformation?.errorCode,
      Reason: row.provisioningStatusInfo.errorInformation?.reason,
    },
  ],
  'ProvisioningLogs_ProvisioningSteps.csv': (row) =>
    row.provisioningSteps.map((step) => ({
      'Change ID': row.changeId,
      Name: step.name,
      Type: capital(step.provisioningStepType),
      Status: capital(step.status),
      Description: step.description,
      Details: JSON.stringify(step.details),
    })),
  'ProvisioningLogs_ModifiedProperties.csv': (row) =>
    row.modifiedProperties.map(({ displayName, oldValue, newValue }) => ({
      'Change ID': row.changeId,
      'Display name': displayName,
      'Old value': oldValue,
      'New value': newValue,
    })),
};

/** How each format writes rows: what stands before, between and behind them. */
const shapes = {
  array: { before: '[', between: ',', after: ']', write: (row) => JSON.stringify(row) },
  value: {
    before: '{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#auditLogs/provisioning","value":[',
    between: ',',
    after: ']}',
    write: (row) => JSON.stringify(row),
  },
  ndjson: { before: '', between: '\n', after: '\n', write: (row) => JSON.stringify(row) },
  'log-analytics': { before: '[', between: ',', after: ']', write: (row) => JSON.stringify(logAnalytics(row)) },
  'diagnostic-stream': {
    before: '',
    between: '\n',
    after: '\n',
    write: (row) =>
      JSON.stringify({ time: row.activityDateTime, category: 'ProvisioningLogs', tenantId: tenant, properties: row }),
  },
};

/**
 * The files of a log, each as an iterable of texts of about 64 kB.
 *
 * @param {object} options
 * @param {keyof typeof shapes | 'csv' | 'csv-changes'} options.format `csv` is the portal's three files, `csv-changes` the first of them.
 * @param {number} options.rows How many changes.
 * @param {number} [options.seed]
 * @param {number} [options.users] Among how many users they happen.
 * @param {string} [options.delimiter] Of CSV.
 * @returns {{ name: string, chunks: () => Generator<string> }[]}
 */
export function makeLog(options) {
  const { format, rows, delimiter = ',' } = options;
  if (format.startsWith('csv')) {
    const names = Object.keys(tables).slice(0, format === 'csv' ? 3 : 1);
    return names.map((name) => ({
      name,
      chunks: () =>
        gather(function* () {
          let isFirst = true;
          for (let i = 0; i < rows; i++) {
            for (const line of tables[name](rowOf(options, i))) {
              if (isFirst) yield csvLine(Object.keys(line), delimiter);
              isFirst = false;
              yield csvLine(Object.values(line), delimiter);
            }
          }
        }),
    }));
  }
  const { before, between, after, write } = shapes[format];
  return [
    {
      name: `log.${before ? 'json' : 'ndjson'}`,
      chunks: () =>
        gather(function* () {
          yield before;
          for (let i = 0; i < rows; i++) yield (i ? between : '') + write(rowOf(options, i));
          yield after;
        }),
    },
  ];
}

function* gather(texts) {
  let chunk = '';
  for (const text of texts()) {
    chunk += text;
    if (chunk.length < 1 << 16) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk) yield chunk;
}

/** How many rows make about so many bytes, all files together. */
export function rowsFor(bytes, options) {
  const rows = 400;
  let length = 0;
  for (const { chunks } of makeLog({ ...options, rows }))
    for (const chunk of chunks()) length += new TextEncoder().encode(chunk).length;
  return Math.max(1, Math.round((bytes * rows) / length));
}

/**
 * The known answer.
 * @returns {{ rows: number, counts: Record<string, number>, users?: Map<string, string[]> }} How often each
 *   `outcome/code/branch` occurs, and, unless there are too many, which ones each user has, in the order of the log.
 */
export function answerOf(options) {
  const { rows } = options;
  const counts = {};
  const users = rows <= 100_000 ? new Map() : undefined;
  for (let i = 0; i < rows; i++) {
    const { fate, user } = fateOf(options, i);
    const { outcome, code, given, branch } = fate.expected;
    const key = [outcome, code ?? given, branch].filter(Boolean).join('/');
    counts[key] = (counts[key] ?? 0) + 1;
    if (users && !users.get(user)?.push(key)) users.set(user, [key]);
  }
  return { rows, counts, users };
}
