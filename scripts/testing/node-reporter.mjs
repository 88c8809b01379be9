import { appendFileSync } from 'node:fs';

/** A reporter of node:test: what failed, and the counts for the closing line of `npm test`. */
export default async function* nodeReporter(source) {
  let passed = 0;
  let failed = 0;
  for await (const { type, data } of source) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    // A suite only holds tests, and a file that passes is no test.
    const isTest =
      (type === 'test:pass' || type === 'test:fail') && data.details.type !== 'suite' && !data.skip && !data.todo;
    if (!isTest) continue;
    if (type === 'test:pass') {
      passed++;
    } else {
      failed++;
      const { error } = data.details;
      yield `\n✖ ${data.name}\n${data.file ?? ''}:${data.line ?? ''}\n${error?.cause?.stack ?? error?.cause ?? error?.message}\n`;
    }
  }
  yield `  Node: ${passed} passed, ${failed} failed\n`;
  if (process.env.COUNTS_FILE) appendFileSync(process.env.COUNTS_FILE, `${JSON.stringify({ passed, failed })}\n`);
}
