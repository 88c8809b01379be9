import { str } from '../localization/msg.js';
import type { Evidence } from './collect.js';
import type { Wording } from './findings.js';
import type { Clock, JobRecord, Ladder, Nearness } from './model.js';
import { iso } from './timeline.js';

const hour = 3_600_000;
const day = 24 * hour;

/**
 * Documented limits of quarantine: more than 40 % of the events failed, once 5 000 did; 40 000 failures; 60 000 with those of
 * references. Bad credentials and broken protocols do not wait for numbers.
 * @see https://learn.microsoft.com/entra/identity/app-provisioning/application-provisioning-quarantine-status
 */
const thresholds = { judgedFrom: 5_000, share: 0.4, failures: 40_000, withReferences: 60_000 };
/** Hours between the tries during quarantine; the last one repeats. */
const retryHours = [6, 12, 24];
/** After which the service disables the job. */
const retryDays = 28;
/** Between two cycles, unless the job says otherwise. */
const usualInterval = 40 * 60_000;
/** Minutes that a first cycle takes for an object: users, groups and their members. */
const firstCycle = { least: 0.01, most: 0.08 };

/** What the times of a log say about what comes. */
export function clockOf(evidence: Evidence, wording: Wording): Clock {
  const { msg } = wording;
  const job = evidence.jobs[0];
  const quarantined = evidence.jobs.find(({ quarantine }) => quarantine);
  // Bad credentials do not wait for numbers.
  const connected = ![...evidence.groups.values()].some(({ reading }) => reading.stage === 'connection');
  const nearness = quarantined || !connected ? undefined : nearnessOf(evidence, wording);
  const ladder = quarantined && ladderOf(quarantined, wording);
  const next = quarantined ? undefined : nextOf(evidence, job, wording);
  const first = job && inFirstCycle(job) ? firstCycleOf(job, evidence, wording) : undefined;
  return {
    ...(nearness && { nearness }),
    ...(ladder && { ladder }),
    ...(next && { next }),
    ...(first && { firstCycle: first }),
    note: msg('These times and limits are approximations from Microsoft’s documentation.', {
      id: 'log.clock.note',
      desc: 'Under times such as: look again at 14:20.',
    }),
  };
}

/** A job that runs and has never been through. */
export const inFirstCycle = ({ status, quarantine, steadyStateFirstAchieved }: JobRecord): boolean =>
  !quarantine && steadyStateFirstAchieved === undefined && /^(active|notrun)$/i.test(status);

/** The job that is nearest, since each is judged by itself. */
function nearnessOf({ jobCounts }: Evidence, { msg, locale }: Wording): Nearness | undefined {
  const [nearest] = [...jobCounts.values()]
    .map(({ failures, referenceFailures, successes }) => {
      const events = failures + successes;
      const share = events ? failures / events : 0;
      const byShare = Math.min(failures / thresholds.judgedFrom, share / thresholds.share);
      const byNumber = Math.max(
        failures / thresholds.failures,
        (failures + referenceFailures) / thresholds.withReferences,
      );
      return { failures, referenceFailures, events, share, level: Math.max(byShare, byNumber) };
    })
    .sort((a, b) => b.level - a.level);
  if (!nearest?.failures) return undefined;
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const failures = number.format(nearest.failures);
  const events = number.format(nearest.events);
  const share = percent.format(nearest.share);
  const limit = percent.format(thresholds.share);
  const from = number.format(thresholds.judgedFrom);
  const state = nearest.level > 1 ? 'reached' : nearest.level >= 0.5 ? 'near' : 'far';
  const sentences = {
    far: () =>
      msg(
        str`Quarantine is far off: ${failures} of ${events} changes failed (${share}). It starts above ${limit}, from ${from} failures on.`,
        {
          id: 'log.clock.far',
          desc: 'How near provisioning is to quarantine: two numbers and a percentage, then the limits.',
        },
      ),
    near: () =>
      msg(
        str`Quarantine is near: ${failures} of ${events} changes failed (${share}). It starts above ${limit}, from ${from} failures on.`,
        {
          id: 'log.clock.near',
          desc: 'How near provisioning is to quarantine: two numbers and a percentage, then the limits.',
        },
      ),
    reached: () =>
      msg(
        str`There are enough failures for quarantine: ${failures} of ${events} changes failed (${share}). It starts above ${limit}, from ${from} failures on.`,
        {
          id: 'log.clock.reached',
          desc: 'How near provisioning is to quarantine: two numbers and a percentage, then the limits.',
        },
      ),
  };
  return { state, ...nearest, sentence: sentences[state]() };
}

function ladderOf({ quarantine }: JobRecord, wording: Wording): Ladder | undefined {
  const { msg, now } = wording;
  const began = quarantine?.seriesBegan ?? quarantine?.currentBegan;
  if (began === undefined || !iso(began) || !iso(began + retryDays * day)) return undefined;
  const end = began + retryDays * day;
  const planned: number[] = [];
  for (let at = began, step = 0; ; step++) {
    at += (retryHours[Math.min(step, retryHours.length - 1)] ?? 24) * hour;
    if (at > end) break;
    planned.push(at);
  }
  // What the job says itself is better than the documented ladder; after it, one a day.
  const stated = quarantine?.nextAttempt;
  const upcoming = planned.filter((at) => at > now && (stated === undefined || at >= stated + 12 * hour));
  const tries = (stated !== undefined && stated > now ? [stated, ...upcoming] : upcoming).slice(0, retryDays);
  const [next] = tries;
  const disabled = moment(end, wording);
  const sentence =
    next === undefined
      ? msg(
          str`The service has probably disabled the job since ${disabled}. Fix the cause, then restart provisioning.`,
          {
            id: 'log.clock.disabled',
            desc: 'Quarantine lasted more than four weeks: date and time.',
          },
        )
      : msg(
          str`Next try: ${moment(next, wording)}. Unless the cause is fixed, the service disables the job: ${disabled}.`,
          {
            id: 'log.clock.ladder',
            desc: 'During quarantine: the next try and the end, each a date and time, such as “2 May, 14:20”.',
          },
        );
  return {
    ...{ began: iso(began), tries: tries.map(iso), disabledAt: iso(end), sentence },
    ...(next !== undefined && { next: iso(next) }),
    daysLeft: Math.max(0, Math.floor((end - now) / day)),
  };
}

function nextOf(evidence: Evidence, job: JobRecord | undefined, wording: Wording): Clock['next'] {
  const { msg, now } = wording;
  const ended = Math.max(evidence.times.last, job?.lastExecution?.timeEnded ?? -Infinity);
  const at = ended + (job?.intervalMs ?? usualInterval);
  if (!iso(at)) return undefined;
  const past = at <= now;
  const time = moment(at, wording);
  const sentence = past
    ? msg(str`The next cycle should have run by ${time}. Download a newer log to see what it did.`, {
        id: 'log.clock.past',
        desc: 'The log is older than the next cycle: date and time.',
      })
    : msg(str`Who isn’t in the log yet gets a turn in the next cycle. Look again after ${time}.`, {
        id: 'log.clock.next',
        desc: 'When it is worth to look again: time, with its date if it is another day.',
      });
  return { at: iso(at), past, sentence };
}

function firstCycleOf(job: JobRecord, { userCount }: Evidence, { msg, locale }: Wording): Clock['firstCycle'] {
  const counted = Object.values(job.entryCounts).reduce((sum, count) => sum + count, 0);
  const objects = job.lastExecution?.countEntitled ?? Math.max(counted, userCount);
  if (!objects) return undefined;
  const minMinutes = Math.ceil(objects * firstCycle.least);
  const maxMinutes = Math.ceil(objects * firstCycle.most);
  const count = new Intl.NumberFormat(locale).format(objects);
  const [least, most] = [duration(minMinutes, locale), duration(maxMinutes, locale)];
  const sentence = msg(str`The first cycle takes longer. Objects: ${count}. Shortest: ${least}. Longest: ${most}.`, {
    id: 'log.clock.first',
    desc: 'How long the first cycle takes: number of users and groups, two durations such as “40 minutes”.',
  });
  return { objects, minMinutes, maxMinutes, sentence };
}

/** From two hours on, minutes are no help. */
function duration(minutes: number, locale: string): string {
  const hours = minutes >= 120;
  const options = { style: 'unit', unit: hours ? 'hour' : 'minute', unitDisplay: 'long' } as const;
  return new Intl.NumberFormat(locale, options).format(hours ? Math.round(minutes / 60) : minutes);
}

/** A time in the reader's zone, with its date unless that is today's. */
function moment(time: number, { locale, now }: Wording): string {
  const today = new Date(time).toDateString() === new Date(now).toDateString();
  const year = new Date(time).getFullYear() === new Date(now).getFullYear() ? undefined : 'numeric';
  const date = today ? {} : ({ year, month: 'long', day: 'numeric' } as const);
  return new Intl.DateTimeFormat(locale, { ...date, hour: 'numeric', minute: '2-digit' }).format(time);
}
