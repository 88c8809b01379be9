import { imageSize } from 'image-size';
import { readFileSync, realpathSync } from 'node:fs';
import { basename, extname, join, sep } from 'node:path';
import type { Folder } from './folders.js';
import { hex } from './hash.js';
import { imagePath } from './names.js';

/** A picture, and its path in the pack. */
export interface Picture {
  path: string;
  bytes: Uint8Array;
}

const types = new Set(['.png', '.jpg', '.jpeg', '.gif', '.svg', '.webp', '.avif', '.ico', '.bmp']);

/** A picture beside the articles; nothing outside their folder is read. */
export function readPicture({ dir }: Folder, file: string): Picture | undefined {
  if (!types.has(extname(file).toLowerCase())) return undefined;
  try {
    const path = realpathSync(join(dir, file));
    if (!path.startsWith(realpathSync(dir) + sep)) return undefined;
    const bytes = readFileSync(path);
    return { path: imagePath(hex(bytes), basename(file)), bytes };
  } catch {
    return undefined;
  }
}

/** How large a picture shows, so that a page keeps room for it; `undefined` where its file doesn’t say. */
export function sizeOf({ bytes }: Picture): { width: number; height: number } | undefined {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    const [across, down] = [Math.round(width), Math.round(height)];
    if (!(across > 0 && down > 0)) return undefined;
    // A photograph that a camera took upright, and stored on its side.
    return orientation >= 5 ? { width: down, height: across } : { width: across, height: down };
  } catch {
    return undefined;
  }
}
