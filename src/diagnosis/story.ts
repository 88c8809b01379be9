import { cut, maskSecrets } from './mask.js';
import type { LogIdentity, LogRecord, LogStep, ModifiedProperty, Row, Story } from './model.js';
import { filtersOf } from './scope.js';

const packed = Symbol('story');

/** A row with what its story is made of: one text, which is a third of the size of its objects. */
export interface KeptRow extends Row {
  [packed]?: string | LogStep[];
}

type Pack = [LogStep[], ModifiedProperty[], LogRecord['error'] | null, LogIdentity, LogIdentity, string, number | null];

const skeletons = new Map<string, LogStep[]>();

/** Remembers a record's story: whole while there is room, else which steps it took. Returns the bytes that it takes. */
export function keep(row: KeptRow, record: LogRecord, whole: boolean): number {
  if (whole) {
    const { steps, modified, error, source, target, jobId, durationMs } = record;
    const pack: Pack = [steps, modified, error ?? null, source, target, jobId, durationMs ?? null];
    const plain = JSON.stringify(pack);
    // Looking at each value takes four times as long, and long ones are rare.
    const text = plain.length > 20_000 ? JSON.stringify(pack, shorten) : plain;
    row[packed] = text;
    return /[^\0-\xff]/.test(text) ? 2 * text.length : text.length;
  }
  const key = record.steps.map(({ name, type, status }) => `${name}/${type}/${status}`).join();
  let steps = skeletons.get(key);
  if (!steps) {
    steps = record.steps.map(({ name, type, status }) => ({ name, type, status, description: '', details: {} }));
    if (skeletons.size < 1000) skeletons.set(key, steps);
  }
  row[packed] = steps;
  return 0;
}

const shorten = (_key: string, value: unknown) =>
  typeof value === 'string' && value.length > 10_000 ? cut(value) : value;

const nobody: LogIdentity = { system: '', id: '', name: '', type: '', details: {} };

/** Everything on one row, with secrets masked. */
export function storyOf(row: Row): Story {
  const kept = (row as KeptRow)[packed];
  if (typeof kept !== 'string')
    return {
      ...{ whole: false, steps: structuredClone(kept ?? []), modified: [], reason: '', additionalDetails: '' },
      ...{ recommendedAction: '', source: nobody, target: nobody, jobId: '', filters: [] },
    };
  const [steps, modified, error, source, target, jobId, durationMs] = JSON.parse(kept, (_key, value: unknown) =>
    typeof value === 'string' ? maskSecrets(value) : value,
  ) as Pack;
  return {
    ...{
      whole: true,
      steps,
      modified: modified.map(hide),
      source,
      target,
      jobId,
      filters: filtersOf({ steps }),
    },
    reason: error?.reason ?? '',
    additionalDetails: error?.additionalDetails ?? '',
    recommendedAction: error?.recommendedAction ?? '',
    ...(durationMs !== null && { durationMs }),
  };
}

/** Initial passwords are written like any attribute. */
const hide = ({ name, oldValue, newValue }: ModifiedProperty): ModifiedProperty =>
  /passw|secret/i.test(name)
    ? { name, oldValue: oldValue && '[secret]', newValue: newValue && '[secret]' }
    : { name, oldValue, newValue };
