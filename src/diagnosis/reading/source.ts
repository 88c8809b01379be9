import type { LogInput } from '../model.js';

/** Bytes of one file, read once. */
export interface Source {
  readonly name: string;
  /** In bytes; `undefined` for a stream. */
  readonly size: number | undefined;
  readonly chunks: () => AsyncGenerator<Uint8Array, void>;
  /** Nobody will read on. */
  readonly cancel?: () => void;
}

/** The first chunk is small: of many files, the first chunks are looked at before one of them is read. */
const firstChunk = 1 << 17;
const chunk = 1 << 19;

/**
 * What there is to read.
 * @returns Files; or text; or, for anything else, `undefined`: it is parsed JSON.
 */
export function sourcesOf(input: LogInput): Source[] | string | undefined {
  if (typeof input === 'string') return input;
  if (isBlob(input)) return [blobSource(input)];
  if (isStream(input)) return [streamSource(input)];
  if (input instanceof ArrayBuffer || ArrayBuffer.isView(input)) return [blobSource(new Blob([input as BlobPart]))];
  const list = Array.isArray(input) || isFileList(input) ? Array.from<unknown>(input) : [];
  return list.length && list.every(isBlob) ? list.map(blobSource) : undefined;
}

// By what they can do: a file may come from another frame, where `instanceof` fails.
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isBlob = (value: unknown): value is Blob => isObject(value) && 'arrayBuffer' in value && 'slice' in value;
const isStream = (value: unknown): value is ReadableStream<Uint8Array> => isObject(value) && 'getReader' in value;
const isFileList = (value: unknown): value is FileList => isObject(value) && 'item' in value && 'length' in value;

function blobSource(blob: Blob): Source {
  const { name = '' } = blob as { name?: string };
  return { name, size: blob.size, chunks: () => blobChunks(blob) };
}

/** Slices instead of the blob's own stream: their size is ours, and the next one is on its way while this one is parsed. */
async function* blobChunks(blob: Blob): AsyncGenerator<Uint8Array, void> {
  let end = 0;
  const ask = (length: number): Promise<ArrayBuffer> | undefined => {
    if (end && end >= blob.size) return undefined;
    const bytes = blob.slice(end, (end += length)).arrayBuffer();
    // It may fail while nobody waits for it any more.
    bytes.catch(() => undefined);
    return bytes;
  };
  for (let next = ask(firstChunk); next;) {
    const bytes = new Uint8Array(await next);
    next = ask(chunk);
    yield bytes;
  }
}

function streamSource(stream: ReadableStream<Uint8Array>): Source {
  const reader = stream.getReader();
  return {
    name: '',
    size: undefined,
    async *chunks() {
      for (let next = await reader.read(); !next.done; next = await reader.read()) {
        // One that gives all at once is cut, so that no piece of work is long.
        for (let i = 0; i < next.value.length; i += chunk) yield next.value.subarray(i, i + chunk);
      }
    },
    cancel: () => void reader.cancel().catch(() => undefined),
  };
}

/** Unpacks gzip. Throws where the packed bytes are damaged or end too early, after all that could be unpacked. */
export async function* gunzip(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  const { readable, writable } = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  const reader = readable.getReader();
  const ignore = (): void => undefined;
  let next = reader.read();
  // Not `pipeThrough`: it closes the stream at once, and the error of a file that ends early would throw away what
  // was unpacked but not yet read. So, all that comes of a part is read before the next one is given.
  const drain = async function* (given: Promise<void>): AsyncGenerator<Uint8Array, void> {
    const empty = given.then(() => undefined);
    empty.catch(ignore);
    for (;;) {
      const result = await Promise.race([next, empty]);
      if (!result || result.done) return void (await given);
      yield result.value;
      next = reader.read();
      next.catch(ignore);
    }
  };
  next.catch(ignore);
  try {
    for await (const bytes of packed) {
      // Small parts: 1 kB can unpack to 1 MB.
      for (let i = 0; i < bytes.length; i += 1 << 14) yield* drain(writer.write(bytes.slice(i, i + (1 << 14))));
    }
    yield* drain(writer.close());
  } finally {
    writer.abort().catch(ignore);
    reader.cancel().catch(ignore);
  }
}

/** Counts what is read of all files, and tells it: at once, then ten times a second. */
export class Progress {
  #read = 0;
  #told = -Infinity;
  readonly #tell: (read: number) => void;

  constructor(tell: (read: number) => void) {
    this.#tell = tell;
  }

  add(bytes: number): void {
    this.#read += bytes;
    if (performance.now() - this.#told > 100) this.tell();
  }

  tell(): void {
    this.#told = performance.now();
    this.#tell(this.#read);
  }
}
