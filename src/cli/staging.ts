import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { CannotRun, shownPath } from './problems.js';

/**
 * A folder that is written beside the one that it replaces, and takes its place only when it is complete. Whatever ends
 * the run before that, the old folder stays whole. Files that stay the same are carried over with their time.
 */
export class Staging {
  /** The folder that will be replaced, or made. */
  readonly out: string;

  readonly #temporary: string;
  readonly #kept = new Set<string>();
  readonly #folders = new Set<string>();
  readonly #signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  #changed: boolean;

  /**
   * @param out - The folder.
   * @param mark - The file that tells that a folder is one of ours: any other folder that isn't empty is not touched.
   */
  constructor(out: string, mark: string) {
    this.out = existsSync(out) ? realpathSync(out) : resolve(out);
    recover(this.out);
    const there = statSync(this.out, { throwIfNoEntry: false });
    if (there && !there.isDirectory()) throw new CannotRun(`${shownPath(out)} is a file; --out names a folder.`);
    if (there && readdirSync(this.out).length && !existsSync(join(this.out, mark)))
      throw new CannotRun(`${shownPath(out)} holds other things (it has no ${mark}); name an empty or new folder.`);
    this.#changed = !there;
    mkdirSync(dirname(this.out), { recursive: true });
    this.#temporary = join(dirname(this.out), `.${basename(this.out)}.new-${process.pid}`);
    // Before there is anything to clear away.
    for (const signal of this.#signals) process.on(signal, this.#onSignal);
    mkdirSync(this.#temporary);
  }

  readonly #onSignal = (signal: NodeJS.Signals): void => {
    this.discard();
    // Now as if nobody had listened, so that a shell knows that it was stopped.
    process.kill(process.pid, signal);
  };

  /** The bytes of a file of the old folder. */
  old(path: string): Buffer | undefined {
    try {
      return readFileSync(join(this.out, path));
    } catch {
      return undefined;
    }
  }

  /** The bytes of a file of the new folder. */
  read(path: string): Buffer | undefined {
    return this.#kept.has(path) ? readFileSync(join(this.#temporary, path)) : undefined;
  }

  /** Puts a file there; one that the old folder has with the same bytes is not written again. */
  put(path: string, content: string | Uint8Array): void {
    if (this.#kept.has(path)) return;
    const bytes = Buffer.from(content as string);
    if (this.old(path)?.equals(bytes)) return this.keep(path);
    this.#changed = true;
    this.#kept.add(path);
    writeFileSync(this.#place(path), bytes);
  }

  /** Carries a file of the old folder over. */
  keep(path: string): void {
    if (this.#kept.has(path)) return;
    this.#kept.add(path);
    const from = join(this.out, path);
    const to = this.#place(path);
    try {
      linkSync(from, to);
    } catch {
      // A file system without hard links.
      copyFileSync(from, to);
      const { atime, mtime } = statSync(from);
      utimesSync(to, atime, mtime);
    }
  }

  #place(path: string): string {
    const to = join(this.#temporary, path);
    const folder = dirname(to);
    if (!this.#folders.has(folder)) mkdirSync(folder, { recursive: true });
    this.#folders.add(folder);
    return to;
  }

  /** Puts the new folder in the old one's place; resolves to whether anything is different. */
  commit(): boolean {
    const isWhole = !this.#changed && filesBelow(this.out).every((path) => this.#kept.has(path));
    if (isWhole) {
      this.discard();
      return false;
    }
    const before = join(dirname(this.out), `.${basename(this.out)}.old-${process.pid}`);
    const replaces = existsSync(this.out);
    // No signal is handled between these: nothing here waits. After a power cut, `recover` undoes the first.
    if (replaces) renameSync(this.out, before);
    try {
      renameSync(this.#temporary, this.out);
    } catch (error) {
      if (replaces) renameSync(before, this.out);
      throw error;
    }
    this.discard();
    rmSync(before, { recursive: true, force: true });
    return true;
  }

  /** Leaves everything as it was. */
  discard(): void {
    for (const signal of this.#signals) process.off(signal, this.#onSignal);
    rmSync(this.#temporary, { recursive: true, force: true });
  }
}

/** Mends what a run left behind that was killed: its half-made folder goes; a folder that it had moved away comes back. */
function recover(out: string): void {
  const parent = dirname(out);
  if (!existsSync(parent)) return;
  const prefix = `.${basename(out)}.`;
  for (const name of readdirSync(parent)) {
    const [, kind, pid] = name.startsWith(prefix) ? (/^(new|old)-(\d+)/.exec(name.slice(prefix.length)) ?? []) : [];
    if (!kind || isRunning(Number(pid))) continue;
    if (kind === 'old' && !existsSync(out)) renameSync(join(parent, name), out);
    else rmSync(join(parent, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The paths of all files in a folder, with `/`. */
export function filesBelow(folder: string): string[] {
  const found: string[] = [];
  const walk = (path: string): void => {
    for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
      const below = path ? `${path}/${entry.name}` : entry.name;
      if (entry.isDirectory()) walk(below);
      else found.push(below);
    }
  };
  walk('');
  return found.sort();
}
