import { classify } from './classify.js';
import { cut } from './mask.js';
import type { Cycle, FilterClause, JobRecord, LogItem, LogRecord, Reading, Row, Stop } from './model.js';
import { copies, copy, intern } from './own-text.js';
import { maskRecord } from './redact.js';
import { detail, filtersOf } from './scope.js';
import { keep, type KeptRow } from './story.js';
import { iso, noCounts, Times } from './timeline.js';

/** Bounds of what is kept, so that a log of any size fits into memory. Counts go on beyond them. */
export const limits = {
  /** Rows that were no success, and as many that were. */
  rows: 200_000,
  /** Distinct codes that nobody published. The published ones always fit. */
  unknownCodes: 200,
  /** Users that are told apart. */
  users: 400_000,
  /** Jobs, apps. */
  few: 100,
  cycles: 10_000,
  /** Rows of a group whose words are compared. */
  samples: 200,
  /** Bytes of all stories together, of others than successes and of successes. */
  stories: 32_000_000,
  successStories: 8_000_000,
};

/** All rows with the same cause: what a finding is made of. */
export interface Group {
  id: string;
  reading: Reading;
  count: number;
  users: Set<number>;
  first: number | undefined;
  last: number | undefined;
  stops: Map<Stop, number>;
  /** What the app says, without people, by what is the same but for numbers. */
  reasons: Map<string, { text: string; count: number }>;
  filters: Map<string, { clause: FilterClause; count: number }>;
  /** The newest rows, newest first. */
  examples: KeptRow[];
}

export interface JobCounts {
  failures: number;
  referenceFailures: number;
  successes: number;
}

/** What a log says, without words: everything but texts, which depend on a language. */
export class Evidence {
  readonly counts = noCounts();
  readonly rows: KeptRow[] = [];
  readonly groups = new Map<string, Group>();
  readonly apps = new Map<string, { id: string; name: string; count: number }>();
  readonly jobs: JobRecord[] = [];
  readonly jobIds = new Set<string>();
  readonly jobCounts = new Map<string, JobCounts>();
  readonly cycles = new Map<string, { id: string; jobId: string; from: number; to: number; count: number }>();
  readonly times = new Times();
  /** When a change last got as far as the app. */
  lastAnswer = -Infinity;
  /** Changes that got as far as the app, whatever it said. */
  answers = 0;
  /** Rows, causes or users that were counted but not kept. */
  readonly dropped = { rows: 0, codes: 0, users: 0 };

  readonly #users = new Map<string, number>();
  readonly #room = { success: limits.rows, other: limits.rows };
  readonly #storyRoom = { success: limits.successStories, other: limits.stories };
  #unknownCodes = 0;

  get userCount(): number {
    return this.#users.size;
  }

  add(items: readonly LogItem[]): void {
    for (const item of items) {
      if (item.kind === 'change') this.#addChange(item);
      else if (this.jobs.length < limits.few) this.jobs.push(item);
    }
  }

  #addChange(record: LogRecord): void {
    const reading = classify(record);
    const { outcome } = reading;
    this.counts[outcome]++;
    this.times.add(record.time, outcome);
    this.#addAnswer(record, reading);
    this.#addCycle(record);
    this.#addApp(record);
    this.#addJob(record, reading);
    const user = this.#addUser(record);
    const group = outcome === 'success' ? undefined : this.#groupOf(reading);
    const side = group ? 'other' : 'success';
    const hasRoom = this.#room[side] > 0;
    if (!hasRoom) this.dropped.rows++;
    if (!hasRoom && !group) return;
    const row = this.#rowOf(record, reading, group);
    if (group) this.#addToGroup(group, record, row, user);
    if (!hasRoom) return;
    this.#room[side]--;
    this.#storyRoom[side] -= keep(row, record, this.#storyRoom[side] > 0);
    this.rows.push(row);
  }

  #rowOf(record: LogRecord, reading: Reading, group: Group | undefined): KeptRow {
    const name = record.source.name || record.target.name;
    const [id = '', changeId = '', user = '', other = ''] = copies(record.id, record.changeId, userOf(record), name);
    const row: Row = {
      id,
      changeId,
      cycleId: this.cycles.get(record.cycleId)?.id ?? copy(record.cycleId),
      ...(record.time !== undefined && { time: record.time }),
      action: intern(record.action),
      ...reading,
      user,
      ...(other && other !== user && { name: other }),
      ...(group && { finding: group.id }),
    };
    if (row.given) row.given = intern(row.given);
    return row;
  }

  #groupOf(reading: Reading): Group {
    const { outcome, code, given, branch } = reading;
    const key = [outcome, code ?? (given ? `?${given}` : ''), branch ?? ''].join('/');
    const group = this.groups.get(key);
    if (group) return group;
    const unknown = !code && given;
    if (unknown && this.#unknownCodes >= limits.unknownCodes) {
      this.dropped.codes++;
      const { given: _, ...others } = reading;
      return this.#open(`${outcome}/others`, `${outcome}/others`, others);
    }
    // The text of an unknown code could be anybody's: it is no part of an id.
    const name = unknown ? `unknown-${String(++this.#unknownCodes)}` : code;
    return this.#open(key, [outcome, name, branch].filter(Boolean).join('/'), reading);
  }

  #open(key: string, id: string, reading: Reading): Group {
    const group: Group = this.groups.get(key) ?? {
      ...{ id, reading, count: 0, users: new Set(), first: undefined, last: undefined, stops: new Map() },
      ...{ reasons: new Map(), filters: new Map(), examples: [] },
    };
    this.groups.set(key, group);
    return group;
  }

  #addToGroup(group: Group, record: LogRecord, row: KeptRow, user: number | undefined): void {
    group.count++;
    if (user !== undefined) group.users.add(user);
    if (row.stop) group.stops.set(row.stop, (group.stops.get(row.stop) ?? 0) + 1);
    const { time } = record;
    if (time !== undefined) {
      group.first = Math.min(group.first ?? time, time);
      group.last = Math.max(group.last ?? time, time);
    }
    const newest = group.examples[0]?.time ?? -Infinity;
    if (group.examples.length < 5 || (time ?? -Infinity) > newest) {
      group.examples.unshift(row);
      group.examples.sort((a, b) => (b.time ?? 0) - (a.time ?? 0)).splice(5);
    }
    if (group.count > limits.samples) return;
    const { reason = '' } = record.error ?? {};
    if (reason) {
      const text = cut(maskRecord(record, reason), 500);
      const key = text.replace(/\d+/g, '#');
      const known = group.reasons.get(key);
      if (known) known.count++;
      else if (group.reasons.size < 20) group.reasons.set(key, { text, count: 1 });
    }
    if (row.branch !== 'scoping-filter') return;
    for (const clause of filtersOf(record)) {
      const key = JSON.stringify(clause);
      const known = group.filters.get(key);
      if (known) known.count++;
      else if (!clause.passed && group.filters.size < 50) group.filters.set(key, { clause, count: 1 });
    }
  }

  /** The number of the user, or nothing if there are too many to tell apart or the record names nobody. */
  #addUser(record: LogRecord): number | undefined {
    const key = record.source.id || userOf(record);
    if (!key) return undefined;
    const known = this.#users.get(key);
    if (known !== undefined) return known;
    if (this.#users.size >= limits.users) {
      this.dropped.users++;
      return undefined;
    }
    this.#users.set(copy(key), this.#users.size);
    return this.#users.size - 1;
  }

  #addAnswer({ time }: LogRecord, { outcome, stop, stage }: Reading): void {
    const reached =
      outcome === 'success' ||
      (outcome === 'failure' && stage !== 'connection' && (stop === 'match' || stop === 'act'));
    if (!reached) return;
    this.answers++;
    if (time !== undefined) this.lastAnswer = Math.max(this.lastAnswer, time);
  }

  #addCycle({ cycleId, jobId, time }: LogRecord): void {
    if (!cycleId) return;
    const cycle = this.cycles.get(cycleId);
    if (!cycle) {
      if (this.cycles.size >= limits.cycles) return;
      const id = copy(cycleId);
      this.cycles.set(id, { id, jobId: intern(jobId), from: time ?? Infinity, to: time ?? -Infinity, count: 1 });
      return;
    }
    cycle.count++;
    if (time === undefined) return;
    cycle.from = Math.min(cycle.from, time);
    cycle.to = Math.max(cycle.to, time);
  }

  #addApp({ app, target }: LogRecord): void {
    const name = app.name || detail(target.details, 'serviceprincipaldisplayname') || target.system;
    const key = app.id || name;
    const known = this.apps.get(key);
    if (known) known.count++;
    else if (key && this.apps.size < limits.few)
      this.apps.set(copy(key), { id: copy(app.id), name: copy(name), count: 1 });
  }

  #addJob({ jobId }: LogRecord, { outcome, stage }: Reading): void {
    if (!this.jobIds.has(jobId) && this.jobIds.size < limits.few) this.jobIds.add(copy(jobId));
    if (outcome !== 'success' && outcome !== 'failure' && outcome !== 'warning') return;
    let counts = this.jobCounts.get(jobId);
    if (!counts) {
      if (this.jobCounts.size >= limits.few) return;
      this.jobCounts.set(copy(jobId), (counts = { failures: 0, referenceFailures: 0, successes: 0 }));
    }
    if (stage === 'referenceResolution') counts.referenceFailures++;
    else if (outcome === 'failure') counts.failures++;
    else counts.successes++;
  }

  /** The newest rows of a group, newest first. */
  examplesOf(id: string): readonly KeptRow[] {
    for (const group of this.groups.values()) if (group.id === id) return group.examples;
    return [];
  }

  /** Runs of the jobs, the latest first. */
  latestCycles(): Cycle[] {
    return [...this.cycles.values()]
      .sort((a, b) => Number(b.to > a.to) - Number(b.to < a.to))
      .slice(0, limits.few)
      .map(({ id, jobId, from, to, count }) => ({
        ...{ id, jobId, count },
        ...(to !== -Infinity && { began: iso(from), ended: iso(to) }),
      }));
  }
}

/** Who it is about, as an administrator knows them. */
function userOf({ source, target, steps }: LogRecord): string {
  const principal = detail(source.details, 'userprincipalname');
  if (principal) return principal;
  if (/group/i.test(source.type) && source.name) return source.name;
  const reported = detail(steps.at(-1)?.details ?? {}, 'reportableidentifier');
  return reported || source.name || source.id || target.name || target.id;
}
