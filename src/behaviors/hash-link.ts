import { followPage } from './follow-page.js';

const own = 'help=';

/** A hash in two: the path of a hash router up to its question mark, and the parameters. */
function split(hash: string): { path: string; params: string[] } {
  const text = hash.replace(/^#/, '');
  const [, path = '', query = ''] = /^(!?\/[^?]*)\??(.*)$/s.exec(text) ?? ['', '', text];
  return { path, params: query.split('&').filter(Boolean) };
}

/** The value of our parameter in a hash, if it is there. */
export function readHash(hash: string): string | undefined {
  const value = split(hash)
    .params.find((param) => param.startsWith(own))
    ?.slice(own.length);
  try {
    return value && decodeURIComponent(value);
  } catch {
    return value;
  }
}

/**
 * A hash with another value for our parameter, or without it. The page's own parameters and the path of its router stay:
 * `#tab=2&help=id`, `#/orders/7?help=id`. A place on the page (`#prices`) gives way to it.
 */
export function writeHash(hash: string, value: string | undefined): string {
  const { path, params } = split(hash);
  const others = params.filter((param) => !param.startsWith(own) && (path || !value || param.includes('=')));
  // A slash needs no code in a hash, and ids are full of them.
  const query = [...others, ...(value ? [own + encodeURIComponent(value).replaceAll('%2F', '/')] : [])].join('&');
  const text = path && query ? `${path}?${query}` : path + query;
  return text && `#${text}`;
}

/**
 * Keeps a value in the hash of the page's address, and tells when the reader goes to another one. The entries of the
 * history keep the state that the page's router has put there.
 */
export class HashLink {
  readonly #onValue: (value: string | undefined) => void;
  #value: string | undefined;
  /** The address without our part of it. */
  #page = '';
  #unfollow: (() => void) | undefined;

  constructor(onValue: (value: string | undefined) => void) {
    this.#onValue = onValue;
  }

  start(): void {
    this.stop();
    this.#page = this.#readPage();
    this.#unfollow = followPage(() => this.#look());
    this.#look();
  }

  stop(): void {
    this.#unfollow?.();
    this.#unfollow = undefined;
  }

  /** @param how Whether "Back" of the browser leads to the value before. */
  write(value: string | undefined, how: 'pushState' | 'replaceState'): void {
    if (!this.#unfollow || (value === this.#value && value === readHash(location.hash))) return;
    this.#value = value;
    const { pathname, search, hash } = location;
    try {
      history[how](history.state, '', pathname + search + writeHash(hash, value));
    } catch {
      // A page without an address of its own, such as that of an iframe's `srcdoc`.
    }
    this.#page = this.#readPage();
  }

  #look(): void {
    const value = readHash(location.hash);
    const page = this.#readPage();
    const isOther = page !== this.#page;
    this.#page = page;
    if (value === this.#value) return;
    // The app has gone to another page of its own: what the reader reads goes along.
    if (isOther && !value) return this.write(this.#value, 'replaceState');
    this.#value = value;
    this.#onValue(value);
  }

  #readPage(): string {
    return location.pathname + location.search + writeHash(location.hash, undefined);
  }
}
