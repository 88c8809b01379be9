import { nearest } from '../localization/negotiate.js';
import { openPack, type Pack } from '../topics/pack.js';
import { refuse } from '../topics/validate.js';
import type { IndexResult, OpenOptions, SearchEngine } from './model.js';

type Open = SearchEngine['open'];

// The engines come when the first reader is about to search.
const engines = new Map<string, Open>([
  ['default', async (...request) => (await import('./default-engine.js')).open(...request)],
  ['pagefind', async (...request) => (await import('./pagefind.js')).open(...request)],
]);

/** Adds an engine, or takes the place of one with the same name. What is open stays as it is. */
export function registerEngine(engine: SearchEngine): void {
  engines.set(engine.name, (...request) => engine.open(...request));
}

/**
 * Pagefind for packs of other sites too: `registerEngine(pagefind(['https://help.example.com']))`. Without it, only a
 * pack of the page's own site may bring it, for its index comes with a program.
 *
 * @param origins - The sites whose programs the page trusts.
 */
export const pagefind = (origins: readonly string[]): SearchEngine => ({
  name: 'pagefind',
  open: async (pack, locale, options) => (await import('./pagefind.js')).open(pack, locale, options, origins),
});

const indexes = new WeakMap<Pack, Map<string, Promise<IndexResult>>>();

/**
 * Makes a pack ready to be searched, with the engine that it names.
 *
 * @param locale - The language that is wished for. Of the pack's indexes the nearest one is taken, else that of its
 *   source language, else English, else the first.
 * @param options - `signal` stops the wait.
 * @returns The index, or the fault; never rejects. Who asks again for the same gets the same; a failure is not kept.
 */
export async function openIndex(
  pack: Pack,
  locale: string,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<IndexResult> {
  const stopped = refuse('aborted', 'stopped by the caller');
  if (signal?.aborted) return stopped;
  if (!pack.search) return refuse('not-found', 'the pack has no search index');
  const found = nearest([locale, pack.source, 'en'], Object.keys(pack.search.files)) ?? locale;
  const open = indexes.get(pack) ?? new Map<string, Promise<IndexResult>>();
  indexes.set(pack, open);
  let index = open.get(found);
  if (!index) {
    // One for all who ask, so no single one of them may stop it.
    index = start(pack, found, {}).then(async (result) => {
      if (result.ok || !['hash-mismatch', 'not-found'].includes(result.fault.code)) return result;
      // The pack may have been replaced since it was opened.
      const again = await openPack(pack.url, { cache: 'no-cache' });
      return again.ok ? start(again.pack, found, {}) : result;
    });
    open.set(found, index);
    void index.then(({ ok }) => ok || open.delete(found));
  }
  return new Promise((resolve) => {
    const leave = (): void => resolve(stopped);
    signal?.addEventListener('abort', leave, { once: true });
    void index.then((result) => {
      signal?.removeEventListener('abort', leave);
      resolve(result);
    });
  });
}

async function start(pack: Pack, locale: string, options: OpenOptions): Promise<IndexResult> {
  const name = pack.search?.engine ?? '';
  const open = engines.get(name);
  if (!open) return refuse('not-found', `no search engine is registered as ${name}`);
  try {
    const [index, { AnyIndex }] = await Promise.all([open(pack, locale, options), import('./any-index.js')]);
    return 'ok' in index ? index : { ok: true, index: new AnyIndex(pack, index) };
  } catch (error) {
    return refuse('unreachable', error instanceof Error ? error.message : 'the search engine failed');
  }
}
