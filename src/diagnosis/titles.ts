import type { Msg } from '../localization/msg.js';
import type { Branch, Outcome } from './model.js';

type Title = (msg: Msg) => string;

// What several codes have in common is said once.
// prettier-ignore
const common = {
  conflict: (msg) => msg('Another account already uses this value', { id: 'log.title.conflict', desc: 'Short name of a problem: a value must be unique in the app, and is taken.' }),
  rights: (msg) => msg('The app doesn’t allow this change', { id: 'log.title.rights', desc: 'Short name of a problem: missing rights in the app.' }),
  operation: (msg) => msg('The app doesn’t support this operation', { id: 'log.title.operation', desc: 'Short name of a problem.' }),
  value: (msg) => msg('The app doesn’t accept a value', { id: 'log.title.value', desc: 'Short name of a problem.' }),
  serverError: (msg) => msg('The app had an error on its server', { id: 'log.title.serverError', desc: 'Short name of a problem.' }),
  throttled: (msg) => msg('Too many requests for the app', { id: 'log.title.throttled', desc: 'Short name of a problem: the app asks the service to slow down.' }),
  slow: (msg) => msg('The app answered too slowly', { id: 'log.title.slow', desc: 'Short name of a problem.' }),
  missing: (msg) => msg('A required value is empty or not valid', { id: 'log.title.missing', desc: 'Short name of a problem.' }),
  attribute: (msg) => msg('A mapping points to an unknown attribute', { id: 'log.title.attribute', desc: 'Short name of a problem: of an attribute mapping.' }),
  credentials: (msg) => msg('The app rejects the credentials', { id: 'log.title.credentials', desc: 'Short name of a problem.' }),
  scim: (msg) => msg('The app breaks the SCIM standard', { id: 'log.title.scim', desc: 'Short name of a problem. SCIM is a standard.' }),
  elsewhere: (msg) => msg('Another system owns this data', { id: 'log.title.elsewhere', desc: 'Short name of a problem: the user can only be changed there.' }),
  invitation: (msg) => msg('The invitation failed', { id: 'log.title.invitation', desc: 'Short name of a problem of cross-tenant synchronization.' }),
  quarantine: (msg) => msg('Provisioning is in quarantine', { id: 'log.title.quarantine', desc: 'Short name of a problem.' }),
} satisfies Record<string, Title>;

// prettier-ignore
const titles: Record<string, Title> = {
  ...{ Conflict: common.conflict, EntryConflict: common.conflict, 409: common.conflict },
  ...{ InsufficientRights: common.rights, NotPermitted: common.rights, Unauthorized: common.rights, 403: common.rights },
  ...{ MethodNotAllowed: common.operation, NotImplemented: common.operation, 405: common.operation, 501: common.operation },
  ...{ UnprocessableEntity: common.value, InvalidDomain: common.value, 400: common.value, 422: common.value },
  ...{ SystemForCrossDomainIdentityManagementBadResponse: common.value, AzureActiveDirectoryInvalidUserPrincipalName: common.value },
  ...{ InternalServerError: common.serverError, '5xx': common.serverError },
  ...{ TooManyRequests: common.throttled, 429: common.throttled, Timeout: common.slow, 408: common.slow },
  ...{ MandatoryFieldsMissing: common.missing, MissingValues: common.missing, AttributeValidationFailed: common.missing },
  ...{ SchemaAttributeNotFound: common.attribute, HybridSynchronizationActiveDirectoryCannotFindAttribute: common.attribute },
  ...{ SystemForCrossDomainIdentityManagementCredentialValidationFailure: common.credentials, InvalidCredentials: common.credentials, 401: common.credentials },
  ...{ SystemForCrossDomainIdentityManagementServiceIncompatible: common.scim, SystemForCrossDomainIdentityManagementServiceIncompatibleFiltering: common.scim },
  ...{ AzureActiveDirectoryCannotUpdateObjectsOriginatedInExternalService: common.elsewhere, AzureActiveDirectoryCannotUpdateObjectsMasteredOnPremises: common.elsewhere },
  ...{ InvitationCreationFailure: common.invitation, InvitationCreationFailureUserAccountDisabled: common.invitation, AzureActiveDirectoryForbidden: common.invitation },
  ...{ InvitationCreationFailureInvalidPropertyValue: common.invitation, InvitationCreationFailureAmbiguousUser: common.invitation },
  ...{ EncounteredQuarantineException: common.quarantine, EncounteredEscrowProportionThreshold: common.quarantine, EncounteredBaseEscrowThreshold: common.quarantine },
  ...{ EncounteredTotalEscrowThreshold: common.quarantine, QuarantinedOnDemand: common.quarantine, IngestionInterrupted: common.quarantine },
  TooManyDeletes: (msg) => stagedTitle(msg),
  WebExceptionProtocolError: (msg) => msg('The connection to the app broke', { id: 'log.title.network', desc: 'Short name of a problem.' }),
  InvalidAnchor: (msg) => msg('The linked account is gone', { id: 'log.title.anchor', desc: 'Short name of a problem: the account in the app that the user was linked to.' }),
  SchemaPropertyCanOnlyAcceptValue: (msg) => msg('A field got several values', { id: 'log.title.several', desc: 'Short name of a problem: only one value is allowed.' }),
  InternalError: (msg) => msg('The provisioning service had an error', { id: 'log.title.service', desc: 'Short name of a problem.' }),
  LicenseLimitExceeded: (msg) => msg('The app has no free license', { id: 'log.title.license', desc: 'Short name of a problem.' }),
  DuplicateTargetEntries: (msg) => msg('Several accounts match one user', { id: 'log.title.duplicateTarget', desc: 'Short name of a problem: accounts in the app.' }),
  DuplicateSourceEntries: (msg) => msg('Several users have the same matching value', { id: 'log.title.duplicateSource', desc: 'Short name of a problem.' }),
  SystemForCrossDomainIdentityManagementMultipleEntriesInResponse: (msg) => msg('The app returns too many results', { id: 'log.title.multiple', desc: 'Short name of a problem: several results where one was asked for.' }),
  SystemForCrossDomainIdentityManagementCredentialValidationUnavailable: (msg) => msg('The connection test failed', { id: 'log.title.connection', desc: 'Short name of a problem.' }),
  404: (msg) => msg('The app’s address leads nowhere', { id: 'log.title.address', desc: 'Short name of a problem: wrong tenant URL.' }),
  413: (msg) => msg('The request is too large for the app', { id: 'log.title.large', desc: 'Short name of a problem.' }),
  AzureDirectoryB2BManagementPolicyCheckFailure: (msg) => msg('Automatic redemption is off', { id: 'log.title.redemption', desc: 'Short name of a problem. Automatic redemption: a setting of cross-tenant synchronization.' }),
  AzureActiveDirectoryQuotaLimitExceeded: (msg) => msg('The target tenant is full', { id: 'log.title.quota', desc: 'Short name of a problem: no more directory objects.' }),
  HybridSynchronizationActiveDirectoryInsufficientAccessRights: (msg) => msg('Missing rights in Active Directory', { id: 'log.title.adRights', desc: 'Short name of a problem.' }),
  EndpointUnavailable: (msg) => msg('The provisioning agent can’t read Active Directory', { id: 'log.title.agent', desc: 'Short name of a problem.' }),
  UnableToResolveReferenceAttributeValue: (msg) => msg('A manager or member isn’t in the app yet', { id: 'log.title.reference', desc: 'Short name of a problem: a user’s manager or a group’s member.' }),
  ImportSkipped: (msg) => msg('The user couldn’t be read', { id: 'log.title.import', desc: 'Short name of a reason for skipping a user.' }),
  EntrySynchronizationSkipped: (msg) => msg('Out of scope, or nothing to change', { id: 'log.title.synchronization', desc: 'Short name of a reason for skipping a user.' }),
  EntityTypeNotSupported: (msg) => msg('Groups aren’t synchronized here', { id: 'log.title.entityType', desc: 'Short name of a reason for skipping a group.' }),
  NotEffectivelyEntitled: (msg) => msg('Not in scope', { id: 'log.title.entitled', desc: 'Short name of a reason for skipping a user.' }),
  RedundantExport: (msg) => msg('Already up to date', { id: 'log.title.redundant', desc: 'Short name of a reason for skipping a user: nothing to write.' }),
};

// prettier-ignore
const branches: Record<Branch, Title> = {
  'not-assigned': (msg) => msg('Not assigned to the app', { id: 'log.title.notAssigned', desc: 'Short name of a reason for skipping a user.' }),
  disabled: (msg) => msg('The account is disabled', { id: 'log.title.disabled', desc: 'Short name of a reason for skipping a user.' }),
  'scoping-filter': (msg) => msg('Left out by a scoping filter', { id: 'log.title.filter', desc: 'Short name of a reason for skipping a user.' }),
  'missing-role': (msg) => msg('Assigned without a role', { id: 'log.title.role', desc: 'Short name of a reason for skipping a user.' }),
  reassign: (msg) => msg('The assignment is damaged', { id: 'log.title.reassign', desc: 'Short name of a reason for skipping a user.' }),
};

// prettier-ignore
const stagedTitle: Title = (msg) => msg('Deletions are on hold', { id: 'log.title.staged', desc: 'Short name of a problem: the deletion threshold was reached.' });

// prettier-ignore
const withoutCode: Record<'failure' | 'skipped' | 'warning' | 'unknown', Title> = {
  failure: (msg) => msg('Failed without a code', { id: 'log.title.failed', desc: 'Short name of a problem: the log gives no code.' }),
  skipped: (msg) => msg('Skipped without a reason', { id: 'log.title.skipped', desc: 'Short name: the log does not say why.' }),
  warning: (msg) => msg('Done in part', { id: 'log.title.partly', desc: 'Short name of a warning.' }),
  unknown: (msg) => msg('Unknown status', { id: 'log.title.status', desc: 'Short name: the log has a status that this help does not know.' }),
};

/** A short name for a cause. */
export function titleOf(
  msg: Msg,
  { outcome, code, given, branch }: { outcome: Outcome; code?: string; given?: string; branch?: Branch },
): string {
  if (outcome === 'staged') return stagedTitle(msg);
  if (branch) return branches[branch](msg);
  const title = titles[code ?? ''];
  if (title) return title(msg);
  if (code || given)
    return msg('A code of the app’s own', {
      id: 'log.title.own',
      desc: 'Short name of a problem: its code is not published.',
    });
  return withoutCode[outcome === 'success' ? 'unknown' : outcome](msg);
}
