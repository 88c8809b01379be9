import type { LogRecord, LogStep, ModifiedProperty } from '../model.js';
import type { Part } from './csv-records.js';

/** In bytes, of both files together. */
const roomForText = 100_000_000;
/** Changes, of each file; about 100 bytes each. */
const roomForIds = 1_000_000;
const idsInOne = 50_000;
/** In characters, of one change: the longest story seen has a tenth of it. */
const roomForOne = 100_000;

/**
 * Steps and attributes of the portal's two companion files, by change, until the file of changes is read: the files are
 * not in the same order for sure, so one of them has to be remembered.
 *
 * What it remembers is bounded. After 100 MB it keeps of each further change only the step that decided,
 * without names: there are few different ones, so it takes no more than the change's id. After a million changes it
 * keeps nothing more. Changes are counted all the same; of those, why they were skipped may not be known.
 */
export class Companions {
  /** Not all was kept. */
  isLimited = false;
  readonly #steps = new Packed<LogStep>();
  readonly #modified = new Packed<ModifiedProperty>();

  addStep({ changeId, value }: Part<LogStep>): void {
    if (!changeId) return;
    if (!this.#isFull()) this.#steps.add(changeId, value);
    else if (decides(value)) this.#steps.addShared(changeId, { ...value, description: '', details: nameless(value) });
    this.isLimited ||= this.#isFull() || this.#steps.isFull;
  }

  addModified({ changeId, value }: Part<ModifiedProperty>): void {
    if (changeId && !this.#isFull()) this.#modified.add(changeId, value);
    this.isLimited ||= this.#isFull() || this.#modified.isFull;
  }

  /** Gives a change what belongs to it. @returns whether there was anything. */
  complete(record: LogRecord): boolean {
    record.steps = this.#steps.of(record.changeId);
    record.modified = this.#modified.of(record.changeId);
    return record.steps.length > 0 || record.modified.length > 0;
  }

  /** The changes of which there are steps, for want of a file of changes. */
  *records(): Generator<LogRecord, void> {
    for (const changeId of this.#steps.ids()) {
      const record = blank(changeId);
      this.complete(record);
      const has = (status: string): boolean => record.steps.some((step) => step.status === status);
      record.status = ['failure', 'skipped', 'warning'].find(has) ?? (has('success') ? 'success' : '');
      for (const { details } of record.steps) record.source.details = { ...whoOf(details), ...record.source.details };
      yield record;
    }
  }

  #isFull(): boolean {
    return this.#steps.size + this.#modified.size > roomForText;
  }
}

/** Lists by id, each as one text: a tenth of what objects take. */
class Packed<T> {
  /** Of the texts, in bytes. */
  size = 0;
  isFull = false;
  /** Several, because a map of a million makes the page wait each time it grows. In the order of the file. */
  readonly #texts = [new Map<string, string>()];
  readonly #shared = new Map<string, string>();
  #id = '';
  #values: T[] = [];

  /** Values of one id mostly follow each other, so they are packed together. */
  add(id: string, value: T): void {
    if (id !== this.#id || this.#values.length === 100) this.#pack();
    this.#id = id;
    this.#values.push(value);
  }

  /** Packs one value that many ids have. */
  addShared(id: string, value: T): void {
    this.#pack();
    const text = JSON.stringify(value);
    const known = this.#shared.get(text) ?? text;
    if (this.#shared.size < 10_000) this.#shared.set(known, known);
    this.#set(id, known);
  }

  of(id: string): T[] {
    this.#pack();
    const text = this.#textsWith(id)?.get(id);
    return text ? (JSON.parse(`[${text}]`) as T[]) : [];
  }

  *ids(): Generator<string, void> {
    this.#pack();
    for (const texts of this.#texts) yield* texts.keys();
  }

  #textsWith(id: string): Map<string, string> | undefined {
    return this.#texts.find((texts) => texts.has(id));
  }

  #pack(): void {
    if (!this.#values.length) return;
    const text = JSON.stringify(this.#values).slice(1, -1);
    // As engines keep it: one byte a character, or two if there is one that is not Latin-1.
    this.size += /[^\0-\xff]/.test(text) ? 2 * text.length : text.length;
    this.#set(this.#id, text);
    this.#values = [];
  }

  #set(id: string, text: string): void {
    const known = this.#textsWith(id);
    const before = known?.get(id);
    if (known && before !== undefined) {
      if (before.length < roomForOne) known.set(id, `${before},${text}`);
      return;
    }
    const last = this.#texts.at(-1);
    if (last && last.size < idsInOne) last.set(id, text);
    else if (this.#texts.length * idsInOne < roomForIds) this.#texts.push(new Map([[id, text]]));
    else this.isFull = true;
  }
}

const decides = ({ status, details }: LogStep): boolean => status !== 'success' || 'SkipReason' in details;

/** What decides, without whom it is about: flags, codes, and the outcome of scoping filters. */
const nameless = ({ details }: LogStep): Record<string, string> =>
  Object.fromEntries(
    Object.entries(details).filter(
      ([key, value]) =>
        /^(true|false)$/i.test(value) || ['SkipReason', 'ErrorCode', 'ScopeEvaluationResult'].includes(key),
    ),
  );

/** Who a change is about, as far as a step tells. */
const whoOf = ({ ReportableIdentifier, userPrincipalName, displayName }: LogStep['details']): LogStep['details'] => ({
  ...(ReportableIdentifier && { ReportableIdentifier }),
  ...(userPrincipalName && { UserPrincipalName: userPrincipalName }),
  ...(displayName && { DisplayName: displayName }),
});

const blank = (changeId: string): LogRecord => {
  const identity = () => ({ system: '', id: '', name: '', type: '', details: {} });
  return {
    ...{
      kind: 'change',
      id: '',
      changeId,
      cycleId: '',
      jobId: '',
      tenantId: '',
      time: undefined,
      action: '',
      status: '',
    },
    ...{ durationMs: undefined, error: undefined, steps: [], modified: [], app: { id: '', name: '' } },
    ...{ source: identity(), target: identity(), initiatedBy: '' },
  };
};
