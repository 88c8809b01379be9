/** What the tree around an element says: the nearest `lang` and `dir`, across shadow roots. */
export interface Surroundings {
  lang?: string;
  dir?: 'ltr' | 'rtl';
}

interface Watch {
  observer: MutationObserver;
  callbacks: Set<() => void>;
}

// One observer a root, however many elements stand in it; gone with the last of them.
const watches = new Map<Node, Watch>();

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

/** Calls back whenever a `lang` or `dir` changes in any tree that the element stands in; returns the function that stops it. */
export function watchSurroundings(element: Element, callback: () => void): () => void {
  const roots: Node[] = [];
  for (
    let root: Node | null = element.getRootNode();
    root;
    root = root instanceof ShadowRoot ? root.host.getRootNode() : null
  )
    roots.push(root);
  for (const root of roots) watch(root).callbacks.add(callback);
  return () => {
    for (const root of roots) unwatch(root, callback);
  };
}

const parentOf = (node: Node): Node | null => (node instanceof ShadowRoot ? node.host : node.parentNode);

function watch(root: Node): Watch {
  let entry = watches.get(root);
  if (!entry) {
    const callbacks = new Set<() => void>();
    const observer = new MutationObserver(() => callbacks.forEach((callback) => callback()));
    observer.observe(root, { subtree: true, attributes: true, attributeFilter: ['lang', 'dir'] });
    entry = { observer, callbacks };
    watches.set(root, entry);
  }
  return entry;
}

function unwatch(root: Node, callback: () => void): void {
  const entry = watches.get(root);
  entry?.callbacks.delete(callback);
  if (entry?.callbacks.size === 0) {
    entry.observer.disconnect();
    watches.delete(root);
  }
}
