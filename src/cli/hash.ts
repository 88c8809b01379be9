import { createHash } from 'node:crypto';

type Bytes = string | Uint8Array;

/** A hash as `integrity` attributes have it. */
export const integrity = (bytes: Bytes): string => `sha256-${createHash('sha256').update(bytes).digest('base64')}`;

/** A hash for names and keys. */
export const hex = (bytes: Bytes): string => createHash('sha256').update(bytes).digest('hex');
