import type { Pack } from '../topics/pack.js';
import type { PackTopic } from '../topics/pack-model.js';
import type { Refusal } from '../topics/result.js';
import { fitOf, listOf } from './context.js';
import { indexLimits, type IndexFile } from './index-file.js';
import { InvertedIndex, place, type Match, type Term } from './inverted-index.js';
import { excerptOf, marksOf, type Sought } from './marks.js';
import type { OpenOptions, SearchHit, SearchIndex, SearchOptions, SearchResult } from './model.js';
import { splitter } from './words.js';

/** Milliseconds of work at a time: the page must stay quick on a slow machine too. */
const slice = 12;

/** Opens an index that the command wrote; it loads the whole of it. */
export async function open(pack: Pack, locale: string, { signal }: OpenOptions): Promise<SearchIndex | Refusal> {
  const listed = pack.search?.files[locale];
  if (!listed) return refuse('not-found', 'the pack lists no search index');
  const text = await pack.file(listed, { signal, limit: indexLimits.size });
  if (typeof text !== 'string') return text;
  const file = read(text);
  if ('ok' in file) return file;
  const index = new DefaultIndex(pack, locale);
  await index.fill(file);
  return index;
}

const refuse = (code: Refusal['fault']['code'], detail: string): Refusal => ({ ok: false, fault: { code, detail } });

/** What `search.json` holds. A hash says that it is as the command wrote it, but not every pack has one. */
function read(text: string): IndexFile | Refusal {
  let file: Partial<Record<keyof IndexFile, unknown>> | null;
  try {
    file = JSON.parse(text) as typeof file;
  } catch {
    return refuse('not-json', 'not JSON');
  }
  if (typeof file?.version === 'number' && file.version > 1) return refuse('newer-version', `version ${file.version}`);
  const columns = [file?.ids, file?.headings, file?.texts];
  const fits = columns.every((column) => Array.isArray(column) && column.every((entry) => typeof entry === 'string'));
  return fits ? (file as IndexFile) : refuse('invalid', 'not a search index');
}

/** A topic as it is searched. */
interface Entry {
  readonly topic: PackTopic;
  readonly title: string;
  readonly locale: string;
  readonly text: string;
}

/** The topics of a search.json, searched on the page. @internal */
export class DefaultIndex implements SearchIndex {
  readonly locale: string;

  readonly #pack: Pack;
  readonly #split: ReturnType<typeof splitter>;
  readonly #index = new InvertedIndex();
  readonly #entries: Entry[] = [];

  constructor(pack: Pack, locale: string) {
    this.#pack = pack;
    this.locale = locale;
    this.#split = splitter(locale);
  }

  async fill({ ids, headings, texts }: IndexFile): Promise<void> {
    const topics = new Map(this.#pack.topics.map((topic) => [topic.id, topic]));
    let since = performance.now();
    for (const [row, id] of ids.entries()) {
      const topic = topics.get(id);
      const locale = this.#pack.localeOf(id, this.locale);
      const title = locale && topic?.locales[locale]?.title;
      if (topic && title) this.#add({ topic, title, locale, text: texts[row] ?? '' }, headings[row] ?? '');
      if (performance.now() - since < slice) continue;
      await pause();
      since = performance.now();
    }
    await pause();
    this.#index.seal();
  }

  #add(entry: Entry, headings: string): void {
    const { id, keywords = [], codes = [], aliases = [] } = entry.topic;
    const number = this.#entries.push(entry) - 1;
    const add = (text: string, where: number): void => this.#index.add(number, this.#split(text), where);
    add(entry.title, place.title);
    add(headings, place.heading);
    // An id is most often a title in English.
    add([id, ...keywords].join('\n'), place.keyword);
    add([...codes, ...aliases].join('\n'), place.code);
    add(entry.text, 0);
  }

  search(query: string, { limit = 10, context = [] }: SearchOptions = {}): Promise<SearchResult> {
    const terms = this.#index.terms(this.#split(query));
    const matches = this.#index.find(terms);
    const most = matches.reduce((best, { share }) => Math.max(best, share), 0);
    // Of a query with unknown words, a topic that has only the "the" was not found.
    const least = terms.every(({ meanings }) => meanings.length) ? 0 : 0.3;
    const places = listOf(context);
    const found: (Match & { first: boolean })[] = [];
    for (const match of matches) {
      if (match.share < most / 2 || match.weight < least) continue;
      const fit = places.length ? fitOf((this.#entries[match.topic] as Entry).topic, places) : 0;
      // What fits the page comes first if it holds as much of the query as any; else it gains.
      found.push({ ...match, first: fit > 0 && match.share > most * 0.9, score: match.score * (fit ? 1.5 : 1) });
    }
    found.sort((a, b) => Number(b.first) - Number(a.first) || b.score - a.score || a.topic - b.topic);
    const sought = soughtIn(terms, this.#index);
    return Promise.resolve({
      results: found.slice(0, limit).map((match) => this.#hit(match, sought)),
      total: found.length,
    });
  }

  #hit({ topic: number, score, places }: Match, sought: Sought): SearchHit {
    const { topic, title, locale, text } = this.#entries[number] as Entry;
    const excerpt = excerptOf(text, this.#split(text), sought);
    return {
      id: topic.id,
      title,
      locale,
      titleMarks: marksOf(title, this.#split(title), sought),
      ...(excerpt && { excerpt }),
      score,
      where:
        places & place.title ? 'title' : places & place.code ? 'code' : places & place.heading ? 'heading' : 'body',
    };
  }
}

/** What to mark: of a word that holds what was typed, that part; of any other, the whole. */
function soughtIn(terms: readonly Term[], { vocabulary }: InvertedIndex): Sought {
  const sought = new Map<string, string | undefined>();
  for (const { word: typed, meanings } of terms)
    for (const { term } of meanings) {
      const word = vocabulary.words[term] ?? '';
      sought.set(word, word.includes(typed) ? typed : undefined);
    }
  return sought;
}

/** Lets the page work. */
const pause = (): Promise<void> =>
  new Promise((resolve) => {
    // A timer waits for 4 ms after some turns; a message does not.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
