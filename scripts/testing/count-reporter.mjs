import { appendFileSync } from 'node:fs';

/** Every test of a suite and of those in it. */
const testsOf = (suite) => (suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : []);

/** A reporter of @web/test-runner: one line a browser, and the counts for the closing line of `npm test`. */
export const countReporter = () => ({
  onTestRunFinished({ sessions }) {
    const browsers = new Map();
    for (const session of sessions) {
      const counts = browsers.get(session.browser.name) ?? { passed: 0, failed: 0, skipped: 0 };
      const tests = testsOf(session.testResults);
      counts.skipped += tests.filter(({ skipped }) => skipped).length;
      counts.passed += tests.filter(({ skipped, passed }) => !skipped && passed).length;
      const failed = tests.filter(({ skipped, passed }) => !skipped && !passed).length;
      // A file that cannot be loaded, or never ends, has no failed test to show.
      counts.failed += failed || (session.passed ? 0 : 1);
      browsers.set(session.browser.name, counts);
    }
    for (const [name, { passed, failed, skipped }] of browsers) {
      console.log(`  ${name}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
      record({ passed, failed: failed || (passed === 0 ? 1 : 0) });
    }
  },
});

function record(counts) {
  if (process.env.COUNTS_FILE) appendFileSync(process.env.COUNTS_FILE, `${JSON.stringify(counts)}\n`);
}
