// What every command needs before it can start: Node, the dependencies, a browser.
// Only node: modules here, because this runs in a fresh clone where nothing is installed yet.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { webkitAvailable } from './testing/webkit-launcher.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Whether this module is the command itself, and not imported by another one. */
export const isMain = (url) => process.argv[1] === fileURLToPath(url);

/** One line that says what happens now. */
export const say = (text) => console.log(`• ${text}`);

/** Ends the command with a message that says what to do. */
export function die(message) {
  console.error(`\n✖ ${message}\n`);
  process.exit(1);
}

/** Node and the dependencies: the first thing that any command does. */
export function setup() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    die(`Node 20.19 or newer is needed; this is ${process.version}. Get it from https://nodejs.org.`);
  }
  installDependencies();
}

// Not npm's `pretest` and `prestart`: `ignore-scripts=true` in a user's .npmrc skips those.
function installDependencies() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const key = `${process.versions.node.split('.')[0]} ${process.platform} ${process.arch}`;
  const wanted = createHash('sha256').update(lock).update(key).digest('hex');
  // Written only after a whole install, so an interrupted one is done again.
  const stamp = join(root, 'node_modules', '.setup-stamp');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Installing dependencies (npm ci)');
  // --include=dev: also under NODE_ENV=production. npm_execpath: the npm that runs us, also on Windows.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const status = npm?.endsWith('.js') ? wait(process.execPath, [npm, ...args]) : wait('npm', args);
  if (status !== 0) die('npm ci failed. Check that the npm registry can be reached, then run the command again.');
  writeFileSync(stamp, wanted);
}

const shell = process.platform === 'win32';
const binaries = join(root, 'node_modules', '.bin');
const environment = (extra) => ({
  ...process.env,
  PATH: binaries + delimiter + process.env.PATH,
  STORYBOOK_DISABLE_TELEMETRY: '1',
  NO_UPDATE_NOTIFIER: '1',
  ...extra,
});

function wait(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell, ...options });
  if (error) die(`${command}: ${error.message}`);
  return status ?? 1;
}

/** Runs a tool of node_modules to its end, its output passed on as it comes; resolves to whether it went well. */
export const tool = (name, args = [], env = {}) =>
  new Promise((resolve) => {
    const command = name === 'node' ? process.execPath : join(binaries, name);
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell,
      env: environment(env),
    });
    child.on('error', (error) => die(`${name}: ${error.message}`));
    child.on('exit', (code) => resolve(code === 0));
  });

/** The same with the output kept back: for tools that run side by side, or that only matter when they complain. */
export const quietTool = (name, args = [], env = {}) =>
  new Promise((resolve) => {
    const command = name === 'node' ? process.execPath : join(binaries, name);
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell, env: environment(env) });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => die(`${name}: ${error.message}`));
    child.on('exit', (code) => resolve({ ok: code === 0, output: output.trim() }));
  });

/** Runs a tool that ends only when it is told to: whatever stops this process stops the tool. */
export function stay(name, args) {
  const child = spawn(join(binaries, name), args, { cwd: root, stdio: 'inherit', shell, env: environment() });
  onStop(() => child.kill());
  child.on('error', (error) => die(`${name}: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 0 : 1)));
}

/** Calls back on Ctrl+C, on a signal, and when npm is gone: npm's shell does not pass SIGTERM on, and would leave us behind. */
export function onStop(callback) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, callback);
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && callback(), 1000).unref();
}

const isExecutable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
const searchPath = (names) => {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
};
const newest = (folder, pattern) => {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => pattern.test(name));
  return names
    .sort()
    .reverse()
    .map((name) => join(folder, name));
};

function findChrome() {
  const variable = ['CHROME_PATH', 'CHROME_BIN', 'PUPPETEER_EXECUTABLE_PATH'].find((name) => process.env[name]);
  if (variable) {
    if (isExecutable(process.env[variable])) return process.env[variable];
    die(`${variable} is set to ${process.env[variable]}, which cannot be run. Correct it or unset it.`);
  }
  const home = homedir();
  const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
  const programs = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map((name) => process.env[name])
    .filter(Boolean);
  const known = {
    linux: ['chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser', 'microsoft-edge']
      .map((name) => `/usr/bin/${name}`)
      .concat('/opt/google/chrome/chrome', '/snap/bin/chromium'),
    darwin: ['', home].flatMap((folder) =>
      apps.map((app) => `${folder}/Applications/${app}.app/Contents/MacOS/${app}`),
    ),
    win32: programs.flatMap((folder) =>
      [
        'Google/Chrome/Application/chrome.exe',
        'Chromium/Application/chrome.exe',
        'Microsoft/Edge/Application/msedge.exe',
      ].map((app) => join(folder, app)),
    ),
  }[process.platform];
  const caches = [
    ...newest(join(home, '.cache/puppeteer/chrome'), /^linux/).map((folder) => join(folder, 'chrome-linux64/chrome')),
    ...newest(join(home, '.cache/ms-playwright'), /^chromium-\d/).flatMap((folder) =>
      ['chrome-linux/chrome', 'chrome-linux64/chrome'].map((name) => join(folder, name)),
    ),
  ];
  return known?.find(isExecutable) ?? searchPath(['chromium', 'google-chrome', 'chrome']) ?? caches.find(isExecutable);
}

const findFirefox = () =>
  [
    process.env.FIREFOX_PATH,
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ]
    .filter(Boolean)
    .find(isExecutable);

const isRoot = process.getuid?.() === 0;

function apt(packages) {
  if (process.platform !== 'linux' || !isRoot || !searchPath(['apt-get'])) return false;
  say(`Installing ${packages.join(', ')} (apt-get)`);
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
  };
  // The update comes first: an old list of packages gives an old browser, or none.
  wait('apt-get', ['update', '-q'], options);
  return wait('apt-get', ['install', '-y', '--no-install-recommends', '-q', ...packages], options) === 0;
}

function ensureChrome() {
  let chrome = findChrome();
  if (!chrome && apt(['chromium'])) chrome = findChrome();
  if (!chrome) {
    die(`The tests need Chrome, Chromium or Edge, and none was found. Install one
    Debian, Ubuntu   sudo apt-get install chromium
    macOS            brew install --cask google-chrome
    Windows          winget install Google.Chrome
  or set CHROME_PATH to its executable, then run the command again.`);
  }
  process.env.CHROME_PATH = chrome;
  process.env.CHROME_NO_SANDBOX = process.platform === 'linux' && (isRoot || !sandboxWorks(chrome)) ? '1' : '';
}

// In containers, and without Debian's chromium-sandbox, Chromium finds "no usable sandbox" for other users than root, too.
function sandboxWorks(chrome) {
  const profile = mkdtempSync(join(tmpdir(), 'chrome-probe-'));
  const args = [
    '--headless',
    '--disable-gpu',
    '--no-first-run',
    `--user-data-dir=${profile}`,
    '--dump-dom',
    'about:blank',
  ];
  try {
    return spawnSync(chrome, args, { stdio: 'ignore', timeout: 30_000 }).status === 0;
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

/**
 * Decides which browsers the tests run in. BROWSERS=all: all three, what is missing is installed; a list such as
 * BROWSERS=chromium,firefox: these; unset: Chromium (installed if need be), and the others where they are.
 */
export function setupBrowsers() {
  ensureChrome();
  const { BROWSERS } = process.env;
  if (BROWSERS === 'all') {
    const missing = [
      ...(findFirefox() ? [] : ['firefox-esr']),
      ...(webkitAvailable() ? [] : ['webkit2gtk-driver', 'xvfb']),
    ];
    if (missing.length && !apt(missing)) {
      die(
        `BROWSERS=all needs the Debian packages ${missing.join(' ')}. Install them, or run as root to have them installed.`,
      );
    }
  }
  const present = ['chromium', ...(findFirefox() ? ['firefox'] : []), ...(webkitAvailable() ? ['webkit'] : [])];
  process.env.BROWSERS = BROWSERS && BROWSERS !== 'all' ? BROWSERS : present.join(',');
  process.env.FIREFOX_PATH = findFirefox() ?? '';
  say(`Browsers: ${process.env.BROWSERS}`);
}
