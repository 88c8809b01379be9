import type { Msg } from '../localization/msg.js';
import type { CodeFacts, Owner, Retry } from './codes.js';

const matching = 'entra/identity/app-provisioning/customize-application-attributes';
const table = 'entra/identity/monitoring-health/howto-analyze-provisioning-logs';
const scim = 'entra/identity/app-provisioning/use-scim-to-provision-users-and-groups';
const page = 'entra/identity/app-provisioning/';

/**
 * The pages that codes lead to, by key: address on Microsoft Learn without the host, and what the link says.
 * They are not those of `links.ts`: that file is part of the first paint, and this one loads later, on its own.
 */
// prettier-ignore
export const codePages = {
  codes: [`${table}#error-codes`, (msg) => msg('Error codes', { id: 'code.page.codes', desc: 'Link to the table of error codes.' })],
  crossTenantCodes: [`${table}#error-codes-for-cross-tenant-synchronization`, (msg) => msg('Error codes for cross-tenant synchronization', { id: 'code.page.crossTenantCodes', desc: 'Link to the table of error codes.' })],
  analyze: [table, (msg) => msg('Analyze provisioning logs', { id: 'code.page.analyze', desc: 'Link to the page on reading logs.' })],
  logs: ['entra/identity/monitoring-health/concept-provisioning-logs', (msg) => msg('Provisioning logs', { id: 'code.page.logs', desc: 'Link to the page on the logs.' })],
  mappings: [matching, (msg) => msg('Customize attribute mappings', { id: 'code.page.mappings', desc: 'Link to the page on mappings between attributes.' })],
  matching: [`${matching}#understanding-attribute-mapping-properties`, (msg) => msg('Mapping properties', { id: 'code.page.matching', desc: 'Link to the section on properties of a mapping, such as matching.' })],
  attributeList: [`${matching}#editing-the-list-of-supported-attributes`, (msg) => msg('Edit the attribute list', { id: 'code.page.attributeList', desc: 'Link to the section on the attributes that an app supports.' })],
  functions: [`${page}functions-for-customizing-application-data`, (msg) => msg('Functions for expressions', { id: 'code.page.functions', desc: 'Link to the reference of functions in mappings.' })],
  finishTime: [`${page}application-provisioning-when-will-provisioning-finish-specific-user`, (msg) => msg('How long provisioning takes', { id: 'code.page.finishTime', desc: 'Link to the page on the duration of cycles.' })],
  configure: [`${page}configure-automatic-user-provisioning-portal`, (msg) => msg('Configure automatic provisioning', { id: 'code.page.configure', desc: 'Link to the page on setting up provisioning.' })],
  tutorials: ['entra/identity/saas-apps/tutorial-list', (msg) => msg('Find your app’s tutorial', { id: 'code.page.tutorials', desc: 'Link to Microsoft’s list of setup tutorials, one for each app.' })],
  restart: ['graph/api/synchronization-synchronizationjob-restart', (msg) => msg('Restart with Microsoft Graph', { id: 'code.page.restart', desc: 'Link to the page on restarting by API.' })],
  assign: ['entra/identity/enterprise-apps/assign-user-or-group-access-portal', (msg) => msg('Assign users and groups to an app', { id: 'code.page.assign', desc: 'Link to the page on assignment.' })],
  noUsers: [`${page}application-provisioning-config-problem-no-users-provisioned`, (msg) => msg('Why users aren’t provisioned', { id: 'code.page.noUsers', desc: 'Link to the page on users that do not appear.' })],
  scopingFilters: [`${page}define-conditional-rules-for-provisioning-user-accounts`, (msg) => msg('Scoping filters', { id: 'code.page.scopingFilters', desc: 'Link to the page on filters that decide who is provisioned.' })],
  scim: [`${scim}#understand-the-azure-ad-scim-implementation`, (msg) => msg('SCIM requirements for apps', { id: 'code.page.scim', desc: 'Link to the page on building a SCIM endpoint. SCIM is a standard.' })],
  scimGetGroup: [`${scim}#get-group`, (msg) => msg('How groups are queried over SCIM', { id: 'code.page.scimGetGroup', desc: 'Link to the section on the request that looks for a group.' })],
  mailUser: ['powershell/module/exchange/set-mailuser', (msg) => msg('Set-MailUser command', { id: 'code.page.mailUser', desc: 'Link to the reference of a PowerShell command. Keep its name.' })],
  redemption: ['entra/identity/multi-tenant-organizations/cross-tenant-synchronization-overview#automatic-redemption-setting', (msg) => msg('Automatic redemption', { id: 'code.page.redemption', desc: 'Link to the section on a setting of cross-tenant synchronization.' })],
  limits: ['entra/identity/users/directory-service-limits-restrictions', (msg) => msg('Directory limits', { id: 'code.page.limits', desc: 'Link to the page on limits of a tenant.' })],
  collaboration: ['entra/external-id/external-collaboration-settings-configure', (msg) => msg('External collaboration settings', { id: 'code.page.collaboration', desc: 'Link to the page on who may invite guests.' })],
  accessRights: [`${page}insufficient-access-rights-error-troubleshooting`, (msg) => msg('Insufficient access rights and AdminSDHolder', { id: 'code.page.accessRights', desc: 'Link to the page on rights in Active Directory.' })],
  hrUpdates: [`${page}hr-user-update-issues`, (msg) => msg('Troubleshoot HR user updates', { id: 'code.page.hrUpdates', desc: 'Link to the page on updates that come from an HR system.' })],
  workday: ['entra/identity/saas-apps/workday-inbound-tutorial', (msg) => msg('Workday tutorial', { id: 'code.page.workday', desc: 'Link to the setup tutorial of the product Workday.' })],
  onPremises: [`${page}on-premises-ecma-troubleshoot`, (msg) => msg('Troubleshoot on-premises provisioning', { id: 'code.page.onPremises', desc: 'Link to the page on on-premises agents.' })],
  inboundApi: [`${page}inbound-provisioning-api-issues`, (msg) => msg('Troubleshoot API-driven provisioning', { id: 'code.page.inboundApi', desc: 'Link to the page on provisioning by the inbound API.' })],
  logAnalytics: [`${page}application-provisioning-log-analytics`, (msg) => msg('Provisioning logs in Azure Monitor', { id: 'code.page.logAnalytics', desc: 'Link to the page on querying logs in Azure Monitor.' })],
  knownIssues: [`${page}known-issues`, (msg) => msg('Known issues', { id: 'code.page.knownIssues', desc: 'Link to the list of limits and known issues.' })],
  quarantine: [`${page}application-provisioning-quarantine-status`, (msg) => msg('Provisioning in quarantine', { id: 'code.page.quarantine', desc: 'Link to the page on quarantine: provisioning slowed down because of errors.' })],
  quarantineReasons: ['graph/api/resources/synchronization-synchronizationquarantine', (msg) => msg('Quarantine reasons in Microsoft Graph', { id: 'code.page.quarantineReasons', desc: 'Link to the reference of quarantine reasons.' })],
  accidentalDeletions: [`${page}accidental-deletions`, (msg) => msg('Prevent accidental deletions', { id: 'code.page.accidentalDeletions', desc: 'Link to the page on the deletion threshold.' })],
} as const satisfies Record<string, readonly [path: string, label: (msg: Msg) => string]>;

export type CodePage = keyof typeof codePages;

// prettier-ignore
const turns: Record<Owner, (msg: Msg) => string> = {
  'entra-admin': (msg) => msg('The Microsoft Entra administrator', { id: 'code.turn.entra-admin', desc: 'Answer to: whose turn is it?' }),
  'app-admin': (msg) => msg('The administrator of the app', { id: 'code.turn.app-admin', desc: 'Answer to: whose turn is it?' }),
  'app-developer': (msg) => msg('The developer of the app', { id: 'code.turn.app-developer', desc: 'Answer to: whose turn is it?' }),
  'ad-admin': (msg) => msg('The Active Directory administrator', { id: 'code.turn.ad-admin', desc: 'Answer to: whose turn is it? On-premises Active Directory is meant.' }),
  microsoft: (msg) => msg('Microsoft', { id: 'code.turn.microsoft', desc: 'Answer to: whose turn is it?' }),
  nobody: (msg) => msg('Nobody has to act now', { id: 'code.turn.nobody', desc: 'Answer to: whose turn is it?' }),
};

// prettier-ignore
const retries: Record<Retry | 'quarantine' | 'deletions', (msg: Msg) => string> = {
  auto: (msg) => msg('Yes. The service tries again by itself.', { id: 'code.retry.auto', desc: 'Answer to: does the service retry?' }),
  'auto-40min': (msg) => msg('Yes. The service tries again in about 40 minutes.', { id: 'code.retry.auto-40min', desc: 'Answer to: does the service retry?' }),
  'partial-auto': (msg) => msg('Partly. The service may try again without the property that it can’t change.', { id: 'code.retry.partial-auto', desc: 'Answer to: does the service retry?' }),
  manual: (msg) => msg('No. It happens again until someone fixes the cause.', { id: 'code.retry.manual', desc: 'Answer to: does the problem end by a retry? It may be an error or a skipped user.' }),
  none: (msg) => msg('No. Trying again changes nothing.', { id: 'code.retry.none', desc: 'Answer to: does the service retry?' }),
  quarantine: (msg) => msg('Yes, but less and less often, down to once a day. After more than four weeks, the service disables the job.', { id: 'code.retry.quarantine', desc: 'Answer to: does the service retry during quarantine?' }),
  deletions: (msg) => msg('No. The deletions wait for your decision.', { id: 'code.retry.deletions', desc: 'Answer to: does the service retry the deletions that it held back?' }),
};

/** Whose turn it is. */
export const turnText = (msg: Msg, facts: CodeFacts): string => turns[facts.owner](msg);

/** Whether it retries by itself. In quarantine the service keeps trying, although someone has to fix the cause. */
export function retryText(msg: Msg, { code, kind, retry }: CodeFacts): string {
  if (code === 'TooManyDeletes') return retries.deletions(msg);
  return retries[kind === 'quarantine' ? kind : retry](msg);
}

// prettier-ignore
export const unknownTexts = (msg: Msg) => ({
  meaning: msg('This code isn’t in Microsoft’s published list. Apps also send codes of their own.', { id: 'code.unknown.meaning', desc: 'What an unknown code is.' }),
  fix: msg('Read the reason in the provisioning log, which often holds the app’s own answer. Then compare the code with the published table.', { id: 'code.unknown.fix', desc: 'What to do about an unknown code. The reason is a field of a log entry.' }),
  turn: msg('Depends on the reason in the provisioning log', { id: 'code.unknown.turn', desc: 'Answer to: whose turn is it? The code is unknown.' }),
  retries: msg('That depends on the reason in the provisioning log.', { id: 'code.unknown.retries', desc: 'Answer to: does the service retry? The code is unknown.' }),
});
