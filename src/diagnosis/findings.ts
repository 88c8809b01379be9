import { str, type Msg } from '../localization/msg.js';
import { codePages, turnText, type CodePage } from '../provisioning/code-texts.js';
import { explain as explainCode, type CodeFacts } from '../provisioning/codes.js';
import { docsPath } from '../provisioning/docs-hosts.js';
import { learn } from '../provisioning/links.js';
import { factsOf } from './classify.js';
import type { Evidence, Group } from './collect.js';
import { cut, maskSecrets } from './mask.js';
import type { Branch, Cloud, FilterClause, Finding, Outcome, PageLink, Quarantine, Reading, Stop } from './model.js';
import { iso } from './timeline.js';
import { titleOf } from './titles.js';

/** The language and the docs that texts are made for. */
export interface Wording {
  msg: Msg;
  locale: string;
  cloud?: Cloud | undefined;
  docsBase?: string | undefined;
  docsLocale?: string | undefined;
  now: number;
}

/** What a cause means and what helps, in words. */
type Texts = Pick<Finding, 'meaning' | 'fix' | 'turn' | 'retries' | 'docUrl' | 'links'>;

/**
 * How heavy a cause is: 0 a person has to mend it, 1 a person should look, 2 it heals by itself, 3 it is as it should be.
 * A skip that is fine comes last however often it comes, and what is tried again after what never heals.
 */
export function weight({ outcome, owner, retry, severity }: Reading): 0 | 1 | 2 | 3 {
  if (outcome === 'success' || (outcome === 'skipped' && severity === 'ok')) return 3;
  if (retry === 'auto' || retry === 'auto-40min' || owner === 'nobody') return 2;
  if (outcome === 'unknown' || outcome === 'warning' || (outcome === 'skipped' && severity === 'check')) return 1;
  return 0;
}

/** Heaviest first, then most rows first. */
export const byWeight = (a: Group, b: Group): number =>
  weight(a.reading) - weight(b.reading) || b.count - a.count || (a.id < b.id ? -1 : 1);

export const findingsOf = (evidence: Evidence, wording: Wording): Finding[] =>
  [...evidence.groups.values()].sort(byWeight).map((group) => findingOf(group, wording));

function findingOf(group: Group, wording: Wording): Finding {
  const { id, reading, count, users, first, last, stops, reasons, filters } = group;
  const { outcome, code } = reading;
  const stop = most(stops);
  const [reason] = [...reasons.values()].sort((a, b) => b.count - a.count);
  // An answer of the app helps where our words are general; a skip has none.
  const quote = reason && (outcome === 'failure' || outcome === 'warning' || !code);
  return {
    ...reading,
    id,
    outcome: outcome as Finding['outcome'],
    ...(stop && { stop }),
    expected: weight(reading) === 3,
    count,
    userCount: users.size,
    ...(first !== undefined && last !== undefined && { firstSeen: iso(first), lastSeen: iso(last) }),
    title: titleOf(wording.msg, reading),
    ...textsOf(reading, wording),
    ...(quote && { reason: reason.text }),
    ...(filters.size && { filters: filterTexts(filters, wording) }),
  };
}

const most = (stops: Map<Stop, number>): Stop | undefined => [...stops].sort((a, b) => b[1] - a[1])[0]?.[0];

/** The words on a cause: those of the table of codes, those of a branch, or those on what nobody published. */
function textsOf(reading: Reading, wording: Wording): Texts {
  const { msg } = wording;
  const { outcome, code, given, branch } = reading;
  if (outcome === 'staged') return explained('TooManyDeletes', wording);
  if (branch === 'scoping-filter') return explained('ScopingFilter', wording);
  if (branch) return { ...explained('NotEffectivelyEntitled', wording), ...branchTexts(msg, branch) };
  if (code) return explained(code, wording);
  const links = pages(wording, 'codes', 'logs');
  const unknown = explainCode('', msg);
  const texts = { ...pick(unknown), docUrl: links[0]?.href ?? '', links };
  return given ? texts : { ...texts, ...withoutCode(msg, outcome) };
}

const pick = ({ meaning, fix, turn, retries }: Texts | ReturnType<typeof explainCode>) => ({
  meaning,
  fix,
  turn,
  retries,
});

/** The words of the table, with the addresses for the cloud. The first page is the one that the code is documented on. */
export function explained(code: string, wording: Wording): Texts {
  const explanation = explainCode(code, wording.msg);
  const links = linksFor(wording, explanation.links);
  const doc = factsOf(code)?.doc;
  return { ...pick(explanation), docUrl: (doc && href(wording, doc)) ?? links[0]?.href ?? '', links };
}

export const linksFor = (wording: Wording, pageList: readonly { path: string; label: string }[]): PageLink[] =>
  pageList.flatMap(({ path, label }) => {
    const address = href(wording, path);
    return address ? [{ href: address, label }] : [];
  });

const href = ({ cloud, docsBase, docsLocale }: Wording, path: string): string | undefined =>
  docsPath(path, { ...(cloud && { cloud }), base: docsBase, locale: docsLocale }, learn);

const pages = (wording: Wording, ...keys: CodePage[]): PageLink[] =>
  linksFor(
    wording,
    keys.map((key) => ({ path: codePages[key][0], label: codePages[key][1](wording.msg) })),
  );

/** Whose turn it is, where no code says it. */
export const turnOf = (msg: Msg, owner: Reading['owner']): string => turnText(msg, { owner } as CodeFacts);

// prettier-ignore
function branchTexts(msg: Msg, branch: Exclude<Branch, 'scoping-filter'>): { meaning: string; fix: string } {
  switch (branch) {
    case 'not-assigned': return {
      meaning: msg('The user or group isn’t assigned to the app, or only through a group inside another group.', { id: 'log.branch.notAssigned.meaning', desc: 'Why a user was skipped. Nested groups do not count.' }),
      fix: msg('Assign the user to the app, directly or through a group that the user is a direct member of. If the user doesn’t need the app, there’s nothing to do.', { id: 'log.branch.notAssigned.fix', desc: 'What to do about users that are not assigned.' }),
    };
    case 'disabled': return {
      meaning: msg('The account is disabled or deleted in the source, so the service doesn’t create it in the app.', { id: 'log.branch.disabled.meaning', desc: 'Why a user was skipped.' }),
      fix: msg('If the user needs the app, enable the account. If not, there’s nothing to do.', { id: 'log.branch.disabled.fix', desc: 'What to do about users whose account is disabled.' }),
    };
    case 'missing-role': return {
      meaning: msg('The user or group is assigned to the app, but without a role that the service provisions.', { id: 'log.branch.missingRole.meaning', desc: 'Why a user was skipped. Role: of the app.' }),
      fix: msg('In the app’s **Users and groups**, edit the assignment and select another role.', { id: 'log.branch.missingRole.fix', desc: 'What to do. Users and groups: a page of the admin center.' }),
    };
    case 'reassign': return {
      meaning: msg('The user is enabled, assigned and in scope, and yet not entitled. The assignment itself is probably damaged.', { id: 'log.branch.reassign.meaning', desc: 'Why a user was skipped although every flag in the log is right.' }),
      fix: msg('Remove the assignment of the user or group, then assign it again.', { id: 'log.branch.reassign.fix', desc: 'What to do about a damaged assignment.' }),
    };
  }
}

// prettier-ignore
const readSteps = (msg: Msg) =>
  msg('Open one of the entries in the provisioning log, and read its steps.', { id: 'log.noCode.steps.fix', desc: 'What to do about entries with an unknown status or no code.' });

// prettier-ignore
function withoutCode(msg: Msg, outcome: Outcome): { meaning: string; fix: string } {
  if (outcome === 'skipped') return {
    meaning: msg('The log doesn’t say why these users were skipped.', { id: 'log.noCode.skipped.meaning', desc: 'Skipped entries of a log without a reason.' }),
    fix: msg('Add the file `ProvisioningLogs_ProvisioningSteps` of the same download, or download the log as JSON: the reason is in the steps.', { id: 'log.noCode.skipped.fix', desc: 'What to do. Keep the name of the file.' }),
  };
  if (outcome === 'warning') return {
    meaning: msg('The service made these changes in part, or with a remark.', { id: 'log.noCode.warning.meaning', desc: 'Entries of a log with a warning that has no code.' }),
    fix: msg('Open one of the entries, and read the step that didn’t succeed.', { id: 'log.noCode.warning.fix', desc: 'What to do about a warning.' }),
  };
  if (outcome === 'unknown') return {
    meaning: msg('The log has a status that this help doesn’t know.', { id: 'log.noCode.unknown.meaning', desc: 'Entries of a log with an unknown status.' }),
    fix: readSteps(msg),
  };
  return {
    meaning: msg('The log gives no code for these failures.', { id: 'log.noCode.failure.meaning', desc: 'Failures in a log without a code.' }),
    fix: readSteps(msg),
  };
}

const filterTexts = (filters: Group['filters'], { msg }: Wording): NonNullable<Finding['filters']> =>
  [...filters.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, 5)
    .map(({ clause, count }) => ({ clause, count, text: clauseText(msg, clause) }));

/** What a clause of a scoping filter asks for, in plain words. */
export function clauseText(msg: Msg, { filter, attribute, operator, value }: FilterClause): string {
  const condition = conditionText(msg, marked(attribute), marked(value), operator);
  return filter
    ? msg(str`Filter “${filter}”: ${condition}`, {
        id: 'log.filter.named',
        desc: 'A filter by its title, and what it asks for.',
      })
    : condition;
}

const marked = (text: string) => (text ? `\`${text.replaceAll('`', '’')}\`` : '');

// prettier-ignore
function conditionText(msg: Msg, attribute: string, value: string, operator: string): string {
  switch (operator.toUpperCase().replaceAll('_', ' ')) {
    case 'EQUALS': return msg(str`${attribute} must be ${value}.`, { id: 'log.filter.equals', desc: 'Condition of a scoping filter: attribute, value.' });
    case 'NOT EQUALS': return msg(str`${attribute} must not be ${value}.`, { id: 'log.filter.notEquals', desc: 'Condition of a scoping filter: attribute, value.' });
    case 'IS TRUE': return msg(str`${attribute} must be true.`, { id: 'log.filter.isTrue', desc: 'Condition of a scoping filter on an attribute that is true or false.' });
    case 'IS FALSE': return msg(str`${attribute} must be false.`, { id: 'log.filter.isFalse', desc: 'Condition of a scoping filter on an attribute that is true or false.' });
    case 'IS NULL': return msg(str`${attribute} must be empty.`, { id: 'log.filter.isNull', desc: 'Condition of a scoping filter.' });
    case 'IS NOT NULL': return msg(str`${attribute} must not be empty.`, { id: 'log.filter.isNotNull', desc: 'Condition of a scoping filter.' });
    case 'INCLUDES': return msg(str`${attribute} must contain ${value}.`, { id: 'log.filter.includes', desc: 'Condition of a scoping filter: attribute, value.' });
    case 'NOT INCLUDES': return msg(str`${attribute} must not contain ${value}.`, { id: 'log.filter.notIncludes', desc: 'Condition of a scoping filter: attribute, value.' });
    case 'IN': return msg(str`${attribute} must be one of ${value}.`, { id: 'log.filter.in', desc: 'Condition of a scoping filter: attribute, list of values.' });
    case 'NOT IN': return msg(str`${attribute} must be none of ${value}.`, { id: 'log.filter.notIn', desc: 'Condition of a scoping filter: attribute, list of values.' });
    case 'REGEX MATCH': return msg(str`${attribute} must match the pattern ${value}.`, { id: 'log.filter.regex', desc: 'Condition of a scoping filter: attribute, regular expression.' });
    case 'NOT REGEX MATCH': return msg(str`${attribute} must not match the pattern ${value}.`, { id: 'log.filter.notRegex', desc: 'Condition of a scoping filter: attribute, regular expression.' });
    case 'GREATER THAN': return msg(str`${attribute} must be greater than ${value}.`, { id: 'log.filter.greater', desc: 'Condition of a scoping filter: attribute, value.' });
    case 'GREATER THAN OR EQUALS': return msg(str`${attribute} must be ${value} or greater.`, { id: 'log.filter.greaterOrEqual', desc: 'Condition of a scoping filter: attribute, value.' });
    default: return [attribute, operator, value].filter(Boolean).join(' ');
  }
}

/** The job in quarantine, by its state; the one that went in last, if there are several. */
export function quarantineOf({ jobs }: Evidence, wording: Wording): Quarantine | undefined {
  const { msg } = wording;
  const [job] = jobs
    .filter(({ status, quarantine }) => quarantine ?? status.toLowerCase() === 'quarantine')
    .sort((a, b) => (b.quarantine?.currentBegan ?? 0) - (a.quarantine?.currentBegan ?? 0));
  if (!job) return undefined;
  const { reason = '', error, currentBegan, seriesBegan, nextAttempt, seriesCount } = job.quarantine ?? {};
  const facts = factsOf(reason);
  const texts = explained(facts?.code ?? 'Unknown', wording);
  const cause = error?.code ? factsOf(error.code) : undefined;
  return {
    jobId: job.id,
    reason,
    owner: cause?.owner ?? facts?.owner ?? 'entra-admin',
    ...texts,
    turn: cause ? turnText(msg, cause) : texts.turn,
    ...(currentBegan !== undefined && { currentBegan: iso(currentBegan) }),
    ...(seriesBegan !== undefined && { seriesBegan: iso(seriesBegan) }),
    ...(nextAttempt !== undefined && { nextAttempt: iso(nextAttempt) }),
    ...(seriesCount !== undefined && { seriesCount }),
    ...(error?.code && {
      error: {
        ...pick(explained(error.code, wording)),
        code: cause?.code ?? cut(maskSecrets(error.code), 100),
        owner: cause?.owner ?? 'entra-admin',
        message: cut(maskSecrets(error.message), 500),
      },
    }),
  };
}
