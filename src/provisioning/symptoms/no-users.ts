import type { Msg } from '../../localization/msg.js';
import type { Block } from '../../topics/model.js';
import type { Writer } from '../writing.js';

/** “Nobody appears in the app”: is it running, what does the log say of one user, then each gate that user must pass. */
export const noUsers = (msg: Msg, { check, body }: Writer): Block[] =>
  body(
    msg('Pick one missing user and find the step that stops them.', {
      id: 'checks.no-users.summary',
      desc: 'Sums up the tab “No users show up in the app”.',
    }),
    [
      check(
        'running',
        msg('Is provisioning on and out of quarantine?', {
          id: 'checks.no-users.running',
          desc: 'Check. Quarantine: a state in which provisioning slows down because of errors.',
        }),
        msg('In quarantine, cycles slow down to one a day until you fix the cause.', {
          id: 'checks.no-users.running.detail',
          desc: 'Cycle: one run over all users.',
        }),
        'status',
        'configure',
      ),
      check(
        'first-cycle',
        msg('Has the first cycle finished?', {
          id: 'checks.no-users.first-cycle',
          desc: 'Check. Cycle: one run over all users.',
        }),
        msg('For 1,000 assigned users, groups, and members, allow 10 to 80 minutes.', {
          id: 'checks.no-users.first-cycle.detail',
          desc: 'Members: of the groups.',
        }),
        'finishTime',
      ),
      check(
        'log-for-user',
        msg('Find the user in the provisioning logs.', { id: 'checks.no-users.log-for-user', desc: 'Check.' }),
        msg('No entry? The user wasn’t evaluated. Check the scope, then restart provisioning.', {
          id: 'checks.no-users.log-for-user.detail',
          desc: 'Entry: a row of the log.',
        }),
        'logs',
        'viewLogs',
      ),
      check(
        'status',
        msg('Read the status of that entry.', {
          id: 'checks.no-users.status',
          desc: 'Check. Entry: a row of the log.',
        }),
        msg('**Skipped**: read `SkipReason` and the flags in the last step. **Failure**: look up `errorCode`.', {
          id: 'checks.no-users.status.detail',
          desc: 'In bold: statuses in the log.',
        }),
        'noUsers',
        'viewLogs',
      ),
      check(
        'assigned',
        msg('Is the user enabled and assigned to the app?', { id: 'checks.no-users.assigned', desc: 'Check.' }),
        msg('Disabled users are never created. Members of nested groups don’t count as assigned.', {
          id: 'checks.no-users.assigned.detail',
          desc: 'Nested group: a group inside a group.',
        }),
        'assign',
        'assign',
      ),
      check(
        'filter',
        msg('Does a scoping filter keep the user out?', { id: 'checks.no-users.filter', desc: 'Check.' }),
        msg('Case matters, and an empty value usually fails. The log names the clause in `ScopeEvaluationResult`.', {
          id: 'checks.no-users.filter.detail',
          desc: 'Case: upper and lower case letters. Clause: one condition of the filter.',
        }),
        'scopingFilters',
        'configure',
      ),
      check(
        'mapping',
        msg('Is the mapping enabled, with **Create** selected?', {
          id: 'checks.no-users.mapping',
          desc: 'Check. In bold: a check box of the Entra admin center.',
        }),
        msg(
          'The user needs a value for the matching attribute and each required one. A group must be security-enabled.',
          {
            id: 'checks.no-users.mapping.detail',
            desc: 'Matching attribute: the one by which an existing account is found.',
          },
        ),
        'mappings',
        'configure',
      ),
      check(
        'on-demand',
        msg('Provision the user on demand.', { id: 'checks.no-users.on-demand', desc: 'Check.' }),
        msg('Within about 30 seconds, you see which step stops them.', {
          id: 'checks.no-users.on-demand.detail',
          desc: 'Them: the user.',
        }),
        'onDemand',
        'configure',
      ),
      check(
        'restart',
        msg('Restart provisioning to evaluate everyone again.', { id: 'checks.no-users.restart', desc: 'Check.' }),
        msg('If every flag is `True` but the user is skipped, remove the assignment and add it again first.', {
          id: 'checks.no-users.restart.detail',
          desc: 'Flags: those in the log entry.',
        }),
        'restart',
        'configure',
      ),
    ],
    ['noUsers', 'quarantine', 'errorCodes'],
  );
