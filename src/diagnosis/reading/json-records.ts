import type { JobRecord, LogIdentity, LogItem, LogRecord, LogStep, ModifiedProperty } from '../model.js';
import { isEnvelopeKey } from './json-values.js';
import { parseMangled } from './mangled.js';

/** What is seen on the way, and is worth telling once the file is read. */
export interface Seen {
  /** Objects that are no part of a provisioning log; of those, what other log they are of. */
  strangers: number;
  otherLog?: 'sign-in' | 'audit';
  /** Nested objects that PowerShell has cut off. */
  isCut?: boolean;
  /** Something could not be read, so the rest says nothing of the whole. */
  isDamaged?: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

// Event hubs and storage number them as Graph lists them: seen second-hand, and only 0 and 2.
const statuses = ['success', 'failure', 'skipped', 'warning'];
const stepTypes = ['import', 'scoping', 'matching', 'processing', 'referenceResolution', 'export'];
const actions = ['other', 'create', 'delete', 'disable', 'update', 'stageddelete'];

/**
 * The records in a value that was parsed, whatever lists and envelopes are around them. A file's own envelope is taken
 * off before; this is for parsed JSON, and for envelopes in lists.
 */
export function* itemsIn(value: unknown, seen: Seen, depth = 0): Generator<LogItem | undefined, void> {
  if (Array.isArray(value)) {
    if (depth < 4) for (const each of value) yield* itemsIn(each, seen, depth + 1);
    return;
  }
  const item = toItem(value, seen);
  if (item || !isObject(value)) {
    yield item;
    return;
  }
  const inside = depth < 4 ? Object.keys(value).filter((key) => isEnvelopeKey(key) && isObject(value[key])) : [];
  if (inside.length) for (const key of inside) yield* itemsIn(value[key], seen, depth + 1);
  else stranger(value, seen);
}

function stranger(value: Fields, seen: Seen): void {
  seen.strangers++;
  const fields = lowerKeys(value);
  const { properties = {} } = fields;
  const names = new Set([...Object.keys(fields), ...Object.keys(isObject(properties) ? lowerKeys(properties) : {})]);
  if (names.has('conditionalaccessstatus') || names.has('appliedconditionalaccesspolicies')) seen.otherLog = 'sign-in';
  else if (names.has('targetresources') || names.has('activitydisplayname')) seen.otherLog ??= 'audit';
}

/** One object as a change or a job, if it is one: of Graph, the portal, Log Analytics, a diagnostic stream, on demand. */
export function toItem(value: unknown, seen: Seen): LogItem | undefined {
  if (!isObject(value)) return undefined;
  let row = lowerKeys(value);
  // Records of a diagnostic stream wrap the same data.
  if (row['properties'] !== undefined) row = { ...row, ...toFields(row['properties'], seen) };
  if (isChange(row)) return toRecord(row, seen);
  const answer = toFields(row['value'], seen);
  if (row['key'] !== undefined && isChange(answer)) return onDemand(toFields(row['key'], seen), answer, seen);
  return toJob(row, seen);
}

const isChange = (row: Fields): boolean =>
  ['provisioningsteps', 'provisioningstatusinfo', 'statusinfo', 'provisioningaction'].some((key) => key in row) ||
  ('changeid' in row && ('jobid' in row || 'action' in row));

function toRecord(row: Fields, seen: Seen): LogRecord {
  const info = toFields(row['provisioningstatusinfo'] ?? row['statusinfo'], seen);
  const source = toFields(row['sourceidentity'], seen);
  const target = toFields(row['targetidentity'], seen);
  const targetSystem = toFields(row['targetsystem'], seen);
  const app = toFields(row['serviceprincipal'], seen);
  const targetDetails = toDetails(targetSystem['details'], seen);
  const began = toTime(row['starttime']);
  const ended = toTime(row['endtime']);
  // Log Analytics repeats in columns of its own what stands in ProvisioningStatusInfo.
  const result = enumText(row['resulttype'], []);
  return {
    kind: 'change',
    id: toText(row['id']),
    changeId: toText(row['changeid'] ?? row['correlationid']),
    cycleId: toText(row['cycleid']),
    jobId: toText(row['jobid']),
    tenantId: toText(row['aadtenantid'] ?? row['tenantid']),
    time: toTime(row['activitydatetime'] ?? row['timegenerated'] ?? row['time']) ?? began,
    action: enumText(row['provisioningaction'] ?? row['action'], actions),
    status: enumText(info['status'], statuses) || (statuses.includes(result) ? result : ''),
    durationMs:
      toNumber(row['durationinmilliseconds'] ?? row['durationms']) ??
      (began !== undefined && ended !== undefined ? ended - began : undefined),
    error: toError(info, row, seen),
    steps: toList(row['provisioningsteps'], seen).map((step) => toStep(step, seen)),
    modified: toList(row['modifiedproperties'], seen).map(toModified),
    app: {
      id: toText(app['id']) || (targetDetails['ServicePrincipalId'] ?? ''),
      name: nameOf(app) || (targetDetails['ServicePrincipalDisplayName'] ?? ''),
    },
    source: toIdentity(source, nameOf(toFields(row['sourcesystem'], seen)), seen),
    target: toIdentity(target, nameOf(targetSystem), seen),
    initiatedBy: nameOf(toFields(row['initiatedby'], seen)),
  };
}

function toError(info: Fields, row: Fields, seen: Seen): LogRecord['error'] {
  // Older pages and betas put it elsewhere.
  const own = info['errorinformation'] ?? info['errorinfo'];
  const error = own ? toFields(own, seen) : info;
  const signature = toText(row['resultsignature']);
  const code = toText(error['errorcode']) || (/^none$/i.test(signature) ? '' : signature);
  const reason = toText(error['reason']) || toText(row['resultdescription']);
  if (!code && !reason) return undefined;
  return {
    code,
    category: toText(error['errorcategory']),
    reason,
    additionalDetails: toText(error['additionaldetails']),
    recommendedAction: toText(error['recommendedaction']),
  };
}

function toStep(step: Fields, seen: Seen): LogStep {
  return {
    name: toText(step['name']),
    type: stepType(step['provisioningsteptype'] ?? step['type']),
    status: enumText(step['status'], statuses),
    description: toText(step['description']),
    details: toDetails(step['details'], seen),
  };
}

const toModified = (property: Fields): ModifiedProperty => ({
  name: nameOf(property),
  oldValue: toText(property['oldvalue']),
  newValue: toText(property['newvalue']),
});

const toIdentity = (identity: Fields, system: string, seen: Seen): LogIdentity => ({
  system,
  id: toText(identity['id']),
  name: nameOf(identity),
  type: toText(identity['identitytype'] ?? identity['type']),
  details: toDetails(identity['details'], seen),
});

/** The answer of provision on demand: a code in the key, and the change in the value. */
function onDemand(key: Fields, value: Fields, seen: Seen): LogRecord {
  const record = toRecord(value, seen);
  const { result, details } = key;
  const { errorcode, errormessage } = toFields(details, seen);
  record.status ||= enumText(result, statuses);
  if (!record.error && (errorcode || errormessage)) {
    const reason = toText(errormessage);
    record.error = { code: toText(errorcode), category: '', reason, additionalDetails: '', recommendedAction: '' };
  }
  const ReportableIdentifier = toText(value['reportableidentifier']);
  if (ReportableIdentifier) record.source.details = { ReportableIdentifier, ...record.source.details };
  return record;
}

function toJob(row: Fields, seen: Seen): JobRecord | undefined {
  // The job, or only its status.
  const status = isObject(row['status']) ? lowerKeys(row['status']) : row;
  if (status['code'] === undefined || !('quarantine' in status || 'schedule' in row || 'lastexecution' in status)) {
    return undefined;
  }
  const quarantine = status['quarantine'] ? toFields(status['quarantine'], seen) : undefined;
  const last = status['lastexecution'] ? toFields(status['lastexecution'], seen) : undefined;
  const entries = toList(status['synchronizedentrycountbytype'], seen);
  return {
    kind: 'job',
    id: toText(row['id']),
    status: toText(status['code']),
    quarantine: quarantine && {
      reason: toText(quarantine['reason']),
      currentBegan: toTime(quarantine['currentbegan']),
      seriesBegan: toTime(quarantine['seriesbegan']),
      nextAttempt: toTime(quarantine['nextattempt']),
      seriesCount: toNumber(quarantine['seriescount']),
      error: jobError(quarantine['error'], seen),
    },
    steadyStateFirstAchieved: toTime(status['steadystatefirstachievedtime']),
    steadyStateLastAchieved: toTime(status['steadystatelastachievedtime']),
    lastExecution: last && {
      state: toText(last['state']),
      timeBegan: toTime(last['timebegan']),
      timeEnded: toTime(last['timeended']),
      activityIdentifier: toText(last['activityidentifier']),
      countImported: toNumber(last['countimported']),
      countExported: toNumber(last['countexported']),
      countEscrowed: toNumber(last['countescrowed']),
      countEntitled: toNumber(last['countentitled']),
      error: jobError(last['error'], seen),
    },
    countSuccessiveCompleteFailures: toNumber(status['countsuccessivecompletefailures']),
    escrowsPruned: status['escrowspruned'] === true,
    entryCounts: Object.fromEntries(
      entries
        .map(({ key, value }) => [toText(key), toNumber(value)] as const)
        .filter((entry) => entry[1] !== undefined),
    ) as Record<string, number>,
    intervalMs: toInterval(toFields(row['schedule'], seen)['interval']),
  };
}

function jobError(value: unknown, seen: Seen): { code: string; message: string } {
  const { code, message } = toFields(value, seen);
  return { code: toText(code), message: toText(message) };
}

// Values --------------------------------------------------------------------------------------------------------------

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const nameOf = (fields: Fields): string => toText(fields['displayname'] ?? fields['name']);

export function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return isObject(value) ? (safely(() => JSON.stringify(value)) ?? '') : '';
}

function toNumber(value: unknown): number | undefined {
  if (value === '' || value === null || value === undefined) return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

const dateLength = 40;

/** Milliseconds since 1970 of an ISO date; without a zone it is UTC, as all of the service's times are. */
export function toTime(value: unknown): number | undefined {
  if (typeof value !== 'string' || value.length > dateLength) return undefined;
  const text = value.trim();
  // Windows PowerShell
  const count = /^\/Date\((-?\d{1,15})\)\/$/.exec(text)?.[1];
  if (count) return Number(count);
  const isLocal = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d[\d:.]*$/.test(text);
  const time = Date.parse(isLocal ? `${text.replace(' ', 'T')}Z` : text);
  return Number.isNaN(time) ? undefined : time;
}

function toInterval(value: unknown): number | undefined {
  const match = /^P(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,6})S)?)?$/.exec(
    toText(value).slice(0, dateLength),
  );
  if (!match) return undefined;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
}

/** A value of an enumeration, in lower case; numbers by their place in it. */
export const enumText = (value: unknown, names: readonly string[]): string =>
  (typeof value === 'number' ? (names[value] ?? '') : toText(value).trim()).toLowerCase();

const stepTypesByName = new Map(stepTypes.map((name) => [name.toLowerCase(), name]));

export function stepType(value: unknown): string {
  const name = enumText(value, stepTypes);
  return stepTypesByName.get(name) ?? name;
}

const lowered = new Map<string, string>();

/** Names of fields are compared without their case: PowerShell and Log Analytics write them otherwise than Graph. */
function lowerKeys(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const fields: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const key of Object.keys(value)) {
    let name = lowered.get(key);
    if (name === undefined) {
      name = key.toLowerCase();
      // Not for ever: a hostile file has a new key in every object.
      if (lowered.size > 1000) lowered.clear();
      lowered.set(key, name);
    }
    fields[name] = value[key];
  }
  return fields;
}

/** An object's fields, be it an object, a list of one, JSON in a text, or what PowerShell made of it. A plain text is a name. */
function toFields(value: unknown, seen: Seen): Fields {
  const object = unwrap(value, seen);
  const one: unknown = Array.isArray(object) ? object[0] : object;
  if (isObject(one)) return lowerKeys(one);
  return typeof one === 'string' && one ? { displayname: one } : {};
}

function toList(value: unknown, seen: Seen): Fields[] {
  const list = unwrap(value, seen);
  if (Array.isArray(list)) return list.map((each) => toFields(each, seen));
  return isObject(list) ? [lowerKeys(list)] : [];
}

/** Named details; of values that are no text, their JSON. */
export function toDetails(value: unknown, seen: Seen): Record<string, string> {
  const object = unwrap(value, seen);
  if (Array.isArray(object)) {
    const pairs = object.map((each) => toFields(each, seen));
    return Object.fromEntries(pairs.map((pair) => [toText(pair['key'] ?? nameOf(pair)), toText(pair['value'])]));
  }
  if (!isObject(object)) return {};
  return Object.fromEntries(Object.entries(object).map(([key, each]) => [key, toText(each)]));
}

/** Takes a value out of the text that it may be wrapped in. */
function unwrap(value: unknown, seen: Seen): unknown {
  if (typeof value !== 'string') return value;
  const start = value.slice(0, 40).trimStart();
  if (start.startsWith('{') || start.startsWith('[')) return safely(() => JSON.parse(value) as unknown) ?? value;
  if (start.startsWith('@{')) {
    seen.isCut = true;
    return parseMangled(value);
  }
  if (/^System\.(Object\[\]|Collections\.)/.test(start)) {
    seen.isCut = true;
    return undefined;
  }
  return value;
}

function safely<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
