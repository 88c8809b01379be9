import { relative, resolve, sep } from 'node:path';
import type { Problem } from './markdown/article.js';

export type { Problem } from './markdown/article.js';

/** The command can't do what it was asked to: nothing is written, and the exit code is 2. */
export class CannotRun extends Error {}

/** What a command has to say at its end. */
export interface Outcome {
  problems: Problem[];
  /** One sentence: what there is now. */
  summary: string;
  /** The same in figures, for programs. */
  counts: Record<string, number>;
}

/** A path as the reader of a message can open it: from the folder that they are in, or whole if it isn’t below that. */
export function shownPath(path: string): string {
  const below = relative(process.cwd(), path);
  return (/^\.\.($|[\\/])/.test(below) ? resolve(path) : below || '.').split(sep).join('/');
}

/** How many there are of each level. */
export function countLevels(problems: readonly Problem[]): Record<Problem['level'], number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { level } of problems) counts[level]++;
  return counts;
}

/** By file and line, whatever order they were found in. */
export const sortProblems = (problems: Problem[]): Problem[] =>
  problems.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));

/** `file:line: level: message`, which editors and terminals know how to open. */
export const formatProblem = ({ file, line, level, message, code }: Problem): string =>
  `${file}:${line}: ${level}: ${message.replace(/\s+/g, ' ')} [${code}]`;

/** `1 topic`, `2 topics`. */
export const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** Prints problems on the standard output, the summary beside it; one JSON document for `json`. */
export function print(command: string, { problems, summary, counts }: Outcome, format: 'text' | 'json'): void {
  const levels = countLevels(problems);
  if (format === 'json') {
    process.stdout.write(`${JSON.stringify({ command, problems, counts: { ...counts, ...levels } }, null, 1)}\n`);
    return;
  }
  if (problems.length) process.stdout.write(`${problems.map(formatProblem).join('\n')}\n`);
  const told = `${plural(levels.error, 'error')}, ${plural(levels.warning, 'warning')}, ${plural(levels.info, 'remark')}`;
  process.stderr.write(`${summary} ${told}.\n`);
}

/** 1 if something needs a person; remarks don't. */
export const exitCode = (problems: readonly Problem[]): 0 | 1 =>
  problems.some(({ level }) => level !== 'info') ? 1 : 0;
