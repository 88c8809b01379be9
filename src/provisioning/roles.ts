import type { Msg } from '../localization/msg.js';

/** What an administrator does about provisioning: change it, assign people, read its logs, run on-premises agents. */
export type Task = 'configure' | 'assign' | 'viewLogs' | 'agents';

/** The line under a check while nobody has said what the reader may do: the roles that it needs. */
export const neededRoles = (msg: Msg, task: Task): string => needed[task](msg);

const needed: Record<Task, (msg: Msg) => string> = {
  configure: (msg) =>
    msg('Role: Application Administrator, Cloud Application Administrator, or app owner', {
      id: 'topic.role.configure.needed',
      desc: 'Under a check: roles of Microsoft Entra that may do it. Use the names of Microsoft’s own translation.',
    }),
  assign: (msg) =>
    msg('Role: User Administrator, Application Administrator, Cloud Application Administrator, or app owner', {
      id: 'topic.role.assign.needed',
      desc: 'Under a check: roles of Microsoft Entra that may assign users to apps.',
    }),
  viewLogs: (msg) =>
    msg('Role: Reports Reader, Security Reader, Application Administrator, or app owner', {
      id: 'topic.role.viewLogs.needed',
      desc: 'Under a check: roles that may read the logs.',
    }),
  agents: (msg) =>
    msg('Role: Hybrid Identity Administrator', {
      id: 'topic.role.agents.needed',
      desc: 'Under a check: the role that may manage on-premises agents.',
    }),
};
