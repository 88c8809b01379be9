/** What the tree around an element says: the nearest `lang` and `dir`, across shadow roots. */
export interface Surroundings {
  lang?: string;
  dir?: 'ltr' | 'rtl';
}

const parentOf = (node: Node): Node | null => (node instanceof ShadowRoot ? node.host : node.parentNode);

/** Reads the nearest `lang` and `dir` of an element itself or of what it stands in. An empty `lang` says nothing. */
export function surroundings(element: Element): Surroundings {
  const found: Surroundings = {};
  for (let node: Node | null = element; node; node = parentOf(node)) {
    if (!(node instanceof Element)) continue;
    found.lang ??= node.getAttribute('lang') || undefined;
    const dir = node.getAttribute('dir')?.toLowerCase();
    if (dir === 'ltr' || dir === 'rtl') found.dir ??= dir;
  }
  return found;
}

const followers = new Set<() => void>();

/** Lets every follower look again. */
export const notifyFollowers = (): void => {
  for (const follower of followers) follower();
};

// One for all elements of the page: however many there are, a change is looked at once.
let observer: MutationObserver | undefined;

/**
 * Calls back whenever a `lang` or `dir` changes in a tree that an element of ours stands in, or the list of locales does.
 * Returns the function that stops it; the last one to stop leaves nothing behind on the page.
 */
export function follow(element: Element, callback: () => void): () => void {
  followers.add(callback);
  observer ??= new MutationObserver(notifyFollowers);
  for (let root: Node | null = element; root; root = parentOf(root)) {
    root = root.getRootNode();
    observer.observe(root, { subtree: true, attributeFilter: ['lang', 'dir'] });
  }
  return () => {
    followers.delete(callback);
    if (followers.size === 0) observer?.disconnect();
  };
}
