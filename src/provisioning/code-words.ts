import type { Msg } from '../localization/msg.js';

/** What a code means and what to do about it. */
type Words = (msg: Msg) => readonly [meaning: string, fix: string];

// What two codes have in common is said once.

// prettier-ignore
const newCredentials = (msg: Msg) =>
  msg('Create a new token in the app or authorize access again. Select **Test connection**, save, then restart provisioning.', { id: 'code.newCredentials.fix', desc: 'What to do when the app rejects the credentials. Test connection is a button of the admin center.' });

// prettier-ignore
const failures = (msg: Msg) =>
  msg('Find the most frequent error code among the failures in the provisioning log, fix its cause, then restart provisioning.', { id: 'code.failures.fix', desc: 'What to do when too many provisioning events failed.' });

/**
 * The words on each code of `codes.ts`. `` `code` `` and `**label of the admin center**` are the only marks in a text.
 * Where the facts are second-hand or inferred, the text says "probably" or "for example".
 */
// prettier-ignore
const words: Record<string, Words> = {
  // Error codes of any app
  Conflict: (msg) => [
    msg('Another account in the app already has a value that must be unique.', { id: 'code.Conflict.meaning', desc: 'Error code Conflict: what it means.' }),
    msg('Change the value on one side, or correct the matching attribute so that the service finds the existing account instead of creating one.', { id: 'code.Conflict.fix', desc: 'Error code Conflict: what to do.' })],
  EntryConflict: (msg) => [
    msg('The app already has an account with the same unique value, so the service can’t create another one.', { id: 'code.EntryConflict.meaning', desc: 'Error code EntryConflict: what it means.' }),
    msg('Match on an attribute that finds the existing account, rename or remove that account, or take the user out of scope.', { id: 'code.EntryConflict.fix', desc: 'Error code EntryConflict: what to do.' })],
  TooManyRequests: (msg) => [
    msg('The service sent more requests than the app accepts in that time.', { id: 'code.TooManyRequests.meaning', desc: 'Error code TooManyRequests: what it means.' }),
    msg('Wait: the service slows down and tries again. If this keeps happening, narrow the scope.', { id: 'code.TooManyRequests.fix', desc: 'Error code TooManyRequests: what to do.' })],
  InternalServerError: (msg) => [
    msg('The app answered with an unexpected error on its server.', { id: 'code.InternalServerError.meaning', desc: 'Error code InternalServerError: what it means.' }),
    msg('Check the app’s own status page. If the error persists, report it to whoever runs the app.', { id: 'code.InternalServerError.fix', desc: 'Error code InternalServerError: what to do.' })],
  InsufficientRights: (msg) => [
    msg('The app accepted the sign-in, but the integration account isn’t allowed to make this change.', { id: 'code.InsufficientRights.meaning', desc: 'Error code InsufficientRights: what it means. The integration account is the one in the app that the service signs in with.' }),
    msg('In the app, give the integration account the rights that the app’s setup tutorial asks for.', { id: 'code.InsufficientRights.fix', desc: 'Error code InsufficientRights: what to do. The integration account is the one in the app that the service signs in with.' })],
  MethodNotAllowed: (msg) => [
    msg('The app doesn’t allow this operation over this connection.', { id: 'code.MethodNotAllowed.meaning', desc: 'Error code MethodNotAllowed: what it means.' }),
    msg('Look up what the app supports in its setup tutorial. In the mapping, clear **Create**, **Update** or **Delete** for what it can’t do.', { id: 'code.MethodNotAllowed.fix', desc: 'Error code MethodNotAllowed: what to do.' })],
  NotPermitted: (msg) => [
    msg('The app refused the change because its own rules don’t allow it.', { id: 'code.NotPermitted.meaning', desc: 'Error code NotPermitted: what it means.' }),
    msg('Follow the app’s instructions, and check its plan and the role of the integration account.', { id: 'code.NotPermitted.fix', desc: 'Error code NotPermitted: what to do.' })],
  Unauthorized: (msg) => [
    msg('The app recognized the caller but refused the update.', { id: 'code.Unauthorized.meaning', desc: 'Error code Unauthorized: what it means.' }),
    msg('Renew the token or the consent, then check the rights of the integration account in the app.', { id: 'code.Unauthorized.fix', desc: 'Error code Unauthorized: what to do.' })],
  UnprocessableEntity: (msg) => [
    msg('The app understood the request but doesn’t accept the data in it.', { id: 'code.UnprocessableEntity.meaning', desc: 'Error code UnprocessableEntity: what it means.' }),
    msg('Read the app’s answer in the reason of the log entry. Then correct the value, its mapping or the app’s settings.', { id: 'code.UnprocessableEntity.fix', desc: 'Error code UnprocessableEntity: what to do.' })],
  WebExceptionProtocolError: (msg) => [
    msg('The connection to the app failed with an HTTP protocol error.', { id: 'code.WebExceptionProtocolError.meaning', desc: 'Error code WebExceptionProtocolError: what it means.' }),
    msg('Wait for the next try. If the error persists, check the tenant URL and the app’s TLS settings.', { id: 'code.WebExceptionProtocolError.fix', desc: 'Error code WebExceptionProtocolError: what to do.' })],
  InvalidAnchor: (msg) => [
    msg('The account that this user was linked to is no longer in the app.', { id: 'code.InvalidAnchor.meaning', desc: 'Error code InvalidAnchor: what it means.' }),
    msg('Restore the account in the app, or restart provisioning so that users are matched again. A restart runs a full cycle.', { id: 'code.InvalidAnchor.fix', desc: 'Error code InvalidAnchor: what to do.' })],
  NotImplemented: (msg) => [
    msg('The app doesn’t offer what the service asked for.', { id: 'code.NotImplemented.meaning', desc: 'Error code NotImplemented: what it means.' }),
    msg('Look up what the app supports in its setup tutorial, and turn off the operation or the mapping that it lacks.', { id: 'code.NotImplemented.fix', desc: 'Error code NotImplemented: what to do.' })],
  MandatoryFieldsMissing: (msg) => [
    msg('A field that the app requires has no value, so no account was created.', { id: 'code.MandatoryFieldsMissing.meaning', desc: 'Error code MandatoryFieldsMissing: what it means.' }),
    msg('Fill in the attribute for this user, or map another attribute or a default value to the field.', { id: 'code.MandatoryFieldsMissing.fix', desc: 'Error code MandatoryFieldsMissing: what to do.' })],
  MissingValues: (msg) => [
    msg('One or more required values are empty.', { id: 'code.MissingValues.meaning', desc: 'Error code MissingValues: what it means.' }),
    msg('Fill in the source attribute for this user, or correct its mapping.', { id: 'code.MissingValues.fix', desc: 'Error code MissingValues: what to do.' })],
  SchemaAttributeNotFound: (msg) => [
    msg('A mapping points to an attribute that the app doesn’t have.', { id: 'code.SchemaAttributeNotFound.meaning', desc: 'Error code SchemaAttributeNotFound: what it means.' }),
    msg('Correct or remove that mapping. Compare its spelling with the app’s attribute list.', { id: 'code.SchemaAttributeNotFound.fix', desc: 'Error code SchemaAttributeNotFound: what to do.' })],
  InternalError: (msg) => [
    msg('The provisioning service itself failed.', { id: 'code.InternalError.meaning', desc: 'Error code InternalError: what it means.' }),
    msg('Wait for the next try. If the error persists, contact Microsoft support with the change ID from the log entry.', { id: 'code.InternalError.fix', desc: 'Error code InternalError: what to do.' })],
  InvalidDomain: (msg) => [
    msg('A value contains a domain that the app doesn’t accept.', { id: 'code.InvalidDomain.meaning', desc: 'Error code InvalidDomain: what it means.' }),
    msg('Allow the domain in the app, or change the user’s domain.', { id: 'code.InvalidDomain.fix', desc: 'Error code InvalidDomain: what to do.' })],
  Timeout: (msg) => [
    msg('The app took too long to answer.', { id: 'code.Timeout.meaning', desc: 'Error code Timeout: what it means.' }),
    msg('Wait for the next try. If the error persists, ask whoever runs the app.', { id: 'code.Timeout.fix', desc: 'Error code Timeout: what to do.' })],
  LicenseLimitExceeded: (msg) => [
    msg('The app has no free license for this user.', { id: 'code.LicenseLimitExceeded.meaning', desc: 'Error code LicenseLimitExceeded: what it means.' }),
    msg('Buy more licenses for the app, or assign fewer users to it.', { id: 'code.LicenseLimitExceeded.fix', desc: 'Error code LicenseLimitExceeded: what to do.' })],
  DuplicateTargetEntries: (msg) => [
    msg('More than one account in the app matches this user.', { id: 'code.DuplicateTargetEntries.meaning', desc: 'Error code DuplicateTargetEntries: what it means.' }),
    msg('Remove the duplicate account in the app, or match on an attribute that is unique there.', { id: 'code.DuplicateTargetEntries.fix', desc: 'Error code DuplicateTargetEntries: what to do.' })],
  DuplicateSourceEntries: (msg) => [
    msg('More than one user in the source has the same matching value.', { id: 'code.DuplicateSourceEntries.meaning', desc: 'Error code DuplicateSourceEntries: what it means.' }),
    msg('Make the value unique for each user, or choose another matching attribute.', { id: 'code.DuplicateSourceEntries.fix', desc: 'Error code DuplicateSourceEntries: what to do.' })],
  SystemForCrossDomainIdentityManagementMultipleEntriesInResponse: (msg) => [
    msg('The app returned several results for a query that must return one.', { id: 'code.SystemForCrossDomainIdentityManagementMultipleEntriesInResponse.meaning', desc: 'Error code SystemForCrossDomainIdentityManagementMultipleEntriesInResponse: what it means.' }),
    msg('Ask the app’s developer to honor the filter of each query, and the parameter `excludedAttributes=members`.', { id: 'code.SystemForCrossDomainIdentityManagementMultipleEntriesInResponse.fix', desc: 'Error code SystemForCrossDomainIdentityManagementMultipleEntriesInResponse: what to do.' })],
  SystemForCrossDomainIdentityManagementServiceIncompatible: (msg) => [
    msg('The app’s answer broke the SCIM protocol, or the service couldn’t understand it.', { id: 'code.SystemForCrossDomainIdentityManagementServiceIncompatible.meaning', desc: 'Error code SystemForCrossDomainIdentityManagementServiceIncompatible: what it means. SCIM is a standard.' }),
    msg('Map every attribute that the app requires. If the error persists, the app’s developer has to bring the answer in line with SCIM.', { id: 'code.SystemForCrossDomainIdentityManagementServiceIncompatible.fix', desc: 'Error code SystemForCrossDomainIdentityManagementServiceIncompatible: what to do. SCIM is a standard.' })],
  SchemaPropertyCanOnlyAcceptValue: (msg) => [
    msg('An attribute that takes a single value received several.', { id: 'code.SchemaPropertyCanOnlyAcceptValue.meaning', desc: 'Error code SchemaPropertyCanOnlyAcceptValue: what it means.' }),
    msg('Map a source with a single value, reduce the values to one with an expression, or remove the mapping.', { id: 'code.SchemaPropertyCanOnlyAcceptValue.fix', desc: 'Error code SchemaPropertyCanOnlyAcceptValue: what to do.' })],

  // Error codes of cross-tenant synchronization
  AzureActiveDirectoryCannotUpdateObjectsOriginatedInExternalService: (msg) => [
    msg('Another service, such as Exchange Online, owns this property, so it can’t be changed here.', { id: 'code.AzureActiveDirectoryCannotUpdateObjectsOriginatedInExternalService.meaning', desc: 'Error code AzureActiveDirectoryCannotUpdateObjectsOriginatedInExternalService: what it means.' }),
    msg('Change the property in the service that owns it. For Exchange Online, run `Set-MailUser` in the target tenant.', { id: 'code.AzureActiveDirectoryCannotUpdateObjectsOriginatedInExternalService.fix', desc: 'Error code AzureActiveDirectoryCannotUpdateObjectsOriginatedInExternalService: what to do.' })],
  AzureDirectoryB2BManagementPolicyCheckFailure: (msg) => [
    msg('Automatic redemption isn’t turned on in both tenants.', { id: 'code.AzureDirectoryB2BManagementPolicyCheckFailure.meaning', desc: 'Error code AzureDirectoryB2BManagementPolicyCheckFailure: what it means. Automatic redemption: guests need not accept an invitation; use the term of the admin center.' }),
    msg('Turn on automatic redemption in the source tenant (outbound) and in the target tenant (inbound).', { id: 'code.AzureDirectoryB2BManagementPolicyCheckFailure.fix', desc: 'Error code AzureDirectoryB2BManagementPolicyCheckFailure: what to do. Automatic redemption: guests need not accept an invitation; use the term of the admin center.' })],
  AzureActiveDirectoryQuotaLimitExceeded: (msg) => [
    msg('The target tenant has reached its limit of directory objects.', { id: 'code.AzureActiveDirectoryQuotaLimitExceeded.meaning', desc: 'Error code AzureActiveDirectoryQuotaLimitExceeded: what it means.' }),
    msg('Delete objects that the target tenant no longer needs, or ask for a higher quota.', { id: 'code.AzureActiveDirectoryQuotaLimitExceeded.fix', desc: 'Error code AzureActiveDirectoryQuotaLimitExceeded: what to do.' })],
  InvitationCreationFailure: (msg) => [
    msg('The service couldn’t invite this user to the target tenant.', { id: 'code.InvitationCreationFailure.meaning', desc: 'Error code InvitationCreationFailure: what it means.' }),
    msg('Check the external collaboration settings first. If they allow the invitation, contact Microsoft support.', { id: 'code.InvitationCreationFailure.fix', desc: 'Error code InvitationCreationFailure: what to do.' })],
  InvitationCreationFailureUserAccountDisabled: (msg) => [
    msg('In the target tenant, this user’s account is disabled and the invitation is still open.', { id: 'code.InvitationCreationFailureUserAccountDisabled.meaning', desc: 'Error code InvitationCreationFailureUserAccountDisabled: what it means.' }),
    msg('Enable the account in the target tenant, then provision the user again.', { id: 'code.InvitationCreationFailureUserAccountDisabled.fix', desc: 'Error code InvitationCreationFailureUserAccountDisabled: what to do.' })],
  AzureActiveDirectoryForbidden: (msg) => [
    msg('The external collaboration settings block the invitation.', { id: 'code.AzureActiveDirectoryForbidden.meaning', desc: 'Error code AzureActiveDirectoryForbidden: what it means.' }),
    msg('Change the external collaboration settings so that they allow this invitation.', { id: 'code.AzureActiveDirectoryForbidden.fix', desc: 'Error code AzureActiveDirectoryForbidden: what to do.' })],
  InvitationCreationFailureInvalidPropertyValue: (msg) => [
    msg('A property isn’t valid for an invited user, such as the mail address or the user type.', { id: 'code.InvitationCreationFailureInvalidPropertyValue.meaning', desc: 'Error code InvitationCreationFailureInvalidPropertyValue: what it means.' }),
    msg('Correct the mail address, map `userType` to `Guest` or `Member`, or free the address if a group uses it.', { id: 'code.InvitationCreationFailureInvalidPropertyValue.fix', desc: 'Error code InvitationCreationFailureInvalidPropertyValue: what to do.' })],
  InvitationCreationFailureAmbiguousUser: (msg) => [
    msg('The invited address also belongs to an internal user of the target tenant.', { id: 'code.InvitationCreationFailureAmbiguousUser.meaning', desc: 'Error code InvitationCreationFailureAmbiguousUser: what it means.' }),
    msg('Remove that internal user, or take this user out of scope.', { id: 'code.InvitationCreationFailureAmbiguousUser.fix', desc: 'Error code InvitationCreationFailureAmbiguousUser: what to do.' })],
  AzureActiveDirectoryCannotUpdateObjectsMasteredOnPremises: (msg) => [
    msg('On-premises Active Directory still owns this user of the target tenant, so it can’t be changed here.', { id: 'code.AzureActiveDirectoryCannotUpdateObjectsMasteredOnPremises.meaning', desc: 'Error code AzureActiveDirectoryCannotUpdateObjectsMasteredOnPremises: what it means.' }),
    msg('Change the user in Active Directory. Cross-tenant synchronization can’t do it.', { id: 'code.AzureActiveDirectoryCannotUpdateObjectsMasteredOnPremises.fix', desc: 'Error code AzureActiveDirectoryCannotUpdateObjectsMasteredOnPremises: what to do.' })],

  // Error codes that other pages or the field know
  HybridSynchronizationActiveDirectoryInsufficientAccessRights: (msg) => [
    msg('The provisioning agent’s account isn’t allowed to change this user in Active Directory.', { id: 'code.HybridSynchronizationActiveDirectoryInsufficientAccessRights.meaning', desc: 'Error code HybridSynchronizationActiveDirectoryInsufficientAccessRights: what it means.' }),
    msg('Turn on inheritance for the user’s organizational unit. For users in protected groups, see the page on `AdminSDHolder`.', { id: 'code.HybridSynchronizationActiveDirectoryInsufficientAccessRights.fix', desc: 'Error code HybridSynchronizationActiveDirectoryInsufficientAccessRights: what to do.' })],
  HybridSynchronizationActiveDirectoryCannotFindAttribute: (msg) => [
    msg('The provisioning agent doesn’t find this attribute in the Active Directory schema it knows.', { id: 'code.HybridSynchronizationActiveDirectoryCannotFindAttribute.meaning', desc: 'Error code HybridSynchronizationActiveDirectoryCannotFindAttribute: what it means.' }),
    msg('If the attribute is new, restart the provisioning agent. Otherwise, correct the mapping.', { id: 'code.HybridSynchronizationActiveDirectoryCannotFindAttribute.fix', desc: 'Error code HybridSynchronizationActiveDirectoryCannotFindAttribute: what to do.' })],
  SystemForCrossDomainIdentityManagementBadResponse: (msg) => [
    msg('The target refused a value, for example because it’s too long.', { id: 'code.SystemForCrossDomainIdentityManagementBadResponse.meaning', desc: 'Error code SystemForCrossDomainIdentityManagementBadResponse: what it means. Mid is a function in mappings.' }),
    msg('Shorten the value with an expression such as `Mid`, or map another attribute.', { id: 'code.SystemForCrossDomainIdentityManagementBadResponse.fix', desc: 'Error code SystemForCrossDomainIdentityManagementBadResponse: what to do. Mid is a function in mappings.' })],
  EndpointUnavailable: (msg) => [
    msg('The provisioning agent couldn’t read from Active Directory.', { id: 'code.EndpointUnavailable.meaning', desc: 'Error code EndpointUnavailable: what it means.' }),
    msg('Check that the agent is running, and look for event ID 2 in its event log.', { id: 'code.EndpointUnavailable.fix', desc: 'Error code EndpointUnavailable: what to do.' })],
  SystemForCrossDomainIdentityManagementCredentialValidationUnavailable: (msg) => [
    msg('The connection test got an unexpected answer, so it couldn’t check the credentials.', { id: 'code.SystemForCrossDomainIdentityManagementCredentialValidationUnavailable.meaning', desc: 'Error code SystemForCrossDomainIdentityManagementCredentialValidationUnavailable: what it means. ECMA host is a part of the on-premises agent.' }),
    msg('Check the tenant URL, the certificate and that the endpoint is up. For an on-premises app, check the agent and the ECMA host too.', { id: 'code.SystemForCrossDomainIdentityManagementCredentialValidationUnavailable.fix', desc: 'Error code SystemForCrossDomainIdentityManagementCredentialValidationUnavailable: what to do. ECMA host is a part of the on-premises agent.' })],
  AzureActiveDirectoryInvalidUserPrincipalName: (msg) => [
    msg('The user principal name that the mapping builds isn’t valid in Microsoft Entra ID.', { id: 'code.AzureActiveDirectoryInvalidUserPrincipalName.meaning', desc: 'Error code AzureActiveDirectoryInvalidUserPrincipalName: what it means.' }),
    msg('Build the name from cleaned values and a verified domain, for example with `DefaultDomain()`.', { id: 'code.AzureActiveDirectoryInvalidUserPrincipalName.fix', desc: 'Error code AzureActiveDirectoryInvalidUserPrincipalName: what to do.' })],
  UnableToResolveReferenceAttributeValue: (msg) => [
    msg('A manager or group member couldn’t be set, because that object isn’t in the app yet.', { id: 'code.UnableToResolveReferenceAttributeValue.meaning', desc: 'Error code UnableToResolveReferenceAttributeValue: what it means.' }),
    msg('Bring the manager or the member into scope, then restart provisioning.', { id: 'code.UnableToResolveReferenceAttributeValue.fix', desc: 'Error code UnableToResolveReferenceAttributeValue: what to do.' })],
  SystemForCrossDomainIdentityManagementCredentialValidationFailure: (msg) => [
    msg('The app rejected the credentials in the connection test.', { id: 'code.SystemForCrossDomainIdentityManagementCredentialValidationFailure.meaning', desc: 'Error code SystemForCrossDomainIdentityManagementCredentialValidationFailure: what it means.' }),
    newCredentials(msg)],
  SystemForCrossDomainIdentityManagementServiceIncompatibleFiltering: (msg) => [
    msg('The app couldn’t answer the query that looks for an existing account, or the query missed one.', { id: 'code.SystemForCrossDomainIdentityManagementServiceIncompatibleFiltering.meaning', desc: 'Error code SystemForCrossDomainIdentityManagementServiceIncompatibleFiltering: what it means.' }),
    msg('Ask the app’s developer to support filters on the matching attribute, or claim the existing account in the app.', { id: 'code.SystemForCrossDomainIdentityManagementServiceIncompatibleFiltering.fix', desc: 'Error code SystemForCrossDomainIdentityManagementServiceIncompatibleFiltering: what to do.' })],
  InvalidCredentials: (msg) => [
    msg('The saved credentials for the app probably no longer work.', { id: 'code.InvalidCredentials.meaning', desc: 'Error code InvalidCredentials: what it means.' }),
    msg('Enter or authorize the credentials again, then select **Test connection**.', { id: 'code.InvalidCredentials.fix', desc: 'Error code InvalidCredentials: what to do.' })],

  // Skip reasons
  ImportSkipped: (msg) => [
    msg('The service couldn’t read the user, most often because the matching attribute is empty.', { id: 'code.ImportSkipped.meaning', desc: 'Skip reason ImportSkipped: what it means.' }),
    msg('Fill in the matching attribute for this user, or choose another matching attribute.', { id: 'code.ImportSkipped.fix', desc: 'Skip reason ImportSkipped: what to do.' })],
  EntrySynchronizationSkipped: (msg) => [
    msg('The service changed nothing: the user is out of scope, or the account is already up to date.', { id: 'code.EntrySynchronizationSkipped.meaning', desc: 'Skip reason EntrySynchronizationSkipped: what it means.' }),
    msg('Act only if you expected a change. The scoping step of the log entry shows whether the user is in scope.', { id: 'code.EntrySynchronizationSkipped.fix', desc: 'Skip reason EntrySynchronizationSkipped: what to do.' })],
  EntityTypeNotSupported: (msg) => [
    msg('Cross-tenant synchronization doesn’t create groups. A group only decides which users are in scope.', { id: 'code.EntityTypeNotSupported.meaning', desc: 'Skip reason EntityTypeNotSupported: what it means.' }),
    msg('There is nothing to fix. To provision on demand, pick a user instead of a group.', { id: 'code.EntityTypeNotSupported.fix', desc: 'Skip reason EntityTypeNotSupported: what to do.' })],
  NotEffectivelyEntitled: (msg) => [
    msg('The service found no valid reason to provision this user.', { id: 'code.NotEffectivelyEntitled.meaning', desc: 'Skip reason NotEffectivelyEntitled: what it means.' }),
    msg('Check that the user is enabled, assigned (directly or as a direct group member) and not filtered out. If all is right, remove the assignment and assign again.', { id: 'code.NotEffectivelyEntitled.fix', desc: 'Skip reason NotEffectivelyEntitled: what to do.' })],
  RedundantExport: (msg) => [
    msg('The account in the app already has these values, so there was nothing to write.', { id: 'code.RedundantExport.meaning', desc: 'Skip reason RedundantExport: what it means. Always is a choice in the settings of a mapping.' }),
    msg('There is nothing to fix. If you expected a change, check that the attribute has a value and a mapping that applies **Always**.', { id: 'code.RedundantExport.fix', desc: 'Skip reason RedundantExport: what to do. Always is a choice in the settings of a mapping.' })],
  AttributeValidationFailed: (msg) => [
    msg('A required value is empty or not valid, so the service skipped this user.', { id: 'code.AttributeValidationFailed.meaning', desc: 'Skip reason AttributeValidationFailed: what it means.' }),
    msg('Look for `PropertyName` in the log entry. Fill in or correct the value behind it, or map a default value.', { id: 'code.AttributeValidationFailed.fix', desc: 'Skip reason AttributeValidationFailed: what to do.' })],
  ScopingFilter: (msg) => [
    msg('A scoping filter leaves this user out.', { id: 'code.ScopingFilter.meaning', desc: 'Skip reason ScopingFilter: what it means.' }),
    msg('Compare the user’s value with the clause in `ScopeEvaluationResult`. Watch for upper and lower case, and for empty values.', { id: 'code.ScopingFilter.fix', desc: 'Skip reason ScopingFilter: what to do.' })],

  // Quarantine reasons
  EncounteredQuarantineException: (msg) => [
    msg('The service can’t connect, most often because of wrong credentials or a broken endpoint.', { id: 'code.EncounteredQuarantineException.meaning', desc: 'Quarantine reason EncounteredQuarantineException: what it means.' }),
    msg('Enter or authorize the credentials again, select **Test connection**, save, then restart provisioning.', { id: 'code.EncounteredQuarantineException.fix', desc: 'Quarantine reason EncounteredQuarantineException: what to do.' })],
  EncounteredEscrowProportionThreshold: (msg) => [
    msg('At least 5,000 provisioning events failed, more than 40% of all events.', { id: 'code.EncounteredEscrowProportionThreshold.meaning', desc: 'Quarantine reason EncounteredEscrowProportionThreshold: what it means.' }),
    failures(msg)],
  EncounteredBaseEscrowThreshold: (msg) => [
    msg('Too many provisioning events failed. The documented limit is 40,000.', { id: 'code.EncounteredBaseEscrowThreshold.meaning', desc: 'Quarantine reason EncounteredBaseEscrowThreshold: what it means.' }),
    failures(msg)],
  EncounteredTotalEscrowThreshold: (msg) => [
    msg('Too many provisioning events failed, counting managers and members too. The documented limit is 60,000.', { id: 'code.EncounteredTotalEscrowThreshold.meaning', desc: 'Quarantine reason EncounteredTotalEscrowThreshold: what it means.' }),
    msg('Fix the most frequent error code, bring missing managers and members into scope, then restart provisioning.', { id: 'code.EncounteredTotalEscrowThreshold.fix', desc: 'Quarantine reason EncounteredTotalEscrowThreshold: what to do.' })],
  QuarantinedOnDemand: (msg) => [
    msg('Microsoft put this provisioning job in quarantine by hand.', { id: 'code.QuarantinedOnDemand.meaning', desc: 'Quarantine reason QuarantinedOnDemand: what it means.' }),
    msg('Fix the problem that Microsoft reported, and contact Microsoft support.', { id: 'code.QuarantinedOnDemand.fix', desc: 'Quarantine reason QuarantinedOnDemand: what to do.' })],
  TooManyDeletes: (msg) => [
    msg('The deletions in one cycle passed the threshold that you set.', { id: 'code.TooManyDeletes.meaning', desc: 'Quarantine reason TooManyDeletes: what it means.' }),
    msg('If you want the deletions, allow them. If not, bring the users back into scope first, and only then restart provisioning.', { id: 'code.TooManyDeletes.fix', desc: 'Quarantine reason TooManyDeletes: what to do.' })],
  IngestionInterrupted: (msg) => [
    msg('Something probably interrupted reading from the source system.', { id: 'code.IngestionInterrupted.meaning', desc: 'Quarantine reason IngestionInterrupted: what it means.' }),
    msg('Check the source system and its agent, if it has one. Then restart provisioning.', { id: 'code.IngestionInterrupted.fix', desc: 'Quarantine reason IngestionInterrupted: what to do.' })],
  Unknown: (msg) => [
    msg('Provisioning is in quarantine for an unknown reason.', { id: 'code.Unknown.meaning', desc: 'Quarantine reason Unknown: what it means.' }),
    msg('Look at the error of the provisioning job, and at the **Quarantine** activity in the audit log.', { id: 'code.Unknown.fix', desc: 'Quarantine reason Unknown: what to do.' })],

  // HTTP statuses
  400: (msg) => [
    msg('The app answered that the request isn’t valid.', { id: 'code.400.meaning', desc: 'HTTP status 400: what it means.' }),
    msg('Read the app’s answer in the reason of the log entry. Often, a required attribute is empty or not mapped.', { id: 'code.400.fix', desc: 'HTTP status 400: what to do.' })],
  401: (msg) => [
    msg('The app didn’t accept the credentials.', { id: 'code.401.meaning', desc: 'HTTP status 401: what it means.' }),
    newCredentials(msg)],
  404: (msg) => [
    msg('The app found nothing at the address that the service called.', { id: 'code.404.meaning', desc: 'HTTP status 404: what it means.' }),
    msg('Check the tenant URL. If you map groups, make sure that the app answers at `/Groups`, or turn off the group mapping.', { id: 'code.404.fix', desc: 'HTTP status 404: what to do.' })],
  413: (msg) => [
    msg('The app refused the request because it’s too large.', { id: 'code.413.meaning', desc: 'HTTP status 413: what it means.' }),
    msg('Ask the app’s developer which size the app accepts. Check the entry for a very large group or value.', { id: 'code.413.fix', desc: 'HTTP status 413: what to do.' })],
};

/** HTTP statuses that Microsoft's table has a code for: they mean the same, and the same person has to act. */
export const sameAs: Record<string, string> = {
  403: 'InsufficientRights',
  405: 'MethodNotAllowed',
  408: 'Timeout',
  409: 'EntryConflict',
  422: 'UnprocessableEntity',
  429: 'TooManyRequests',
  501: 'NotImplemented',
  '5xx': 'InternalServerError',
};

/** The words on a code of `codes.ts`. */
export const codeWords = (code: string): Words | undefined => words[sameAs[code] ?? code];
