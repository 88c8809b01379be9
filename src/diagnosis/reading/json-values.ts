import { byteOf, type Piece } from './text.js';

/** What stands around records: the keys of Graph, event hubs and exports whose list is the log. */
const envelopes = new Set(['value', 'records', 'items', 'data', 'results', 'logs', 'rows', 'entries', 'events']);

/** Longer ones are left out. In characters; the largest record seen has 20 000. */
const limit = 1 << 22;
/** Lists in lists, around the records. */
const deepest = 8;
/** How often it starts again after a fault: enough for a damaged file, too few to be kept busy by a hostile one. */
const restarts = 100;

/** A fault, with the byte where it is. */
export type JsonFault = 'malformed' | 'too-large' | 'truncated';

// Numbers, because millions of characters are compared.
const [quote, backslash, openBracket, closeBracket, openBrace, closeBrace] = [34, 92, 91, 93, 123, 125] as const;

/**
 * Finds the objects of a log in JSON that arrives in pieces: the elements of a list, of the list in an envelope, or
 * objects one after the other, such as one a line. It knows strings and brackets; `JSON.parse` does the rest, object by
 * object, so that a damaged one costs only itself.
 *
 * A streaming parser (@streamparser/json 0.0.26) was measured: it takes three times as long (18 MB/s against 57, in
 * Node 20), stops for good at the first fault, and has no limit on the length of a value.
 */
export class JsonValues {
  /** An envelope had the address of more pages. */
  hasMore = false;

  readonly #fault: (fault: JsonFault, at: number) => void;
  /** Brackets around the values, outermost first. */
  readonly #around: string[] = [];
  /** The text of what has not ended: a value, or a string between values. */
  #rest = '';
  /** Its first byte. */
  #restAt = 0;
  #endAt = 0;
  /** Brackets that are open in the value; 0 between values. */
  #depth = 0;
  #inString = false;
  /** The text ends with a backslash that is waiting for its character. */
  #escaped = false;
  /** The value is too long: its text is not kept. */
  #dropped = false;
  #restarts = 0;

  constructor(fault: (fault: JsonFault, at: number) => void) {
    this.#fault = fault;
  }

  /** The values that end in this piece; `undefined` now and then, for there is time to rest. */
  *push(piece: Piece): Generator<unknown, void> {
    const kept = this.#rest.length;
    const text = this.#rest + piece.text;
    const byteAt = (index: number): number => (index < kept ? this.#restAt : byteOf(piece, index - kept));
    this.#endAt = piece.at + piece.bytes;
    yield* this.#scan(text, kept, byteAt);
  }

  /** The values that were hidden behind a fault, once there is no more text. */
  *end(): Generator<unknown, void> {
    const text = this.#rest;
    const at = text ? this.#restAt : this.#endAt;
    if (!this.#depth && !this.#inString && !this.#around.length) return;
    const line = text.indexOf('\n');
    // One object a line: a quote too many has swallowed the rest of the file.
    if (!this.#around.length && line >= 0 && !this.#dropped && this.#restarts++ < restarts) {
      this.#fault('malformed', at);
      this.#startAgain();
      yield undefined;
      yield* this.push({ text: text.slice(line + 1), at: at + line + 1, bytes: text.length - line - 1 });
      return yield* this.end();
    }
    this.#fault('truncated', at);
  }

  #startAgain(): void {
    this.#rest = '';
    this.#depth = 0;
    this.#inString = this.#escaped = this.#dropped = false;
  }

  /** Reads on from an index; what stands before it was read before. */
  *#scan(text: string, from: number, byteAt: (index: number) => number): Generator<unknown, void> {
    const { length } = text;
    // A character that a backslash of the last piece escapes is no quote.
    const first = from + (this.#escaped ? 1 : 0);
    this.#escaped = false;
    // Where the value, or the string between values, began: what was kept begins with it.
    let start = 0;
    let i = first;
    for (;;) {
      while (i < length) {
        const code = text.charCodeAt(i);
        if (this.#inString) {
          const end = endOfString(text, i);
          if (end < 0) {
            this.#escaped = endsEscaped(text, first);
            break;
          }
          i = end;
          this.#inString = false;
          if (!this.#depth) {
            this.#dropped = false;
            if (isNextLink(text.slice(start, end))) this.hasMore = true;
          }
          continue;
        }
        if (code === quote) {
          this.#inString = true;
          if (!this.#depth) start = i;
        } else if (code === openBrace || code === openBracket) {
          if (!this.#depth) start = i;
          if (!this.#depth && code === openBracket && this.#around.length < deepest) this.#around.push('[');
          else if (this.#depth === 1 && code === openBracket && this.#isEnvelope(text, start, i)) {
            this.#depth = 0;
            this.#around.push('{', '[');
          } else this.#depth++;
        } else if (code === closeBrace || code === closeBracket) {
          if (!this.#depth) {
            if (this.#around.at(-1) === (code === closeBrace ? '{' : '[')) this.#around.pop();
          } else if (!--this.#depth) {
            const value = this.#dropped ? '' : parse(text.slice(start, i + 1));
            if (value === undefined) {
              this.#fault('malformed', byteAt(start));
              // Its brackets can't be trusted. The next line may be whole.
              const line = text.indexOf('\n', start);
              if (line >= 0 && line < i && this.#restarts++ < restarts) i = line;
              yield undefined;
            } else if (!this.#dropped) yield value;
            this.#dropped = false;
          }
        }
        i++;
      }
      if (!this.#depth && !this.#inString) {
        this.#rest = '';
        return;
      }
      if (this.#dropped || length - start <= limit) {
        this.#restAt = byteAt(start);
        this.#rest = this.#dropped ? '' : text.slice(start);
        return;
      }
      const line = text.indexOf('\n', start);
      const again = line >= 0 && this.#restarts++ < restarts;
      this.#fault(again ? 'malformed' : 'too-large', byteAt(start));
      if (again) {
        this.#startAgain();
        i = line + 1;
        yield undefined;
      } else this.#dropped = true;
    }
  }

  /** Whether the list that starts at an index is what an envelope's key holds. */
  #isEnvelope(text: string, start: number, list: number): boolean {
    if (this.#dropped || this.#around.length >= deepest) return false;
    const key = /"(\w+)"\s*:\s*$/.exec(text.slice(Math.max(start, list - 40), list))?.[1];
    if (!key || !isEnvelopeKey(key)) return false;
    this.hasMore ||= /"@odata\.nextLink"\s*:\s*"/i.test(text.slice(start, Math.min(list, start + 10_000)));
    return true;
  }
}

/** Whether a key's list is the log. */
export const isEnvelopeKey = (key: string): boolean => envelopes.has(key.toLowerCase());

const isNextLink = (string: string): boolean => string.length === 17 && string.toLowerCase() === '"@odata.nextlink"';

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The index after the quote that ends a string, from an index inside it; -1 if it does not end. */
function endOfString(text: string, from: number): number {
  for (let i = from; ;) {
    const end = text.indexOf('"', i);
    if (end < 0) return -1;
    if (!isEscaped(text, end, i)) return end + 1;
    i = end + 1;
  }
}

/** Whether an odd number of backslashes stands before an index. */
function isEscaped(text: string, index: number, from: number): boolean {
  let start = index;
  while (start > from && text.charCodeAt(start - 1) === backslash) start--;
  return (index - start) % 2 === 1;
}

const endsEscaped = (text: string, from: number): boolean => isEscaped(text, text.length, from);
