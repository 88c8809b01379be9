/**
 * Copies of their own: engines let a piece of a text keep the whole text in memory, here a slice of the file, and give every
 * letter of it two bytes where the slice holds one that needs them. Several at once cost no more than one.
 */
export const copies = (...texts: string[]): string[] => JSON.parse(JSON.stringify(texts)) as string[];

export const copy = (text: string): string => copies(text)[0] ?? '';

const interned = new Map<string, string>();

/** One copy of what comes again and again. */
export function intern(text: string): string {
  const known = interned.get(text);
  if (known !== undefined) return known;
  const own = copy(text);
  if (interned.size < 1000) interned.set(own, own);
  return own;
}
