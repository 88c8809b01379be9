/** What a file is that can't be read, as far as the advice differs. */
export type WrongKind =
  'workbook' | 'archive' | 'pdf' | 'picture' | 'event-log' | 'document' | 'web-page' | 'xml' | 'binary';

/** How many of the first bytes it takes to tell. */
export const headLength = 4096;

// Bytes as Latin-1 text, at an offset.
const signatures: readonly (readonly [WrongKind, string, number?])[] = [
  ['pdf', '%PDF-'],
  ['event-log', 'ElfFile\0'],
  ['picture', '\x89PNG'],
  ['picture', '\xff\xd8\xff'],
  ['picture', 'GIF8'],
  ['picture', 'WEBP', 8],
  ['picture', 'II*\0'],
  ['picture', 'MM\0*'],
  ['picture', 'ftyp', 4],
  // Of all that Office wrote before 2007, people have workbooks here.
  ['workbook', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['archive', '7z\xbc\xaf\x27\x1c'],
  ['archive', 'Rar!\x1a\x07'],
  ['archive', 'BZh'],
  ['archive', '\xfd7zXZ\0'],
  ['archive', '\x28\xb5\x2f\xfd'],
  ['archive', 'ustar', 257],
  ['archive', 'MSCF'],
];

export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;

/**
 * Recognizes by the first bytes what is no log, whatever its name says.
 * @returns `undefined` for what may be text.
 */
export function wrongKind(head: Uint8Array): WrongKind | undefined {
  const latin = String.fromCharCode(...head.subarray(0, headLength));
  if (latin.startsWith('PK\x03\x04') || latin.startsWith('PK\x05\x06')) {
    // The parts of an Office file are named in the archive.
    if (latin.includes('xl/') || latin.includes('[Content_Types].xml')) {
      return /word\/|ppt\//.test(latin) ? 'document' : 'workbook';
    }
    return 'archive';
  }
  for (const [kind, bytes, offset = 0] of signatures) if (latin.startsWith(bytes, offset)) return kind;
  if (latin.startsWith('BM') && latin.slice(6, 10) === '\0\0\0\0') return 'picture';
  return encodingMark(head) || !isBinary(head) ? undefined : 'binary';
}

/** Recognizes what is text, but neither JSON nor a table. */
export function wrongText(start: string): WrongKind | undefined {
  const text = start.slice(0, 1000).trimStart().toLowerCase();
  if (!text.startsWith('<')) return text.startsWith('{\\rtf') ? 'document' : undefined;
  return /^<(!doctype html|html|head|body|script|meta|!--)/.test(text) ? 'web-page' : 'xml';
}

/** UTF-16 by its mark, or by its NULs: of ASCII, one byte in two is one. */
export function encodingMark(head: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  const [first, second, third] = head;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const pairs = Math.min(head.length, 512) >> 1;
  let [low, high] = [0, 0];
  for (let i = 0; i < pairs; i++) {
    const [even, odd] = [head[2 * i] ?? 0, head[2 * i + 1] ?? 0];
    if (isPlain(even) && odd === 0) low++;
    if (even === 0 && isPlain(odd)) high++;
  }
  if (pairs > 1 && low > 0.6 * pairs) return 'utf-16le';
  if (pairs > 1 && high > 0.6 * pairs) return 'utf-16be';
  return undefined;
}

const isPlain = (byte: number): boolean => (byte >= 32 && byte < 127) || byte === 9 || byte === 10 || byte === 13;

/** Text holds hardly any control characters; random bytes are such, one in ten. */
function isBinary(head: Uint8Array): boolean {
  let controls = 0;
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32)) controls++;
  return controls > head.length / 50;
}
