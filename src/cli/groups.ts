import type { PackGroup, PackTopic } from '../topics/pack-model.js';

/**
 * Compares ids for browsing. In a folder its `index` comes first, then its other topics, then the folders in it; each by
 * the order that its article gives (a folder’s by that of its index), those without one last, then by name.
 */
export function browsing(orders: ReadonlyMap<string, number>): (a: string, b: string) => number {
  const place = (path: string, isFolder: boolean): number =>
    /(^|\/)index$/.test(path) && !isFolder ? -Infinity : (orders.get(isFolder ? `${path}/index` : path) ?? Infinity);
  return (a, b) => {
    const [one, other] = [a.split('/'), b.split('/')];
    const same = one.findIndex((name, index) => name !== other[index]);
    const depth = same < 0 ? one.length : same + 1;
    const [x, y] = [one.slice(0, depth).join('/'), other.slice(0, depth).join('/')];
    const [xIsFolder, yIsFolder] = [one.length > depth, other.length > depth];
    if (xIsFolder !== yIsFolder) return xIsFolder ? 1 : -1;
    return place(x, xIsFolder) - place(y, yIsFolder) || (x < y ? -1 : x > y ? 1 : 0);
  };
}

/** The folders of topics that are in order, with a title in each language. */
export function groupsOf(
  topics: readonly PackTopic[],
  locales: readonly string[],
  source: string | undefined,
): PackGroup[] {
  const files = new Map(topics.map((topic) => [topic.id, topic.locales]));
  const folders = new Set(topics.map(({ id }) => id.slice(0, Math.max(0, id.lastIndexOf('/')))).filter(Boolean));
  return [...folders].map((id) => {
    const index = files.get(`${id}/index`) ?? {};
    const fallback = (source && index[source]?.title) || readable(id.slice(id.lastIndexOf('/') + 1));
    const titles = locales.map((locale) => [locale, { title: index[locale]?.title ?? fallback }]);
    return { id, locales: Object.fromEntries(titles) as PackGroup['locales'] };
  });
}

/** `getting-started` is Getting started. */
function readable(name: string): string {
  const words = name.replace(/[-_]+/g, ' ').trim() || name;
  return words[0]!.toUpperCase() + words.slice(1);
}
