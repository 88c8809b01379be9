/** What we use of the Navigation API, where there is one. */
interface Navigation extends EventTarget {
  readonly currentEntry: unknown;
}

/** Milliseconds between two looks at the address, where no event tells of all its changes. */
const interval = 500;

/**
 * Calls back when the page's address changes, also when a single-page app changes it by `history.pushState`, of which old
 * browsers tell nobody. Patches nothing. Returns the function that stops it.
 */
export function followPage(callback: () => void): () => void {
  let last = location.href;
  const look = (): void => {
    if (location.href === last) return;
    last = location.href;
    callback();
  };
  const { navigation } = globalThis as { navigation?: Navigation };
  navigation?.addEventListener('currententrychange', look);
  addEventListener('popstate', look);
  addEventListener('hashchange', look);
  const timer = navigation ? undefined : setInterval(look, interval);
  return () => {
    navigation?.removeEventListener('currententrychange', look);
    removeEventListener('popstate', look);
    removeEventListener('hashchange', look);
    clearInterval(timer);
  };
}

/** The page as its router knows it: the path in the hash where there is one, else the path of the address. */
export const pagePath = (): string => /^#!?(\/[^?]*)/.exec(location.hash)?.[1] ?? location.pathname;
