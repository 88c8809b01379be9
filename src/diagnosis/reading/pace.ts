/** Milliseconds of work between two breaths. The caller's work on a batch comes on top, and takes about as long. */
const slice = 8;

interface Scheduler {
  yield?: () => Promise<void>;
}

/** Keeps long work from holding up the page: it asks `due` often and, when it is, waits for `rest`. */
export class Pace {
  #began = performance.now();
  readonly #signal: AbortSignal | undefined;

  constructor(signal?: AbortSignal) {
    this.#signal = signal;
  }

  due(): boolean {
    return performance.now() - this.#began > slice;
  }

  /** Throws the signal's reason once it is aborted. */
  check(): void {
    this.#signal?.throwIfAborted();
  }

  /** Lets the page draw and answer. Throws as `check` does. */
  async rest(): Promise<void> {
    this.check();
    await nextTask();
    this.check();
    this.#began = performance.now();
  }

  /** Waits for a promise, but not longer than for the signal. */
  async waitFor<T>(promise: Promise<T>): Promise<T> {
    const signal = this.#signal;
    if (!signal) return promise;
    this.check();
    let stop: (() => void) | undefined;
    try {
      return await Promise.race([
        promise,
        new Promise<never>((_, reject) => {
          stop = () => reject(signal.reason as Error);
          signal.addEventListener('abort', stop);
        }),
      ]);
    } finally {
      if (stop) signal.removeEventListener('abort', stop);
    }
  }
}

function nextTask(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  if (scheduler?.yield) return scheduler.yield();
  // No timer: nested ones wait 4 ms each, and a second each in a tab in the background.
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
