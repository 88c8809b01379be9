const tries = new Map<string, number>();

/**
 * What no static server can answer, for the stories of `src`: `faults/hang` never, `faults/server` with status 500,
 * `faults/once?file=…` with 503 and then with the file. Each call starts the count again.
 */
export function fetchFaults(): void {
  tries.clear();
  if (fetch === fetchOrFault) return;
  realFetch = fetch.bind(globalThis);
  globalThis.fetch = fetchOrFault;
}

let realFetch: typeof fetch;

const fetchOrFault: typeof fetch = (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input, document.baseURI);
  const fault = /\/faults\/(\w+)$/.exec(url.pathname)?.[1];
  if (fault === 'hang')
    return new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
    });
  if (fault === 'server') return Promise.resolve(new Response('', { status: 500 }));
  if (fault === 'once') {
    const count = (tries.get(url.search) ?? 0) + 1;
    tries.set(url.search, count);
    if (count === 1) return Promise.resolve(new Response('', { status: 503 }));
    return realFetch(url.searchParams.get('file') ?? '', init);
  }
  return realFetch(input, init);
};
