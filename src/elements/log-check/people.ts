import type { Diagnosis, Row } from '../../diagnosis/model.js';
import { Pace } from '../../diagnosis/reading/pace.js';

/** One user or group of the log, with everything that happened to them. */
export interface Person {
  user: string;
  name: string;
  /** In the order of the log's files. */
  rows: Row[];
  /** The newest one. */
  last: Row;
  /** Place of their heaviest finding in the list; past its end for whom all went well. */
  rank: number;
  /** What a search looks through. */
  words: string;
}

/** Puts the rows of each user together, heaviest finding first. A large log has hundreds of thousands of rows. */
export async function gatherPeople({ rows, findings }: Diagnosis, signal: AbortSignal): Promise<Person[]> {
  const ranks = new Map(findings.map(({ id }, index) => [id, index]));
  const people = new Map<string, Person>();
  const pace = new Pace(signal);
  for (const row of rows) {
    const rank = ranks.get(row.finding ?? '') ?? findings.length;
    const person = people.get(row.user);
    if (person) {
      person.rows.push(row);
      if ((row.time ?? 0) >= (person.last.time ?? 0)) person.last = row;
      person.rank = Math.min(person.rank, rank);
      person.name ||= row.name ?? '';
    } else people.set(row.user, { user: row.user, name: row.name ?? '', rows: [row], last: row, rank, words: '' });
    if (pace.due()) await pace.rest();
  }
  // By rank without sorting, which could not be sliced.
  const ranked: Person[][] = Array.from({ length: findings.length + 1 }, () => []);
  for (const person of people.values()) {
    person.words = `${person.user} ${person.name}`.toLocaleLowerCase();
    ranked[person.rank]!.push(person);
    if (pace.due()) await pace.rest();
  }
  return ranked.flat();
}

/** Which users the list shows: all that need a look, all, those without a fault, or those of one finding. */
export type Choice = 'attention' | 'all' | 'fine' | (string & {});

export function choosePeople(
  people: readonly Person[],
  choice: Choice,
  query: string,
  { findings }: Diagnosis,
): Person[] {
  // What is expected comes last among the findings.
  const fine = findings.findIndex(({ expected }) => expected);
  const limit = fine < 0 ? findings.length : fine;
  const wanted = query.trim().toLocaleLowerCase();
  return people.filter(({ rank, rows, words }) => {
    if (!words.includes(wanted)) return false;
    if (choice === 'all') return true;
    if (choice === 'attention') return rank < limit;
    if (choice === 'fine') return rank >= limit;
    return rows.some(({ finding }) => finding === choice);
  });
}
