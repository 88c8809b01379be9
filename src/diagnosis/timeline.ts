import { iso, noCounts, outcomeNames, type Counts, type Evidence } from './collect.js';
import type { Timeline } from './model.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const widths = [
  ...[1, 5, 15, 30].map((count) => count * minute),
  ...[1, 3, 6, 12].map((count) => count * hour),
  ...[1, 2, 7, 14, 30, 91, 365].map((count) => count * day),
];

const mostBuckets = 60;

/** Counts over time in at most 60 buckets, the narrowest that do. Buckets start at full minutes, hours or days of UTC. */
export function timelineOf({ times, unit, first, last }: Evidence): Timeline {
  if (first > last) return { bucketMs: hour, buckets: [] };
  const count = (width: number) => Math.floor(last / width) - Math.floor(first / width) + 1;
  const span = widths.find((width) => width >= unit && count(width) <= mostBuckets);
  // A date that is wrong can be thousands of years off.
  const bucketMs = span ?? Math.ceil((last - first) / (mostBuckets - 1) / day) * day;
  const start = Math.floor(first / bucketMs);
  const buckets: Counts[] = Array.from({ length: Math.min(count(bucketMs), mostBuckets) }, noCounts);
  for (const [at, counts] of times) {
    const bucket = buckets[Math.max(0, Math.floor((at * unit) / bucketMs) - start)];
    if (bucket) for (const outcome of outcomeNames) bucket[outcome] += counts[outcome];
  }
  return { bucketMs, buckets: buckets.map((counts, index) => ({ start: iso((start + index) * bucketMs), counts })) };
}
