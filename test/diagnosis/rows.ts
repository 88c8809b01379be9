/** Flags of the step that skips someone, as the service writes them. */
export interface Flags {
  active?: boolean;
  assigned?: boolean;
  inScope?: boolean;
  role?: boolean;
  /** `ScopeEvaluationResult` */
  filters?: string;
}

export interface RowOptions {
  /** Decides the user's name, address and ids. */
  user?: string;
  status?: string;
  action?: string;
  code?: string;
  reason?: string;
  skip?: string;
  flags?: Flags;
  /** Minutes after 08:00 on 15 January 2026, UTC. */
  minute?: number;
  cycle?: string;
  job?: string;
  app?: string;
  steps?: object[];
}

export const start = Date.parse('2026-01-15T08:00:00Z');

let made = 0;
const hex = (number: number, length: number) => number.toString(16).padStart(length, '0').slice(-length);
/** A GUID of its own for every number. */
export const guid = (number: number): string => `${hex(number, 8)}-aaaa-4bbb-8ccc-${hex(number * 7919, 12)}`;

const guidOf = (name: string) => guid([...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1e9, 7));

const text = (flag: boolean | undefined) => (flag === false ? 'False' : 'True');

/** One row of a log as Graph returns it. */
export function row(options: RowOptions = {}): Record<string, unknown> {
  const {
    user = 'Ada Example',
    app = 'Contoso Travel',
    status = 'success',
    action = 'create',
    code,
    reason = '',
    skip,
    flags = {},
  } = options;
  const number = ++made;
  const mail = `${user.toLowerCase().replaceAll(' ', '.')}@contoso.example`;
  const scoping = {
    'Active in the source system': text(flags.active),
    'Assigned to the application': text(flags.assigned),
    'User has the required role': text(flags.role ?? flags.assigned),
    'Scoping filter evaluation passed': text(flags.inScope),
    ScopeEvaluationResult: flags.filters ?? '{}',
  };
  const last = {
    ReportableIdentifier: mail,
    ...(skip && { SkipReason: skip }),
    ...(options.flags && {
      IsActive: text(flags.active),
      'Assigned to the application': text(flags.assigned),
      IsInProvisioningScope: text(flags.inScope),
      ...(flags.filters && { ScopeEvaluationResult: flags.filters }),
    }),
  };
  return {
    id: guid(number),
    activityDateTime: new Date(start + (options.minute ?? 0) * 60_000).toISOString(),
    tenantId: guid(900_001),
    jobId: options.job ?? 'scim.66e02c342c6b5292af2c23be3510de83.36e55aa9-09c7-5459-aba0-c454dc1b0c5f',
    cycleId: options.cycle ?? guid(900_002),
    changeId: guid(number + 500_000),
    provisioningAction: action,
    durationInMilliseconds: 1000,
    initiatedBy: { id: '', displayName: 'Azure AD Provisioning Service', initiatorType: 'system' },
    servicePrincipal: { id: guidOf(app), displayName: app },
    sourceSystem: { id: guid(900_004), displayName: 'Microsoft Entra ID', details: {} },
    targetSystem: { id: guid(900_005), displayName: 'customappsso', details: {} },
    sourceIdentity: {
      id: guidOf(user),
      displayName: user,
      identityType: 'User',
      details: { odatatype: 'User', DisplayName: user, UserPrincipalName: mail },
    },
    targetIdentity: { id: '', displayName: '', identityType: 'User', details: {} },
    provisioningStatusInfo: {
      status,
      errorInformation: code || reason ? { errorCode: code ?? '', reason, errorCategory: 'nonServiceFailure' } : null,
    },
    provisioningSteps: options.steps ?? [
      step('EntryImportAdd', 'import', 'success', { userPrincipalName: mail, displayName: user }),
      step('EntrySynchronizationScoping', 'scoping', 'success', scoping),
      step(skip ? 'EntrySynchronizationSkip' : 'EntryExportAdd', 'export', status, last),
    ],
    modifiedProperties: [{ displayName: 'displayName', oldValue: null, newValue: user }],
  };
}

export const step = (name: string, type: string, status: string, details: object = {}, description = name): object => ({
  name,
  provisioningStepType: type,
  status,
  description,
  details,
});

/** As many rows, each of another user. */
export const rows = (count: number, options: RowOptions, name = 'User'): Record<string, unknown>[] =>
  Array.from({ length: count }, (_, index) => row({ user: `${name} Number${String(index)}`, ...options }));
