import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { PackTopic } from '../topics/pack-model.js';
import { routeFits } from '../topics/routes.js';
import { CannotRun, shownPath, type Problem } from './problems.js';

/** The pages of an app that no topic helps with. The file has the path of one page on each line; `#` begins a remark. */
export function pagesWithoutHelp(file: string, topics: readonly PackTopic[]): Problem[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    throw new CannotRun(`${shownPath(resolve(file))} can’t be read; --routes names a file with a path on each line.`);
  }
  const routes = topics.flatMap((topic) => topic.routes ?? []);
  return text.split(/\r\n?|\n/).flatMap((written, index): Problem[] => {
    // A remark needs a space before it: `#/users` is a path of an app that keeps it in the hash.
    const path = written.replace(/(^|\s)#(?!\/).*$/, '').trim();
    if (!path || routes.some((route) => routeFits(route, path.replace(/^#/, '')))) return [];
    const message = `No topic has the route ${path}: this page is without help`;
    return [{ file: shownPath(resolve(file)), line: index + 1, level: 'warning', code: 'page-without-help', message }];
  });
}
