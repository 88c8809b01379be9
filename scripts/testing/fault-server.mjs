import { createReadStream, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { createGzip } from 'node:zlib';

const topic = { version: 1, id: 'fault', title: 'A topic that arrived', body: [] };
const spaces = Buffer.alloc(64 * 1024, ' ');

async function* slowly(text) {
  for (const letter of text) {
    yield letter;
    await sleep(1000);
  }
}

function* blanks(bytes) {
  for (let sent = 0; sent < bytes; sent += spaces.length)
    yield spaces.subarray(0, Math.min(spaces.length, bytes - sent));
}

/**
 * Everything that can go wrong on the way to a file, under `/fault/`:
 *
 * | address | answer |
 * |---|---|
 * | `status/404` | this status, any |
 * | `hang` | nothing, ever |
 * | `slow` | a topic, one byte a second |
 * | `big?bytes=2000000` | that much JSON |
 * | `gzip-bomb` | 1 GB of blanks, 1 MB on the wire |
 * | `html` | a sign-in page with status 200 |
 * | `redirect?to=/fault/json` | a redirect, also to another origin or in a circle |
 * | `json?body=…` | this text as JSON; `type` and `encoding` (`utf16le`) change how; without a body a small topic |
 * | `once-503?key=a` | 503 with `Retry-After: 1` the first time, then a topic |
 * | `log?key=a` | how many requests came with this key, as a number; every address above takes a key |
 *
 * The counts outlive a test and a browser, so a test makes a key of its own with `crypto.randomUUID()`.
 */
export function faultServer() {
  const counts = new Map();
  const answers = {
    status: (context, [status]) => {
      context.status = Number(status);
      context.body = 'No';
    },
    hang: (context) => {
      context.respond = false;
    },
    slow: (context) => {
      context.type = 'json';
      context.body = Readable.from(slowly(JSON.stringify(topic)));
    },
    big: (context) => {
      context.type = 'json';
      const text = JSON.stringify({ ...topic, padding: '' });
      const padding = Math.max(0, Number(context.query.bytes) - text.length);
      context.body = Readable.from([text.slice(0, -2), ' '.repeat(padding), text.slice(-2)]);
    },
    'gzip-bomb': (context) => {
      context.type = 'json';
      context.set('content-encoding', 'gzip');
      context.body = Readable.from(blanks(1e9)).pipe(createGzip());
    },
    html: (context) => {
      context.type = 'html';
      context.body = '<!doctype html><title>Sign in</title><form><input name="user"></form>';
    },
    redirect: (context) => context.redirect(context.query.to ?? context.url),
    json: (context) => {
      context.type = context.query.type ?? 'json';
      context.body = Buffer.from(context.query.body ?? JSON.stringify(topic), context.query.encoding ?? 'utf8');
    },
    'once-503': (context) => {
      if (counts.get(context.query.key) > 1) return answers.json(context);
      context.status = 503;
      context.set('retry-after', '1');
      context.body = 'Not yet';
    },
    log: (context) => {
      context.type = 'json';
      context.body = String(counts.get(context.query.key) ?? 0);
    },
  };
  return async function fault(context, next) {
    const [, root, name, ...rest] = context.path.split('/');
    if (root !== 'fault') return next();
    if (!Object.hasOwn(answers, name)) return;
    const { key } = context.query;
    if (key && name !== 'log') counts.set(key, (counts.get(key) ?? 0) + 1);
    context.set('cache-control', 'no-store');
    answers[name](context, rest);
  };
}

/** Serves a folder that may not be there, such as fixtures kept beside the repository; 404 for what it does not have. */
export function folder(prefix, path) {
  return async function serveFolder(context, next) {
    if (!context.path.startsWith(prefix)) return next();
    const file = join(path, decodeURIComponent(context.path.slice(prefix.length)));
    const found = file.startsWith(path + sep) && statSync(file, { throwIfNoEntry: false })?.isFile();
    if (!found) return;
    context.type = extname(file);
    context.body = createReadStream(file);
  };
}
