import type { Msg } from '../localization/msg.js';
import type { Task } from './roles.js';

const all: readonly Task[] = ['configure', 'assign', 'viewLogs', 'agents'];
const apps: readonly Task[] = ['configure', 'assign', 'viewLogs'];
const logs: readonly Task[] = ['viewLogs'];

/**
 * Which role may do which task. Sources on Microsoft Learn: howto-analyze-provisioning-logs (logs),
 * assign-user-or-group-access-portal (assign), custom-enterprise-app-permissions (configure).
 */
const tasks = {
  'global-administrator': all,
  'application-administrator': apps,
  'cloud-application-administrator': apps,
  'app-owner': apps,
  'user-administrator': ['assign'],
  'hybrid-identity-administrator': ['agents'],
  'reports-reader': logs,
  'security-reader': logs,
  'security-operator': logs,
  'security-administrator': logs,
  // Reads logs through Graph only, and no settings of provisioning (known-issues).
  'global-reader': [],
} satisfies Record<string, readonly Task[]>;

export type RoleKey = keyof typeof tasks;

const isRole = (key: string): key is RoleKey => Object.hasOwn(tasks, key);

/**
 * Reads the roles that a page lists: keys between commas or spaces, or Microsoft's English names between commas, in any
 * case. What is no role that matters here is ignored, so a list of others gives an empty set.
 */
export function parseRoles(text: string | null): ReadonlySet<RoleKey> {
  const entries = (text ?? '').toLowerCase().split(',');
  const keys = entries.flatMap((entry) => [entry.trim().replace(/\s+/g, '-'), ...entry.split(/\s+/)]);
  return new Set(keys.filter(isRole));
}

/** Whether one of the roles is enough for a task. */
export const canDo = (task: Task, roles: ReadonlySet<RoleKey>): boolean =>
  [...roles].some((role) => (tasks[role] as readonly Task[]).includes(task));

/** The line under a check once the reader's roles are known: whether to go on, or whom to ask. */
export const readerNote = (msg: Msg, task: Task, roles: ReadonlySet<RoleKey>): string =>
  canDo(task, roles)
    ? msg('You can do this with your role.', {
        id: 'checks.role.allowed',
        desc: 'Under a check, when the reader has a role that is enough for it.',
      })
    : ask[task](msg);

const ask: Record<Task, (msg: Msg) => string> = {
  configure: (msg) =>
    msg('Ask an Application Administrator or an owner of the app to do this.', {
      id: 'checks.role.configure.ask',
      desc: 'Under a check, when the reader’s role is not enough.',
    }),
  assign: (msg) =>
    msg('Ask a User Administrator, an Application Administrator, or an owner of the app to do this.', {
      id: 'checks.role.assign.ask',
      desc: 'Under a check, when the reader’s role is not enough.',
    }),
  viewLogs: (msg) =>
    msg('Ask a Reports Reader, a Security Reader, or an Application Administrator to do this.', {
      id: 'checks.role.viewLogs.ask',
      desc: 'Under a check, when the reader’s role is not enough.',
    }),
  agents: (msg) =>
    msg('Ask a Hybrid Identity Administrator to do this.', {
      id: 'checks.role.agents.ask',
      desc: 'Under a check, when the reader’s role is not enough.',
    }),
};
