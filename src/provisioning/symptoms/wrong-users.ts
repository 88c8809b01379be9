import type { Msg } from '../../localization/msg.js';
import type { Block } from '../../topics/model.js';
import type { Writer } from '../writing.js';

/** “The wrong people appear”: who is in scope, who fell out of it, and which account was taken for whose. */
export const wrongUsers = (msg: Msg, { check, body }: Writer): Block[] =>
  body(
    msg('Two settings decide who gets an account: the scope, then your filters.', {
      id: 'checks.wrong-users.summary',
      desc: 'Sums up the tab “The wrong users show up in the app”.',
    }),
    [
      check(
        'scope-setting',
        msg('Check the **Scope** setting.', {
          id: 'checks.wrong-users.scope-setting',
          desc: 'Check. In bold: a setting of the Entra admin center.',
        }),
        msg('It’s either everyone or only assigned users and groups. If you narrowed it, restart provisioning.', {
          id: 'checks.wrong-users.scope-setting.detail',
          desc: 'The two choices of the setting.',
        }),
        'configure',
        'configure',
      ),
      check(
        'assignments',
        msg('Review who is assigned, directly and through groups.', {
          id: 'checks.wrong-users.assignments',
          desc: 'Check.',
        }),
        msg('People with **Default Access** are provisioned too.', {
          id: 'checks.wrong-users.assignments.detail',
          desc: 'In bold: the role of people who were assigned without one.',
        }),
        'assign',
        'assign',
      ),
      check(
        'groups',
        msg('Is someone missing? Check their groups.', { id: 'checks.wrong-users.groups', desc: 'Check.' }),
        msg(
          'Nested groups aren’t read, and dynamic groups must update first. If members came into scope later, restart provisioning.',
          {
            id: 'checks.wrong-users.groups.detail',
            desc: 'Nested group: a group inside a group. Dynamic group: its members follow a rule.',
          },
        ),
        'scoping',
        'configure',
      ),
      check(
        'filter-logic',
        msg('Check how your scoping filters combine.', { id: 'checks.wrong-users.filter-logic', desc: 'Check.' }),
        msg('All clauses of a filter must match. Of several filters, one is enough.', {
          id: 'checks.wrong-users.filter-logic.detail',
          desc: 'Clause: one condition of a filter.',
        }),
        'scopingFilters',
        'configure',
      ),
      check(
        'threshold',
        msg('Set a deletion threshold before you narrow the scope.', {
          id: 'checks.wrong-users.threshold',
          desc: 'Check.',
        }),
        msg('Whoever drops out is disabled in the app. Above the threshold, that waits for your approval.', {
          id: 'checks.wrong-users.threshold.detail',
          desc: 'Drops out: is no longer in scope.',
        }),
        'accidentalDeletions',
        'configure',
      ),
      check(
        'leavers',
        msg('Are people who left still in the app?', { id: 'checks.wrong-users.leavers', desc: 'Check.' }),
        msg('Out of scope means disabled, not deleted. Keep `isSoftDeleted` mapped, or accounts stay active.', {
          id: 'checks.wrong-users.leavers.detail',
          desc: 'isSoftDeleted: an attribute.',
        }),
        'deprovisioning',
        'configure',
      ),
      check(
        'wrong-match',
        msg('Was somebody else’s account changed?', { id: 'checks.wrong-users.wrong-match', desc: 'Check.' }),
        msg('Match users on an attribute that’s unique on both sides.', {
          id: 'checks.wrong-users.wrong-match.detail',
          desc: 'To match: to find a user’s existing account in the app.',
        }),
        'mappings',
        'configure',
      ),
      check(
        'several-jobs',
        msg('Does anything else change these accounts?', { id: 'checks.wrong-users.several-jobs', desc: 'Check.' }),
        msg('Edits made in the app aren’t seen or undone. Two apps with one target need separate scopes.', {
          id: 'checks.wrong-users.several-jobs.detail',
          desc: 'Target: the system that gets the accounts.',
        }),
        'knownIssues',
      ),
    ],
    ['assign', 'scopingFilters', 'deprovisioning'],
  );
