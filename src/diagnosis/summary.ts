import { factsOf } from './classify.js';
import type { Diagnosis, Summary } from './model.js';

/** A diagnosis without people: published codes and counts, for `help-diagnosis` and a host's statistics. */
export function summarise({ verdict, totals, findings, quarantine, problems }: Diagnosis): Summary {
  const reason = factsOf(quarantine?.reason ?? '');
  return {
    situation: verdict.situation,
    totals: { ...totals },
    findings: findings.map(
      ({ outcome, code, branch, severity, stage, owner, retry, symptom, expected, count, userCount }) => ({
        ...{ outcome, stage, owner, retry, expected, count, userCount, known: code !== undefined },
        ...(code && { code }),
        ...(branch && { branch }),
        ...(severity && { severity }),
        ...(symptom && { symptom }),
      }),
    ),
    ...(reason?.kind === 'quarantine' && { quarantine: reason.code }),
    problems: problems.map(({ code }) => code),
  };
}
