import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import * as puppeteer from 'puppeteer-core';
import { countReporter } from './scripts/testing/count-reporter.mjs';
import { emulateFeatures } from './scripts/testing/emulate-features.mjs';
import { faultServer, folder } from './scripts/testing/fault-server.mjs';
import { webkitLauncher } from './scripts/testing/webkit-launcher.mjs';

// scripts/test.mjs finds the browsers and says so in these; the defaults are for `npx wtr --group unit --watch`.
const { BROWSERS = 'chromium', CHROME_PATH = '/usr/bin/chromium', FIREFOX_PATH = '/usr/bin/firefox-esr' } = process.env;
const noSandbox = process.env.CHROME_NO_SANDBOX ?? (process.getuid?.() === 0 ? '1' : '');

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const launchers = {
  chromium: () =>
    chromeLauncher({
      launchOptions: { executablePath: CHROME_PATH, args: [...(noSandbox ? ['--no-sandbox'] : []), ...quiet] },
    }),
  // Over WebDriver BiDi: no geckodriver.
  firefox: () => chromeLauncher({ puppeteer, launchOptions: { browser: 'firefox', executablePath: FIREFOX_PATH } }),
  webkit: () => webkitLauncher(),
};

export default {
  groups: [
    { name: 'unit', files: 'test/**/*.test.ts' },
    { name: 'stories', files: 'test/stories.sb.ts' },
  ],
  browsers: BROWSERS.split(',').map((name) => launchers[name]()),
  nodeResolve: { exportConditions: ['development'] },
  plugins: [
    a11ySnapshotPlugin(),
    emulateFeatures(),
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)) }),
  ],
  middleware: [faultServer(), folder('/shared/', fileURLToPath(new URL('../shared', import.meta.url)))],
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: false }), countReporter()],
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  concurrency: 1,
  concurrentBrowsers: 1,
  // mocha's 2 s is too short on a busy machine.
  testFramework: { config: { timeout: '10000' } },
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  // From Chromium only.
  coverageConfig: {
    include: ['src/**/*.ts'],
    exclude: ['src/localization/generated/**'],
    reporters: ['lcovonly', 'text-summary'],
    threshold: { statements: 80, branches: 80, functions: 80, lines: 80 },
  },
};
