// Logs as the admin center hands them out, with made-up people: the causes that administrators meet most.

/** One entry, as far as a story needs to say it. */
interface Entry {
  /** Minutes after eight in the morning. */
  at: number;
  user: string;
  name?: string;
  action?: string;
  status?: 'success' | 'failure' | 'skipped' | 'warning';
  error?: { code: string; reason: string };
  skip?: string;
  /** What the last step says besides. */
  flags?: Record<string, string>;
  steps?: { type: string; name: string; status?: string; description?: string; details?: Record<string, string> }[];
}

const day = Date.UTC(2026, 0, 15, 8);
const id = (kind: number, number: number) =>
  `${String(kind).repeat(8)}-0000-4000-8000-${String(number).padStart(12, '0')}`;
const jobId = 'scim.66e02c342c6b5292af2c23be3510de83.36e55aa9-09c7-5459-aba0-c454dc1b0c5f';

function record(entry: Entry, number: number): object {
  const { at, user, name = '', action = 'create', status = 'success', error, skip, flags = {}, steps = [] } = entry;
  const userPrincipalName = `${user}@contoso.example`;
  const imported = { objectId: id(1, number), userPrincipalName, accountEnabled: flags['IsActive'] ?? 'True' };
  const scope = {
    'Active in the source system': flags['IsActive'] ?? 'True',
    'Assigned to the application': flags['Assigned to the application'] ?? 'True',
    'Scoping filter evaluation passed': flags['IsInProvisioningScope'] ?? 'True',
  };
  const whole = [
    { type: 'import', name: 'EntryImportAdd', description: `Read ${userPrincipalName}`, details: imported },
    { type: 'scoping', name: 'EntrySynchronizationScoping', description: 'Scope check', details: scope },
    ...(skip
      ? [
          {
            type: 'export',
            name: 'EntrySynchronizationSkip',
            status: 'skipped',
            details: { SkipReason: skip, ...flags },
          },
        ]
      : [
          { type: 'matching', name: 'EntrySynchronizationAdd', description: 'Looked for the account' },
          { type: 'export', name: 'EntryExportAdd', status, details: { ReportableIdentifier: userPrincipalName } },
        ]),
  ];
  return {
    id: id(2, number),
    activityDateTime: new Date(day + at * 60_000).toISOString(),
    tenantId: id(3, 1),
    jobId,
    cycleId: id(4, Math.floor(at / 40)),
    changeId: id(5, number),
    provisioningAction: action,
    durationInMilliseconds: 400,
    servicePrincipal: { id: id(6, 1), displayName: 'Contoso Travel' },
    sourceSystem: { id: id(7, 1), displayName: 'Microsoft Entra ID', details: {} },
    targetSystem: { id: id(8, 1), displayName: 'Contoso Travel', details: {} },
    sourceIdentity: {
      id: id(1, number),
      displayName: name,
      identityType: 'User',
      details: { UserPrincipalName: userPrincipalName },
    },
    targetIdentity: { id: '', displayName: '', identityType: 'User', details: {} },
    provisioningStatusInfo: {
      status,
      errorInformation: error
        ? { errorCode: error.code, reason: error.reason, errorCategory: 'nonServiceFailure', additionalDetails: null }
        : null,
    },
    provisioningSteps: (steps.length ? steps : (whole as NonNullable<Entry['steps']>)).map(
      ({ type, name, status = 'success', description = '', details = {} }) => ({
        ...{ name, provisioningStepType: type, status, description, details },
      }),
    ),
    modifiedProperties:
      status === 'success'
        ? [
            { displayName: 'active', oldValue: null, newValue: 'True' },
            { displayName: 'displayName', oldValue: null, newValue: name },
          ]
        : [],
  };
}

export const log = (entries: readonly Entry[]): string => JSON.stringify(entries.map(record));

const people = [
  ...['ada.example Ada Example', 'bo.sample Bo Sample', 'chi.placeholder Chi Placeholder', 'dex.muster Dex Muster'],
  ...['eli.voorbeeld Eli Voorbeeld', 'fay.specimen Fay Specimen', 'gus.exemple Gus Exemple', 'hana.rei Hana Rei'],
  ...['ivo.primer Ivo Primer', 'joy.ejemplo Joy Ejemplo', 'kim.modell Kim Modell', 'lou.mostra Lou Mostra'],
].map((words) => ({ user: words.split(' ')[0]!, name: words.split(' ').slice(1).join(' ') }));

/** The same entry for the first so many people, at intervals. */
const each = (count: number, entry: Partial<Entry>, from = 0, every = 7): Entry[] =>
  Array.from({ length: count }, (_, index) => {
    const person = people[(index + from) % people.length]!;
    const round = Math.floor((index + from) / people.length);
    return { ...person, user: person.user + (round || ''), at: 5 + index * every, ...entry };
  });

const notEntitled = (flags: Record<string, string>): Partial<Entry> => ({
  ...{ status: 'skipped', skip: 'NotEffectivelyEntitled' },
  flags: { IsActive: 'True', 'Assigned to the application': 'True', IsInProvisioningScope: 'True', ...flags },
});
const upToDate: Partial<Entry> = { action: 'other', status: 'skipped', skip: 'RedundantExport' };

export const notAssigned = log([
  ...each(8, notEntitled({ 'Assigned to the application': 'False' })),
  ...each(30, {}, 12, 3),
  ...each(20, upToDate, 42, 4),
]);

const clauses = {
  ScopeEvaluationResult: JSON.stringify({
    'Sales only.department EQUALS Sales': 'False',
    'Sales only.country IS NOT NULL': 'True',
  }),
};
export const scopingFilter = log([
  ...each(6, notEntitled({ IsInProvisioningScope: 'False', ...clauses })),
  ...each(40, {}, 12, 3),
]);

export const missingValue = log([
  ...each(4, {
    status: 'failure',
    error: { code: 'MandatoryFieldsMissing', reason: 'Required attribute "surname" has no value.' },
  }),
  ...each(24, {}, 12, 4),
  ...each(3, upToDate, 36),
]);

export const badCredentials = log(
  each(
    90,
    {
      status: 'failure',
      error: {
        code: 'InvalidCredentials',
        reason: 'HTTP 401 Unauthorized. Authorization: Bearer eyJhbGciOi.c2VjcmV0.c2ln',
      },
      steps: [
        { type: 'import', name: 'EntryImport', status: 'failure', description: 'Could not sign in to the target' },
      ],
    },
    0,
    2,
  ),
);

/** The state of the job that belongs to `badCredentials`, from Microsoft Graph. */
export const quarantinedJob = JSON.stringify({
  id: jobId,
  schedule: { interval: 'PT40M', state: 'Active' },
  status: {
    code: 'Quarantine',
    countSuccessiveCompleteFailures: 3,
    escrowsPruned: false,
    steadyStateFirstAchievedTime: '2026-01-02T09:00:00Z',
    steadyStateLastAchievedTime: '2026-01-15T07:40:00Z',
    quarantine: {
      reason: 'EncounteredQuarantineException',
      currentBegan: '2026-01-15T10:55:00Z',
      seriesBegan: '2026-01-15T08:10:00Z',
      nextAttempt: '2026-01-15T22:55:00Z',
      seriesCount: 2,
      error: {
        code: 'SystemForCrossDomainIdentityManagementCredentialValidationUnavailable',
        message: 'The credentials are not valid.',
      },
    },
  },
});

export const conflict = log([
  ...each(3, {
    status: 'failure',
    error: { code: 'ContosoTravelEntryConflict', reason: '409 Conflict: userName is in use already' },
  }),
  ...each(1, { status: 'failure', error: { code: 'DuplicateTargetEntries', reason: 'Two accounts match' } }, 4),
  ...each(2, notEntitled({ IsActive: 'False' }), 6),
  ...each(30, {}, 12, 5),
  ...each(12, upToDate, 44, 3),
]);

export const allFine = log([...each(18, {}, 0, 4), ...each(30, upToDate, 20, 3)]);

/** It breaks off in the middle, as a download does on a bad line. */
export const truncated = notAssigned.slice(0, 40_000);

/** Headings that nobody has documented; of two, the values do not say either what they hold. */
export const unknownColumns = [
  'Vorgang;Ergebnis;Zeitpunkt;Wer;Was',
  'create;failure;2026-01-15T08:05:00Z;Ada Example;ContosoTravelEntryConflict',
  'update;success;2026-01-15T08:06:00Z;Bo Sample;',
].join('\r\n');
