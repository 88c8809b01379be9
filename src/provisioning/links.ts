import type { Msg } from '../localization/msg.js';
import type { laterLinks } from './later-links.js';

/** Where a link of the flagship leads, and what it says: a page has one label, wherever it is linked. */
export type Link = readonly [path: string, label: (msg: Msg) => string];

/**
 * The pages that the first paint links, by key; those that only the symptoms after the first link are in
 * `later-links.ts`. To change where a link goes, change it there.
 *
 * Paths have no host, because the docs locale, the national cloud and a mirror decide what stands in front of them.
 * All were taken from the sources of Microsoft Learn (MicrosoftDocs/entra-docs, microsoftgraph/microsoft-graph-docs-contrib).
 */
export const links = {
  /** List of app tutorials; also where the pages of retired apps lead. */
  tutorials: [
    'entra/identity/saas-apps/tutorial-list',
    (msg) =>
      msg('Find your app’s tutorial', {
        id: 'topic.link.tutorials',
        desc: 'Link to Microsoft’s list of setup tutorials, one for each app.',
      }),
  ],
  plan: [
    'entra/identity/app-provisioning/plan-auto-user-provisioning',
    (msg) =>
      msg('Plan your deployment', {
        id: 'topic.link.plan',
        desc: 'Link to the page on kinds of apps and how they connect.',
      }),
  ],
  configure: [
    'entra/identity/app-provisioning/configure-automatic-user-provisioning-portal',
    (msg) =>
      msg('Set up automatic provisioning', {
        id: 'topic.link.configure',
        desc: 'Link to the page on setting up provisioning.',
      }),
  ],
  /** Replaces `add-application-portal-assign-users`, which became a quickstart on making a test user. */
  assign: [
    'entra/identity/enterprise-apps/assign-user-or-group-access-portal',
    (msg) =>
      msg('Assign users and groups', {
        id: 'topic.link.assign',
        desc: 'Link to the page on assigning them to an app.',
      }),
  ],
  mappings: [
    'entra/identity/app-provisioning/customize-application-attributes',
    (msg) =>
      msg('Attribute mappings', {
        id: 'topic.link.mappings',
        desc: 'Link to the page on mappings from Microsoft Entra ID to the app.',
      }),
  ],
  accidentalDeletions: [
    'entra/identity/app-provisioning/accidental-deletions',
    (msg) =>
      msg('Prevent accidental deletions', {
        id: 'topic.link.accidentalDeletions',
        desc: 'Link to the page on the deletion threshold.',
      }),
  ],
  onDemand: [
    'entra/identity/app-provisioning/provision-on-demand',
    (msg) =>
      msg('Provision on demand', {
        id: 'topic.link.onDemand',
        desc: 'Link to the page on provisioning one user at once.',
      }),
  ],
  finishTime: [
    'entra/identity/app-provisioning/application-provisioning-when-will-provisioning-finish-specific-user',
    (msg) =>
      msg('How long provisioning takes', {
        id: 'topic.link.finishTime',
        desc: 'Link to the page on the duration of provisioning.',
      }),
  ],
  scim: [
    'entra/identity/app-provisioning/use-scim-to-provision-users-and-groups',
    (msg) =>
      msg('What a SCIM app must do', {
        id: 'topic.link.scim',
        desc: 'Link to the page on SCIM, the standard for provisioning.',
      }),
  ],
  /** The page holds two products; the pivot opens the half on apps. */
  knownIssues: [
    'entra/identity/app-provisioning/known-issues?pivots=app-provisioning',
    (msg) =>
      msg('Known issues', { id: 'topic.link.knownIssues', desc: 'Link to the list of limits and known issues.' }),
  ],
  logs: [
    'entra/identity/monitoring-health/concept-provisioning-logs',
    (msg) => msg('Provisioning logs', { id: 'topic.link.logs', desc: 'Link to the page on the logs.' }),
  ],
  /** The table moved here; the fragment of the same name on the page about logs is gone. */
  errorCodes: [
    'entra/identity/monitoring-health/howto-analyze-provisioning-logs#error-codes',
    (msg) => msg('Error codes', { id: 'topic.link.errorCodes', desc: 'Link to the table of error codes.' }),
  ],
} as const satisfies Record<string, Link>;

/** A page that the flagship links. */
export type LinkKey = keyof typeof links | keyof typeof laterLinks;

/** Where the pages are, unless the page that embeds us names a cloud, a mirror or a language (`docs-hosts.ts`). */
export const learn = 'https://learn.microsoft.com';

/** The Microsoft Entra admin center of the worldwide cloud. */
export const adminCenter = 'https://entra.microsoft.com';
