// node scripts/pictures.mjs: the pictures of the README, taken from the built bundle. Run `npm run build` before.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toPalette } from './pictures/palette-png.mjs';
import { serve } from './serve.mjs';
import { die, root, say, setup, setupBrowsers } from './setup.mjs';

// Where the page of the picture takes the library from; another folder shows another build.
const bundles = process.env.CDN ?? 'dist/cdn';
const shown = { 'app-name': 'Contoso Travel', symptom: 'no-users' };
// The picture ends below this check: whole, it would fill the first screens of the README.
const checks = 5;
const [width, margin] = [1100, 24];

setup();
setupBrowsers();
if (!existsSync(join(root, bundles, 'provisioning-help.js'))) die('Nothing is built yet: run `npm run build` first.');
const { launch } = await import('puppeteer-core');
const site = await serve({ mounts: { '/': 'demo', '/cdn/': bundles }, port: 0 });
const browser = await launch({
  executablePath: process.env.CHROME_PATH,
  args: process.env.CHROME_NO_SANDBOX ? ['--no-sandbox'] : [],
});
mkdirSync(join(root, 'docs'), { recursive: true });
for (const scheme of ['light', 'dark']) await take(scheme);
await browser.close();
await site.close();

async function take(scheme) {
  const page = await browser.newPage();
  await page.setViewport({ width, height: 1000, deviceScaleFactor: 2 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(`${site.url}embed.html`, { waitUntil: 'networkidle0' });
  await page.$eval('provisioning-help', dress, shown, margin);
  await page.waitForNetworkIdle();
  const clip = { x: 0, y: 0, width, height: await page.$eval('provisioning-help', endOf, checks) };
  const picture = toPalette(Buffer.from(await page.screenshot({ clip, captureBeyondViewport: true })));
  const path = `docs/provisioning-help-${scheme}.png`;
  writeFileSync(join(root, path), picture);
  say(`${path}: ${Math.ceil(picture.length / 1000)} kB`);
  await page.close();
}

/** Runs in the page: gives the element its attributes, and the page a quiet ground. */
function dress(element, attributes, space) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const { body, documentElement } = element.ownerDocument;
  documentElement.style.colorScheme = 'light dark';
  body.style.margin = `${space}px`;
  body.style.background = 'light-dark(#f3f5f8, #0d1117)';
}

/** Runs in the page: where the check of that number ends. */
function endOf(element, number) {
  const all = element.shadowRoot.querySelectorAll('help-tab:not([hidden]) [part~="check"]');
  return Math.floor(all[number - 1].getBoundingClientRect().bottom);
}
