import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import { root } from '../../scripts/setup.mjs';

export const command = join(root, 'dist/cli/help-elements.js');

/** A picture of one pixel. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
);

const linesOf = (text) => text.split('\n').filter(Boolean);

/** A server on this machine; it keeps what it was asked for. */
export async function listen(answer) {
  const asked = [];
  const server = createServer((request, response) => {
    asked.push({ method: request.method, path: request.url, at: performance.now() });
    answer(request, response, asked);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    asked,
    url: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A folder of its own for a group of tests, and the command run in it. */
export function workshop() {
  const folder = mkdtempSync(join(tmpdir(), 'help-elements-cli-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const path = (...parts) => join(folder, ...parts);
  return {
    folder,
    path,
    write(files) {
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(path(name)), { recursive: true });
        writeFileSync(path(name), content);
      }
    },
    read: (name) => readFileSync(path(name), 'utf8'),
    json: (name) => JSON.parse(readFileSync(path(name), 'utf8')),
    files: (name = '.') =>
      readdirSync(path(name), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(path(name).length + 1))
        .sort(),
    run(...args) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
        cwd: folder,
        encoding: 'utf8',
      });
      return { status, stdout, stderr, lines: linesOf(stdout) };
    },
    /** The same while this process goes on, as a server has to. */
    async start(...args) {
      const child = spawn(process.execPath, [command, ...args], { cwd: folder });
      const told = { stdout: '', stderr: '' };
      for (const stream of ['stdout', 'stderr'])
        child[stream].setEncoding('utf8').on('data', (text) => (told[stream] += text));
      const [status] = await once(child, 'close');
      return { status, ...told, lines: linesOf(told.stdout) };
    },
  };
}
