// A new author's way, by the README alone: an empty folder, three files, a page that shows them. Then docs/authoring.md: its
// files are written, its commands run one after the other, its pages open in a browser under the strict policy.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launch } from 'puppeteer-core';
import { serve } from '../../scripts/serve.mjs';
import { root } from '../../scripts/setup.mjs';

const { CHROME_PATH = '/usr/bin/chromium', CHROME_NO_SANDBOX } = process.env;
const windows = process.platform === 'win32';

/** The snippets of a page, in order: what kind, in which file, and where it stands. */
const snippetsOf = (text) =>
  [...text.matchAll(/(?:^`([\w./-]+)`\n\n)?(?:^<!-- run: (\w+) -->\n\n)?^(`{3,})(\w+)\n([\s\S]*?)^\3$/gm)].map(
    ([, file, run, , language, code]) => ({ file, run: run ?? language, code }),
  );
/** The lines below a heading, up to the next one that isn't in a snippet. */
function section(text, title) {
  const lines = text.split('\n');
  const start = lines.indexOf(`## ${title}`);
  let inside = false;
  const end = lines.findIndex((line, index) => {
    if (line.startsWith('```')) inside = !inside;
    return index > start && !inside && line.startsWith('## ');
  });
  return lines.slice(start, end < 0 ? undefined : end).join('\n');
}

const read = (path) => readFileSync(join(root, path), 'utf8');

/** An author's folder: empty but for the package, as npm installs it. */
function workplace() {
  // Inside the project, where the server may serve it.
  const folder = mkdtempSync(join(root, 'node_modules/.cache/author-'));
  const modules = join(folder, 'node_modules');
  const home = join(modules, 'help-elements');
  mkdirSync(join(modules, '.bin'), { recursive: true });
  mkdirSync(home);
  const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: root,
    encoding: 'utf8',
    shell: windows,
  });
  const [{ filename }] = JSON.parse(packed);
  execFileSync('tar', ['-xzf', join(folder, filename), '-C', home, '--strip-components=1']);
  symlinkSync('../help-elements/dist/cli/help-elements.js', join(modules, '.bin/help-elements'));
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  return {
    folder,
    write({ file, code }) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), code);
    },
    /** Runs the lines of a snippet, and gives what the last one said. */
    run(code) {
      let last;
      for (const line of code.trim().split('\n')) {
        last = spawnSync(line, { cwd: folder, shell: true, encoding: 'utf8' });
        assert.ok(last.status === 0 || last.status === 1, `${line}\n${last.stderr}`);
      }
      return last;
    },
    serve: () => serve({ mounts: { '/': relative(root, join(folder, 'public')) }, port: 0 }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A page that keeps what the browser complains about. */
async function open(browser, url) {
  const page = await browser.newPage();
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const icon = message.location().url?.endsWith('/favicon.ico');
    if (['error', 'warn'].includes(message.type()) && !icon) complaints.push(message.text());
  });
  await page.goto(url, { waitUntil: 'networkidle0' });
  /** Waits for what a screen reader would find. */
  const find = (role, name) => page.waitForSelector(`::-p-aria([role="${role}"][name="${name}"])`, { timeout: 5000 });
  return { page, complaints, find };
}

describe('a new author', { skip: windows && 'the commands are those of a POSIX shell' }, () => {
  let place;
  let site;
  let browser;
  before(async () => {
    place = workplace();
    browser = await launch({ executablePath: CHROME_PATH, args: CHROME_NO_SANDBOX ? ['--no-sandbox'] : [] });
  });
  after(async () => {
    await browser?.close();
    await site?.close();
    place?.remove();
  });

  it('gets from an empty folder to a page that shows three files, by the README alone', async () => {
    for (const snippet of snippetsOf(section(read('README.md'), 'Write your own help'))) {
      if (snippet.run === 'file') place.write(snippet);
      // The package is there already, as these two would have put it there.
      else assert.equal(place.run(snippet.code.replace(/^npm (init|install) .*\n/gm, '') || 'true').status, 0);
    }
    site = await place.serve();
    const { page, complaints, find } = await open(browser, site.url);
    await find('heading', 'Get started');
    await find('tab', 'Sign in');
    await (await find('tab', 'Plan your first trip')).click();
    await (await find('link', 'Book a trip')).click();
    await find('heading', 'Book a trip');
    await find('checkbox', 'Your manager has agreed.');
    await page.close();
    assert.deepEqual(complaints, []);
  });
});

describe('docs/authoring.md', { skip: windows && 'the commands are those of a POSIX shell' }, () => {
  const text = read('docs/authoring.md');
  const snippets = snippetsOf(text);
  let place;
  let browser;
  let site;
  before(async () => {
    place = workplace();
    // The files first: a command may stand above one that it reads.
    for (const snippet of snippets) if (snippet.run === 'file') place.write(snippet);
    cpSync(join(root, 'dist/cdn'), join(place.folder, 'public/cdn'), { recursive: true });
    browser = await launch({ executablePath: CHROME_PATH, args: CHROME_NO_SANDBOX ? ['--no-sandbox'] : [] });
  });
  after(async () => {
    await browser?.close();
    await site?.close();
    place?.remove();
  });

  it('has no snippet that no test knows', () => {
    for (const { run, code } of snippets) assert.ok(['file', 'sh', 'output', 'page'].includes(run), code);
    for (const { run, file, code } of snippets) assert.equal(run === 'file', file !== undefined, code);
  });

  it('shows commands that run, with the output that they have', () => {
    let last;
    for (const { run, code } of snippets) {
      if (run === 'sh') last = place.run(code);
      if (run === 'output') assert.equal(last.stdout, code);
    }
  });

  it('shows pages that show, under the strict policy', async () => {
    snippets
      .filter(({ run }) => run === 'page')
      .forEach(({ code }, index) =>
        place.write({
          file: `public/page-${index}.html`,
          code: `<!doctype html><html lang="en"><title>Page</title>\n${code}</html>`,
        }),
      );
    site = await place.serve();
    const { page, complaints, find } = await open(browser, `${site.url}page-0.html`);
    const isolated = /\p{Cf}/gu;
    await page.waitForFunction(() =>
      globalThis.document.querySelector('help-topic').matches(':state(ready), :not(:state(loading))'),
    );
    await find('link', 'Contoso Travel').catch(() => undefined);
    const shown = await page.$eval('help-topic', ({ shadowRoot }) => ({
      heading: shadowRoot.querySelector('h2').textContent,
      link: shadowRoot.querySelector('a').href,
    }));
    await page.close();
    assert.equal(shown.heading.replace(isolated, '').trim(), 'Your account at Contoso Travel');
    assert.equal(shown.link, 'https://travel.contoso.example/sign-in');
    assert.deepEqual(complaints, []);
  });

  it('exports pages that hold without scripts, under the policy that it names', async () => {
    const [, policy] = /hold under `([^`]+)`/.exec(text);
    const pages = join(place.folder, 'public/pages');
    const strict = await serve({
      mounts: { '/': relative(root, pages) },
      headers: { 'content-security-policy': policy },
      port: 0,
    });
    try {
      const { page, complaints, find } = await open(browser, `${strict.url}en/topics/trips/policy.html`);
      await find('heading', 'The travel policy');
      await find('columnheader', 'class');
      await (await find('link', 'Book a trip')).click();
      await find('heading', 'Book a trip');
      await page.close();
      assert.deepEqual(complaints, []);
    } finally {
      await strict.close();
    }
  });

  it('names every code of a problem, and none that there is not', () => {
    const sources = readdirSync(join(root, 'src/cli'), { recursive: true })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => read(join('src/cli', name)))
      .join('\n');
    const told =
      /(?:notes\.(?:info|warn|error)\(\s*|tell\('(?:info|warn)', |report\((?:[\w.()#' ]+, )?(?:'(?:error|warning|info)',\s*)?|code: |'(?:error|warning|info)',\s*)'([a-z]+(?:-[a-z]+)*)'/g;
    const named = new Set(
      [...section(text, 'Problems').matchAll(/^\| (`.*?`) +\|/gm)].flatMap(([, cell]) =>
        [...cell.matchAll(/`([\w-]+)`/g)].map(([, code]) => code),
      ),
    );
    for (const [, code] of sources.matchAll(told))
      assert.ok(named.has(code) || ['error', 'warning', 'info'].includes(code), code);
    const known = `${sources}\n${read('src/topics/result.ts')}`;
    for (const code of named) assert.ok(known.includes(`'${code}'`), code);
  });
});
