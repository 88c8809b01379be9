import type { Pack } from '../topics/pack.js';
import type { PackTopic } from '../topics/pack-model.js';
import { fitOf, listOf } from './context.js';
import type { SearchHit, SearchIndex, SearchOptions, SearchResult } from './model.js';
import { fold } from './words.js';

/** What every index does whatever its engine: what the contract promises, and what the list of the pack can tell. */
export class AnyIndex implements SearchIndex {
  readonly locale: string;

  readonly #pack: Pack;
  readonly #index: SearchIndex;

  constructor(pack: Pack, index: SearchIndex) {
    this.#pack = pack;
    this.#index = index;
    this.locale = index.locale;
  }

  async search(query: string, { limit = 10, context, signal }: SearchOptions = {}): Promise<SearchResult> {
    const places = listOf(context);
    // Enough for a sentence; what more is pasted says no more.
    const asked = query.slice(0, 300).trim();
    const most = Math.max(0, Math.floor(limit)) || 0;
    if (!asked) {
      const fitting = signal?.aborted ? [] : this.#suggest(places);
      return this.#unlessStopped({ results: fitting.slice(0, most), total: fitting.length }, signal);
    }
    let found: SearchResult;
    try {
      found = signal?.aborted
        ? { results: [], total: 0 }
        : await this.#index.search(asked, { limit: most, context: places, signal });
    } catch (error) {
      const detail = error instanceof Error ? error.message : 'the search engine failed';
      found = { results: [], total: 0, fault: { code: 'unreachable', detail } };
    }
    const named = this.#namedFirst(asked, found);
    const results = named.results.slice(0, most);
    if (found.fault || named.total || found.nearest) return this.#unlessStopped({ ...named, results }, signal);
    const nearest = this.#nearest(asked, places).slice(0, most);
    return this.#unlessStopped({ ...named, results, ...(nearest.length && { nearest }) }, signal);
  }

  #unlessStopped(result: SearchResult, signal: AbortSignal | undefined): SearchResult {
    return signal?.aborted
      ? { results: [], total: 0, fault: { code: 'aborted', detail: 'stopped by the caller' } }
      : result;
  }

  /** A topic as the list of the pack has it. */
  #hit(topic: PackTopic, score: number, where: SearchHit['where'] = 'title'): SearchHit[] {
    const locale = this.#pack.localeOf(topic.id, this.locale);
    const title = locale && topic.locales[locale]?.title;
    return title ? [{ id: topic.id, title, locale, titleMarks: [], score, where }] : [];
  }

  /** Who asks for an id, an alias or a code means the topics that have it. */
  #namedFirst(asked: string, { results, total, ...rest }: SearchResult): SearchResult {
    const ids = new Set(this.#pack.find(asked));
    if (!ids.size) return { results, total, ...rest };
    const best = results[0]?.score ?? 1;
    const known = new Map(results.map((hit) => [hit.id, hit]));
    const named = this.#pack.topics
      .filter(({ id }) => ids.has(id))
      .flatMap((topic): SearchHit[] => {
        const hit = known.get(topic.id);
        return hit
          ? [{ ...hit, score: best, where: hit.where === 'title' ? 'title' : 'code' }]
          : this.#hit(topic, best, 'code');
      });
    const others = results.filter(({ id }) => !ids.has(id));
    return { ...rest, results: [...named, ...others], total: Math.max(total, named.length + others.length) };
  }

  /** What fits a place of the app. */
  #suggest(context: readonly string[]): SearchHit[] {
    if (!context.length) return [];
    const fitting = this.#pack.topics.map((topic) => ({ topic, fit: fitOf(topic, context) })).filter(({ fit }) => fit);
    return fitting.sort((a, b) => b.fit - a.fit).flatMap(({ topic, fit }) => this.#hit(topic, fit));
  }

  /** The titles that share most groups of three letters with what was asked; then what fits the page. */
  #nearest(asked: string, context: readonly string[]): SearchHit[] {
    const folded = ` ${fold(asked)} `;
    const groups = Array.from({ length: folded.length - 2 }, (_, at) => folded.slice(at, at + 3));
    const near = this.#pack.topics
      .flatMap((topic) => this.#hit(topic, 0))
      .map((hit) => {
        const title = ` ${fold(hit.title)} `;
        return { ...hit, score: groups.filter((group) => title.includes(group)).length / groups.length };
      })
      .filter(({ score }) => score > 0.3)
      .sort((a, b) => b.score - a.score)
      .slice(0, 5);
    const known = new Set(near.map(({ id }) => id));
    return [...near, ...this.#suggest(context).filter(({ id }) => !known.has(id))].slice(0, 5);
  }
}
