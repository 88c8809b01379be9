import type { Topic } from './model.js';
import type { Refusal, TopicResult } from './result.js';
import { limits } from './shapes.js';
import { own, parseTopic, refuse } from './validate.js';
import { walk } from './walk.js';

export type { Fault, FaultCode } from './result.js';

/** Milliseconds for the whole of a load, from the call to the last byte. */
const deadline = 10_000;

/** A file on its way, and how many wait for it. */
interface Flight {
  readonly answer: Promise<string | Refusal>;
  readonly stop: AbortController;
  callers: number;
}

const flights = new Map<string, Flight>();

/**
 * Loads a topic from a JSON file and reads it as `parseTopic` does.
 *
 * @param url - An http or https address; a relative one counts from the document's base. The content type of the
 *   answer does not matter.
 * @param options - `signal` stops the wait.
 * @returns The topic, or the fault. Never rejects: a stopped load gives the fault `aborted`. Relative addresses of
 *   pictures count from the file, and are absolute in what is returned.
 *
 * It makes one request, with cookies for the page's own site only, and no second one by itself. It gives up after 10
 * seconds in all, and at 1 MiB of decompressed text. Calls for an address that is already on its way share its request,
 * and its deadline; each gets a topic of its own. Nothing is kept afterwards: the browser's cache does that.
 */
export async function loadTopic(url: string, { signal }: { signal?: AbortSignal } = {}): Promise<TopicResult> {
  const answer = await loadText(url, { signal });
  return typeof answer === 'string' ? readTopic(answer, webAddress(url)) : answer;
}

/** How a file is loaded. */
interface Loading {
  signal?: AbortSignal | undefined;
  /** Bytes after which reading stops. */
  limit?: number;
  /** `no-cache` asks the server whether the file has changed. */
  cache?: RequestCache;
  /** What the browser is to check the file against, where the caller can't. */
  integrity?: string;
}

/** The text of a file, with the rules that `loadTopic` tells. @internal */
export function loadText(
  url: string,
  { signal, limit = limits.size, cache = 'default', integrity = '' }: Loading = {},
): Promise<string | Refusal> {
  const aborted = refuse('aborted', 'stopped by the caller');
  if (signal?.aborted) return Promise.resolve(aborted);
  const address = webAddress(url);
  if (!address) return Promise.resolve(refuse('blocked-address', 'not an http or https address'));

  const key = `${cache} ${address}`;
  const flight = flights.get(key) ?? launch(key, address, limit, { cache, integrity });
  flight.callers++;
  return new Promise((resolve) => {
    const leave = (): void => {
      resolve(aborted);
      if (--flight.callers) return;
      // Who asks after the last has left needs a request of their own.
      land(key, flight);
      flight.stop.abort();
    };
    signal?.addEventListener('abort', leave, { once: true });
    void flight.answer.then((answer) => {
      signal?.removeEventListener('abort', leave);
      resolve(answer);
    });
  });
}

/**
 * Reads a topic from the text of a file: what loading does with what has arrived. Never throws.
 *
 * @param base - The address of the file, for the addresses of its pictures. @internal
 */
export function readTopic(text: string, base?: string): TopicResult {
  const json = readJson(text);
  if (!json.ok) return json;
  if (isPack(json.value)) return refuse('no-topic-named', 'the list of a pack; name a topic of it: pack.json#id');
  const result = parseTopic(json.value);
  if (result.ok && base) resolveImages(result.topic, base);
  return result;
}

const isPack = (json: unknown): boolean => Array.isArray(own(json, 'topics')) && own(json, 'title') === undefined;

/** What JSON a text holds, or what it is instead. @internal */
export function readJson(text: string): { ok: true; value: unknown } | Refusal {
  const start = text.slice(0, 100).trimStart();
  // JSON holds no NUL; ASCII in UTF-16 or UTF-32 holds one in every character.
  if (start.slice(0, 8).includes('\0')) return refuse('encoding', 'not UTF-8; UTF-16 is likely');
  if (start.startsWith('<')) return refuse('web-page', 'HTML or XML instead of JSON');
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    // The engine's message quotes the file, and differs between browsers.
    return error instanceof SyntaxError ? refuse('not-json', 'not JSON') : refuse('too-deep', 'can’t be parsed');
  }
}

/** Makes the addresses of pictures absolute: a pack knows where its pictures are, not on which page they show. */
function resolveImages(topic: Topic, base: string): void {
  walk(topic, (node) => {
    if (node.type === 'image') node.url = beside(base, node.url);
  });
}

/** An address that is relative counts from a file; all that is not, or that no policy would pass, stays as it is. */
const beside = (base: string, url: string): string =>
  !URL.canParse(url) && URL.canParse(url, base) && !/\p{Surrogate}/u.test(url) ? new URL(url, base).href : url;

/** The absolute address without its fragment; `undefined` for all that is not http or https. @internal */
export function webAddress(url: string, base = globalThis.document?.baseURI): string | undefined {
  try {
    const address = new URL(url, base);
    address.hash = '';
    return /^https?:$/.test(address.protocol) ? address.href : undefined;
  } catch {
    return undefined;
  }
}

function launch(key: string, address: string, limit: number, how: RequestInit): Flight {
  const stop = new AbortController();
  const late = refuse('timeout', `not there after ${deadline} ms`);
  const timer = setTimeout(() => stop.abort(late), deadline);
  const answer = request(address, limit, { ...how, signal: stop.signal })
    .catch(() =>
      stop.signal.reason === late
        ? late
        : refuse('unreachable', 'no connection, or forbidden by CORS or the content security policy'),
    )
    .finally(() => {
      clearTimeout(timer);
      land(key, flight);
      // Of an answer that was not read to its end, the rest need not come.
      stop.abort();
    });
  const flight: Flight = { answer, stop, callers: 0 };
  flights.set(key, flight);
  return flight;
}

function land(key: string, flight: Flight): void {
  if (flights.get(key) === flight) flights.delete(key);
}

/** The text of the file, or what the answer means instead. Rejects when there is no answer. */
async function request(address: string, limit: number, how: RequestInit): Promise<string | Refusal> {
  // With `Accept`, a gateway can say that a sign-in is missing instead of sending its page.
  const response = await fetch(address, {
    ...how,
    credentials: 'same-origin',
    headers: { accept: 'application/json' },
  });
  const { status } = response;
  if (!response.ok) {
    const code =
      status === 404 || status === 410
        ? 'not-found'
        : status >= 500 || [408, 425, 429].includes(status)
          ? 'server'
          : 'unreachable';
    return refuse(code, `status ${status}`, { status, retryAfter: seconds(response.headers.get('retry-after')) });
  }
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (let part; (part = await reader?.read()) && !part.done;) {
    // Counted after decompression: a megabyte of gzip can hold a gigabyte.
    size += part.value.length;
    if (size > limit) return refuse('too-large', `over ${limit} bytes`);
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}

/** `Retry-After` is a number of seconds or a date. */
function seconds(header: string | null): number | undefined {
  if (!header) return undefined;
  const wait = /^\d+$/.test(header) ? Number(header) : Math.ceil((Date.parse(header) - Date.now()) / 1000);
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
