import type { LogItem, LogRecord, LogStep, ModifiedProperty } from '../model.js';
import type { Field, Table } from './columns.js';
import type { CsvTable } from './csv-table.js';
import { enumText, itemsIn, stepType, toDetails, toTime, type Seen } from './json-records.js';

/** A row of the portal's file of steps, or of the one of attributes, and the change that it belongs to. */
export interface Part<T> {
  changeId: string;
  value: T;
}

type Cells = readonly string[];
type Reader = (cells: Cells, field: Field) => string;

const cellOf =
  ({ at }: Table): Reader =>
  (cells, field) =>
    cells[at.get(field) ?? -1]?.trim() ?? '';

/** Ids join files, whoever wrote them: `{4CC7…}` and `4cc7…` are the same. */
const joinKey = (id: string): string => own(id.replace(/^\{|\}$/g, '').toLowerCase());

/** Reads rows of the file of changes; rows without any word on what happened are none. */
export function changeReader(table: CsvTable): (cells: Cells) => LogRecord | undefined {
  const cell = cellOf(table);
  const timeOf = timeReader(table.times);
  const shared = sharer();
  return (cells) => {
    const text = (field: Field): string => own(cell(cells, field));
    const word = (field: Field): string => shared(cell(cells, field));
    const status = statusOf(cell(cells, 'status'));
    const code = word('errorCode') || word('skipReason');
    if (!status && !code) return undefined;
    const reason = text('reason');
    const user = text('user');
    return {
      kind: 'change',
      id: text('id'),
      changeId: joinKey(cell(cells, 'changeId')),
      cycleId: word('cycleId'),
      jobId: word('jobId'),
      tenantId: word('tenantId'),
      time: timeOf(cell(cells, 'time')),
      action: enumText(word('action'), []),
      status,
      durationMs: Number(cell(cells, 'duration')) || undefined,
      error:
        code || (reason && status !== 'success')
          ? {
              code,
              category: word('errorCategory'),
              reason,
              additionalDetails: text('additionalDetails'),
              recommendedAction: word('recommendedAction'),
            }
          : undefined,
      steps: [],
      modified: [],
      app: { id: word('appId'), name: word('app') },
      source: {
        system: word('sourceSystem'),
        id: text('userId'),
        name: text('name'),
        type: word('userType'),
        details: { ...(user && { UserPrincipalName: user }) },
      },
      target: {
        system: word('targetSystem'),
        id: text('targetId'),
        name: text('targetName'),
        type: word('targetType'),
        details: {},
      },
      initiatedBy: word('initiatedBy'),
    };
  };
}

/** Reads rows whose cells hold JSON, as objects. */
export function nestedReader(table: CsvTable, seen: Seen): (cells: Cells) => LogItem | undefined {
  // `TimeGenerated [UTC]`, as Log Analytics exports it, with dates as the reader's browser writes them.
  const keys = table.columns.map(({ heading }) => heading.replace(/\s*\[.*/, ''));
  const times = table.at.get('time');
  const timeOf = timeReader(table.times);
  const dateOf = (text: string): string => {
    const time = timeOf(text);
    return time === undefined ? '' : new Date(time).toISOString();
  };
  return (cells) => {
    const row = Object.fromEntries(
      keys.map((key, i) => [key, i === times ? dateOf(cells[i] ?? '') : own(cells[i] ?? '')]),
    );
    return itemsIn(row, seen).next().value ?? undefined;
  };
}

export function stepReader(table: Table, seen: Seen): (cells: Cells) => Part<LogStep> {
  const cell = cellOf(table);
  return (cells) => ({
    changeId: joinKey(cell(cells, 'changeId')),
    value: {
      name: cell(cells, 'stepName'),
      type: stepType(cell(cells, 'stepType')),
      status: statusOf(cell(cells, 'status')),
      description: cell(cells, 'description'),
      details: detailsOf(cell(cells, 'details'), seen),
    },
  });
}

export function modifiedReader(table: Table): (cells: Cells) => Part<ModifiedProperty> {
  const cell = cellOf(table);
  return (cells) => ({
    changeId: joinKey(cell(cells, 'changeId')),
    value: { name: cell(cells, 'property'), oldValue: cell(cells, 'oldValue'), newValue: cell(cells, 'newValue') },
  });
}

const spelled: Readonly<Record<string, string>> = { succeeded: 'success', failed: 'failure' };

function statusOf(text: string): string {
  const status = enumText(text, []);
  return (Object.hasOwn(spelled, status) && spelled[status]) || status;
}

/** JSON, or `name: value` with line breaks or semicolons between. */
function detailsOf(text: string, seen: Seen): Record<string, string> {
  const details = toDetails(text, seen);
  if (Object.keys(details).length || !text || /^[[{@]/.test(text)) return details;
  for (const pair of text.split(/\r?\n|;/)) {
    const parting = pair.search(/[:=]/);
    const name = pair.slice(0, Math.max(0, parting)).trim();
    if (name) details[name] = pair.slice(parting + 1).trim();
  }
  return details;
}

/**
 * Reads dates as tables have them. The order of day and month is that of the column: a number over 12 tells, else a
 * slash stands in America. Without a zone it is UTC, as all of the service's times are.
 */
function timeReader(samples: readonly string[]): (text: string) => number | undefined {
  const pattern =
    /^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4})[T, ]+(\d{1,2}):(\d\d)(?::(\d\d))?(?:\.\d{1,7})?(?:\s?([AP])\.?M)?/i;
  const parts = samples.map((text) => pattern.exec(text));
  const isDayFirst = parts.some((match) => Number(match?.[1]) > 12);
  const isMonthFirst = !isDayFirst && parts.some((match) => Number(match?.[3]) > 12 || match?.[2] === '/');
  return (text) => {
    const match = pattern.exec(text.slice(0, 40));
    if (!match) return toTime(text);
    const [, first, , second, year, hours, minutes, seconds, half] = match;
    const [day, month] = isMonthFirst ? [second, first] : [first, second];
    const hour = half ? (Number(hours) % 12) + (half.toUpperCase() === 'P' ? 12 : 0) : Number(hours);
    return Date.UTC(Number(year), Number(month) - 1, Number(day), hour, Number(minutes), Number(seconds ?? 0));
  };
}

/** A copy. Engines keep a part of a text as a view of the whole, so one id would keep half a megabyte of the file. */
const own = (text: string): string => (text.length < 13 ? text : ` ${text}`.slice(1));

/** Keeps one copy of what stands in many rows. */
function sharer(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    if (text.length < 13) return text;
    const word = known.get(text) ?? own(text);
    if (known.size < 1000) known.set(word, word);
    return word;
  };
}
