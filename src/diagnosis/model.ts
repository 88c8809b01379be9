import type { Msg } from '../localization/msg.js';
import type { Owner, Retry, Severity, Stage } from '../provisioning/codes.js';
import type { Cloud } from '../provisioning/docs-hosts.js';
import type { SymptomId } from '../provisioning/symptoms.js';

export type { Cloud, Owner, Retry, Severity, Stage, SymptomId };

// What the readers hand over -------------------------------------------------------------------------------------------

/** A step of one change, in the log's order. */
export interface LogStep {
  /** Such as `EntryExportAdd`. The list is open: judge by `type`. */
  name: string;
  /** `import`, `scoping`, `matching`, `processing`, `referenceResolution` or `export`, in lower camel case; '' if not known. */
  type: string;
  /** Lower case: `success`, `failure`, `skipped`, `warning` …; '' if not known. */
  status: string;
  /** The service's own words, in English. They hold names. */
  description: string;
  details: Readonly<Record<string, string>>;
}

export interface ModifiedProperty {
  name: string;
  oldValue: string;
  newValue: string;
}

/** One side of a change: the account there, and the system that it is in. */
export interface LogIdentity {
  /** Name of the system, such as `Microsoft Entra ID`. */
  system: string;
  id: string;
  name: string;
  /** `User`, `Group`, a SCIM schema … */
  type: string;
  details: Readonly<Record<string, string>>;
}

/** One change of the log in Graph's shape, whatever file it came from; text fields are '' where the file has none. */
export interface LogRecord {
  kind: 'change';
  id: string;
  changeId: string;
  cycleId: string;
  jobId: string;
  tenantId: string;
  /** Milliseconds since 1970, UTC. */
  time: number | undefined;
  /** Lower case: `create`, `update`, `delete`, `stageddelete`, `stagedaction`, `disable`, `other` … */
  action: string;
  /** Lower case: `success`, `failure`, `skipped`, `warning` …; '' if not known. */
  status: string;
  durationMs: number | undefined;
  error:
    | { code: string; category: string; reason: string; additionalDetails: string; recommendedAction: string }
    | undefined;
  steps: LogStep[];
  modified: ModifiedProperty[];
  /** `servicePrincipal` */
  app: { id: string; name: string };
  source: LogIdentity;
  target: LogIdentity;
  initiatedBy: string;
}

/**
 * The state of a job, from Graph's `synchronizationJob`. Times are milliseconds since 1970, UTC.
 * @see https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationstatus
 */
export interface JobRecord {
  kind: 'job';
  id: string;
  /** As Graph spells it: `NotConfigured`, `NotRun`, `Active`, `Paused`, `Quarantine`; '' if not known. */
  status: string;
  quarantine:
    | {
        reason: string;
        /** When the last try failed that keeps it in quarantine. */
        currentBegan: number | undefined;
        /** When the job went into quarantine. */
        seriesBegan: number | undefined;
        nextAttempt: number | undefined;
        /** How many tries in a row ended in quarantine. */
        seriesCount: number | undefined;
        error: { code: string; message: string };
      }
    | undefined;
  /** The end of the first cycle; `undefined` while it runs. */
  steadyStateFirstAchieved: number | undefined;
  /** When source and target last agreed: the end of the last cycle. */
  steadyStateLastAchieved: number | undefined;
  lastExecution:
    | {
        /** `Succeeded`, `Failed`, `EntryLevelErrors` … */
        state: string;
        timeBegan: number | undefined;
        timeEnded: number | undefined;
        activityIdentifier: string;
        countImported: number | undefined;
        countExported: number | undefined;
        countEscrowed: number | undefined;
        countEntitled: number | undefined;
        error: { code: string; message: string };
      }
    | undefined;
  countSuccessiveCompleteFailures: number | undefined;
  escrowsPruned: boolean;
  /** How many objects are in sync, by the kind of object. */
  entryCounts: Readonly<Record<string, number>>;
  /** Between two cycles (`schedule.interval`, an ISO 8601 duration), in milliseconds. */
  intervalMs: number | undefined;
}

export type LogItem = LogRecord | JobRecord;

/** What can go wrong while a log is read. The reading goes on where it can. */
export type ProblemCode =
  /** Nothing in the file. */
  | 'empty'
  /** No provisioning log, by its first bytes or its shape: a workbook, an archive, a picture, a sign-in page … */
  | 'not-a-log'
  /** Readable, but without one row of provisioning. */
  | 'no-rows'
  /** Ends in the middle; what stands before was read. */
  | 'truncated'
  /** A place that is no JSON or CSV; reading went on after it. */
  | 'malformed'
  /** The characters could not be read for sure. */
  | 'encoding'
  /** Headings of a CSV file that were not recognized; `columns` says which. */
  | 'columns-unknown'
  /** One of the portal's CSV files is missing, or does not belong to the others. */
  | 'file-missing'
  /** Changed, moved or deleted since it was picked. */
  | 'file-unreadable'
  | 'too-large'
  /** More rows than are kept: counts are exact, the list of rows is not whole. */
  | 'rows-limited'
  /** More distinct causes than are kept: the rest is counted together. */
  | 'findings-limited'
  /** More users than are told apart: numbers of users are at least that high. */
  | 'users-limited';

export interface LogProblem {
  code: ProblemCode;
  /** A whole sentence in the language asked for. */
  message: string;
  /** Where: `file.csv:123`, or `file.json, byte 4096`; '' if it is about no place. */
  at: string;
  file?: string;
  /** Of `columns-unknown`: every heading, with the field that it was taken for (names in `reading/columns.ts`). */
  columns?: readonly { heading: string; field: string | undefined; sample: string }[];
}

/** A log: files, text, bytes, or parsed JSON. Several files are one log. */
export type LogInput = Blob | readonly Blob[] | FileList | string | ReadableStream<Uint8Array> | object;

/** How far the reading is. */
export interface LogProgress {
  /** Bytes read so far, over all files. */
  read: number;
  /** Bytes of all files; `undefined` for a stream. */
  total: number | undefined;
  /** Name of the file that is being read; '' if it has none. */
  file: string;
  /** Its number, from 1. */
  files: number;
  of: number;
}

/** What `readLog` (reading/read-log.ts) is called with. */
export interface ReadOptions {
  /** Makes the messages of problems. */
  msg: Msg;
  /** For numbers in them. */
  locale: string;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: LogProgress) => void) | undefined;
  /** The reader's own answer on CSV headings: heading → name of a field. */
  columns?: Readonly<Record<string, string>> | undefined;
  reportProblem: (problem: LogProblem) => void;
}

// What a log means ----------------------------------------------------------------------------------------------------

/** `staged`: held back by the deletion threshold. `unknown`: a status that the service did not have when this was written. */
export type Outcome = 'success' | 'failure' | 'skipped' | 'warning' | 'staged' | 'unknown';

/** Why someone is not entitled (`NotEffectivelyEntitled`), by the flags in the last step. */
export type Branch =
  /** The account is disabled or deleted in the source. */
  | 'disabled'
  /** Not assigned to the app, or only through a group in a group. */
  | 'not-assigned'
  /** Assigned without a role that provisions. */
  | 'missing-role'
  /** A scoping filter says no. */
  | 'scoping-filter'
  /** Every flag is fine: the assignment itself is damaged. */
  | 'reassign';

/** A step of the stepper, in order. */
export type Stop = 'connect' | 'import' | 'scope' | 'match' | 'act';

/** One clause of a scoping filter, read out of `ScopeEvaluationResult`: a setting, not the value that a user has. */
export interface FilterClause {
  /** The filter's own title; '' if it has none. */
  filter: string;
  attribute: string;
  /** As the log spells it, such as `EQUALS` or `IS NOT NULL`. */
  operator: string;
  /** What the attribute is compared with; '' where the operator needs nothing. */
  value: string;
  passed: boolean;
}

/** What one record means: no words, no names. */
export interface Reading {
  outcome: Outcome;
  /** A code of the table; none for a success, nor for a code that nobody published. */
  code?: string;
  /** The code as the log spells it, where that differs: `ContosoEntryConflict`, or an unknown code. */
  given?: string;
  branch?: Branch;
  /** Only of what was skipped: `ok` is as it should be. */
  severity?: Severity;
  /** Where this code stops by the table; `any` where it may be anywhere. */
  stage: Stage;
  /** Where this change stopped; none where it went through. */
  stop?: Stop;
  owner: Owner;
  retry: Retry;
  /** The symptom of `<provisioning-help>` whose checks help; none if nothing is wrong. */
  symptom?: SymptomId;
}

/** One change. Compact, for there may be hundreds of thousands: the rest is in `Diagnosis.storyOf`. */
export interface Row extends Reading {
  id: string;
  changeId: string;
  cycleId: string;
  /** Milliseconds since 1970, UTC. */
  time?: number;
  /** As in the log, in lower case. */
  action: string;
  /** Who it is about, as an administrator knows them: the user principal name, else the name, else the id. **Personal data.** */
  user: string;
  /** The display name, if it says more. **Personal data.** */
  name?: string;
  /** `id` of the finding that it counts for; none for a success. */
  finding?: string;
}

/** Everything on one change, to be shown step by step. **Personal data**; secrets are masked. */
export interface Story {
  /** False if there were too many rows to keep every word: `steps` have name, type and status only, and the rest is empty. */
  whole: boolean;
  steps: LogStep[];
  modified: ModifiedProperty[];
  /** The answer of the app or the service, in its own words. */
  reason: string;
  additionalDetails: string;
  recommendedAction: string;
  source: LogIdentity;
  target: LogIdentity;
  jobId: string;
  durationMs?: number;
  /** The clauses of scoping filters, those that said no first. */
  filters: FilterClause[];
}

export interface PageLink {
  href: string;
  label: string;
}

/** All rows with the same cause. Texts are in the language asked for and may hold `` `code` `` and `**labels**`. */
export interface Finding extends Reading {
  /** Within this diagnosis, such as `skipped/NotEffectivelyEntitled/not-assigned`. Holds no personal data. */
  id: string;
  outcome: Exclude<Outcome, 'success'>;
  /** Where most of its rows stopped. */
  stop?: Stop;
  /** Nothing has to be done: a skip that is as it should be. Such findings come last. */
  expected: boolean;
  /** Rows. */
  count: number;
  /** Different users and groups among them. */
  userCount: number;
  /** ISO 8601, UTC. */
  firstSeen?: string;
  lastSeen?: string;
  /** A short name for it, without marks. */
  title: string;
  meaning: string;
  fix: string;
  /** Whose turn it is: a phrase. */
  turn: string;
  /** Whether the service tries again: a sentence. */
  retries: string;
  /** Where the cause is documented, for the cloud asked for; '' where the cloud has no such page. */
  docUrl: string;
  /** The page with the fix first. */
  links: PageLink[];
  /** What the app or the service says most often, with names, ids and secrets masked; of unknown codes and failures. */
  reason?: string;
  /** The clauses that said no most often, with how often; of the branch `scoping-filter`. */
  filters?: { clause: FilterClause; text: string; count: number }[];
}

/** Rows by outcome. `total` is their sum, exact also where rows are not kept. */
export type Totals = Readonly<Record<Outcome | 'total', number>> & {
  /** Skips that are as they should be; part of `skipped`. */
  readonly expected: number;
  /** Different users and groups. */
  readonly users: number;
};

export interface Timeline {
  /** Width of a bucket in milliseconds: from a minute to a year. */
  bucketMs: number;
  /** At most 60, none left out between the first and the last; empty if no row has a time. */
  buckets: { /** ISO 8601, UTC. */ start: string; counts: Readonly<Record<Outcome, number>> }[];
}

/** How near a job is to quarantine. @see https://learn.microsoft.com/entra/identity/app-provisioning/application-provisioning-quarantine-status */
export interface Nearness {
  state: 'far' | 'near' | 'reached';
  /** Failures, those of references (managers, members) apart. */
  failures: number;
  referenceFailures: number;
  /** Rows that were judged: failures and successes. */
  events: number;
  /** `failures / events`, from 0 to 1. */
  share: number;
  /** How full the fullest of the documented measures is; 1 is quarantine. */
  level: number;
  sentence: string;
}

/** When the service tries again during quarantine: after 6, 12 and 24 hours, then every 24, and no more after 28 days. */
export interface Ladder {
  /** ISO 8601, UTC. */
  began: string;
  next?: string;
  /** Every try that is still to come, at most 28. */
  tries: string[];
  disabledAt: string;
  /** Full days until then; 0 if it is past. */
  daysLeft: number;
  sentence: string;
}

/** What the times in a log say about what comes. All of it is the documented approximation, no promise of the service. */
export interface Clock {
  nearness?: Nearness;
  ladder?: Ladder;
  /** When it is worth to look again: the end of the last cycle and 40 minutes. ISO 8601, UTC. */
  next?: { at: string; /** It is past already: a newer log may know more. */ past: boolean; sentence: string };
  /** How long a first cycle of so many objects takes: 0.01 to 0.08 minutes each. */
  firstCycle?: { objects: number; minMinutes: number; maxMinutes: number; sentence: string };
  /** Says that these are approximations. */
  note: string;
}

/** What the log says as a whole. */
export type Situation =
  | 'nothing-wrong'
  /** Everything agrees already. */
  | 'all-redundant'
  | 'one-cause'
  /** Several causes, none of them most. */
  | 'mixed'
  /** The app does not let the service in: nobody is provisioned. */
  | 'connection-broken'
  | 'quarantine'
  /** The job is paused, or was never set up. */
  | 'off'
  /** Deletions are held back by the threshold. */
  | 'staged'
  | 'first-cycle'
  /** Rows, but no decision in them. */
  | 'nothing-evaluated'
  | 'no-rows'
  /** Only skips of people who are not in scope. */
  | 'not-assigned'
  /** Only what heals by itself. */
  | 'retrying';

export interface Verdict {
  situation: Situation;
  tone: 'good' | 'wait' | 'act';
  /** The whole log in a sentence. */
  sentence: string;
  owner: Owner;
  /** Whose turn it is: a phrase. */
  turn: string;
  /** The finding that it is about. */
  finding?: string;
  symptom?: SymptomId;
}

/** A job in quarantine. Times are ISO 8601, UTC. */
export interface Quarantine {
  jobId: string;
  /** As the job says it, such as `EncounteredQuarantineException`; '' if only the log's rows tell. */
  reason: string;
  meaning: string;
  fix: string;
  owner: Owner;
  turn: string;
  docUrl: string;
  links: PageLink[];
  currentBegan?: string;
  seriesBegan?: string;
  nextAttempt?: string;
  seriesCount?: number;
  /** The error behind it. */
  error?: { code: string; meaning: string; fix: string; owner: Owner; turn: string; message: string };
}

/** One run of a job, as far as the log shows it. Times are ISO 8601, UTC. */
export interface Cycle {
  id: string;
  jobId: string;
  began?: string;
  ended?: string;
  count: number;
}

export interface Diagnosis {
  locale: string;
  verdict: Verdict;
  /** Heaviest first: what a person has to mend, then what to look at, then what heals by itself, then what is fine; within each, by count. */
  findings: Finding[];
  totals: Totals;
  /** In the order of the files; at most 200 000 successes and as many others. */
  rows: Row[];
  /** The whole of one row. */
  storyOf: (row: Row) => Story;
  timeline: Timeline;
  clock: Clock;
  /** Present if a job or a row says so. */
  quarantine?: Quarantine;
  /** The latest one. */
  cycle?: Cycle;
  /** Latest first; at most 100. */
  cycles: Cycle[];
  /** The apps that it is about, most rows first. */
  apps: { id: string; name: string; count: number }[];
  /** States of jobs that were among the files. */
  jobs: JobRecord[];
  /** Every job id of the rows, at most 100. */
  jobIds: string[];
  /** From the first to the last row. ISO 8601, UTC. */
  period?: { from: string; to: string };
  problems: LogProblem[];
}

export interface DiagnoseOptions {
  /** Language of the texts, a BCP 47 tag. Default: English. */
  locale?: string | undefined;
  /** Where the docs are. Default: `global`. */
  cloud?: Cloud | undefined;
  /** Stops the reading within 200 ms: the promise rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: LogProgress) => void) | undefined;
  /** The reader's own answer on CSV headings: heading → name of a field. */
  columns?: Readonly<Record<string, string>> | undefined;
  /** Address of a mirror of the docs. */
  docsBase?: string | undefined;
  /** Language of the docs as Learn writes it, such as `nl-nl`. */
  docsLocale?: string | undefined;
  /** What time it is, in milliseconds since 1970. Default: now. */
  now?: number | undefined;
}

// What leaves the diagnosis --------------------------------------------------------------------------------------------

/** The detail of `help-diagnosis`: codes and counts, nothing else. */
export interface Summary {
  situation: Situation;
  totals: Totals;
  findings: (Pick<
    Finding,
    | 'outcome'
    | 'code'
    | 'branch'
    | 'severity'
    | 'stage'
    | 'owner'
    | 'retry'
    | 'symptom'
    | 'expected'
    | 'count'
    | 'userCount'
  > & {
    /** False for a code that nobody published. Its text could hold anything, so it is left out. */
    known: boolean;
  })[];
  /** The reason, if it is a published one. */
  quarantine?: string;
  problems: ProblemCode[];
}

/** A check of a symptom that the reader ticked, or left. */
export interface PacketCheck {
  label: string;
  done: boolean;
}

export interface PacketOptions {
  locale?: string | undefined;
  /** Name of the app, if the page knows it better than the log. */
  app?: string | undefined;
  checks?: readonly PacketCheck[] | undefined;
  /** Names, addresses and ids are replaced; default true. Secrets are always. */
  redact?: boolean | undefined;
}

/** A packet for a support ticket. */
export interface Packet {
  markdown: string;
  /** The same as data, ready for `JSON.stringify`. */
  json: PacketData;
}

export interface PacketData {
  version: 1;
  /** ISO 8601, UTC. */
  made: string;
  locale: string;
  redacted: boolean;
  apps: string[];
  /** Not without a log; neither are `totals`. */
  verdict?: { situation: Situation; sentence: string; turn: string };
  /** What support asks for; kept as they are. `changes`: some of each finding, the newest first. */
  ids: { jobs: string[]; cycles: string[]; changes: string[] };
  period?: { from: string; to: string };
  totals?: Totals;
  findings: {
    outcome: Outcome;
    code: string;
    branch?: Branch;
    count: number;
    userCount: number;
    owner: Owner;
    meaning: string;
    fix: string;
    docUrl: string;
    reason?: string;
    firstSeen?: string;
    lastSeen?: string;
    /** At most 5: the change's id, when, and who (replaced, unless asked otherwise). */
    examples: { changeId: string; time?: string; user: string }[];
  }[];
  quarantine?: { jobId: string; reason: string; error?: string; seriesBegan?: string; nextAttempt?: string };
  checks: PacketCheck[];
  problems: { code: ProblemCode; message: string }[];
}
