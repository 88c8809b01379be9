import { headLength, isGzip, wrongKind, wrongText } from './file-kind.js';
import type { Pace } from './pace.js';
import type { Tell } from './problems.js';
import { gunzip, type Progress, type Source } from './source.js';
import { decode, type Piece } from './text.js';

/** A file whose beginning has been looked at. */
export interface OpenFile {
  readonly name: string;
  readonly tell: Tell;
  readonly isJson: boolean;
  /** Its first lines; all of it, if it is short. */
  readonly start: string;
  /** All of its text, the start included. */
  readonly pieces: AsyncGenerator<Piece, void>;
  /** For a file that is not read to its end. */
  readonly close: () => void;
  /** Whether reading stopped before the end, which the reader was told. */
  readonly hasStopped: () => boolean;
}

/** Enough for the headings of a table, some of its rows, and the first record of anything else. */
const startLength = 1 << 16;

/** Opens a file. @returns `undefined` if it is nothing that can be read, which the reader is told. */
export async function openFile(
  source: Source,
  tell: Tell,
  progress: Progress,
  pace: Pace,
): Promise<OpenFile | undefined> {
  let hasStopped = false;
  const stop = (kind: Parameters<Tell>[0], byte: number): void => {
    hasStopped = true;
    tell(kind, byte ? { byte } : undefined);
  };
  const bytes = guarded(source, progress, pace, stop);
  // Of the generators around it, those that have not begun would not pass it on.
  const close = (): void => void bytes.return();
  let [head, all] = await peek(bytes);
  if (isGzip(head)) {
    [head, all] = await peek(unpacked(all, pace, () => !hasStopped && stop('packed', 0)));
  }
  const wrong = wrongKind(head);
  if (wrong) {
    tell(wrong);
    close();
    return undefined;
  }
  const [start, pieces] = await peekText(
    decode(all, head, (doubt, byte) => tell(doubt, byte === undefined ? byte : { byte })),
  );
  const file = openText(source.name, start, pieces, tell, { close, hasStopped: () => hasStopped });
  if (!file) close();
  return file;
}

/** The same for text that is there already. */
export function openText(
  name: string,
  start: string,
  pieces: AsyncGenerator<Piece, void>,
  tell: Tell,
  more: Pick<OpenFile, 'close' | 'hasStopped'>,
): OpenFile | undefined {
  const first = start.trimStart()[0];
  const wrong = first ? wrongText(start) : 'empty';
  if (wrong) {
    if (!more.hasStopped()) tell(wrong);
    return undefined;
  }
  return { name, tell, isJson: first === '{' || first === '[', start, pieces, ...more };
}

/** Bytes of a source until they end, fail or are no longer wanted. */
async function* guarded(
  { chunks, size, cancel }: Source,
  progress: Progress,
  pace: Pace,
  stop: (kind: 'unreadable' | 'broken', byte: number) => void,
): AsyncGenerator<Uint8Array, void> {
  const source = chunks();
  let read = 0;
  try {
    for (;;) {
      const next = await pace.waitFor(source.next().catch(() => undefined));
      if (!next) return stop(size === undefined ? 'broken' : 'unreadable', read);
      if (next.done) return;
      read += next.value.length;
      progress.add(next.value.length);
      yield next.value;
    }
  } finally {
    cancel?.();
    // Not waited for: a read that is under way may take its time.
    void source.return(undefined).catch(() => undefined);
  }
}

async function* unpacked(
  packed: AsyncGenerator<Uint8Array, void>,
  pace: Pace,
  stop: () => void,
): AsyncGenerator<Uint8Array, void> {
  try {
    yield* gunzip(packed);
  } catch {
    // It may be the caller who stops.
    pace.check();
    stop();
  }
}

/** The first bytes, and all of them. */
async function peek(chunks: AsyncGenerator<Uint8Array, void>): Promise<[Uint8Array, AsyncGenerator<Uint8Array, void>]> {
  const seen: Uint8Array[] = [];
  for (let length = 0; length < headLength;) {
    const { done, value } = await chunks.next();
    if (done) break;
    seen.push(value);
    length += value.length;
  }
  const head = new Uint8Array(await new Blob(seen.map((chunk) => chunk.slice(0, headLength))).arrayBuffer());
  return [head.subarray(0, headLength), chain(seen, chunks)];
}

async function peekText(pieces: AsyncGenerator<Piece, void>): Promise<[string, AsyncGenerator<Piece, void>]> {
  const seen: Piece[] = [];
  let start = '';
  while (start.length < startLength || !(start.includes('\n') || start.length > 16 * startLength)) {
    const { done, value } = await pieces.next();
    if (done) break;
    seen.push(value);
    start += value.text;
  }
  return [start, chain(seen, pieces)];
}

async function* chain<T>(seen: T[], rest: AsyncGenerator<T, void>): AsyncGenerator<T, void> {
  // Given away, not kept: a stream can be longer than memory.
  for (let next = seen.shift(); next !== undefined; next = seen.shift()) yield next;
  yield* rest;
}
