/**
 * Every address of the flagship, by key: to change where a link goes, change it here.
 *
 * Paths have no host, because the docs locale, the national cloud and a mirror decide what stands in front of them.
 * All were taken from the sources of Microsoft Learn (MicrosoftDocs/entra-docs, microsoftgraph/microsoft-graph-docs-contrib).
 */
export const docs = {
  /** List of app tutorials; also where the pages of retired apps lead. */
  tutorials: 'entra/identity/saas-apps/tutorial-list',
  plan: 'entra/identity/app-provisioning/plan-auto-user-provisioning',
  configure: 'entra/identity/app-provisioning/configure-automatic-user-provisioning-portal',
  /** Successor of `application-provisioning-config-problem`, which was deleted. */
  troubleshoot: 'entra/identity/app-provisioning/troubleshoot',
  noUsers: 'entra/identity/app-provisioning/application-provisioning-config-problem-no-users-provisioned',
  /** Replaces `add-application-portal-assign-users`, which became a quickstart on making a test user. */
  assign: 'entra/identity/enterprise-apps/assign-user-or-group-access-portal',
  scopingFilters: 'entra/identity/app-provisioning/define-conditional-rules-for-provisioning-user-accounts',
  scoping: 'entra/identity/app-provisioning/how-provisioning-works#scoping',
  deprovisioning: 'entra/identity/app-provisioning/how-provisioning-works#deprovisioning',
  mappings: 'entra/identity/app-provisioning/customize-application-attributes',
  syncAttributes: 'entra/identity/app-provisioning/user-provisioning-sync-attributes-for-mapping',
  accidentalDeletions: 'entra/identity/app-provisioning/accidental-deletions',
  onDemand: 'entra/identity/app-provisioning/provision-on-demand',
  finishTime: 'entra/identity/app-provisioning/application-provisioning-when-will-provisioning-finish-specific-user',
  status: 'entra/identity/app-provisioning/check-status-user-account-provisioning',
  quarantine: 'entra/identity/app-provisioning/application-provisioning-quarantine-status',
  scim: 'entra/identity/app-provisioning/use-scim-to-provision-users-and-groups',
  onPremises: 'entra/identity/app-provisioning/on-premises-ecma-troubleshoot',
  restart: 'graph/api/synchronization-synchronizationjob-restart',
  /** The page holds two products; the pivot opens the half on apps. */
  knownIssues: 'entra/identity/app-provisioning/known-issues?pivots=app-provisioning',
  logs: 'entra/identity/monitoring-health/concept-provisioning-logs',
  /** The table moved here; the fragment of the same name on the page about logs is gone. */
  errorCodes: 'entra/identity/monitoring-health/howto-analyze-provisioning-logs#error-codes',
} as const;

export type DocKey = keyof typeof docs;

/** Where the pages are, unless the page that embeds us names a cloud, a mirror or a language (`docs-hosts.ts`). */
export const learn = 'https://learn.microsoft.com';

/** The Microsoft Entra admin center of the worldwide cloud. */
export const adminCenter = 'https://entra.microsoft.com';
