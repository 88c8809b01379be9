import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { CannotRun, shownPath } from './problems.js';

/** A folder of articles in one language. */
export interface Folder {
  dir: string;
  locale: string;
  /** The articles, as paths with `/`, in order. */
  files: string[];
}

/** The canonical form of a language's tag. */
export function canonicalTag(tag: string): string {
  try {
    const [canonical = ''] = Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'));
    return canonical;
  } catch {
    throw new CannotRun(`${JSON.stringify(tag)} is no language tag. Write it as in nl, nl-BE or zh-Hant.`);
  }
}

/** Reads `DIR` and `TAG=DIR`. Without a tag `--locale` decides, then the folder's name, then what `guess` finds. */
export function readFolders(
  args: readonly string[],
  {
    locale,
    skip,
    guess,
  }: {
    locale?: string | undefined;
    skip: (path: string) => boolean;
    guess: (folder: Omit<Folder, 'locale'>) => string;
  },
): Folder[] {
  return args.map((arg) => {
    const [, tag, rest = ''] = existsSync(arg)
      ? []
      : (/^([A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*)=(.+)$/s.exec(arg) ?? []);
    const dir = tag ? rest : arg;
    if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory())
      throw new CannotRun(`${shownPath(resolve(dir))} is no folder that can be read.`);
    const files = articlesIn(dir, skip);
    if (!files.length) throw new CannotRun(`${shownPath(resolve(dir))} holds no Markdown files (*.md).`);
    const folder = { dir: resolve(dir), files };
    return { ...folder, locale: canonicalTag(tag ?? locale ?? tagInName(dir) ?? guess(folder)) };
  });
}

/** `nl` and `nl-NL` are languages; `doc`, which also is one, most likely isn't meant so. */
function tagInName(dir: string): string | undefined {
  const name = basename(resolve(dir));
  return /^[a-z]{2}$|^[a-z]{2,3}-([A-Z][a-z]{3}|[A-Z]{2}|\d{3})$/.test(name) ? name : undefined;
}

/** The language that Microsoft's articles name in their front matter. */
export function contentLocale({ dir, files }: Omit<Folder, 'locale'>): string | undefined {
  for (const file of files.slice(0, 50)) {
    const start = readFileSync(join(dir, file), 'utf8').slice(0, 4000);
    const tag = /^ms\.contentlocale:\s*["']?([\w-]+)/m.exec(start)?.[1];
    if (tag) return tag;
  }
  return undefined;
}

function articlesIn(dir: string, skip: (path: string) => boolean): string[] {
  const found: string[] = [];
  // A link may lead back to a folder that we are in.
  const seen = new Set<string>();
  const walk = (folder: string): void => {
    const real = realpathSync(folder);
    if (seen.has(real)) return;
    seen.add(real);
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      const below = relative(dir, path).split(sep).join('/');
      if (entry.name.startsWith('.') || entry.name === 'node_modules' || skip(below)) continue;
      const stat = entry.isSymbolicLink() ? statSync(path, { throwIfNoEntry: false }) : entry;
      if (stat?.isDirectory()) walk(path);
      else if (stat?.isFile() && /\.md$/i.test(entry.name)) found.push(below);
    }
  };
  walk(dir);
  // By code units, so that the order is the same on every machine.
  return found.sort();
}
