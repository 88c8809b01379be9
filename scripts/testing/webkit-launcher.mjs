// WTR browser launcher for WebKitGTK: Debian `webkit2gtk-driver` (WebKitWebDriver + MiniBrowser) and `xvfb`. No npm dependencies.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';

const DRIVER = '/usr/bin/WebKitWebDriver';
const mini = () =>
  [
    '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
    '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  ].find(existsSync);
export const webkitAvailable = () =>
  existsSync(DRIVER) && !!mini() && (!!process.env.DISPLAY || existsSync('/usr/bin/Xvfb'));

const KEYS = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  ' ': ' ',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
};
const BUTTONS = { left: 0, middle: 1, right: 2 };
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
const freePort = () =>
  new Promise((res) => {
    const s = createServer().listen(0, '127.0.0.1', () => {
      const { port } = s.address();
      s.close(() => res(port));
    });
  });

export function webkitLauncher() {
  let base, sid, driver, xvfb, active, starting;
  async function wd(method, path, body) {
    const r = await fetch(base + path, { method, body: body === undefined ? undefined : JSON.stringify(body) });
    const { value } = await r.json();
    if (!r.ok) throw new Error(`WebDriver ${method} ${path}: ${value?.error} ${value?.message}`);
    return value;
  }
  const s = (method, path, body) => wd(method, `/session/${sid}${path}`, body);
  async function start() {
    let display = process.env.DISPLAY;
    if (!display) {
      // -displayfd lets the server pick a free display number
      xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
        stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      });
      display =
        ':' +
        (await new Promise((res, rej) => {
          xvfb.once('error', rej);
          xvfb.stdio[3].once('data', (d) => res(String(d).trim()));
        }));
    }
    const port = await freePort();
    driver = spawn(DRIVER, [`--port=${port}`, '--host=127.0.0.1'], {
      stdio: 'ignore',
      env: { ...process.env, DISPLAY: display, GDK_BACKEND: 'x11', LIBGL_ALWAYS_SOFTWARE: '1' },
    });
    base = `http://127.0.0.1:${port}`;
    for (let i = 0; i < 50; i++) {
      try {
        await fetch(base + '/status');
        break;
      } catch {
        await sleep(100);
      }
    }
    const v = await wd('POST', '/session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary: mini(), args: ['--automation'] } } },
    });
    sid = v.sessionId;
    await s('POST', '/timeouts', { script: 30000, pageLoad: 60000, implicit: 0 });
  }
  const actions = (list) => s('POST', '/actions', { actions: list });
  const pointer = (acts) =>
    actions([{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: acts }]);
  return {
    name: 'WebKitGTK',
    type: 'webdriver',
    concurrency: 1,
    async initialize() {},
    async startSession(id, url) {
      await (starting ??= start());
      active = id;
      await s('POST', '/url', { url });
    },
    isActive: (id) => active === id,
    getBrowserUrl: () => s('GET', '/url'),
    async stopSession(id) {
      const testCoverage = await s('POST', '/execute/sync', {
        script: 'return window.__coverage__ ?? null',
        args: [],
      }).catch(() => null);
      if (active === id) active = undefined;
      await s('POST', '/url', { url: 'about:blank' });
      return { testCoverage: testCoverage ?? undefined };
    },
    async startDebugSession() {
      throw new Error('debug is not supported in WebKitGTK');
    },
    async stop() {
      if (sid) await s('DELETE', '').catch(() => {});
      driver?.kill();
      xvfb?.kill();
    },
    // called by @web/test-runner-commands for `webdriver` browsers
    sendKeys: (_id, keys) =>
      actions([
        {
          type: 'key',
          id: 'kbd',
          actions: keys
            .flatMap((k) => k.split('+').map((x) => KEYS[x] ?? x))
            .flatMap((value) => [
              { type: 'keyDown', value },
              { type: 'keyUp', value },
            ]),
        },
      ]),
    sendMouseMove: (_id, x, y) => pointer([{ type: 'pointerMove', duration: 0, x, y }]),
    sendMouseClick: (_id, x, y, b = 'left') =>
      pointer([
        { type: 'pointerMove', duration: 0, x, y },
        { type: 'pointerDown', button: BUTTONS[b] },
        { type: 'pointerUp', button: BUTTONS[b] },
      ]),
    sendMouseDown: (_id, b = 'left') => pointer([{ type: 'pointerDown', button: BUTTONS[b] }]),
    sendMouseUp: (_id, b = 'left') => pointer([{ type: 'pointerUp', button: BUTTONS[b] }]),
    resetMouse: () => s('DELETE', '/actions'),
    takeScreenshot: async () => Buffer.from(await s('GET', '/screenshot'), 'base64'),
    setWindowRect: (width, height) => s('POST', '/window/rect', { width, height }),
  };
}
