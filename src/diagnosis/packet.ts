import { fixedLocale } from '../localization/fixed-locale.js';
import { examplesOf } from './diagnose.js';
import { cut, maskSecrets } from './mask.js';
import type { Diagnosis, Packet, PacketData, PacketOptions } from './model.js';
import { markdownOf } from './packet-markdown.js';
import { redactor, type Redactor } from './redact.js';
import { iso } from './timeline.js';

/**
 * What support needs, for a ticket: apps, ids of jobs, cycles and changes, counts, findings, and what was tried. By default,
 * names, mail addresses, ids of people and tenants, IP addresses and phone numbers are replaced, each always by the same
 * stand-in. Ids of jobs, cycles and changes stay, since support finds the log by them; so do the names of apps.
 * @param diagnosis None if there is no log: the packet then holds the checks.
 */
export async function makePacket(diagnosis: Diagnosis | undefined, options: PacketOptions = {}): Promise<Packet> {
  const locale = options.locale ?? diagnosis?.locale ?? 'en';
  const fixed = await fixedLocale(locale, ['log']).catch(() => fixedLocale('en', ['log']));
  const { app, checks = [], redact = true } = options;
  const json: PacketData = {
    ...{ version: 1, made: new Date().toISOString(), locale: fixed.locale, redacted: redact },
    ...(diagnosis ? whatTheLogSays(diagnosis, redact) : { apps: [], ids: noIds, findings: [], problems: [] }),
    ...(app && { apps: [app] }),
    checks: checks.map(({ label, done }) => ({ label, done })),
  };
  return { json, markdown: markdownOf(json, fixed.msg) };
}

const noIds: PacketData['ids'] = { jobs: [], cycles: [], changes: [] };

type FromLog = Omit<PacketData, 'version' | 'made' | 'locale' | 'redacted' | 'checks'>;

function whatTheLogSays(diagnosis: Diagnosis, redact: boolean): FromLog {
  const { verdict, findings, totals, period, quarantine, problems } = diagnosis;
  const examples = new Map(findings.map(({ id }) => [id, examplesOf(diagnosis, id)]));
  const ids = {
    jobs: diagnosis.jobIds,
    cycles: diagnosis.cycles.slice(0, 20).map(({ id }) => id),
    changes: [...new Set([...examples.values()].flat().map(({ changeId }) => changeId))].filter(Boolean),
  };
  const safe = redact ? knowing(diagnosis, Object.values(ids).flat().filter(isId)) : undefined;
  const text = (value: string) => (safe ? safe.text(value) : maskSecrets(value));
  const person = (user: string) => (safe ? safe.name('user', user) : maskSecrets(user));
  // The field of an id may hold anything.
  const id = (value: string) => (isId(value) ? value : text(value));
  const error = quarantine?.error;
  return {
    apps: diagnosis.apps.map(({ name }) => maskSecrets(name)).filter(Boolean),
    verdict: { situation: verdict.situation, sentence: verdict.sentence, turn: verdict.turn },
    ids: { jobs: ids.jobs.map(id), cycles: ids.cycles.map(id), changes: ids.changes.map(id) },
    ...(period && { period }),
    totals,
    findings: findings.map((finding) => ({
      ...{ outcome: finding.outcome, code: text(finding.given ?? finding.code ?? '') },
      ...(finding.branch && { branch: finding.branch }),
      ...{ count: finding.count, userCount: finding.userCount, owner: finding.owner },
      ...{ meaning: finding.meaning, fix: finding.fix, docUrl: finding.docUrl },
      ...(finding.reason && { reason: text(finding.reason) }),
      ...(finding.firstSeen && { firstSeen: finding.firstSeen }),
      ...(finding.lastSeen && { lastSeen: finding.lastSeen }),
      examples: (examples.get(finding.id) ?? []).map(({ changeId, time, user }) => ({
        changeId: id(changeId),
        ...(time !== undefined && { time: iso(time) }),
        user: person(user),
      })),
    })),
    ...(quarantine && {
      quarantine: {
        ...{ jobId: id(quarantine.jobId), reason: text(quarantine.reason) },
        ...(error && { error: text(`${error.code}: ${cut(error.message, 500)}`) }),
        ...(quarantine.seriesBegan && { seriesBegan: quarantine.seriesBegan }),
        ...(quarantine.nextAttempt && { nextAttempt: quarantine.nextAttempt }),
      },
    }),
    problems: problems.map(({ code, message }) => ({ code, message: text(message) })),
  };
}

const isId = (text: string): boolean => /^[\w.-]{1,200}$/.test(text);

/** A redactor that has heard every name of the log's rows, also in what is said about others. */
function knowing({ rows, problems }: Diagnosis, keep: readonly string[]): Redactor {
  const safe = redactor({ keep });
  for (const { user, name } of rows) {
    safe.learn('user', user);
    if (name) safe.learn('user', name, user);
    // An address is often said without its domain.
    const at = user.indexOf('@');
    if (at > 3) safe.learn('user', user.slice(0, at), user);
  }
  for (const { file } of problems) if (file) safe.learn('file', file);
  return safe;
}
