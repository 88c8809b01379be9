import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import { root } from '../../scripts/setup.mjs';

export const command = join(root, 'dist/cli/help-elements.js');

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
      return { status, stdout, stderr, lines: stdout.split('\n').filter(Boolean) };
    },
  };
}
