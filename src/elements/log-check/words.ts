import type { Outcome, Stop } from '../../diagnosis/model.js';
import type { Msg } from '../../localization/msg.js';
import type { Icon } from './icons.js';

// prettier-ignore
const outcomes: Record<Outcome, (msg: Msg) => string> = {
  success: (msg) => msg('Done', { id: 'log.ui.outcome.success', desc: 'Result of a change in the log: it was made. At most 14 characters.' }),
  failure: (msg) => msg('Failed', { id: 'log.ui.outcome.failure', desc: 'Result of a change in the log. At most 14 characters.' }),
  skipped: (msg) => msg('Skipped', { id: 'log.ui.outcome.skipped', desc: 'Result of a change in the log: nothing was done, on purpose. At most 14 characters.' }),
  warning: (msg) => msg('Done in part', { id: 'log.ui.outcome.warning', desc: 'Result of a change in the log: some of it was not made. At most 14 characters.' }),
  staged: (msg) => msg('Held back', { id: 'log.ui.outcome.staged', desc: 'Result of a deletion in the log: it waits until an administrator allows it. At most 14 characters.' }),
  unknown: (msg) => msg('Unclear', { id: 'log.ui.outcome.unknown', desc: 'Result of a change in the log: it can’t be told. At most 14 characters.' }),
};

/** What became of a change. */
export const outcomeName = (msg: Msg, outcome: Outcome): string => outcomes[outcome](msg);

/** In the order in which they stand on the page, and in a bar of the chart from below. */
export const allOutcomes: readonly Outcome[] = ['failure', 'warning', 'staged', 'unknown', 'skipped', 'success'];

export const outcomeIcons: Record<Outcome, Icon> = {
  ...{ success: 'good', failure: 'stop', skipped: 'skip', warning: 'act', staged: 'wait', unknown: 'ask' },
};

export const stops: readonly Stop[] = ['connect', 'import', 'scope', 'match', 'act'];

// prettier-ignore
const stopWords: Record<Stop, (msg: Msg) => readonly [name: string, task: string]> = {
  connect: (msg) => [
    msg('Connect', { id: 'log.ui.stop.connect', desc: 'Step 1 of 5 of provisioning. At most 10 characters.' }),
    msg('Reach the app', { id: 'log.ui.stop.connect.task', desc: 'What happens in the step “Connect”. At most 20 characters.' })],
  import: (msg) => [
    msg('Import', { id: 'log.ui.stop.import', desc: 'Step 2 of 5 of provisioning. At most 10 characters.' }),
    msg('Read the user', { id: 'log.ui.stop.import.task', desc: 'What happens in the step “Import”. At most 20 characters.' })],
  scope: (msg) => [
    msg('Scope', { id: 'log.ui.stop.scope', desc: 'Step 3 of 5 of provisioning. At most 10 characters.' }),
    msg('Decide who is in', { id: 'log.ui.stop.scope.task', desc: 'What happens in the step “Scope”: whether the user is to have an account. At most 20 characters.' })],
  match: (msg) => [
    msg('Match', { id: 'log.ui.stop.match', desc: 'Step 4 of 5 of provisioning. At most 10 characters.' }),
    msg('Find the account', { id: 'log.ui.stop.match.task', desc: 'What happens in the step “Match”: look for the user’s account in the app. At most 20 characters.' })],
  act: (msg) => [
    msg('Act', { id: 'log.ui.stop.act', desc: 'Step 5 of 5 of provisioning. At most 10 characters.' }),
    msg('Write to the app', { id: 'log.ui.stop.act.task', desc: 'What happens in the step “Act”: create, change or delete the account. At most 20 characters.' })],
};

/** The name of a step, and what happens in it. */
export const stopText = (msg: Msg, stop: Stop): readonly [name: string, task: string] => stopWords[stop](msg);

// prettier-ignore
const actions: Record<string, (msg: Msg) => string> = {
  create: (msg) => msg('Create', { id: 'log.ui.action.create', desc: 'What the service wanted to do with an account.' }),
  update: (msg) => msg('Update', { id: 'log.ui.action.update', desc: 'What the service wanted to do with an account.' }),
  delete: (msg) => msg('Delete', { id: 'log.ui.action.delete', desc: 'What the service wanted to do with an account.' }),
  stageddelete: (msg) => msg('Delete, held back', { id: 'log.ui.action.stageddelete', desc: 'A deletion that waits until an administrator allows it.' }),
  disable: (msg) => msg('Disable', { id: 'log.ui.action.disable', desc: 'What the service wanted to do with an account.' }),
  other: (msg) => msg('Evaluate', { id: 'log.ui.action.other', desc: 'The service looked at a user, without a change to make.' }),
};

/** What the service wanted to do; one that came later stands as the log has it. */
export const actionName = (msg: Msg, action: string): string => actions[action || 'other']?.(msg) ?? action;
