/**
 * Hands a file to the reader's browser, without a request and without a trace in the page's address. A policy of
 * contents has no say in it (tried in Chromium under `default-src 'none'`): nothing is fetched and nothing is shown. A
 * sandboxed frame may refuse it in silence, so whoever offers it also offers to copy.
 */
export function download(name: string, type: string, parts: BlobPart[]): void {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Not at once: the browser reads it in a task of its own.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
