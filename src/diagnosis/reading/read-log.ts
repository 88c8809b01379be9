import type { LogInput, LogItem, LogProgress, ReadOptions } from '../model.js';
import { Companions } from './companions.js';
import { changeReader, modifiedReader, nestedReader, stepReader } from './csv-records.js';
import { CsvRows } from './csv-rows.js';
import { findTable, type CsvTable } from './csv-table.js';
import { itemsIn, type Seen } from './json-records.js';
import { JsonValues } from './json-values.js';
import { openFile, openText, type OpenFile } from './open-file.js';
import { Pace } from './pace.js';
import { teller, type ProblemKind, type Tell } from './problems.js';
import { Progress, sourcesOf, type Source } from './source.js';
import type { Piece } from './text.js';

/** Items of one piece of work; `undefined` for work that brought none, for there is time to rest. */
type Items = Iterable<LogItem | undefined>;

/** Characters of a text that is there already, in one piece. */
const pieceLength = 1 << 18;

/**
 * Reads a log: changes, and states of jobs, in batches.
 *
 * It takes what the admin center, Microsoft Graph, Log Analytics, event hubs and PowerShell give: JSON in any of their
 * shapes, one object a line, or CSV, each also compressed with gzip, as UTF-8, UTF-16 or Windows-1252. The portal's three
 * CSV files are joined by change, in whatever order they come. What can't be read is told with `reportProblem`, and the
 * rest is read.
 *
 * It works in slices of some milliseconds and lets the page breathe between them, if the work on a batch is done before
 * the next one is asked for. It keeps half a megabyte of the file at a time, and for CSV of several files what
 * `Companions` tells. A whole log may be of any size; an entry of JSON has at most 4 million characters, a row 1 million.
 *
 * @throws The signal's reason, at the latest some milliseconds after it is aborted. Nothing else.
 */
export async function* readLog(input: LogInput, options: ReadOptions): AsyncGenerator<LogItem[], void> {
  const pace = new Pace(options.signal);
  pace.check();
  const sources = sourcesOf(input);
  if (typeof sources === 'string') yield* readText(sources, options, pace);
  else if (sources) yield* readFiles(sources, options, pace);
  else yield* readParsed(input, options, pace);
}

async function* readParsed(value: unknown, options: ReadOptions, pace: Pace): AsyncGenerator<LogItem[], void> {
  const seen: Seen = { strangers: 0 };
  const log = new Batches(pace);
  yield* log.of(itemsIn(value, seen));
  yield* log.rest();
  conclude(teller('', options), seen, log.count);
}

async function* readText(text: string, options: ReadOptions, pace: Pace): AsyncGenerator<LogItem[], void> {
  const report = (read: number): void => options.onProgress?.({ read, total: text.length, file: '', files: 1, of: 1 });
  const progress = new Progress(report);
  progress.tell();
  // Its mark is no text.
  const start = text.startsWith('\ufeff') ? 1 : 0;
  // eslint-disable-next-line @typescript-eslint/require-await -- as files are read
  const pieces = (async function* (): AsyncGenerator<Piece, void> {
    for (let at = start; at < text.length; at += pieceLength) {
      const piece = text.slice(at, at + pieceLength);
      progress.add(piece.length);
      yield { text: piece, at, bytes: piece.length };
    }
  })();
  const whole = { close: () => undefined, hasStopped: () => false };
  const file = openText('', text.slice(start, start + pieceLength), pieces, teller('', options), whole);
  yield* readOpen(file ? [file] : [], options, pace);
  progress.tell();
}

async function* readFiles(sources: Source[], options: ReadOptions, pace: Pace): AsyncGenerator<LogItem[], void> {
  let current: Pick<LogProgress, 'file' | 'files'> = { file: sources[0]?.name ?? '', files: 1 };
  const total = sources.reduce<number | undefined>(
    (sum, { size }) => (sum === undefined || size === undefined ? undefined : sum + size),
    0,
  );
  const progress = new Progress((read) => options.onProgress?.({ read, total, ...current, of: sources.length }));
  progress.tell();
  const files: OpenFile[] = [];
  try {
    for (const source of sources) {
      const file = await openFile(source, teller(source.name, options), progress, pace);
      if (file) files.push(file);
    }
    yield* readOpen(files, options, pace, ({ name }, number) => (current = { file: name, files: number }));
    progress.tell();
  } finally {
    for (const { close } of files) close();
  }
}

async function* readOpen(
  files: OpenFile[],
  options: ReadOptions,
  pace: Pace,
  begin?: (file: OpenFile, number: number) => void,
): AsyncGenerator<LogItem[], void> {
  const readers = files.map((file) => ({
    file,
    table: file.isJson ? undefined : findTable(file.start, file.name, options.columns),
  }));
  const join = new Join(readers.map(({ table }) => table));
  const jsonFiles = readers.filter(({ file }) => file.isJson);
  let unfinished = 0;
  // What has to be remembered for the changes comes before them.
  const isCompanion = (table: CsvTable | undefined): number => (table && table.kind !== 'changes' ? 0 : 1);
  readers.sort((a, b) => isCompanion(a.table) - isCompanion(b.table));
  const log = new Batches(pace);
  for (const [i, { file, table }] of readers.entries()) {
    begin?.(file, i + 1);
    if (file.isJson) unfinished += (yield* readJson(file, log)) ? 1 : 0;
    else if (table) yield* readTable(file, table, join, log);
    else file.tell('stranger');
  }
  yield* log.of(join.leftOver());
  yield* log.rest();
  for (const kind of join.problems()) readers.find(({ table }) => table)?.file.tell(kind);
  // The last page has no address of a next one.
  if (unfinished && unfinished === jsonFiles.length) jsonFiles[0]?.file.tell('more');
}

/** @returns whether there are more pages than this one. */
async function* readJson({ pieces, tell, hasStopped }: OpenFile, log: Batches): AsyncGenerator<LogItem[], boolean> {
  const seen: Seen = { strangers: 0 };
  const before = log.count;
  const values = new JsonValues((fault, byte) => {
    seen.isDamaged = true;
    if (fault !== 'truncated' || !hasStopped()) tell(fault, { byte });
  });
  const items = function* (found: Iterable<unknown>): Items {
    for (const value of found) yield* value === undefined ? [undefined] : itemsIn(value, seen);
  };
  for await (const piece of pieces) yield* log.of(items(values.push(piece)));
  yield* log.of(items(values.end()));
  conclude(tell, seen, log.count - before);
  return values.hasMore;
}

async function* readTable(file: OpenFile, table: CsvTable, join: Join, log: Batches): AsyncGenerator<LogItem[], void> {
  const { tell, pieces, hasStopped } = file;
  if (table.isDoubtful || table.isUnreadable) {
    tell('columns', undefined, { columns: table.columns.slice(0, mostColumns) });
  }
  if (table.isUnreadable) return;
  const seen: Seen = { strangers: 0 };
  let count = 0;
  const rows = new CsvRows(
    table.delimiter,
    (fault, line) => {
      seen.isDamaged = true;
      if (fault !== 'truncated' || !hasStopped()) tell(fault, { line });
    },
    table.line,
  );
  const read = join.reader(table, seen);
  // The first row has the headings.
  let isFirst = true;
  const items = function* (found: ReturnType<CsvRows['push']>): Items {
    for (const row of found) {
      const item = row && !isFirst ? read(row.cells) : undefined;
      if (item || (row && !isFirst && table.kind !== 'changes')) count++;
      isFirst &&= !row;
      yield item;
    }
  };
  let { skip } = table;
  for await (const { text } of pieces) {
    yield* log.of(items(rows.push(text.slice(skip))));
    skip = Math.max(0, skip - text.length);
  }
  yield* log.of(items(rows.end(table.columns.length)));
  conclude(tell, seen, count);
}

/** Of a table with thousands of columns, so many are shown to the reader. */
const mostColumns = 200;

/** What can only be said at the end. */
function conclude(tell: Tell, { strangers, otherLog, isCut, isDamaged }: Seen, count: number): void {
  if (!count && strangers) tell(otherLog ?? 'stranger');
  else if (!count && !isDamaged) tell('no-rows');
  if (isCut) tell('cut');
}

/** Joins the portal's files: changes, their steps, and the attributes that they changed. */
class Join {
  readonly #companions = new Companions();
  readonly #hasChanges: boolean;
  readonly #hasSteps: boolean;
  readonly #isAlone: boolean;
  #unexplained = 0;
  #joined = 0;
  #changes = 0;

  constructor(tables: readonly (CsvTable | undefined)[]) {
    const has = (kind: CsvTable['kind']): boolean =>
      tables.some((table) => table?.kind === kind && !table.isUnreadable);
    this.#hasChanges = has('changes');
    this.#hasSteps = has('steps');
    this.#isAlone = !has('steps') && !has('modified');
  }

  /** Reads rows of one file; what belongs to rows of another one is remembered. */
  reader(table: CsvTable, seen: Seen): (cells: string[]) => LogItem | undefined {
    const companions = this.#companions;
    if (table.isNested) return nestedReader(table, seen);
    if (table.kind === 'steps') {
      const read = stepReader(table, seen);
      return (cells) => void companions.addStep(read(cells));
    }
    if (table.kind === 'modified') {
      const read = modifiedReader(table);
      return (cells) => void companions.addModified(read(cells));
    }
    const read = changeReader(table);
    return (cells) => {
      const record = read(cells);
      if (!record) return undefined;
      this.#changes++;
      if (!this.#isAlone && companions.complete(record)) this.#joined++;
      if (record.status === 'skipped' && !record.error?.code) this.#unexplained++;
      return record;
    };
  }

  /** Changes of which there are only the steps. */
  *leftOver(): Items {
    if (!this.#hasChanges) yield* this.#companions.records();
  }

  /** What the reader has to know of the files together. */
  problems(): ProblemKind[] {
    if (this.#isAlone) return this.#unexplained ? ['no-steps'] : [];
    if (!this.#hasChanges) return ['no-changes'];
    const kinds: ProblemKind[] = this.#changes && !this.#joined ? ['unrelated'] : [];
    if (!this.#hasSteps && this.#unexplained) kinds.push('no-steps');
    if (this.#companions.isLimited) kinds.push('steps');
    return kinds;
  }
}

/** So few that the work on them is short, whatever it is. */
const batchLength = 250;

/** Gathers items into batches, and rests when it is time. */
class Batches {
  /** Of all items so far. */
  count = 0;
  #items: LogItem[] = [];
  readonly #pace: Pace;

  constructor(pace: Pace) {
    this.#pace = pace;
  }

  async *of(items: Items): AsyncGenerator<LogItem[], void> {
    for (const item of items) {
      if (item) {
        this.count++;
        this.#items.push(item);
      }
      if (this.#pace.due() || this.#items.length === batchLength) yield* this.rest();
    }
    if (this.#pace.due()) yield* this.rest();
  }

  /** Hands over what there is, and rests if it is time: what the caller does with it takes time too. */
  async *rest(): AsyncGenerator<LogItem[], void> {
    const items = this.#items;
    this.#items = [];
    if (items.length) yield items;
    if (this.#pace.due()) await this.#pace.rest();
  }
}
