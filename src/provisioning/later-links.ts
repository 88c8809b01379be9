import type { Link } from './links.js';

/** The pages that only the symptoms after the first link; see `links.ts`. */
export const laterLinks = {
  /** Successor of `application-provisioning-config-problem`, which was deleted. */
  troubleshoot: [
    'entra/identity/app-provisioning/troubleshoot',
    (msg) =>
      msg('Troubleshoot provisioning', {
        id: 'checks.link.troubleshoot',
        desc: 'Link to the page on problems with the setup.',
      }),
  ],
  noUsers: [
    'entra/identity/app-provisioning/application-provisioning-config-problem-no-users-provisioned',
    (msg) =>
      msg('Why users aren’t provisioned', {
        id: 'checks.link.noUsers',
        desc: 'Link to the page on users that do not appear.',
      }),
  ],
  scopingFilters: [
    'entra/identity/app-provisioning/define-conditional-rules-for-provisioning-user-accounts',
    (msg) =>
      msg('Scoping filters', {
        id: 'checks.link.scopingFilters',
        desc: 'Link to the page on filters that decide who is provisioned.',
      }),
  ],
  scoping: [
    'entra/identity/app-provisioning/how-provisioning-works#scoping',
    (msg) =>
      msg('How scoping works', {
        id: 'checks.link.scoping',
        desc: 'Link to the page on who is in scope of provisioning.',
      }),
  ],
  deprovisioning: [
    'entra/identity/app-provisioning/how-provisioning-works#deprovisioning',
    (msg) =>
      msg('How accounts are removed', {
        id: 'checks.link.deprovisioning',
        desc: 'Link to the page on disabling and deleting accounts.',
      }),
  ],
  syncAttributes: [
    'entra/identity/app-provisioning/user-provisioning-sync-attributes-for-mapping',
    (msg) =>
      msg('Sync more attributes', {
        id: 'checks.link.syncAttributes',
        desc: 'Link to the page on adding attributes that can be mapped.',
      }),
  ],
  status: [
    'entra/identity/app-provisioning/check-status-user-account-provisioning',
    (msg) =>
      msg('Check provisioning status', {
        id: 'checks.link.status',
        desc: 'Link to the page on the state of provisioning.',
      }),
  ],
  quarantine: [
    'entra/identity/app-provisioning/application-provisioning-quarantine-status',
    (msg) =>
      msg('Quarantine and its causes', {
        id: 'checks.link.quarantine',
        desc: 'Link to the page on quarantine: a state in which provisioning slows down because of errors.',
      }),
  ],
  onPremises: [
    'entra/identity/app-provisioning/on-premises-ecma-troubleshoot',
    (msg) =>
      msg('On-premises provisioning', {
        id: 'checks.link.onPremises',
        desc: 'Link to the page on problems with on-premises agents.',
      }),
  ],
  restart: [
    'graph/api/synchronization-synchronizationjob-restart',
    (msg) =>
      msg('Restart with Microsoft Graph', {
        id: 'checks.link.restart',
        desc: 'Link to the page on restarting provisioning by API.',
      }),
  ],
} as const satisfies Record<string, Link>;
