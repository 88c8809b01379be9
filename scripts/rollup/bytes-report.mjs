import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { entryOf } from './walk.mjs';

const brotli = (code) => brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const measure = (code) => ({ raw: code.length, gzip: gzipSync(code, { level: 9 }).length, brotli: brotli(code) });
const sum = (sizes) =>
  sizes.reduce((a, b) => ({ raw: a.raw + b.raw, gzip: a.gzip + b.gzip, brotli: a.brotli + b.brotli }), {
    raw: 0,
    gzip: 0,
    brotli: 0,
  });

/**
 * Writes `manifest.json` beside a bundle: bytes and integrity of every file; for each entry what the first paint loads in
 * English, what another language adds to it, and everything that can ever be loaded in English. Each build adds its entry.
 */
export const bytesReport = ({ version }) => ({
  name: 'bytes-report',
  writeBundle({ dir }, bundle) {
    const path = join(dir, 'manifest.json');
    const report = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : { version, entries: {}, files: {} };
    const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
    for (const { fileName } of chunks) {
      const code = readFileSync(join(dir, fileName));
      const integrity = `sha384-${createHash('sha384').update(code).digest('base64')}`;
      report.files[fileName] = { ...measure(code), integrity };
    }
    const size = ({ raw, gzip, brotli }) => ({ raw, gzip, brotli });
    const sizeOf = ({ fileName }) => size(report.files[fileName]);
    const first = chunks.filter(({ fileName }) => /^locales\/[^.]+\.js$/.test(fileName));
    const entry = entryOf(chunks);
    report.entries[entry.fileName] = {
      firstPaint: sizeOf(entry),
      locales: Object.fromEntries(first.map((chunk) => [chunk.name, sizeOf(chunk)])),
      everything: sum(chunks.filter(({ fileName }) => !fileName.startsWith('locales/')).map(sizeOf)),
    };
    report.files = Object.fromEntries(Object.entries(report.files).sort(([a], [b]) => (a < b ? -1 : 1)));
    writeFileSync(path, `${JSON.stringify(report, null, 2)}\n`);
  },
});
