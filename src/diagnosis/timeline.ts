import type { Outcome, Timeline } from './model.js';

const outcomes = ['success', 'failure', 'skipped', 'warning', 'staged', 'unknown'] as const satisfies Outcome[];

export type Counts = Record<Outcome, number>;

export const noCounts = (): Counts => ({ success: 0, failure: 0, skipped: 0, warning: 0, staged: 0, unknown: 0 });

const addTo = (sum: Counts, counts: Counts): void => {
  for (const outcome of outcomes) sum[outcome] += counts[outcome];
};

/** ISO 8601, UTC. A time that no calendar holds gives ''. */
export const iso = (time: number): string => (Math.abs(time) <= 8.64e15 ? new Date(time).toISOString() : '');

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const widths = [
  ...[1, 5, 15, 30].map((count) => count * minute),
  ...[1, 3, 6, 12].map((count) => count * hour),
  ...[1, 2, 7, 14, 30, 91, 365].map((count) => count * day),
];

const mostBuckets = 60;
/** Two weeks of minutes. */
const mostTimes = 20_000;

/** Counts by time, in memory that does not grow with the log. */
export class Times {
  first = Infinity;
  last = -Infinity;
  #counts = new Map<number, Counts>();
  #unit = minute;

  add(time: number | undefined, outcome: Outcome): void {
    if (time === undefined) return;
    this.first = Math.min(this.first, time);
    this.last = Math.max(this.last, time);
    const at = Math.floor(time / this.#unit);
    let counts = this.#counts.get(at);
    if (!counts) this.#counts.set(at, (counts = noCounts()));
    counts[outcome]++;
    if (this.#counts.size > mostTimes) this.#coarsen();
  }

  /** From minutes to hours, then to spans of 60 hours. */
  #coarsen(): void {
    const fine = this.#counts;
    this.#unit *= 60;
    this.#counts = new Map();
    for (const [at, counts] of fine) {
      const coarse = this.#counts.get(Math.floor(at / 60));
      if (coarse) addTo(coarse, counts);
      else this.#counts.set(Math.floor(at / 60), counts);
    }
  }

  /** At most 60 buckets, the narrowest that do. They start at full minutes, hours or days of UTC. */
  timeline(): Timeline {
    const { first, last } = this;
    if (first > last) return { bucketMs: hour, buckets: [] };
    const count = (width: number) => Math.floor(last / width) - Math.floor(first / width) + 1;
    const width = widths.find((candidate) => candidate >= this.#unit && count(candidate) <= mostBuckets);
    // A date that is wrong can be thousands of years off.
    const bucketMs = width ?? Math.ceil((last - first) / (mostBuckets - 1) / day) * day;
    const start = Math.floor(first / bucketMs);
    const buckets = Array.from({ length: Math.min(count(bucketMs), mostBuckets) }, noCounts);
    for (const [at, counts] of this.#counts) {
      const bucket = buckets[Math.max(0, Math.floor((at * this.#unit) / bucketMs) - start)];
      if (bucket) addTo(bucket, counts);
    }
    return { bucketMs, buckets: buckets.map((counts, index) => ({ start: iso((start + index) * bucketMs), counts })) };
  }
}
