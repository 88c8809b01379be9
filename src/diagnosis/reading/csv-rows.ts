/** A fault in a table, with the line where the row begins. */
export type CsvFault = 'malformed' | 'too-large' | 'truncated';

/** A row, and the line that it begins on. */
export interface CsvRow {
  cells: string[];
  line: number;
}

/** Longer rows are left out. In characters. */
const limit = 1 << 20;

const [quote, newline, carriageReturn] = [34, 10, 13] as const;

/**
 * Cuts CSV that arrives in pieces into rows, by RFC 4180 and what programs make of it: any delimiter, any line ends,
 * line breaks in quotes, quotes in the middle of a cell.
 *
 * Libraries were measured: csv-parse 7.0.3 takes five times as long and brings a polyfill of Node's streams, papaparse
 * 5.7.1 is no ES module, udsv 0.7.3 is as fast but makes functions from text, which a content security policy forbids. None
 * has a limit on the length of a row, so that one quote too many costs the whole file.
 */
export class CsvRows {
  readonly #delimiter: number;
  readonly #fault: (fault: CsvFault, line: number) => void;
  #rest = '';
  #line: number;
  /** The row is too long: it is skipped to the end of its line. */
  #skipping = false;
  /** After a quote that nothing closes, quotes end at the end of the line at the latest. */
  #oneLine = false;
  /** The last row ended in the middle of quotes. */
  #isOpen = false;

  constructor(delimiter: string, fault: (fault: CsvFault, line: number) => void, line = 1) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#fault = fault;
    this.#line = line;
  }

  /** The rows that end in this text; `undefined` now and then, for there is time to rest. */
  *push(piece: string): Generator<CsvRow | undefined, void> {
    let text = this.#rest + piece;
    this.#rest = '';
    for (;;) {
      if (this.#skipping) {
        const end = text.indexOf('\n');
        if (end < 0) return;
        this.#skipping = false;
        this.#line++;
        text = text.slice(end + 1);
      }
      yield* this.#rows(text);
      if (this.#rest.length <= limit) return;
      const unclosed = !this.#oneLine && this.#rest.includes('\n');
      this.#fault(unclosed ? 'malformed' : 'too-large', this.#line);
      if (unclosed) this.#oneLine = true;
      else this.#skipping = true;
      text = this.#rest;
      this.#rest = '';
      yield undefined;
    }
  }

  /**
   * The rows that only the end of the file ends.
   * @param columns How many cells a row should have: one with less, without a line end, is not whole.
   */
  *end(columns: number): Generator<CsvRow, void> {
    const text = this.#rest;
    const line = this.#line;
    this.#rest = '';
    if (this.#skipping || !text.trim()) return;
    const cells: string[] = [];
    this.#row(text, 0, true, cells);
    if (!this.#isOpen) {
      if (cells.length < columns) this.#fault('truncated', line);
      else yield { cells, line };
      return;
    }
    // Either the file ends inside quotes, or a quote too many has swallowed rows.
    this.#oneLine = true;
    this.#line = line;
    let whole = 0;
    for (const row of this.#linesOf(`${text}\n`)) {
      if (row.cells.length < columns) continue;
      whole++;
      yield row;
    }
    this.#fault(whole ? 'malformed' : 'truncated', line);
  }

  /** The whole rows of a text. What is left is kept for the next. */
  *#rows(text: string): Generator<CsvRow, void> {
    if (this.#oneLine) return yield* this.#linesOf(text);
    let start = 0;
    for (;;) {
      const cells: string[] = [];
      const line = this.#line;
      const end = this.#row(text, start, false, cells);
      if (end < 0) break;
      start = end;
      if (!isBlank(cells)) yield { cells, line };
    }
    this.#rest = text.slice(start);
  }

  *#linesOf(text: string): Generator<CsvRow, void> {
    let start = 0;
    for (;;) {
      const end = text.indexOf('\n', start) + 1;
      if (!end) break;
      const cells: string[] = [];
      const line = this.#line;
      this.#row(text.slice(start, end - 1), 0, true, cells);
      this.#line = line + 1;
      start = end;
      if (!isBlank(cells)) yield { cells, line };
    }
    this.#rest = text.slice(start);
  }

  /**
   * Reads one row.
   * @returns Where the next one starts; -1 if the text ends before that is known.
   */
  #row(text: string, from: number, isEnd: boolean, cells: string[]): number {
    const { length } = text;
    const delimiter = this.#delimiter;
    this.#isOpen = false;
    let lines = 1;
    let i = from;
    for (;;) {
      let cell = '';
      if (text.charCodeAt(i) === quote) {
        let end = text.indexOf('"', i + 1);
        while (end >= 0 && text.charCodeAt(end + 1) === quote) end = text.indexOf('"', end + 2);
        if (end < 0 || (end + 1 === length && !isEnd)) {
          if (!isEnd) return -1;
          this.#isOpen = end < 0;
          end = end < 0 ? length : end;
        }
        cell = text.slice(i + 1, end);
        for (let line = cell.indexOf('\n'); line >= 0; line = cell.indexOf('\n', line + 1)) lines++;
        if (cell.includes('""')) cell = cell.replaceAll('""', '"');
        i = Math.min(end + 1, length);
      }
      const start = i;
      let code = 0;
      for (; i < length; i++) {
        code = text.charCodeAt(i);
        if (code === delimiter || code === newline || code === carriageReturn) break;
      }
      if (i === length && !isEnd) return -1;
      if (i > start) cell += text.slice(start, i);
      cells.push(cell);
      if (i < length && code === delimiter) {
        i++;
        continue;
      }
      if (i < length && code === carriageReturn) {
        // The other half of a line end may be in the next piece.
        if (i + 1 === length && !isEnd) return -1;
        if (text.charCodeAt(i + 1) === newline) i++;
      }
      this.#line += lines;
      return Math.min(i + 1, length);
    }
  }
}

const isBlank = (cells: readonly string[]): boolean => cells.length === 1 && !cells[0];
