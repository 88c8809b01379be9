import type { Diagnosis, SymptomId } from './model.js';

/** A check of the flagship, by the ids of its symptom and of itself (`provisioning/symptoms/`). */
export interface ProvenCheck {
  symptom: SymptomId;
  check: string;
}

type Proof = (log: Facts) => boolean;

/** What the proofs ask of a log. */
interface Facts extends Diagnosis {
  /** Whether one of these codes or branches is among its findings. */
  has: (...names: string[]) => boolean;
  /** The app lets the service in. */
  connected: boolean;
}

/**
 * Which checks a log answers with yes, so that nobody has to look again. What the log does not show, or shows to be wrong,
 * stays open.
 */
const proofs: Record<SymptomId, Record<string, Proof>> = {
  configure: {
    'app-kind': () => true,
    credentials: ({ connected }) => connected,
    start: ({ jobs, cycles }) => cycles.length > 1 || jobs.some((job) => job.steadyStateFirstAchieved !== undefined),
  },
  'configuration-problem': {
    'read-error': ({ findings }) => findings.some(({ outcome, code }) => outcome === 'failure' && code),
    url: ({ connected, has }) => connected && !has('404'),
    token: ({ connected }) => connected,
    rights: ({ connected, has }) => connected && !has('InsufficientRights', 'NotPermitted', 'Unauthorized', '403'),
  },
  'no-users': {
    running: ({ quarantine }) => !quarantine,
    'first-cycle': ({ jobs, cycles }) =>
      cycles.length > 1 || jobs.some((job) => job.steadyStateFirstAchieved !== undefined),
    'log-for-user': () => true,
    status: () => true,
    assigned: ({ has }) => !has('disabled', 'not-assigned', 'missing-role', 'reassign', 'NotEffectivelyEntitled'),
    filter: ({ has }) => !has('scoping-filter'),
    mapping: ({ rows }) => rows.some(({ outcome, action }) => outcome === 'success' && action === 'create'),
  },
  'wrong-users': {
    // Nothing is held back without one.
    threshold: ({ totals, has }) => totals.staged > 0 || has('TooManyDeletes'),
  },
};

/** The checks that a log proves to be in order. */
export function provenChecks(diagnosis: Diagnosis): ProvenCheck[] {
  const { findings, totals } = diagnosis;
  if (!totals.total) return [];
  const names = new Set(findings.flatMap(({ code, branch }) => [branch ?? code ?? '']));
  const facts: Facts = {
    ...diagnosis,
    has: (...wanted) => wanted.some((name) => names.has(name)),
    connected:
      totals.success > 0 && !findings.some(({ outcome, stage }) => outcome === 'failure' && stage === 'connection'),
  };
  return (Object.keys(proofs) as SymptomId[]).flatMap((symptom) =>
    Object.entries(proofs[symptom])
      .filter(([, proof]) => proof(facts))
      .map(([check]) => ({ symptom, check })),
  );
}
