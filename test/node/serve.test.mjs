import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { serve, strictPolicy } from '../../scripts/serve.mjs';

describe('the demo server', () => {
  let site;
  before(async () => (site = await serve({ mounts: { '/': 'bench', '/scripts/': 'scripts' }, port: 0 })));
  after(() => site.close());

  /** Unlike fetch, sends the path as it is. */
  const get = (path, method = 'GET') =>
    new Promise((done, fail) => {
      const { port } = new URL(site.url);
      request({ port, host: '127.0.0.1', path, method, agent: false }, (response) => {
        let body = '';
        response
          .on('data', (chunk) => (body += chunk))
          .on('end', () => done({ status: response.statusCode, headers: response.headers, body }));
      })
        .on('error', fail)
        .end();
    });

  it('serves files with their type under the strict policy', async () => {
    const { status, headers, body } = await get('/bytes.mjs?v=1');
    assert.equal(status, 200);
    assert.match(headers['content-type'], /^text\/javascript/);
    assert.equal(headers['content-security-policy'], strictPolicy);
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.match(body, /budget/);
  });

  it('answers HEAD without a body', async () => {
    const { status, body } = await get('/bytes.mjs', 'HEAD');
    assert.deepEqual([status, body], [200, '']);
  });

  it('takes no other method', async () => assert.equal((await get('/bytes.mjs', 'POST')).status, 405));

  it('takes the longest prefix', async () => assert.equal((await get('/scripts/serve.mjs')).status, 200));

  for (const path of [
    '/../tsconfig.json',
    '/%2e%2e/tsconfig.json',
    '/scripts/..%2f..%2ftsconfig.json',
    '/scripts/%5c..%5ctsconfig.json',
    '/scripts',
    '/nothing.js',
    '/%00',
  ]) {
    it(`stays in its folders: ${path}`, async () => assert.equal((await get(path)).status, 404));
  }

  it('answers nonsense with 400', async () => assert.equal((await get('/%E0%A4%A')).status, 400));
});
