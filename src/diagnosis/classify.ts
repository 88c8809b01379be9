import { findCode, type CodeFacts } from '../provisioning/codes.js';
import { cut, maskSecrets } from './mask.js';
import type { LogRecord, LogStep, Outcome, Reading, Stop } from './model.js';
import { copy } from './own-text.js';
import { branchOf, detail } from './scope.js';

/** The words for each outcome in Graph, in the portal, and in older logs. */
const outcomes = new Map<string, Outcome>([
  ...(['success', 'succeeded', 'successful', 'ok'] as const).map((word) => [word, 'success'] as const),
  ...(['failure', 'failed', 'fail', 'error'] as const).map((word) => [word, 'failure'] as const),
  ...(['skipped', 'skip'] as const).map((word) => [word, 'skipped'] as const),
  ...(['warning', 'warn'] as const).map((word) => [word, 'warning'] as const),
]);

const stops: Readonly<Record<string, Stop>> = {
  connection: 'connect',
  import: 'import',
  scoping: 'scope',
  matching: 'match',
  processing: 'act',
  referenceResolution: 'act',
  export: 'act',
};

const known = new Map<string, CodeFacts | undefined>();

/** The facts on a code as a log spells it: exact, with an app's name in front, or with a tail. */
export function factsOf(code: string): CodeFacts | undefined {
  if (!code) return undefined;
  if (known.has(code)) return known.get(code);
  const { facts } = findCode(code.slice(0, 300));
  // The quarantine reason `Unknown` says nothing about a row.
  const useful = facts?.code === 'Unknown' ? undefined : facts;
  if (known.size < 1000) known.set(copy(code), useful);
  return useful;
}

/**
 * Says what a record means.
 *
 * A failure is judged by its error code, a skip by the last `SkipReason` of its steps, a warning by the step that did not
 * succeed, deletions that the threshold held back by their action. A code is looked up exactly, then by its end
 * (`ContosoEntryConflict`), then by its start; `given` is what the log says where that differs.
 */
export function classify(record: LogRecord): Reading {
  const outcome = outcomeOf(record);
  if (outcome === 'success') return { outcome, stage: 'any', owner: 'nobody', retry: 'none' };
  if (outcome === 'staged') return staged;
  const given = codeOf(record, outcome);
  const facts = factsOf(given);
  const code = facts?.code === 'ScopingFilter' ? 'NotEffectivelyEntitled' : facts?.code;
  const branch = code === 'NotEffectivelyEntitled' ? branchFor(record, facts) : undefined;
  const stop = stopOf(record, facts);
  const stage = facts?.stage ?? 'any';
  const severity = facts?.severity ?? (outcome === 'skipped' ? 'check' : undefined);
  // Of an unknown status nothing is known: somebody has to look.
  const { owner, retry, symptom } = facts ?? { owner: 'entra-admin', retry: 'manual', symptom: 'no-users' };
  return {
    outcome,
    ...(code && { code }),
    // The code of an app may quote anything.
    ...(given && given !== code && { given: cut(maskSecrets(given.slice(0, 300)), 100) }),
    ...(branch && { branch }),
    ...(severity && outcome === 'skipped' && { severity }),
    stage,
    ...(stop && { stop }),
    owner,
    retry,
    symptom,
  };
}

/** The threshold for deletions: somebody has to decide, and a restart before that would delete. */
const staged: Reading = {
  ...{ outcome: 'staged', stage: 'export', stop: 'act' },
  ...{ owner: 'entra-admin', retry: 'manual', symptom: 'wrong-users' },
};

const branchFor = (record: LogRecord, facts: CodeFacts | undefined) =>
  facts?.code === 'ScopingFilter' ? 'scoping-filter' : branchOf(record);

function outcomeOf({ action, status, error, steps }: LogRecord): Outcome {
  const outcome = outcomes.get(status);
  if (outcome !== 'failure' && action.startsWith('staged')) return 'staged';
  if (outcome || status) return outcome ?? 'unknown';
  // No status at all: a file that lost it. What the steps say is better than nothing.
  const words = steps.map((step) => outcomes.get(step.status));
  if (error?.code || words.includes('failure')) return 'failure';
  return words.includes('skipped') ? 'skipped' : words.includes('warning') ? 'warning' : (words.at(-1) ?? 'unknown');
}

function codeOf({ error, steps }: LogRecord, outcome: Outcome): string {
  const code = error?.code ?? '';
  if (outcome === 'skipped') return lastDetail(steps, 'skipreason') || code || lastDetail(steps, 'errorcode');
  if (outcome === 'warning') {
    const step = steps.find(({ status }) => outcomes.get(status) !== 'success');
    return (step && detail(step.details, 'errorcode', 'skipreason')) || code || lastDetail(steps, 'errorcode');
  }
  if (outcome !== 'failure') return code;
  return code || lastDetail(steps, 'errorcode') || codeIn(error?.reason ?? '');
}

/** A code in the words of the answer; only where there is no code else, for an answer may quote anything. */
const codeIn = (reason: string) => (reason ? (findCode(reason.slice(0, 2000)).facts?.code ?? '') : '');

function lastDetail(steps: readonly LogStep[], name: string): string {
  for (let at = steps.length - 1; at >= 0; at--) {
    const value = detail(steps[at]?.details ?? {}, name);
    if (value) return value;
  }
  return '';
}

/** Where it stopped: the table's word, since the step that writes a skip down is not the one that decided it; else the log's. */
function stopOf({ steps }: LogRecord, facts: CodeFacts | undefined): Stop | undefined {
  const stage = facts && facts.stage !== 'any' ? facts.stage : undefined;
  const step = steps.find(({ status }) => status && outcomes.get(status) !== 'success') ?? steps.at(-1);
  return stops[stage ?? step?.type ?? ''];
}
