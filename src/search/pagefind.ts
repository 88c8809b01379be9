import type { Pack } from '../topics/pack.js';
import type { Refusal } from '../topics/result.js';
import { fitOf, listOf } from './context.js';
import { marksOf, type Sought } from './marks.js';
import type { Excerpt, OpenOptions, SearchHit, SearchIndex, SearchOptions, SearchResult } from './model.js';
import { splitter } from './words.js';

/** What Pagefind's own module has, as far as it is used here. https://pagefind.app/docs/api/ */
interface PagefindModule {
  createInstance(options: { noWorker: boolean }): PagefindInstance;
}
interface PagefindInstance {
  init(): Promise<void>;
  search(query: string): Promise<{ results: { score: number; data(): Promise<PagefindData> }[] } | null>;
}
interface PagefindData {
  url: string;
  raw_url?: string;
  meta: Record<string, string | undefined>;
  excerpt: string;
}

/**
 * Opens an index that Pagefind made. The pack names `pagefind.js` in the folder that Pagefind wrote; the rest is fetched
 * from there, in pieces, as queries need it.
 *
 * @param origins - The sites besides the page's own that may bring a program.
 */
export async function open(
  pack: Pack,
  locale: string,
  _options: OpenOptions,
  origins: readonly string[] = [],
): Promise<SearchIndex | Refusal> {
  const listed = pack.search?.files[locale];
  const url = listed && pack.address(listed.file);
  if (!url) return refuse('not-found', 'the pack lists no search index');
  if (![location.origin, ...origins].includes(new URL(url).origin))
    return refuse('blocked-address', 'Pagefind is a program, and the pack is of another site: see pagefind()');
  // Asked for first, because Pagefind tells only the console what is wrong.
  const entry = await pack.file({ file: listed.file.replace(/[^/]*$/, 'pagefind-entry.json') });
  if (typeof entry !== 'string') return entry;
  const module = (await import(/* @vite-ignore */ /* webpackIgnore: true */ url)) as PagefindModule;
  // A worker would need a policy of trusted types.
  const instance = module.createInstance({ noWorker: true });
  await instance.init();
  return new PagefindIndex(pack, locale, instance);
}

const refuse = (code: Refusal['fault']['code'], detail: string): Refusal => ({ ok: false, fault: { code, detail } });

class PagefindIndex implements SearchIndex {
  readonly locale: string;

  readonly #pack: Pack;
  readonly #instance: PagefindInstance;
  readonly #split: ReturnType<typeof splitter>;

  constructor(pack: Pack, locale: string, instance: PagefindInstance) {
    this.#pack = pack;
    this.locale = locale;
    this.#instance = instance;
    this.#split = splitter(locale);
  }

  async search(query: string, { limit = 10, context, signal }: SearchOptions = {}): Promise<SearchResult> {
    const found = (await this.#instance.search(query))?.results ?? [];
    // Each is a request.
    const loaded = signal?.aborted ? [] : await Promise.all(found.slice(0, limit).map((result) => result.data()));
    const places = listOf(context);
    const fits = (id: string): number => {
      const topic = this.#pack.topics.find((other) => other.id === id);
      return topic && places.length ? Number(fitOf(topic, places) > 0) : 0;
    };
    const results = loaded.flatMap((data, index) => this.#hit(data, found[index]?.score ?? 0));
    return { results: results.sort((a, b) => fits(b.id) - fits(a.id)), total: found.length };
  }

  #hit({ url, raw_url, meta, excerpt: marked }: PagefindData, score: number): SearchHit[] {
    const id = meta['id'] ?? this.#idOf(raw_url ?? url);
    const topic = this.#pack.topics.find((other) => other.id === id);
    if (!topic) return [];
    const locale = this.#pack.localeOf(topic.id, this.locale) ?? this.locale;
    const title = topic.locales[locale]?.title ?? meta['title'] ?? topic.id;
    const excerpt = excerptOf(marked);
    // Pagefind marks the excerpt only; the same words count in the title.
    const sought: Sought = new Map(
      excerpt.marks.flatMap(([start, end]) =>
        this.#split(excerpt.text.slice(start, end)).map(({ word }): [string, undefined] => [word, undefined]),
      ),
    );
    const titleMarks = marksOf(title, this.#split(title), sought);
    return [{ id: topic.id, title, locale, titleMarks, excerpt, score, where: titleMarks.length ? 'title' : 'body' }];
  }

  /** The id in the address of a page that `export-html` wrote: what is left of its path, without folders above it. */
  #idOf(url: string): string | undefined {
    const parts = decodeURIComponent(url.replace(/(\.html|\/)$/, '')).split('/');
    return parts.map((_, from) => parts.slice(from).join('/')).find((id) => this.#pack.find(id)[0] === id);
  }
}

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' };

/** Pagefind's excerpt is HTML with `<mark>`; here it becomes text again, and never anything else. */
function excerptOf(html: string): Excerpt {
  let text = '';
  const marks: [number, number][] = [];
  for (const part of html.split(/(<\/?mark>)/)) {
    if (part === '<mark>') marks.push([text.length, text.length]);
    else if (part !== '</mark>') text += part.replace(/&(?:lt|gt|amp|quot);/g, (entity) => entities[entity] ?? entity);
    else if (marks.length) marks[marks.length - 1] = [marks.at(-1)?.[0] ?? 0, text.length];
  }
  return { text, marks };
}
