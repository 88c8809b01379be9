import type { Msg } from '../../localization/msg.js';
import type { Block } from '../../topics/model.js';
import type { Writer } from '../writing.js';

/** “Something goes wrong while I set it up”: the connection first, then what the settings allow. */
export const configurationProblem = (msg: Msg, { check, body }: Writer): Block[] =>
  body(
    msg('Most errors come from the address, the token, or what the token may do.', {
      id: 'checks.configuration-problem.summary',
      desc: 'Sums up the tab “I get an error during setup”.',
    }),
    [
      check(
        'read-error',
        msg('Copy the exact error code from **Test connection** or **Save**.', {
          id: 'checks.configuration-problem.read-error',
          desc: 'Check. In bold: buttons of the Entra admin center.',
        }),
        msg('It tells you what failed and who can fix it.', {
          id: 'checks.configuration-problem.read-error.detail',
          desc: 'It: the error code.',
        }),
        'errorCodes',
      ),
      check(
        'url',
        msg('Is the tenant URL right?', { id: 'checks.configuration-problem.url', desc: 'Check.' }),
        msg('Use your tenant’s SCIM address in the app, over HTTPS. `404` points to a wrong address.', {
          id: 'checks.configuration-problem.url.detail',
          desc: 'Tenant: the customer’s own space in the app. 404: an HTTP status.',
        }),
        'quarantine',
        'configure',
      ),
      check(
        'token',
        msg('Is the token complete and still valid?', { id: 'checks.configuration-problem.token', desc: 'Check.' }),
        msg('If in doubt, create a new one in the app. Then test, save, and restart provisioning.', {
          id: 'checks.configuration-problem.token.detail',
          desc: 'One: a token.',
        }),
        'configure',
        'configure',
      ),
      check(
        'rights',
        msg('Can the account behind the token manage users?', {
          id: 'checks.configuration-problem.rights',
          desc: 'Check. The account is one in the app.',
        }),
        msg(
          '`InsufficientRights`, `NotPermitted`, or `Unauthorized` means no. The app’s tutorial names the role it needs.',
          { id: 'checks.configuration-problem.rights.detail', desc: 'It: the account behind the token.' },
        ),
        'tutorials',
      ),
      check(
        'probe',
        msg('Does the app answer a search for an unknown user?', {
          id: 'checks.configuration-problem.probe',
          desc: 'Check.',
        }),
        msg('`/Users` must return `200` with an empty list. If you map groups, so must `/Groups`.', {
          id: 'checks.configuration-problem.probe.detail',
          desc: '/Users, /Groups: addresses of the app’s SCIM endpoint.',
        }),
        'scim',
      ),
      check(
        'no-automatic',
        msg('Can’t choose **Automatic**, or go back to **Manual**?', {
          id: 'checks.configuration-problem.no-automatic',
          desc: 'Check. In bold: choices of the Entra admin center.',
        }),
        msg(
          'Some apps and clouds don’t support **Automatic**. **Manual** is gone after setup; turn provisioning off instead.',
          {
            id: 'checks.configuration-problem.no-automatic.detail',
            desc: 'Cloud: worldwide, US Government, or China.',
          },
        ),
        'knownIssues',
        'configure',
      ),
      check(
        'agent',
        msg('Is the app on-premises? Check its agent.', {
          id: 'checks.configuration-problem.agent',
          desc: 'Check. Agent: software that connects apps in the customer’s own network.',
        }),
        msg('It must be running and assigned, with a valid certificate. Wait 10 to 20 minutes before you test.', {
          id: 'checks.configuration-problem.agent.detail',
          desc: 'It: the agent.',
        }),
        'onPremises',
        'agents',
      ),
      check(
        'source-attribute',
        msg('Is an attribute missing from the list?', {
          id: 'checks.configuration-problem.source-attribute',
          desc: 'Check. The list: attributes to choose from in a mapping.',
        }),
        msg('Add it to the schema or sync it as an extension. `SamAccountName` and `userType` are never offered.', {
          id: 'checks.configuration-problem.source-attribute.detail',
          desc: 'Extension: an attribute that the customer adds to the directory.',
        }),
        'syncAttributes',
        'configure',
      ),
    ],
    ['troubleshoot', 'scim', 'quarantine'],
  );
