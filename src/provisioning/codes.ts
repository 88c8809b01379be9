import type { Msg } from '../localization/msg.js';
import { codePages, retryText, turnText, unknownTexts, type CodePage } from './code-texts.js';
import { codeWords, sameAs } from './code-words.js';

/** Who can cure it. */
export type Owner = 'entra-admin' | 'app-admin' | 'app-developer' | 'ad-admin' | 'microsoft' | 'nobody';

/** Whether the service's next try can succeed by itself; `auto-40min` is the next cycle, in about 40 minutes. */
export type Retry = 'auto' | 'auto-40min' | 'partial-auto' | 'manual' | 'none';

/** The step of provisioning that stops; `connection` comes before all steps. */
export type Stage = 'connection' | 'import' | 'scoping' | 'matching' | 'referenceResolution' | 'export' | 'any';

/** How much a skip matters: as it should be, worth a look, or to be mended. */
export type Severity = 'ok' | 'check' | 'fix';

export type CodeKind = 'error' | 'skip' | 'quarantine' | 'http' | 'unknown';

type Symptom = 'configure' | 'configuration-problem' | 'no-users' | 'wrong-users';

/**
 * What is known of one code, without words.
 *
 * Sources on Microsoft Learn: errors from `entra/identity/monitoring-health/howto-analyze-provisioning-logs#error-codes`,
 * skips from `entra/identity/app-provisioning/application-provisioning-config-problem-no-users-provisioned`, quarantine
 * from `graph/api/resources/synchronization-synchronizationquarantine`. A code that is not there has its own page in `doc`.
 */
export interface CodeFacts {
  /** As Microsoft spells it; a status has three digits, or is `5xx`. */
  readonly code: string;
  readonly kind: Exclude<CodeKind, 'unknown'>;
  readonly owner: Owner;
  readonly retry: Retry;
  readonly stage: Stage;
  /** Only skips have one. */
  readonly severity?: Severity;
  /** The symptom of the flagship whose checks help. */
  readonly symptom: Symptom;
  /** Path on Microsoft Learn, without the host: where the code is documented. */
  readonly doc: string;
  /** The page that helps to fix it, if that is another one. */
  readonly fixDoc?: string;
}

/** What `<provisioning-help code="…">` shows. Texts may hold `` `code` `` and `**a label of the admin center**`. */
export interface Explanation {
  /** The known code, or what was given if none is known. */
  code: string;
  /** The word in the text that was taken for the code, with an app's name in front or a tail. */
  given: string;
  kind: CodeKind;
  meaning: string;
  fix: string;
  /** Whose turn it is: a phrase. */
  turn: string;
  /** Whether it retries by itself: a sentence. */
  retries: string;
  /** The facts behind `turn` and `retries`, and the symptom that fits; none for an unknown code. */
  owner?: Owner;
  retry?: Retry;
  symptom?: Symptom;
  /** Paths on Microsoft Learn, without the host; the page with the fix first, then the table of codes. */
  links: { path: string; label: string }[];
}

// Which symptom: the one that the reader sees. `configuration-problem` if the connection, the mappings or the settings
// are wrong, so that everyone is hit. `no-users` if one person is missing or out of date, or waiting is enough: data that
// the app refuses, skips, outages, too many failures, and conflicts and doubles too, because an account that cannot be
// told apart is not written at all. `wrong-users` only where people would lose accounts.
type Row = [code: string, owner: Owner, retry: Retry, Stage, Symptom, doc: CodePage, fix?: CodePage, Severity?];

// prettier-ignore
const tables: Record<CodeFacts['kind'], Row[]> = {
  error: [
    ['Conflict', 'entra-admin', 'manual', 'export', 'no-users', 'codes', 'matching'],
    ['EntryConflict', 'entra-admin', 'manual', 'export', 'no-users', 'codes', 'matching'],
    ['TooManyRequests', 'nobody', 'auto', 'export', 'no-users', 'codes', 'finishTime'],
    ['InternalServerError', 'app-admin', 'auto-40min', 'export', 'no-users', 'codes'],
    ['InsufficientRights', 'app-admin', 'manual', 'export', 'configuration-problem', 'codes', 'tutorials'],
    ['MethodNotAllowed', 'app-admin', 'manual', 'export', 'configuration-problem', 'codes', 'configure'],
    ['NotPermitted', 'app-admin', 'manual', 'export', 'configuration-problem', 'codes', 'tutorials'],
    ['Unauthorized', 'entra-admin', 'manual', 'export', 'configuration-problem', 'codes', 'configure'],
    ['UnprocessableEntity', 'app-admin', 'manual', 'export', 'no-users', 'codes', 'mappings'],
    ['WebExceptionProtocolError', 'nobody', 'auto-40min', 'export', 'configuration-problem', 'codes'],
    ['InvalidAnchor', 'entra-admin', 'manual', 'matching', 'no-users', 'codes', 'restart'],
    ['NotImplemented', 'app-admin', 'manual', 'export', 'configuration-problem', 'codes', 'tutorials'],
    ['MandatoryFieldsMissing', 'entra-admin', 'manual', 'export', 'no-users', 'codes', 'mappings'],
    ['MissingValues', 'entra-admin', 'manual', 'export', 'no-users', 'codes', 'mappings'],
    ['SchemaAttributeNotFound', 'entra-admin', 'manual', 'export', 'configuration-problem', 'codes', 'attributeList'],
    ['InternalError', 'microsoft', 'auto-40min', 'any', 'no-users', 'codes', 'analyze'],
    ['InvalidDomain', 'app-admin', 'manual', 'export', 'no-users', 'codes'],
    ['Timeout', 'nobody', 'auto-40min', 'export', 'no-users', 'codes'],
    ['LicenseLimitExceeded', 'app-admin', 'manual', 'export', 'no-users', 'codes', 'assign'],
    ['DuplicateTargetEntries', 'app-admin', 'manual', 'matching', 'no-users', 'codes', 'matching'],
    ['DuplicateSourceEntries', 'entra-admin', 'manual', 'matching', 'no-users', 'codes', 'matching'],
    ['SystemForCrossDomainIdentityManagementMultipleEntriesInResponse', 'app-developer', 'manual', 'matching', 'configuration-problem', 'codes', 'scimGetGroup'],
    ['SystemForCrossDomainIdentityManagementServiceIncompatible', 'app-developer', 'manual', 'any', 'configuration-problem', 'codes', 'scim'],
    ['SchemaPropertyCanOnlyAcceptValue', 'entra-admin', 'manual', 'export', 'configuration-problem', 'codes', 'mappings'],
    // Cross-tenant synchronization
    ['AzureActiveDirectoryCannotUpdateObjectsOriginatedInExternalService', 'entra-admin', 'partial-auto', 'export', 'configuration-problem', 'crossTenantCodes', 'mailUser'],
    ['AzureDirectoryB2BManagementPolicyCheckFailure', 'entra-admin', 'manual', 'export', 'configuration-problem', 'crossTenantCodes', 'redemption'],
    ['AzureActiveDirectoryQuotaLimitExceeded', 'entra-admin', 'manual', 'export', 'no-users', 'crossTenantCodes', 'limits'],
    ['InvitationCreationFailure', 'entra-admin', 'manual', 'export', 'configuration-problem', 'crossTenantCodes', 'collaboration'],
    ['InvitationCreationFailureUserAccountDisabled', 'entra-admin', 'manual', 'export', 'no-users', 'crossTenantCodes'],
    ['AzureActiveDirectoryForbidden', 'entra-admin', 'manual', 'export', 'configuration-problem', 'crossTenantCodes', 'collaboration'],
    ['InvitationCreationFailureInvalidPropertyValue', 'entra-admin', 'manual', 'export', 'no-users', 'crossTenantCodes'],
    ['InvitationCreationFailureAmbiguousUser', 'entra-admin', 'manual', 'export', 'no-users', 'crossTenantCodes'],
    ['AzureActiveDirectoryCannotUpdateObjectsMasteredOnPremises', 'entra-admin', 'none', 'export', 'configuration-problem', 'crossTenantCodes'],
    // Documented on other pages
    ['HybridSynchronizationActiveDirectoryInsufficientAccessRights', 'ad-admin', 'manual', 'export', 'configuration-problem', 'accessRights'],
    ['HybridSynchronizationActiveDirectoryCannotFindAttribute', 'ad-admin', 'manual', 'export', 'configuration-problem', 'hrUpdates'],
    ['SystemForCrossDomainIdentityManagementBadResponse', 'entra-admin', 'manual', 'export', 'no-users', 'workday', 'functions'],
    ['EndpointUnavailable', 'ad-admin', 'auto', 'matching', 'configuration-problem', 'workday'],
    ['SystemForCrossDomainIdentityManagementCredentialValidationUnavailable', 'entra-admin', 'manual', 'connection', 'configuration-problem', 'onPremises'],
    ['AzureActiveDirectoryInvalidUserPrincipalName', 'entra-admin', 'manual', 'export', 'no-users', 'inboundApi'],
    ['UnableToResolveReferenceAttributeValue', 'entra-admin', 'auto', 'referenceResolution', 'no-users', 'logAnalytics', 'knownIssues'],
    // Seen in real logs, in no table
    ['SystemForCrossDomainIdentityManagementCredentialValidationFailure', 'entra-admin', 'manual', 'connection', 'configuration-problem', 'quarantine'],
    ['SystemForCrossDomainIdentityManagementServiceIncompatibleFiltering', 'app-developer', 'auto', 'matching', 'configuration-problem', 'scim', 'matching'],
    ['InvalidCredentials', 'entra-admin', 'manual', 'connection', 'configuration-problem', 'quarantine', 'configure'],
  ],
  // The list of skip reasons is not published. `ScopingFilter` is our name: logs say NotEffectivelyEntitled.
  skip: [
    ['ImportSkipped', 'entra-admin', 'manual', 'import', 'no-users', 'codes', 'matching', 'fix'],
    ['EntrySynchronizationSkipped', 'entra-admin', 'none', 'scoping', 'no-users', 'codes', 'noUsers', 'check'],
    ['EntityTypeNotSupported', 'nobody', 'none', 'scoping', 'no-users', 'crossTenantCodes', undefined, 'ok'],
    ['NotEffectivelyEntitled', 'entra-admin', 'manual', 'scoping', 'no-users', 'noUsers', 'assign', 'check'],
    ['RedundantExport', 'nobody', 'none', 'export', 'no-users', 'mappings', undefined, 'ok'],
    ['AttributeValidationFailed', 'entra-admin', 'manual', 'export', 'no-users', 'mappings', undefined, 'fix'],
    ['ScopingFilter', 'entra-admin', 'manual', 'scoping', 'no-users', 'scopingFilters', undefined, 'check'],
  ],
  quarantine: [
    ['EncounteredQuarantineException', 'entra-admin', 'manual', 'connection', 'configuration-problem', 'quarantine'],
    ['EncounteredEscrowProportionThreshold', 'entra-admin', 'manual', 'any', 'no-users', 'quarantine'],
    ['EncounteredBaseEscrowThreshold', 'entra-admin', 'manual', 'any', 'no-users', 'quarantineReasons', 'quarantine'],
    ['EncounteredTotalEscrowThreshold', 'entra-admin', 'manual', 'any', 'no-users', 'quarantineReasons', 'quarantine'],
    ['QuarantinedOnDemand', 'entra-admin', 'manual', 'any', 'no-users', 'quarantine'],
    ['TooManyDeletes', 'entra-admin', 'manual', 'export', 'wrong-users', 'accidentalDeletions'],
    ['IngestionInterrupted', 'entra-admin', 'manual', 'import', 'configuration-problem', 'quarantineReasons', 'quarantine'],
    ['Unknown', 'entra-admin', 'manual', 'any', 'no-users', 'quarantineReasons', 'quarantine'],
  ],
  // What an app answers while the service provisions to it; the others are in `sameAs`
  http: [
    ['400', 'entra-admin', 'manual', 'export', 'configuration-problem', 'codes', 'scim'],
    ['401', 'entra-admin', 'manual', 'connection', 'configuration-problem', 'codes', 'quarantine'],
    ['404', 'entra-admin', 'manual', 'any', 'configuration-problem', 'codes', 'quarantine'],
    ['413', 'app-developer', 'manual', 'export', 'no-users', 'codes', 'scim'],
  ],
};

const listed = (Object.keys(tables) as CodeFacts['kind'][]).flatMap((kind) =>
  tables[kind].map(([code, owner, retry, stage, symptom, doc, fix, severity]): CodeFacts => ({
    ...{ code, kind, owner, retry, stage, symptom, doc: codePages[doc][0] },
    ...(fix && { fixDoc: codePages[fix][0] }),
    ...(severity && { severity }),
  })),
);

/** Everything that is known: error codes, skip reasons, quarantine reasons and HTTP statuses. */
export const codes: readonly CodeFacts[] = [
  ...listed,
  ...Object.entries(sameAs).flatMap(([code, name]) =>
    listed.filter((facts) => facts.code === name).map((facts) => ({ ...facts, code, kind: 'http' as const })),
  ),
];

const byName = new Map(codes.map((facts) => [facts.code.toLowerCase(), facts]));
// Microsoft's pages spell it both ways.
for (const facts of listed) if (facts.code === 'QuarantinedOnDemand') byName.set('quarantineondemand', facts);

// Names that may carry something before or behind, longest first. Statuses are too short for it, `Unknown` too common.
const names = [...byName.keys()]
  .filter((name) => name.length > 6 && name !== 'unknown')
  .sort((a, b) => b.length - a.length);

/** Exact, else the longest known end (`ContosoEntryConflict`), else the longest known start, else a long end of a name. */
function nearest(word: string): CodeFacts | undefined {
  const name = word.toLowerCase();
  const known =
    names.find((end) => name.endsWith(end)) ??
    names.find((start) => name.startsWith(start)) ??
    names.find((whole) => name.length > 14 && whole.endsWith(name));
  return byName.get(name) ?? byName.get(known ?? '');
}

const status = (digits: string) => byName.get(digits) ?? byName.get(digits.replace(/^5\d\d$/, '5xx'));

// A field of a log entry, in JSON, in a table or as people write it.
const field = /(?:error ?code|skip ?reason)["']?\s*[:=\t\n]\s*["']?(\w{7,})/i;
// The words of a status that are codes as well belong to the status: "409 Conflict" is HTTP.
const http =
  /(?:^|\bhttp(?:\/[\d.]+)?[\s:-]*|(?:status|code|error)\W{0,4})([1-5]\d\d)\b(?:\W+(?:conflict|unauthorized|(?:\w+ )?timeout)\b)?/i;
const camelCase = /[a-z][A-Z]/;

/**
 * Finds the code in what someone typed or pasted: a code with an app's name in front or a tail behind, a status
 * ("409", "HTTP 409", "409 Conflict"), or a whole line of a log. Upper and lower case are the same.
 * @returns The facts, and the word that was taken for the code. `facts` is `undefined` if the code is not known.
 */
export function findCode(text: string): { facts: CodeFacts | undefined; given: string } {
  // A code stands near the top; a megabyte pasted by mistake must not stop the page.
  const line = text.slice(0, 10_000).trim();
  const found = (facts: CodeFacts | undefined, word: string) => ({ facts, given: [...word].slice(0, 100).join('') });
  // Also as people write it: "Too many requests".
  const whole = byName.get(line.replace(/[\s_-]+/g, '').toLowerCase());
  if (whole) return found(whole, line);

  // A rename of the product went through these codes in Microsoft's own table: "Microsoft Entra ID Forbidden".
  const source = line.replace(/Microsoft Entra ID (?=Forbidden|QuotaLimit|CannotUpdate)/gi, 'AzureActiveDirectory');
  const value = field.exec(source)?.[1];
  if (value) return found(nearest(value), value);

  const answer = http.exec(source);
  const words = source.replace(answer?.[0] ?? '', ' ').match(/\w+/g) ?? [];
  // In prose, a word like "conflicting" is no code with a tail; a name in camel case is likelier than a plain word.
  const named = words.filter((word) => camelCase.test(word) || words.length === 1);
  const plain = words.filter((word) => names.includes(word.toLowerCase()));
  for (const word of [...named, ...plain]) {
    const facts = nearest(word);
    if (facts) return found(facts, word);
  }
  const digits = answer?.[1];
  return digits ? found(status(digits), digits) : found(undefined, line);
}

/** Says what a code means, whose turn it is and what to do; for an unknown code, what it is and where to look. */
export function explain(text: string, msg: Msg): Explanation {
  const { facts, given } = findCode(text);
  const words = facts && codeWords(facts.code)?.(msg);
  if (!facts || !words) {
    const pages = links(msg, codePages.logs[0], codePages.codes[0]);
    return { code: given, given, kind: 'unknown', ...unknownTexts(msg), links: pages };
  }
  const { code, kind, owner, retry, symptom, doc, fixDoc } = facts;
  const [meaning, fix] = words;
  return {
    ...{ code: code === '5xx' ? given : code, given, kind, meaning, fix },
    ...{ turn: turnText(msg, facts), retries: retryText(msg, facts), owner, retry, symptom },
    links: links(msg, fixDoc, doc),
  };
}

const labels = new Map<string, (msg: Msg) => string>(Object.values(codePages));

const links = (msg: Msg, ...paths: (string | undefined)[]) =>
  paths.flatMap((path) => (path ? [{ path, label: labels.get(path)?.(msg) ?? path }] : []));
