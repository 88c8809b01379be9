// A static server for the demo and the tests: loopback only, and as strict as the strictest page that the library must work on.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { root } from './setup.mjs';

/** The policy that the design promises to work under. */
export const strictPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types help-elements',
].join('; ');

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** The file behind an address, or `undefined`: nothing outside the folder that is mounted there, and no hidden file. */
function find(mounts, pathname) {
  const prefix = Object.keys(mounts)
    .filter((key) => pathname.startsWith(key))
    .sort((a, b) => b.length - a.length)[0];
  if (prefix === undefined) return undefined;
  const parts = pathname.slice(prefix.length).split('/');
  if (parts.some((part) => part.startsWith('.') || /[\\\0]/.test(part))) return undefined;
  const folder = join(root, mounts[prefix]);
  const path = join(folder, ...parts, pathname.endsWith('/') ? 'index.html' : '');
  if (!path.startsWith(folder + sep)) return undefined;
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() ? { path, size: stat.size } : undefined;
}

/**
 * Serves folders of the project.
 * @param {object} options
 * @param {Record<string, string>} options.mounts Address prefix (ends in `/`) → folder. The longest prefix wins.
 * @param {Record<string, string>} [options.headers] Sent with every answer. Default: the strict policy.
 * @param {number} [options.port] 0 takes any free one. Default: the first free one from 8080.
 */
export async function serve({ mounts, headers = { 'content-security-policy': strictPolicy }, port }) {
  const server = createServer(({ method, url }, response) => {
    const answer = (status, more = {}) =>
      response.writeHead(status, {
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-cache',
        ...headers,
        ...more,
      });
    if (method !== 'GET' && method !== 'HEAD') return answer(405, { allow: 'GET, HEAD' }).end();
    let file;
    try {
      file = find(mounts, decodeURIComponent(new URL(url, 'http://localhost').pathname));
    } catch {
      return answer(400).end();
    }
    if (!file) return answer(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n');
    answer(200, {
      'content-type': types[extname(file.path)] ?? 'application/octet-stream',
      'content-length': file.size,
    });
    if (method === 'HEAD') return response.end();
    createReadStream(file.path)
      .on('error', () => response.destroy())
      .pipe(response);
  });
  const listen = (at) =>
    new Promise((done, fail) => {
      server.once('error', fail);
      server.listen(at, '127.0.0.1', () => done(server.off('error', fail)));
    });
  if (port !== undefined) await listen(port);
  else for (let at = 8080; !server.listening; at++) await listen(at).catch((error) => retryNext(error, at));
  return {
    server,
    url: `http://127.0.0.1:${server.address().port}/`,
    close() {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}

function retryNext(error, port) {
  if (error.code !== 'EADDRINUSE' || port > 8180) throw error;
}
