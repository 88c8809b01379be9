import { encodingMark } from './file-kind.js';

/** Some text of a file, and where it stood. */
export interface Piece {
  readonly text: string;
  /** Its first byte, and how many there are. */
  readonly at: number;
  readonly bytes: number;
}

/** What is not sure of the characters: read as Windows-1252 for want of a mark; damaged; with NULs between them. */
export type Doubt = 'windows-1252' | 'damaged' | 'nul';

/** Where in the file a character of a piece stands. */
export function byteOf({ text, at, bytes }: Piece, index: number): number {
  if (bytes === text.length) return at + index;
  if (bytes === 2 * text.length) return at + 2 * index;
  return at + new TextEncoder().encode(text.slice(0, index)).length;
}

/**
 * Reads bytes as text: UTF-16 with a mark or without, UTF-8, else Windows-1252.
 * @param head The first bytes.
 * @param doubt Is told at most once of each kind.
 */
export async function* decode(
  chunks: AsyncIterable<Uint8Array>,
  head: Uint8Array,
  doubt: (kind: Doubt, at?: number) => void,
): AsyncGenerator<Piece, void> {
  const mark = encodingMark(head);
  // The mark itself is no text.
  let skip = mark === 'utf-8' ? 3 : mark && (head[0] ?? 0) >= 0xfe ? 2 : 0;
  let at = skip;
  const told = new Set<Doubt>();
  const tell = (kind: Doubt, place?: number): void => {
    if (!told.has(kind)) doubt(kind, place);
    told.add(kind);
  };
  const read = mark && mark !== 'utf-8' ? utf16(mark) : utf8(tell);
  for await (const chunk of chunks) {
    const bytes = skip < chunk.length ? chunk.subarray(skip) : chunk.subarray(chunk.length);
    skip -= chunk.length - bytes.length;
    yield* piece(read(bytes));
  }
  yield* piece(read());

  function* piece({ text, bytes }: { text: string; bytes: number }): Generator<Piece, void> {
    // What a file is filled up with when the computer stops while writing; no log has any.
    if (text.includes('\0')) {
      tell('nul', byteOf({ text, at, bytes }, text.indexOf('\0')));
      text = text.replaceAll('\0', '');
    }
    if (text) yield { text, at, bytes };
    at += bytes;
  }
}

type Read = (bytes?: Uint8Array) => { text: string; bytes: number };

function utf16(encoding: string): Read {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return (bytes) => ({ text: decoder.decode(bytes, { stream: !!bytes }), bytes: bytes?.length ?? 0 });
}

function utf8(tell: (doubt: Doubt) => void): Read {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
  const western = new TextDecoder('windows-1252');
  let isWestern = false;
  let proven = false;
  let kept = new Uint8Array();

  const toText = (bytes: Uint8Array): string => {
    if (isWestern) return western.decode(bytes);
    try {
      const text = strict.decode(bytes);
      proven ||= text.length < bytes.length;
      return text;
    } catch {
      const text = lenient.decode(bytes);
      const damaged = text.match(/\ufffd/g)?.length ?? 0;
      const good = text.match(/[^\0-\x7f\ufffd]/g)?.length ?? 0;
      // In Windows-1252 hardly two letters in a row happen to be UTF-8; in UTF-8 with a fault, all others are.
      if (proven || good > damaged) {
        tell('damaged');
        return text;
      }
      isWestern = true;
      tell('windows-1252');
      return western.decode(bytes);
    }
  };
  return (chunk) => {
    const bytes = chunk ? join(kept, chunk) : kept;
    // A character that is cut in two waits for its rest.
    const end = chunk && !isWestern ? wholeCharacters(bytes) : bytes.length;
    kept = bytes.slice(end);
    return { text: toText(bytes.subarray(0, end)), bytes: end };
  };
}

function join(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (!first.length) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** How many bytes there are before a UTF-8 character that has not ended. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}
