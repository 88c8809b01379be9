import type { Msg } from '../localization/msg.js';
import type { DocKey } from './links.js';

/** What a link to a page says: a page has one label, wherever it is linked. */
export type LinkLabels = Partial<Record<DocKey, (msg: Msg) => string>>;

/** Labels of the pages that the first paint links. The others are in `later-link-labels.ts`. */
export const linkLabels: LinkLabels = {
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
  assign: (msg) =>
    msg('Assign users and groups', { id: 'topic.link.assign', desc: 'Link to the page on assigning them to an app.' }),
  mappings: (msg) =>
    msg('Attribute mappings', {
      id: 'topic.link.mappings',
      desc: 'Link to the page on mappings from Microsoft Entra ID to the app.',
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
  scim: (msg) =>
    msg('What a SCIM app must do', {
      id: 'topic.link.scim',
      desc: 'Link to the page on SCIM, the standard for provisioning.',
    }),
  knownIssues: (msg) =>
    msg('Known issues', { id: 'topic.link.knownIssues', desc: 'Link to the list of limits and known issues.' }),
  logs: (msg) => msg('Provisioning logs', { id: 'topic.link.logs', desc: 'Link to the page on the logs.' }),
  errorCodes: (msg) => msg('Error codes', { id: 'topic.link.errorCodes', desc: 'Link to the table of error codes.' }),
};
