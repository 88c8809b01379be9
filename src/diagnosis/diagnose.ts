import { fixedLocale } from '../localization/fixed-locale.js';
import { str, type Msg } from '../localization/msg.js';
import { findCode, explain as explainCode, type CodeKind, type Explanation } from '../provisioning/codes.js';
import { clockOf } from './clock.js';
import { Evidence, limits } from './collect.js';
import { explained, findingsOf, linksFor, quarantineOf, type Wording } from './findings.js';
import type {
  DiagnoseOptions,
  Diagnosis,
  LogInput,
  LogProblem,
  Owner,
  PageLink,
  Retry,
  Row,
  Severity,
  Stage,
  SymptomId,
  Totals,
} from './model.js';
import { readLog } from './reading/read-log.js';
import { storyOf } from './story.js';
import { iso } from './timeline.js';
import { verdictOf } from './verdict.js';

/** What a diagnosis was made from, so that it can be put into other words. */
const sources = new WeakMap<Diagnosis, { evidence: Evidence; problems: readonly LogProblem[] }>();

/**
 * Reads provisioning logs and says what is wrong, whose turn it is, and what to do. Nothing leaves the device.
 *
 * The log is read as a stream that yields to the page. What is kept is bounded: 200 000 successes and as many other rows, 200
 * unknown codes, 400 000 users; beyond that, counts go on and `problems` says so.
 * @param input Files (of one download or several), text, a stream of bytes, or parsed JSON; see `LogInput`.
 * @throws The signal's reason, once it is aborted. What is wrong with a log is no exception: it is in `problems`.
 */
export async function diagnose(input: LogInput, options: DiagnoseOptions = {}): Promise<Diagnosis> {
  const { signal, onProgress, columns } = options;
  signal?.throwIfAborted();
  const wording = await wordingFor(options);
  const { msg, locale } = wording;
  const evidence = new Evidence();
  const problems: LogProblem[] = [];
  const reportProblem = (problem: LogProblem) => void problems.push(problem);
  for await (const items of readLog(input, { msg, locale, signal, onProgress, columns, reportProblem })) {
    signal?.throwIfAborted();
    evidence.add(items);
  }
  signal?.throwIfAborted();
  return describe(evidence, problems, wording);
}

/**
 * The same diagnosis in another language, or with other addresses: the same rows and counts, other words. Messages of
 * problems with a file stay in the language that it was read in.
 */
export async function reword(diagnosis: Diagnosis, options: DiagnoseOptions = {}): Promise<Diagnosis> {
  const source = sources.get(diagnosis);
  return source ? describe(source.evidence, source.problems, await wordingFor(options)) : diagnosis;
}

/** The newest rows of a finding, at most 5. */
export const examplesOf = (diagnosis: Diagnosis, finding: string): readonly Row[] =>
  sources.get(diagnosis)?.evidence.examplesOf(finding) ??
  diagnosis.rows.filter((row) => row.finding === finding).slice(-5);

/** English, if the language can't be had. */
async function wordingFor({
  locale,
  cloud,
  docsBase,
  docsLocale,
  now = Date.now(),
}: DiagnoseOptions): Promise<Wording> {
  const parts = ['log', 'code'];
  const fixed = await fixedLocale(locale ?? 'en', parts).catch(() => fixedLocale('en', parts));
  return { msg: fixed.msg, locale: fixed.locale, cloud, docsBase, docsLocale, now };
}

function describe(evidence: Evidence, readProblems: readonly LogProblem[], wording: Wording): Diagnosis {
  const { counts, rows, jobs, userCount, times } = evidence;
  const findings = findingsOf(evidence, wording);
  const quarantine = quarantineOf(evidence, wording);
  const cycles = evidence.latestCycles();
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const expected = findings.reduce((sum, { expected, count }) => sum + (expected ? count : 0), 0);
  const totals: Totals = { ...counts, total, expected, users: userCount };
  const diagnosis: Diagnosis = {
    locale: wording.locale,
    verdict: verdictOf(evidence, findings, quarantine, wording),
    ...{ findings, totals, rows, storyOf },
    timeline: times.timeline(),
    clock: clockOf(evidence, wording),
    ...(quarantine && { quarantine }),
    ...(cycles[0] && { cycle: cycles[0] }),
    cycles,
    apps: [...evidence.apps.values()].sort((a, b) => b.count - a.count),
    jobs,
    jobIds: [...new Set([...evidence.jobIds, ...jobs.map(({ id }) => id)])].filter(Boolean),
    ...(times.first <= times.last && { period: { from: iso(times.first), to: iso(times.last) } }),
    problems: [...readProblems, ...limitProblems(evidence, readProblems, wording)],
  };
  sources.set(diagnosis, { evidence, problems: readProblems });
  return diagnosis;
}

/** What was counted but not kept, and a log without anything in it. */
function limitProblems({ dropped, rows, jobs }: Evidence, read: readonly LogProblem[], { msg, locale }: Wording) {
  const number = (count: number) => new Intl.NumberFormat(locale).format(count);
  const problems: LogProblem[] = [];
  if (dropped.rows) problems.push({ code: 'rows-limited', message: rowsLimited(msg, number(rows.length)), at: '' });
  if (dropped.codes)
    problems.push({ code: 'findings-limited', message: codesLimited(msg, number(limits.unknownCodes)), at: '' });
  if (dropped.users) problems.push({ code: 'users-limited', message: usersLimited(msg, number(limits.users)), at: '' });
  if (!rows.length && !jobs.length && !read.length) problems.push({ code: 'no-rows', message: noRows(msg), at: '' });
  return problems;
}

// prettier-ignore
const rowsLimited = (msg: Msg, count: string) =>
  msg(str`The log is too long to list all of it. These lists hold ${count} entries; the counts are complete.`, { id: 'log.problem.rows', desc: 'Note under the result: a number.' });
// prettier-ignore
const codesLimited = (msg: Msg, count: string) =>
  msg(str`The log has more than ${count} different codes that Microsoft doesn’t publish. The rest of them is counted together.`, { id: 'log.problem.codes', desc: 'Note under the result: a number.' });
// prettier-ignore
const usersLimited = (msg: Msg, count: string) =>
  msg(str`The log has more than ${count} users. The real numbers of users can be higher than those shown.`, { id: 'log.problem.users', desc: 'Note under the result: a number.' });
// prettier-ignore
const noRows = (msg: Msg) =>
  msg('No entries of a provisioning log were found.', { id: 'log.problem.noRows', desc: 'Note under the result: the file is readable, but holds something else or nothing.' });

/** What one code means. Texts may hold `` `code` `` and `**labels of the admin center**`. */
export interface CodeExplanation extends Omit<Explanation, 'links' | 'owner' | 'retry' | 'symptom'> {
  kind: CodeKind;
  owner?: Owner;
  retry?: Retry;
  stage?: Stage;
  /** Only of skip reasons. */
  severity?: Severity;
  symptom?: SymptomId;
  /** Where the code is documented; '' where the cloud has no such page. */
  docUrl: string;
  /** The page with the fix first. */
  links: PageLink[];
}

/**
 * Reads one code: an error code (also with an app's name in front or a tail), a skip reason, a quarantine reason or an HTTP
 * status, alone or in a line of a log.
 */
export async function explain(
  code: string,
  options: Pick<DiagnoseOptions, 'locale' | 'cloud' | 'docsBase' | 'docsLocale'> = {},
): Promise<CodeExplanation> {
  const wording = await wordingFor(options);
  const { facts } = findCode(code);
  const { links, ...explanation } = explainCode(code, wording.msg);
  return {
    ...explanation,
    ...(facts && { stage: facts.stage, ...(facts.severity && { severity: facts.severity }) }),
    docUrl: explained(facts?.code ?? '', wording).docUrl,
    links: linksFor(wording, links),
  };
}
