import type { Msg } from '../localization/msg.js';
import type { Outcome, PacketData } from './model.js';

/** Text from a log: in backticks, nothing in it is mark-up, a link or a mention. */
const code = (text: string): string => (text.trim() ? `\`${tidy(text).replaceAll('`', '’')}\`` : '');

/** Names in running text. */
const plain = (text: string): string => tidy(text).replace(/[\\`*_[\]<>#|~!&@:]/g, '\\$&');

const tidy = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '')
    .trim();

/** The packet as a text. Our own texts hold `code` and **labels**, which are Markdown already. */
export function markdownOf(data: PacketData, msg: Msg): string {
  const words = labels(msg);
  const { verdict, ids, totals, findings, checks, problems, quarantine, period } = data;
  const list = (label: string, values: readonly string[]) =>
    values.length ? [`- ${label}: ${values.join(', ')}`] : [];
  const lines = [
    `# ${verdict ? words.title : words.noLog}`,
    '',
    ...(verdict ? [verdict.sentence, ''] : []),
    ...list(words.app, data.apps.map(plain)),
    ...list(words.turn, verdict ? [verdict.turn] : []),
    ...(period ? list(words.period, [`${period.from} – ${period.to}`]) : []),
    ...list(words.jobs, ids.jobs.map(code)),
    ...list(words.cycles, ids.cycles.map(code)),
    ...(quarantine
      ? list(words.quarantine, [quarantine.reason, quarantine.error ?? ''].filter(Boolean).map(code))
      : []),
    ...(totals
      ? [
          '',
          `| ${outcomes.map((outcome) => words[outcome]).join(' | ')} |`,
          `|${'---:|'.repeat(outcomes.length)}`,
          `| ${outcomes.map((outcome) => String(totals[outcome])).join(' | ')} |`,
        ]
      : []),
    ...findings.flatMap((finding) => [
      '',
      `## ${words[finding.outcome]}: ${code(finding.code) || '–'}${finding.branch ? ` (${finding.branch})` : ''}`,
      '',
      finding.meaning,
      '',
      ...list(words.count, [String(finding.count)]),
      ...list(words.users, [String(finding.userCount)]),
      ...list(words.fix, [finding.fix]),
      ...list(words.reason, finding.reason ? [code(finding.reason)] : []),
      ...list(words.page, finding.docUrl ? [`<${finding.docUrl}>`] : []),
      ...list(
        words.changes,
        finding.examples.map(({ changeId, time, user }) =>
          [code(changeId), time, code(user)].filter(Boolean).join(' '),
        ),
      ),
    ]),
    ...(checks.length
      ? ['', `## ${words.checks}`, '', ...checks.map(({ label, done }) => `- [${done ? 'x' : ' '}] ${plain(label)}`)]
      : []),
    ...(problems.length
      ? ['', `## ${words.problems}`, '', ...problems.map(({ message }) => `- ${plain(message)}`)]
      : []),
    ...(verdict ? ['', data.redacted ? words.redacted : words.open] : []),
    '',
  ];
  return lines.join('\n');
}

const outcomes = ['success', 'failure', 'warning', 'skipped', 'staged', 'unknown'] as const satisfies Outcome[];

// prettier-ignore
const labels = (msg: Msg) => ({
  title: msg('User provisioning: what the log says', { id: 'log.packet.title', desc: 'Heading of the text for a support ticket.' }),
  noLog: msg('User provisioning: what was checked', { id: 'log.packet.noLog', desc: 'Heading of the text for a support ticket, if there is no log.' }),
  app: msg('App', { id: 'log.packet.app', desc: 'Label in the text for a support ticket.' }),
  turn: msg('Whose turn', { id: 'log.packet.turn', desc: 'Label in the text for a support ticket: who has to act.' }),
  period: msg('Period (UTC)', { id: 'log.packet.period', desc: 'Label in the text for a support ticket: from the first to the last entry.' }),
  jobs: msg('Job IDs', { id: 'log.packet.jobs', desc: 'Label in the text for a support ticket.' }),
  cycles: msg('Cycle IDs', { id: 'log.packet.cycles', desc: 'Label in the text for a support ticket.' }),
  quarantine: msg('Quarantine', { id: 'log.packet.quarantine', desc: 'Label in the text for a support ticket: reason of the quarantine.' }),
  success: msg('Succeeded', { id: 'log.packet.success', desc: 'Outcome of entries of the log.' }),
  failure: msg('Failed', { id: 'log.packet.failure', desc: 'Outcome of entries of the log.' }),
  warning: msg('Warning', { id: 'log.packet.warning', desc: 'Outcome of entries of the log.' }),
  skipped: msg('Skipped', { id: 'log.packet.skipped', desc: 'Outcome of entries of the log.' }),
  staged: msg('On hold', { id: 'log.packet.staged', desc: 'Outcome of entries of the log: held back by the deletion threshold.' }),
  unknown: msg('Unknown', { id: 'log.packet.unknown', desc: 'Outcome of entries of the log.' }),
  count: msg('Entries', { id: 'log.packet.count', desc: 'Label in the text for a support ticket: number of entries.' }),
  users: msg('Users and groups', { id: 'log.packet.users', desc: 'Label in the text for a support ticket: number of users.' }),
  fix: msg('Fix', { id: 'log.packet.fix', desc: 'Label in the text for a support ticket: what to do.' }),
  reason: msg('Answer in the log', { id: 'log.packet.reason', desc: 'Label in the text for a support ticket: what the app or the service says.' }),
  page: msg('Documentation', { id: 'log.packet.page', desc: 'Label in the text for a support ticket.' }),
  changes: msg('Change IDs', { id: 'log.packet.changes', desc: 'Label in the text for a support ticket: ids of examples, with time and user.' }),
  checks: msg('What was checked', { id: 'log.packet.checks', desc: 'Heading in the text for a support ticket: list of checks.' }),
  problems: msg('Reading the log', { id: 'log.packet.problems', desc: 'Heading in the text for a support ticket: problems with the file.' }),
  redacted: msg('Names, addresses and other personal IDs were replaced. Each person has the same stand-in throughout.', { id: 'log.packet.redacted', desc: 'Last line of the text for a support ticket.' }),
  open: msg('This text holds personal data.', { id: 'log.packet.open', desc: 'Last line of the text for a support ticket, if names were not replaced.' }),
});
