// What a spreadsheet takes for a formula, also after spaces that it trims. @see https://owasp.org/www-community/attacks/CSV_Injection
const formula = /^[\s\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r]|^[\t\r]/;

/** One cell of a CSV file: quoted where it must be, and never a formula, whoever wrote the text. */
export function csvCell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A CSV file (RFC 4180): commas, CRLF. The mark at the start tells a spreadsheet that it is UTF-8. */
export const csvFile = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
