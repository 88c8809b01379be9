import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { readJson } from '../topics/load.js';
import type { PackList } from '../topics/pack-model.js';
import { packLimits } from '../topics/pack-shapes.js';
import { parsePack } from '../topics/pack.js';
import { CannotRun, shownPath, type Problem } from './problems.js';
import { filesBelow } from './staging.js';

/** Where a pack is read from. */
export interface Place {
  /** A path, as messages name a file. */
  show: (path: string) => string;
  read: (path: string, limit: number) => Promise<Buffer | undefined>;
  /** All its files, where they can be listed. */
  list?: () => string[];
  /** Where to keep what is remembered of it. */
  beside?: (name: string) => string;
}

/** A pack in a folder, or at an address. */
export function openPlace(pack: string): Place {
  return /^https?:\/\//i.test(pack) ? webPlace(pack) : folderPlace(pack);
}

function folderPlace(pack: string): Place {
  const given = resolve(pack);
  const folder = statSync(given, { throwIfNoEntry: false })?.isFile() ? dirname(given) : given;
  if (!existsSync(join(folder, 'pack.json')))
    throw new CannotRun(`${shownPath(folder)} is no pack: it has no pack.json.`);
  return {
    show: (path) => shownPath(join(folder, path)),
    read: (path) => readFile(join(folder, path)).catch(() => undefined),
    list: () => filesBelow(folder),
    beside: (name) => join(dirname(folder), `.${basename(folder)}.${name}`),
  };
}

function webPlace(pack: string): Place {
  const address = new URL(pack);
  if (!address.pathname.endsWith('.json')) address.pathname = address.pathname.replace(/\/?$/, '/pack.json');
  return {
    show: (path) => new URL(path, address).href,
    async read(path, limit) {
      const url = new URL(path, address);
      try {
        const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
        if (!response.ok) return undefined;
        const parts: Uint8Array[] = [];
        let size = 0;
        for await (const part of response.body ?? []) {
          size += (part as Uint8Array).length;
          // Enough to see that it is too much.
          if (size > limit) return Buffer.alloc(limit + 1);
          parts.push(part);
        }
        return Buffer.concat(parts);
      } catch (error) {
        throw new CannotRun(`${url.href} can’t be reached: ${reason(error)}`);
      }
    },
  };
}

const reason = (error: unknown): string => {
  const { cause, message } = error as Error;
  return cause instanceof Error ? cause.message || (cause as NodeJS.ErrnoException).code || message : message;
};

/** Reads `pack.json`; a pack without one that can be used can't be worked with at all. */
export async function readList(place: Place, problems: Problem[]): Promise<PackList> {
  const file = place.show('pack.json');
  const bytes = await place.read('pack.json', packLimits.size);
  if (!bytes) throw new CannotRun(`${file} isn’t there.`);
  if (bytes.length > packLimits.size) throw new CannotRun(`${file} is over ${packLimits.size} bytes.`);
  const json = readJson(bytes.toString('utf8'));
  if (!json.ok) throw new CannotRun(`${file} is no list of a pack: ${json.fault.detail}.`);
  const result = parsePack(json.value);
  if (!result.ok) throw new CannotRun(`${file} is no list of a pack: ${result.fault.detail}.`);
  for (const { code, pointer, message } of result.problems)
    problems.push({
      file,
      line: 1,
      level: 'error',
      code: message.includes('is taken') ? 'duplicate-id' : code,
      message: `${message} at ${pointer}`,
    });
  return result.list;
}
