/**
 * Reads what PowerShell makes of an object that is nested too deep for `ConvertTo-Json`: `@{name=Ada; details=}`, and of
 * a list, several of them with spaces between. Nothing in it is quoted, so a value that holds `; word=` is cut there.
 * @returns The objects; none if it is not of that kind.
 */
export function parseMangled(text: string): Record<string, unknown>[] {
  const objects: Record<string, unknown>[] = [];
  let at = text.search(/\S/);
  while (text.startsWith('@{', at)) {
    const [object, end] = readObject(text, at + 2, 0);
    objects.push(object);
    at = end;
    while (text[at] === ' ') at++;
  }
  return objects;
}

const deepest = 8;

function readObject(text: string, from: number, depth: number): [object: Record<string, unknown>, end: number] {
  const object: Record<string, unknown> = {};
  let at = from;
  for (;;) {
    const key = keyAt(text, at);
    if (!key) {
      const end = text.indexOf('}', at);
      return [object, end < 0 ? text.length : end + 1];
    }
    at += key.length;
    const name = key.slice(0, -1).trim();
    if (text.startsWith('@{', at) && depth < deepest) {
      [object[name], at] = readObject(text, at + 2, depth + 1);
    } else {
      const end = endOfValue(text, at);
      object[name] = text.slice(at, end);
      at = end;
    }
    if (text[at] !== ';') return [object, at + 1];
    at++;
  }
}

/** `name=` with the space before it; short, so that a long text without one costs nothing. */
const keyAt = (text: string, at: number): string | undefined =>
  /^ ?[\w.@][\w.@ -]*=/.exec(text.slice(at, at + 80))?.[0];

/** Where a value ends: before a `;` with a key behind it, or before the brace that closes its object. */
function endOfValue(text: string, from: number): number {
  let open = 0;
  for (let i = from; i < text.length; i++) {
    const char = text[i];
    if (char === '{') open++;
    else if (char === '}' && --open < 0) return i;
    else if (char === ';' && open === 0 && keyAt(text, i + 1)) return i;
  }
  return text.length;
}
