import type { Msg } from '../../localization/msg.js';
import type { Block } from '../../topics/model.js';
import type { Writer } from '../writing.js';

/** “I don’t know how to set it up”: from nothing to the first cycle, in the order in which it is done. */
export const configure = (msg: Msg, { check, body }: Writer): Block[] =>
  body(
    msg('Connect the app, try it with one user, then turn it on for everyone.', {
      id: 'topic.configure.summary',
      desc: 'Sums up the tab “I need to set up provisioning”.',
    }),
    [
      check(
        'connector',
        msg('Find out how your app connects.', { id: 'topic.configure.connector', desc: 'Check.' }),
        msg('Look for its setup tutorial. Without one, you need SCIM, the on-premises agent, or an HR source.', {
          id: 'topic.configure.connector.detail',
          desc: 'SCIM: the standard for provisioning. HR: human resources.',
        }),
        'tutorials',
      ),
      check(
        'app-kind',
        msg('Does the app have a **Provisioning** page?', {
          id: 'topic.configure.app-kind',
          desc: 'Check. In bold: a page of the Entra admin center.',
        }),
        msg('App registrations don’t. Add a second, non-gallery enterprise app just for provisioning.', {
          id: 'topic.configure.app-kind.detail',
          desc: 'App registration, enterprise app: two kinds of entries in Microsoft Entra ID. Gallery: Microsoft’s catalog of apps.',
        }),
        'knownIssues',
      ),
      check(
        'open',
        msg('Open **Entra ID** > **Enterprise apps** > your app > **Provisioning**.', {
          id: 'topic.configure.open',
          desc: 'Check: a path through the menus of the Entra admin center; its labels are in bold.',
        }),
        msg('Start a new configuration. If asked for a mode, choose **Automatic**.', {
          id: 'topic.configure.open.detail',
          desc: 'Mode, Automatic: a setting in the Entra admin center.',
        }),
        'configure',
        'configure',
      ),
      check(
        'credentials',
        msg('Enter the tenant URL and token, then select **Test connection**.', {
          id: 'topic.configure.credentials',
          desc: 'Check. Tenant URL, token: fields. Test connection: a button.',
        }),
        msg('Some apps ask you to sign in instead. If the test fails, go to the checks for setup errors.', {
          id: 'topic.configure.credentials.detail',
          desc: 'The checks for setup errors are the next tab of this help.',
        }),
        'scim',
        'configure',
      ),
      check(
        'mappings',
        msg('Review the attribute mappings.', { id: 'topic.configure.mappings', desc: 'Check.' }),
        msg('Match users on an attribute that’s unique, never empty, and searchable in the app.', {
          id: 'topic.configure.mappings.detail',
          desc: 'To match: to find a user’s existing account in the app.',
        }),
        'mappings',
        'configure',
      ),
      check(
        'scope',
        msg('Assign a small pilot group.', {
          id: 'topic.configure.scope',
          desc: 'Check. Pilot: to try it out with a few people.',
        }),
        msg('Set **Scope** to assigned users and groups only. Nested groups don’t count.', {
          id: 'topic.configure.scope.detail',
          desc: 'Scope: a setting in the Entra admin center. Nested group: a group inside a group.',
        }),
        'assign',
        'configure',
      ),
      check(
        'safety',
        msg('Set a notification email and a deletion threshold.', { id: 'topic.configure.safety', desc: 'Check.' }),
        msg('The threshold stops a mistake before it removes many accounts.', {
          id: 'topic.configure.safety.detail',
          desc: 'Threshold: how many deletions at once are too many.',
        }),
        'accidentalDeletions',
        'configure',
      ),
      check(
        'try-one',
        msg('Provision one user on demand.', { id: 'topic.configure.try-one', desc: 'Check.' }),
        msg('Within about 30 seconds, you see the result of each step.', {
          id: 'topic.configure.try-one.detail',
          desc: 'Steps: of provisioning, such as import and match.',
        }),
        'onDemand',
        'configure',
      ),
      check(
        'start',
        msg('Start provisioning and wait for the first cycle.', {
          id: 'topic.configure.start',
          desc: 'Check. Cycle: one run over all users.',
        }),
        msg('It takes 20 minutes to several hours. After that, changes sync about every 40 minutes.', {
          id: 'topic.configure.start.detail',
          desc: 'It: the first cycle.',
        }),
        'finishTime',
        'configure',
      ),
    ],
    ['configure', 'plan', 'mappings'],
  );
