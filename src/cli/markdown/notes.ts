import type { Problem } from './article.js';

/** Called with what was mended, each time. */
export type Tell = (level: 'info' | 'warn', code: string, message: string) => void;

/** What is told of one file while it is read; the same is told once, also where both halves of a file have it. */
export class Notes {
  readonly problems: Problem[] = [];
  /** The line of the file for each line of the text that is read now, from 0; empty: they are the same. */
  lines: readonly number[] = [];
  readonly #file: string;
  readonly #told = new Set<string>();

  constructor(file: string) {
    this.#file = file;
  }

  /** The line of the file for one of the text that is read now. */
  lineOf(line: number): number {
    return this.lines[line - 1] ?? line;
  }

  info(code: string, message: string, line = 1): void {
    this.#add('info', code, message, line);
  }

  warn(code: string, message: string, line = 1): void {
    this.#add('warning', code, message, line);
  }

  error(code: string, message: string, line = 1): void {
    this.#add('error', code, message, line);
  }

  #add(level: Problem['level'], code: string, message: string, line: number): void {
    const problem = { file: this.#file, line: this.lineOf(line), level, code, message: oneLine(message) };
    const key = JSON.stringify(problem);
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.problems.push(problem);
  }
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A piece of the article in a message: short, on one line. */
export const excerpt = (text: string): string => {
  const line = oneLine(text);
  return `“${line.length > 60 ? `${line.slice(0, 59)}…` : line}”`;
};
