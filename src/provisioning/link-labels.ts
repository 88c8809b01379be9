import type { Msg } from '../localization/msg.js';
import type { DocKey } from './links.js';

/** What the link to a page says: a page has one label, wherever it is linked. */
export const linkLabel = (msg: Msg, key: DocKey): string => labels[key](msg);

const labels: Record<DocKey, (msg: Msg) => string> = {
  tutorials: (msg) =>
    msg('Find your app’s tutorial', {
      id: 'topic.link.tutorials',
      desc: 'Link to Microsoft’s list of setup tutorials, one for each app.',
    }),
  plan: (msg) =>
    msg('Plan your deployment', {
      id: 'topic.link.plan',
      desc: 'Link to the page on kinds of apps and how they connect.',
    }),
  configure: (msg) =>
    msg('Set up automatic provisioning', {
      id: 'topic.link.configure',
      desc: 'Link to the page on setting up provisioning.',
    }),
  troubleshoot: (msg) =>
    msg('Troubleshoot provisioning', {
      id: 'topic.link.troubleshoot',
      desc: 'Link to the page on problems with the setup.',
    }),
  noUsers: (msg) =>
    msg('Why users aren’t provisioned', {
      id: 'topic.link.noUsers',
      desc: 'Link to the page on users that do not appear.',
    }),
  assign: (msg) =>
    msg('Assign users and groups', { id: 'topic.link.assign', desc: 'Link to the page on assigning them to an app.' }),
  scopingFilters: (msg) =>
    msg('Scoping filters', {
      id: 'topic.link.scopingFilters',
      desc: 'Link to the page on filters that decide who is provisioned.',
    }),
  scoping: (msg) =>
    msg('How scoping works', {
      id: 'topic.link.scoping',
      desc: 'Link to the page on who is in scope of provisioning.',
    }),
  deprovisioning: (msg) =>
    msg('How accounts are removed', {
      id: 'topic.link.deprovisioning',
      desc: 'Link to the page on disabling and deleting accounts.',
    }),
  mappings: (msg) =>
    msg('Attribute mappings', {
      id: 'topic.link.mappings',
      desc: 'Link to the page on mappings from Microsoft Entra ID to the app.',
    }),
  syncAttributes: (msg) =>
    msg('Sync more attributes', {
      id: 'topic.link.syncAttributes',
      desc: 'Link to the page on adding attributes that can be mapped.',
    }),
  accidentalDeletions: (msg) =>
    msg('Prevent accidental deletions', {
      id: 'topic.link.accidentalDeletions',
      desc: 'Link to the page on the deletion threshold.',
    }),
  onDemand: (msg) =>
    msg('Provision on demand', {
      id: 'topic.link.onDemand',
      desc: 'Link to the page on provisioning one user at once.',
    }),
  finishTime: (msg) =>
    msg('How long provisioning takes', {
      id: 'topic.link.finishTime',
      desc: 'Link to the page on the duration of provisioning.',
    }),
  status: (msg) =>
    msg('Check provisioning status', {
      id: 'topic.link.status',
      desc: 'Link to the page on the state of provisioning.',
    }),
  quarantine: (msg) =>
    msg('Quarantine and its causes', {
      id: 'topic.link.quarantine',
      desc: 'Link to the page on quarantine: a state in which provisioning slows down because of errors.',
    }),
  scim: (msg) =>
    msg('What a SCIM app must do', {
      id: 'topic.link.scim',
      desc: 'Link to the page on SCIM, the standard for provisioning.',
    }),
  onPremises: (msg) =>
    msg('On-premises provisioning', {
      id: 'topic.link.onPremises',
      desc: 'Link to the page on problems with on-premises agents.',
    }),
  restart: (msg) =>
    msg('Restart with Microsoft Graph', {
      id: 'topic.link.restart',
      desc: 'Link to the page on restarting provisioning by API.',
    }),
  knownIssues: (msg) =>
    msg('Known issues', { id: 'topic.link.knownIssues', desc: 'Link to the list of limits and known issues.' }),
  logs: (msg) => msg('Provisioning logs', { id: 'topic.link.logs', desc: 'Link to the page on the logs.' }),
  errorCodes: (msg) => msg('Error codes', { id: 'topic.link.errorCodes', desc: 'Link to the table of error codes.' }),
};
