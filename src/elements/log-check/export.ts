import { csvFile } from '../../diagnosis/export.js';
import type { Diagnosis } from '../../diagnosis/model.js';
import { Pace } from '../../diagnosis/reading/pace.js';
import type { Person } from './people.js';
import type { View } from './view.js';
import { outcomeName } from './words.js';

/** So many lines are put together at once. */
const chunk = 500;

/** The users of a list as a CSV file, in pieces: a large one is made without stopping the page. No cell is a formula. */
export async function usersAsCsv(people: readonly Person[], { findings }: Diagnosis, { msg }: View): Promise<string[]> {
  const pace = new Pace();
  const parts = [csvFile([headings(msg)])];
  for (let start = 0; start < people.length; start += chunk) {
    const lines = people.slice(start, start + chunk).map(({ user, name, last, rank, rows }) => {
      const { title = '', code = '', given = code, turn = '', fix = '' } = findings[rank] ?? {};
      const time = last.time === undefined ? '' : new Date(last.time).toISOString();
      const plain = fix.replace(/[`*]/g, '');
      return [user, name, outcomeName(msg, last.outcome), time, String(rows.length), title, given, turn, plain];
    });
    // Only the file begins with the mark that says how it is written.
    parts.push(csvFile(lines).slice(1));
    if (pace.due()) await pace.rest();
  }
  return parts;
}

// prettier-ignore
const headings = (msg: View['msg']): string[] => [
  msg('User', { id: 'log.ui.users.user', desc: 'Heading of a column.' }),
  msg('Name', { id: 'log.ui.users.name', desc: 'Heading of a column: the display name of a user.' }),
  msg('Last result', { id: 'log.ui.users.last', desc: 'Heading of a column: what came of the newest change.' }),
  msg('Time', { id: 'log.ui.users.time', desc: 'Heading of a column: when the newest change was made.' }),
  msg('Entries', { id: 'log.ui.users.entries', desc: 'Heading of a column: how many entries the log has on a user.' }),
  msg('Cause', { id: 'log.ui.users.cause', desc: 'Heading of a column: what went wrong.' }),
  msg('Code', { id: 'log.ui.users.code', desc: 'Heading of a column: the error code or skip reason.' }),
  msg('Whose turn', { id: 'log.ui.users.turn', desc: 'Heading of a column: who has to act.' }),
  msg('What to do', { id: 'log.ui.fix', desc: 'Heading above what mends a problem.' }),
];
