import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { follow, surroundings } from '../localization/lang-observer.js';
import { parseTag } from '../localization/negotiate.js';
import { loadTopic, openPack, type Pack, type Topic, type TopicResult } from '../topics.js';

/** What a source needs of its element. */
export interface SourceHost extends ReactiveControllerHost, HTMLElement {
  src?: string | null;
  topic?: Topic | null;
  locale?: string | null;
  readonly hasUpdated: boolean;
  retry: () => void;
}

/** Where in a pack a topic is from. */
interface Place {
  pack: Pack;
  id: string;
  locale: string | undefined;
  /** Whether the reader asked for what the translation was made from. */
  original: boolean;
}

/** The parts of `PACK#id`; without an id it is the address of a topic's own file. */
const split = (src: string): [address: string, name?: string] => {
  const at = src.indexOf('#');
  return at < 0 ? [src] : [src.slice(0, at), src.slice(at + 1)];
};

/** The topic that a name stands for, as it is or as an address writes it. */
const find = (pack: Pack, name: string): string | undefined =>
  [name, decoded(name)].flatMap((wanted) => pack.find(wanted))[0];

/** Text from an address; what is not percent-encoded stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Loads the topic that an element's `src` names, and its other language when the reader's changes. */
export class TopicSource implements ReactiveController {
  /** Where what shows is from; nothing for a file of its own. */
  place: Place | undefined;

  readonly #host: SourceHost;
  readonly #onResult: (result: TopicResult) => void;
  #loading: AbortController | undefined;
  #shows = false;
  #original = false;
  #language: string | undefined;
  #waitsForNetwork = false;
  #unfollow: (() => void) | undefined;

  constructor(host: SourceHost, onResult: (result: TopicResult) => void) {
    this.#host = host;
    this.#onResult = onResult;
    host.addController(this);
  }

  get isLoading(): boolean {
    return this.#loading !== undefined;
  }

  /** The language of what the topic was translated from, where it can be shown. */
  get originalLocale(): string | undefined {
    return this.place?.pack.originalOf(this.place.id);
  }

  /** The `src` of the topic that a link leads to, if it is one of the same pack. */
  addressOf(href: string): string | undefined {
    const [address] = split(this.#host.src ?? '');
    const found = this.place && href.startsWith('#') && find(this.place.pack, href.slice(1));
    return found === undefined || found === false ? undefined : address + href;
  }

  hostConnected(): void {
    this.#unfollow = follow(this.#host, () => this.followLanguage());
    const { hasUpdated, src, topic } = this.#host;
    if (hasUpdated && src && !topic && !this.#shows) this.load();
    else this.followLanguage();
  }

  hostDisconnected(): void {
    this.#unfollow?.();
    this.#stop();
  }

  /** Forgets where the address before led to. */
  reset(): void {
    this.#stop();
    this.place = undefined;
    this.#shows = this.#original = false;
  }

  /** @param fresh Whether to ask the server for what is known already. */
  load(fresh = false): void {
    this.#stop();
    const loading = (this.#loading = new AbortController());
    this.#host.requestUpdate();
    void this.#ask(loading.signal, fresh).then(([result, place]) => {
      // Only the newest request may speak.
      if (this.#loading !== loading) return;
      this.#loading = undefined;
      this.#shows ||= result.ok;
      // Of a file that could not be had, the one before still shows.
      if (result.ok || !this.place) this.place = place;
      if (!result.ok) this.#waitForNetwork(result.fault.code === 'unreachable' && !navigator.onLine);
      this.#onResult(result);
      this.#host.requestUpdate();
      this.followLanguage();
    });
  }

  /** Shows what the translation was made from, or the translation again. */
  toggleOriginal(): void {
    this.#original = !this.place?.original;
    this.load();
  }

  /** Loads the file for the reader's language, where that is another one than before. */
  followLanguage(): void {
    if (!this.place || this.#wish === this.#language) return;
    this.#language = this.#wish;
    this.#original = this.place.original = false;
    if (this.place.pack.localeOf(this.place.id, this.#language) !== this.place.locale) this.load();
    else this.#host.requestUpdate();
  }

  async #ask(signal: AbortSignal, fresh: boolean): Promise<[TopicResult, Place?]> {
    const [address, name] = split(this.#host.src ?? '');
    if (name === undefined) return [await loadTopic(address, { signal })];
    const opened = await openPack(address, { signal, ...(fresh && { cache: 'no-cache' as const }) });
    if (!opened.ok) return [opened];
    const { pack } = opened;
    const id = find(pack, name) ?? name;
    const original = this.#original;
    const wish = original ? pack.originalOf(id) : (this.#language = this.#wish);
    return [await pack.topic(id, wish, { signal }), { pack, id, locale: pack.localeOf(id, wish), original }];
  }

  /** The reader's language. Not the one that the element speaks: a pack may have languages that our words are not in. */
  get #wish(): string | undefined {
    const tags = [this.#host.locale, surroundings(this.#host).lang, ...navigator.languages];
    return tags.find((tag) => parseTag(tag)) ?? undefined;
  }

  #stop(): void {
    this.#loading?.abort();
    this.#loading = undefined;
    this.#waitForNetwork(false);
  }

  /** One try of its own when the connection is back. */
  #waitForNetwork(wait: boolean): void {
    if (wait === this.#waitsForNetwork) return;
    this.#waitsForNetwork = wait;
    window[wait ? 'addEventListener' : 'removeEventListener']('online', this.#onOnline);
  }

  readonly #onOnline = (): void => this.#host.retry();
}
