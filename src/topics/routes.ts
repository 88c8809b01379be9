/**
 * Whether a topic with this route helps with the page at a path of the app. A part that is `*` or begins with `:` stands
 * for any one part, and a `*` at the end for the rest too. Search, hash and a slash at the end make no difference.
 */
export function routeFits(route: string, path: string): boolean {
  const wanted = partsOf(route);
  const parts = partsOf(path);
  const isOpen = wanted.at(-1) === '*';
  return (
    (isOpen ? parts.length >= wanted.length : parts.length === wanted.length) &&
    wanted.every((part, index) => part === parts[index] || part === '*' || part.startsWith(':'))
  );
}

const partsOf = (path: string): string[] =>
  path
    .replace(/[?#].*$/s, '')
    .split('/')
    .filter(Boolean);
