import { recognize, type Table } from './columns.js';
import { CsvRows } from './csv-rows.js';

/** A table, and how to read its rows. */
export interface CsvTable extends Table {
  delimiter: string;
  /** Characters and lines up to the first row of values. */
  skip: number;
  line: number;
  /** Some values of the column of dates. */
  times: string[];
}

/** What programs write above the headings: Excel its delimiter, PowerShell the type of its objects. */
const preamble = /^(?:\s*\n)*(?:sep=(.)\r?\n|#TYPE [^\n]*\n)?/i;

/** How much is looked at to recognize columns by their values. */
const samples = { rows: 100, cells: 50_000 };

/**
 * Finds delimiter and headings at the start of a text.
 * @returns `undefined` if it is no table.
 */
export function findTable(
  start: string,
  fileName: string,
  said?: Readonly<Record<string, string>>,
): CsvTable | undefined {
  const [before = '', told] = preamble.exec(start) ?? [];
  const text = start.slice(before.length);
  const delimiter = told ?? guessDelimiter(text);
  if (!delimiter) return undefined;
  const rows: string[][] = [];
  let line = 1;
  // The last row of the text may be cut: it is left out, unless it is all there is.
  const reader = new CsvRows(delimiter, () => undefined);
  for (const row of reader.push(text)) {
    if (row) rows.push(row.cells);
    if (rows.length === 1 && row) line = row.line;
    if (rows.length > samples.rows || rows.length * (row?.cells.length ?? 0) > samples.cells) break;
  }
  if (rows.length === 0) for (const row of reader.end(0)) rows.push(row.cells);
  const headings = rows.shift()?.map((heading) => heading.trim());
  if (!headings || headings.length < 2) return undefined;
  const table = recognize(headings, rows, fileName, said);
  const time = table.at.get('time') ?? -1;
  return {
    ...table,
    times: rows.map((row) => row[time] ?? ''),
    delimiter,
    skip: before.length,
    line: before.split('\n').length + line - 1,
  };
}

/** The delimiter that parts the first line most often, outside quotes. */
function guessDelimiter(text: string): string | undefined {
  const counts = new Map([',', ';', '\t', '|'].map((delimiter) => [delimiter, 0]));
  let inQuotes = false;
  for (const char of text.slice(0, 1 << 20)) {
    if (char === '"') inQuotes = !inQuotes;
    else if (inQuotes) continue;
    else if (char === '\n' || char === '\r') break;
    const count = counts.get(char);
    if (count !== undefined) counts.set(char, count + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best?.[1] ? best[0] : undefined;
}
