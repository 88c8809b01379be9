import { isServer, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { follow, surroundings } from '../localization/lang-observer.js';
import { parseTag } from '../localization/negotiate.js';
import { openPack, type Fault, type Pack } from '../topics.js';
import { faultMessage } from './topic-faults.js';
import { report } from './report.js';
import type { Msg } from '../localization/msg.js';

/** What a source needs of its element. */
interface PackHost extends ReactiveControllerHost, HTMLElement {
  src?: string | null;
  locale?: string | null;
}

/** Opens the pack that an element's `src` names, and knows in which language its reader wants it. */
export class PackSource implements ReactiveController {
  /** The pack, once it is open. */
  pack: Pack | undefined;
  /** Why it could not be opened. */
  fault: Fault | undefined;

  readonly #host: PackHost;
  readonly #msg: () => Msg;
  /** The address that was asked for last. */
  #src: string | undefined;
  #opening: { done: Promise<Pack | undefined>; stop: AbortController } | undefined;
  #unfollow: (() => void) | undefined;
  #language: string | undefined;

  constructor(host: PackHost, msg: () => Msg) {
    this.#host = host;
    this.#msg = msg;
    host.addController(this);
  }

  get isLoading(): boolean {
    return this.#opening !== undefined;
  }

  /** The reader's language. Not the one that the element speaks: a pack may have languages that our words are not in. */
  get language(): string | undefined {
    if (isServer) return undefined;
    const tags = [this.#host.locale, surroundings(this.#host).lang, ...navigator.languages];
    return tags.find((tag) => parseTag(tag)) ?? undefined;
  }

  hostConnected(): void {
    this.#unfollow = follow(this.#host, () => {
      if (this.language === this.#language) return;
      this.#language = this.language;
      this.#host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.#unfollow?.();
    this.#opening?.stop.abort();
    this.#opening = undefined;
  }

  /** The pack, or nothing where it can't be had. Whoever asks again meanwhile gets the same answer. */
  open(): Promise<Pack | undefined> {
    this.reset();
    if (this.#opening) return this.#opening.done;
    const stop = new AbortController();
    this.#src = this.#host.src ?? '';
    this.#opening = { stop, done: this.#open(this.#src, stop) };
    this.#host.requestUpdate();
    return this.#opening.done;
  }

  /** Forgets a pack that is no longer asked for. */
  reset(): void {
    if (this.#src === (this.#host.src ?? '')) return;
    this.#opening?.stop.abort();
    this.#opening = this.pack = this.fault = undefined;
  }

  async #open(src: string, stop: AbortController): Promise<Pack | undefined> {
    const result = await openPack(src, { signal: stop.signal });
    // Only the newest request may speak.
    if (stop.signal.aborted) return undefined;
    this.#opening = undefined;
    this.pack = result.ok ? result.pack : undefined;
    this.fault = result.ok ? undefined : result.fault;
    if (this.fault)
      report(this.#host, this.fault.code, `${faultMessage(this.fault.code, this.#msg())} ${this.fault.detail}`, src);
    this.#host.requestUpdate();
    return this.pack;
  }
}

/** The title of a topic in the language that is nearest to the reader's, and that language. */
export function titleOf(pack: Pack, id: string, language: string | undefined): { title: string; lang?: string } {
  const lang = pack.localeOf(id, language);
  const file = lang && pack.topics.find((topic) => topic.id === id)?.locales[lang];
  return file ? { title: file.title, lang } : { title: id };
}
