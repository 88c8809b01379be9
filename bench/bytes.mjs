/** What the first paint may load, in bytes of brotli-compressed JavaScript, Lit included. The tests hold the build to it. */
export const budget = { firstPaint: 15_000, locale: 5_000 };

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const percent = (bytes, limit) => (limit ? `${Math.round((100 * bytes) / limit)} % of ${kB(limit)}` : '');

/** The bytes of each bundle as a table. Only the flagship's bundle has a budget: the other one holds every element. */
export function bytesTable({ entries }) {
  const rows = [['', 'raw', 'gzip', 'brotli', 'of budget']];
  for (const [name, { firstPaint, locales, everything }] of Object.entries(entries)) {
    const limited = name === 'provisioning-help.js';
    const row = (label, { raw, gzip, brotli }, limit) =>
      rows.push([label, kB(raw), kB(gzip), kB(brotli), percent(brotli, limited ? limit : undefined)]);
    row(`${name}, first paint`, firstPaint, budget.firstPaint);
    for (const [locale, size] of Object.entries(locales)) row(`  + ${locale}`, size, budget.locale);
    row('  everything', everything);
  }
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const cell = (text, column) => (column === 0 ? text.padEnd(widths[0]) : text.padStart(widths[column]));
  return rows.map((row) => row.map(cell).join('  ').trimEnd()).join('\n');
}
