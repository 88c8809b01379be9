// Screenshots as PNG with a palette: an eighth of the bytes, and to the eye the same. Only what Chromium writes is read:
// 8 bits a channel, RGB or RGBA, not interlaced.
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

/** The picture with at most 256 colours; those that are not among the most frequent become the nearest of them. */
export function toPalette(png) {
  const { width, height, pixels } = read(png);
  const counts = new Map();
  for (const color of pixels) counts.set(color, (counts.get(color) ?? 0) + 1);
  const palette = [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 256)
    .map(([color]) => color);
  const indexes = new Map(palette.map((color, index) => [color, index]));
  for (const color of counts.keys()) if (!indexes.has(color)) indexes.set(color, nearest(color, palette));
  // Each row starts with its filter: none, since neighbours in a palette are not alike.
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = indexes.get(pixels[y * width + x]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const channels = (color) => [color >> 16, (color >> 8) & 255, color & 255];

function nearest(color, palette) {
  const [r, g, b] = channels(color);
  const distances = palette.map((other) => {
    const [r2, g2, b2] = channels(other);
    return (r - r2) ** 2 + (g - g2) ** 2 + (b - b2) ** 2;
  });
  return distances.indexOf(Math.min(...distances));
}

function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

/** The pixels from left to right and top to bottom, each as 0xRRGGBB. */
function read(png) {
  const parts = [];
  let header;
  for (let at = signature.length; at < png.length; at += png.readUInt32BE(at) + 12) {
    const data = png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
    const type = png.toString('latin1', at + 4, at + 8);
    if (type === 'IHDR') header = data;
    if (type === 'IDAT') parts.push(data);
  }
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  const [depth, colorType, , , interlace] = header.subarray(8);
  const size = { 2: 3, 6: 4 }[colorType];
  if (depth !== 8 || !size || interlace) throw new Error('Not a PNG of 8 bits in RGB or RGBA');
  const bytes = unfilter(inflateSync(Buffer.concat(parts)), width * size, height, size);
  const pixels = new Uint32Array(width * height);
  for (let i = 0; i < pixels.length; i++) pixels[i] = bytes.readUIntBE(i * size, 3);
  return { width, height, pixels };
}

/** Undoes the row filters of PNG: each byte is stored as its difference from the bytes to the left and above. */
function unfilter(raw, length, height, size) {
  const out = Buffer.alloc(length * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (length + 1)];
    for (let x = 0; x < length; x++) {
      const at = y * length + x;
      const left = x < size ? 0 : out[at - size];
      const above = y === 0 ? 0 : out[at - length];
      const corner = x < size || y === 0 ? 0 : out[at - length - size];
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter];
      out[at] = raw[y * (length + 1) + 1 + x] + guess;
    }
  }
  return out;
}

function paeth(left, above, corner) {
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((value) => Math.abs(guess - value));
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
