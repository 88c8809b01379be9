import type { LinkLabels } from './link-labels.js';

/** Labels of the pages that only the symptoms after the first link. */
export const laterLinkLabels: LinkLabels = {
  troubleshoot: (msg) =>
    msg('Troubleshoot provisioning', {
      id: 'checks.link.troubleshoot',
      desc: 'Link to the page on problems with the setup.',
    }),
  noUsers: (msg) =>
    msg('Why users aren’t provisioned', {
      id: 'checks.link.noUsers',
      desc: 'Link to the page on users that do not appear.',
    }),
  scopingFilters: (msg) =>
    msg('Scoping filters', {
      id: 'checks.link.scopingFilters',
      desc: 'Link to the page on filters that decide who is provisioned.',
    }),
  scoping: (msg) =>
    msg('How scoping works', {
      id: 'checks.link.scoping',
      desc: 'Link to the page on who is in scope of provisioning.',
    }),
  deprovisioning: (msg) =>
    msg('How accounts are removed', {
      id: 'checks.link.deprovisioning',
      desc: 'Link to the page on disabling and deleting accounts.',
    }),
  syncAttributes: (msg) =>
    msg('Sync more attributes', {
      id: 'checks.link.syncAttributes',
      desc: 'Link to the page on adding attributes that can be mapped.',
    }),
  status: (msg) =>
    msg('Check provisioning status', {
      id: 'checks.link.status',
      desc: 'Link to the page on the state of provisioning.',
    }),
  quarantine: (msg) =>
    msg('Quarantine and its causes', {
      id: 'checks.link.quarantine',
      desc: 'Link to the page on quarantine: a state in which provisioning slows down because of errors.',
    }),
  onPremises: (msg) =>
    msg('On-premises provisioning', {
      id: 'checks.link.onPremises',
      desc: 'Link to the page on problems with on-premises agents.',
    }),
  restart: (msg) =>
    msg('Restart with Microsoft Graph', {
      id: 'checks.link.restart',
      desc: 'Link to the page on restarting provisioning by API.',
    }),
};
