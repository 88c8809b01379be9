import type { Branch, FilterClause, LogRecord } from './model.js';
import { copy } from './own-text.js';

type Steps = Pick<LogRecord, 'steps'>;

/** A detail of a step under any of its names, which differ in case, spaces and dots between files. */
export function detail(details: Readonly<Record<string, string>>, ...names: readonly string[]): string {
  for (const key in details) if (names.includes(plain(key))) return details[key] ?? '';
  return '';
}

const plainNames = new Map<string, string>();

/** `Assigned to the application` → `assignedtotheapplication` */
function plain(key: string): string {
  let name = plainNames.get(key);
  if (name === undefined) {
    name = key.toLowerCase().replace(/[^a-z0-9]/g, '');
    // There are a few dozen; a hostile file may have millions.
    if (plainNames.size < 1000) plainNames.set(copy(key), name);
  }
  return name;
}

/** The last answer of the steps, since the last step decides. Another text than true or false is no answer. */
function flag(record: Steps, ...names: string[]): boolean | undefined {
  for (let at = record.steps.length - 1; at >= 0; at--) {
    const value = detail(record.steps[at]?.details ?? {}, ...names).toLowerCase();
    if (value === 'true' || value === 'false') return value === 'true';
  }
  return undefined;
}

/**
 * Why someone is not entitled. The order is the one in which an administrator has to mend it: a disabled account is never
 * created, whatever it is assigned to; a filter matters only for those who are assigned.
 */
export function branchOf(record: Steps): Branch | undefined {
  const active = flag(record, 'isactive', 'activeinthesourcesystem', 'activeinsourcesystem');
  const assigned = flag(record, 'assignedtotheapplication', 'assignedtoapplication', 'assigned');
  const everyone = flag(record, 'scopesyncall');
  const inScope = flag(
    record,
    'isinprovisioningscope',
    'scopingfilterevaluationpassed',
    'scopingfilters',
    'isinprovisioningscopedisplayname',
  );
  const role = flag(
    record,
    'userhastherequiredrole',
    'grouphastherequiredrole',
    'userhasrequiredrole',
    'grouphasrequiredrole',
  );
  if (active === false) return 'disabled';
  // Where everyone is in scope, nobody has to be assigned.
  if (assigned === false && !everyone) return 'not-assigned';
  if (inScope === false) return 'scoping-filter';
  if (filtersOf(record).some(({ passed }) => !passed)) return 'scoping-filter';
  if (role === false) return 'missing-role';
  // Nothing was said at all: a file without the steps.
  return active === undefined && assigned === undefined && inScope === undefined ? undefined : 'reassign';
}

const most = 50;

/** The clauses of scoping filters in `ScopeEvaluationResult`, JSON in a text such as `{"Staff.department EQUALS Sales":false}`. */
export function filtersOf(record: Steps): FilterClause[] {
  for (let at = record.steps.length - 1; at >= 0; at--) {
    const text = detail(record.steps[at]?.details ?? {}, 'scopeevaluationresult');
    if (text.length < 3) continue;
    const clauses = clausesOf(text).slice(0, most);
    if (clauses.length) return clauses.sort((a, b) => Number(a.passed) - Number(b.passed));
  }
  return [];
}

function clausesOf(text: string): FilterClause[] {
  try {
    const json: unknown = JSON.parse(text.slice(0, 100_000));
    if (typeof json !== 'object' || json === null) return [];
    return Object.entries(json).flatMap(([key, value]) => {
      const result = String(value).toLowerCase();
      if (result !== 'true' && result !== 'false') return [];
      return [{ ...clauseOf(key.slice(0, 500)), passed: result === 'true' }];
    });
  } catch {
    return [];
  }
}

// As the scoping filter editor and the schema API spell them, longest first: `NOT EQUALS` holds `EQUALS`.
const operators = [
  ...['IS NOT NULL', 'IS NULL', 'IS TRUE', 'IS FALSE', 'NOT EQUALS', 'NOT REGEX MATCH', 'REGEX MATCH', 'NOT INCLUDES'],
  ...['GREATER_THAN_OR_EQUALS', 'GREATER_THAN', 'INCLUDES', 'EQUALS', 'ISMEMBEROF', 'IS MEMBER OF', 'NOT IN', 'IN'],
];

/** `<title>.<attribute> <operator> <value>`; a title may hold dots and spaces, the attribute no spaces. */
function clauseOf(key: string): Omit<FilterClause, 'passed'> {
  const upper = key.toUpperCase();
  let start = -1;
  let operator = '';
  for (const candidate of operators) {
    const at = upper.indexOf(` ${candidate}`);
    const after = upper[at + 1 + candidate.length];
    if (at < 1 || (after !== undefined && after !== ' ')) continue;
    if (start >= 0 && at >= start) continue;
    start = at;
    operator = key.slice(at + 1, at + 1 + candidate.length);
  }
  if (start < 0) return { filter: '', attribute: key, operator: '', value: '' };
  const left = key.slice(0, start);
  const dot = left.lastIndexOf('.');
  return {
    filter: dot > 0 ? left.slice(0, dot) : '',
    attribute: left.slice(dot + 1).trim(),
    operator,
    value: key.slice(start + 1 + operator.length).trim(),
  };
}
