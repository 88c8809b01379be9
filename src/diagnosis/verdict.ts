import { str, type Msg } from '../localization/msg.js';
import { plural } from '../localization/plural.js';
import { factsOf } from './classify.js';
import { inFirstCycle } from './clock.js';
import type { Evidence } from './collect.js';
import { turnOf, weight, type Wording } from './findings.js';
import type { Finding, JobRecord, Quarantine, Situation, Verdict } from './model.js';

/** From this part of the rows on, one cause is the cause. */
const mostly = 0.6;

/** What the whole log says, in one sentence, and whose turn it is. */
export function verdictOf(
  evidence: Evidence,
  findings: readonly Finding[],
  quarantine: Quarantine | undefined,
  wording: Wording,
): Verdict {
  const { msg } = wording;
  const { situation, finding } = situationOf(evidence, findings, quarantine);
  const tone = tones[situation];
  const owner = quarantine?.owner ?? (tone === 'act' ? (finding?.owner ?? 'entra-admin') : 'nobody');
  const symptom = quarantine ? symptomOf(quarantine) : situation === 'off' ? 'no-users' : finding?.symptom;
  return {
    ...{ situation, tone, sentence: sentenceOf(situation, finding, quarantine, evidence, findings, wording), owner },
    turn: quarantine?.turn ?? (tone === 'act' && finding ? finding.turn : turnOf(msg, owner)),
    ...(finding && { finding: finding.id }),
    ...(symptom && { symptom }),
  };
}

/** That of the error behind it, else that of the reason. */
const symptomOf = ({ error, reason }: Quarantine) =>
  (factsOf(error?.code ?? '') ?? factsOf(reason))?.symptom ?? 'configuration-problem';

const tones: Record<Situation, Verdict['tone']> = {
  ...{ 'nothing-wrong': 'good', 'all-redundant': 'good' },
  ...{ 'first-cycle': 'wait', retrying: 'wait' },
  ...{ 'one-cause': 'act', mixed: 'act', 'connection-broken': 'act', quarantine: 'act', off: 'act', staged: 'act' },
  ...{ 'not-assigned': 'act', 'nothing-evaluated': 'act', 'no-rows': 'act' },
};

/** The first that fits, from what stops everyone to what stops nobody. */
function situationOf(
  evidence: Evidence,
  findings: readonly Finding[],
  quarantine: Quarantine | undefined,
): { situation: Situation; finding?: Finding | undefined } {
  const { counts, jobs } = evidence;
  const total = sum(Object.values(counts));
  const broken = findings.find((finding) => isBroken(finding, evidence));
  const inQuarantine = findings.find(({ code }) => factsOf(code ?? '')?.kind === 'quarantine');
  const [heaviest] = findings;
  if (quarantine || inQuarantine) return { situation: 'quarantine', finding: broken ?? inQuarantine };
  if (jobs.length && jobs.every(isOff)) return { situation: 'off' };
  if (broken) return { situation: 'connection-broken', finding: broken };
  const staged = findings.find(({ outcome }) => outcome === 'staged');
  if (staged) return { situation: 'staged', finding: staged };
  if (!total && !jobs.length) return { situation: 'no-rows' };
  if (total && counts.unknown === total) return { situation: 'nothing-evaluated', finding: heaviest };

  const toMend = findings.filter((finding) => weight(finding) === 0);
  const toSee = findings.filter((finding) => weight(finding) === 1);
  const [first] = toMend.length ? toMend : toSee;
  if (first) {
    const alike = toMend.length ? toMend : toSee;
    const share = first.count / sum(alike.map(({ count }) => count));
    if (share < mostly) return { situation: 'mixed', finding: first };
    return { situation: first.branch === 'not-assigned' ? 'not-assigned' : 'one-cause', finding: first };
  }
  if (jobs.some(inFirstCycle)) return { situation: 'first-cycle' };
  if (heaviest && weight(heaviest) === 2) return { situation: 'retrying', finding: heaviest };
  if (!total) return { situation: 'nothing-evaluated' };
  const redundant = findings.length === 1 && heaviest?.code === 'RedundantExport' && !counts.success;
  return redundant ? { situation: 'all-redundant', finding: heaviest } : { situation: 'nothing-wrong' };
}

const isOff = ({ status }: JobRecord): boolean => /^(?:paused|notconfigured)$/i.test(status);

/** The app does not let the service in, and has not answered since. */
const isBroken = ({ stage, outcome, lastSeen, count }: Finding, { answers, lastAnswer }: Evidence): boolean =>
  stage === 'connection' &&
  outcome === 'failure' &&
  (lastSeen && lastAnswer > 0 ? lastAnswer < Date.parse(lastSeen) : answers < count);

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

function sentenceOf(
  situation: Situation,
  finding: Finding | undefined,
  quarantine: Quarantine | undefined,
  evidence: Evidence,
  findings: readonly Finding[],
  { msg, locale }: Wording,
): string {
  const number = (count: number) => new Intl.NumberFormat(locale).format(count);
  const users = finding ? finding.userCount || finding.count : 0;
  switch (situation) {
    case 'no-rows':
      return msg('There’s nothing about provisioning in this file.', {
        id: 'log.verdict.noRows',
        desc: 'What a log says as a whole: it has no entries.',
      });
    case 'nothing-evaluated':
      return msg('Nobody has been evaluated in this log, so there’s nothing to judge yet.', {
        id: 'log.verdict.nothingEvaluated',
        desc: 'What a log says as a whole: there are entries or jobs, but no decisions.',
      });
    case 'quarantine':
      if (factsOf(quarantine?.reason ?? '')?.code === 'TooManyDeletes')
        return msg('Provisioning is in quarantine: more deletions than you allow wait for your decision.', {
          id: 'log.verdict.deletions',
          desc: 'What a log says as a whole: the deletion threshold was reached.',
        });
      return msg('Provisioning is in quarantine: the service tries less and less often until the cause is fixed.', {
        id: 'log.verdict.quarantine',
        desc: 'What a log says as a whole.',
      });
    case 'off':
      return msg('Provisioning is turned off, so nobody is being provisioned.', {
        id: 'log.verdict.off',
        desc: 'What a log says as a whole: the job is paused or not set up.',
      });
    case 'connection-broken':
      return msg('Nobody is being provisioned, because the app doesn’t let the provisioning service in.', {
        id: 'log.verdict.connection',
        desc: 'What a log says as a whole: the credentials or the address are wrong.',
      });
    case 'staged':
      return plural(
        locale,
        finding?.count ?? 0,
        msg(
          '{count, plural, one {One deletion is on hold until you decide about it.} other {# deletions are on hold until you decide about them.}}',
          {
            id: 'log.verdict.staged',
            desc: 'What a log says as a whole: the deletion threshold was reached. The number is count.',
          },
        ),
      );
    case 'first-cycle':
      return msg('The first cycle is still running, so not everyone has had a turn yet.', {
        id: 'log.verdict.firstCycle',
        desc: 'What a log says as a whole.',
      });
    case 'retrying':
      return plural(
        locale,
        users,
        msg(
          '{count, plural, one {One user had a problem that should go away by itself, because the service tries again.} other {# users had a problem that should go away by itself, because the service tries again.}}',
          { id: 'log.verdict.retrying', desc: 'What a log says as a whole. The number is count.' },
        ),
      );
    case 'all-redundant':
      return msg('Everyone in this log is up to date in the app, so there was nothing to do.', {
        id: 'log.verdict.redundant',
        desc: 'What a log says as a whole: all entries were skipped for that reason.',
      });
    case 'nothing-wrong':
      return msg('Everything in this log went as it should.', {
        id: 'log.verdict.fine',
        desc: 'What a log says as a whole.',
      });
    case 'mixed': {
      const all = usersOf(findings, evidence);
      const title = finding?.title ?? '';
      return plural(
        locale,
        all,
        msg(
          str`{count, plural, one {One user has several problems. The most frequent: ${title}.} other {# users have problems, for several reasons. The most frequent: ${title}.}}`,
          {
            id: 'log.verdict.mixed',
            desc: 'What a log says as a whole: the short name of a problem. The number is count.',
          },
        ),
      );
    }
    default:
      return causeOf(finding, users, number(users), locale, msg);
  }
}

/** Different users with a problem of the heaviest kind that there is. */
function usersOf(findings: readonly Finding[], { groups }: Evidence): number {
  const kind = findings[0] ? weight(findings[0]) : 0;
  const users = new Set<number>();
  for (const group of groups.values())
    if (weight(group.reading) === kind) for (const user of group.users) users.add(user);
  return users.size || sum(findings.filter((finding) => weight(finding) === kind).map(({ count }) => count));
}

/** One cause, in its own words where it is one of those that most people meet. */
function causeOf(finding: Finding | undefined, users: number, count: string, locale: string, msg: Msg): string {
  switch (finding?.branch) {
    case 'not-assigned':
      return plural(
        locale,
        users,
        msg(
          '{count, plural, one {One user was skipped, because the user isn’t assigned to the app.} other {# users were skipped, because they aren’t assigned to the app.}}',
          { id: 'log.verdict.notAssigned', desc: 'What a log says as a whole. The number is count.' },
        ),
      );
    case 'scoping-filter':
      return plural(
        locale,
        users,
        msg(
          '{count, plural, one {One user was skipped, because a scoping filter leaves the user out.} other {# users were skipped, because a scoping filter leaves them out.}}',
          { id: 'log.verdict.filter', desc: 'What a log says as a whole. The number is count.' },
        ),
      );
    case 'disabled':
      return plural(
        locale,
        users,
        msg(
          '{count, plural, one {One user was skipped, because the account is disabled.} other {# users were skipped, because their accounts are disabled.}}',
          { id: 'log.verdict.disabled', desc: 'What a log says as a whole. The number is count.' },
        ),
      );
    default: {
      const meaning = finding?.meaning ?? '';
      return plural(
        locale,
        users,
        msg(
          str`{count, plural, one {One user has a problem: ${meaning}} other {# users have the same problem: ${meaning}}}`,
          {
            id: 'log.verdict.cause',
            desc: 'What a log says as a whole: then a whole sentence on the cause. The number is count.',
          },
        ),
      );
    }
  }
}
