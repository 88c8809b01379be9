// The engines of examples/remote-search, against a server that checks what it is asked and answers as theirs do.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { root } from '../../scripts/setup.mjs';

const hash = `sha256-${'A'.repeat(43)}=`;
const topics = [
  { id: 'pay', title: 'Pay an invoice', text: 'Choose how you pay.', routes: ['/billing'] },
  { id: 'send', title: 'Send an invoice', text: 'An <invoice> & its copy go by mail.', routes: ['/send'] },
  { id: 'gone', title: 'An invoice that the pack hasn’t got', text: '', routes: [] },
];
const list = (engine) => ({
  version: 1,
  locales: ['en'],
  topics: topics
    .filter(({ id }) => id !== 'gone')
    .map(({ id, title, routes }) => ({ id, routes, locales: { en: { title, file: `en/topics/${id}.json`, hash } } })),
  search: { engine, files: {} },
});

/** The topics that have a word, those of a route first, with marks as the question wants them. */
function find(query, routes, [start, end]) {
  const mark = (text) => text.replace(new RegExp(query, 'gi'), (found) => `${start}${found}${end}`);
  return topics
    .filter(({ title, text }) => `${title} ${text}`.toLowerCase().includes(query.toLowerCase()))
    .sort(
      (a, b) =>
        b.routes.filter((route) => routes.includes(route)).length -
        a.routes.filter((route) => routes.includes(route)).length,
    )
    .map((topic) => ({ ...topic, markedTitle: mark(topic.title), markedText: mark(topic.text) }));
}

const answers = {
  '/help/_search': ({ size, query: { bool }, highlight }) => {
    assert.deepEqual(bool.filter, { term: { locale: 'en' } });
    const [{ multi_match: match }] = bool.must.bool.should;
    const found = find(match.query, bool.should.terms.routes, [highlight.pre_tags[0], highlight.post_tags[0]]);
    const hits = found.slice(0, size).map(({ id, title, markedTitle, markedText }, place) => ({
      _id: id,
      _score: 9 - place,
      _source: { id, title },
      highlight: { title: [markedTitle], text: [markedText] },
    }));
    return { took: 1, timed_out: false, hits: { total: { value: found.length, relation: 'eq' }, hits } };
  },
  '/multi_search': ({ searches: [{ q, per_page, filter_by, sort_by = '', collection, ...rest }] }) => {
    assert.equal(collection, 'help');
    assert.equal(filter_by, 'locale:=`en`');
    const routes = [...sort_by.matchAll(/`([^`]*)`/g)].map(([, route]) => route);
    const found = find(q, routes, [rest.highlight_start_tag, rest.highlight_end_tag]);
    const hits = found.slice(0, per_page).map(({ id, title, markedTitle, markedText }, place) => ({
      document: { id: `en/${id}`, topic: id, title },
      highlight: { title: { snippet: markedTitle }, text: { snippet: markedText } },
      text_match: 578730123365711900 - place,
    }));
    return { results: [{ found: found.length, hits, page: 1 }] };
  },
};

const asked = [];
let status = 200;
const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  if (request.method === 'GET') return response.end(JSON.stringify(list(pathname.split('/')[1])));
  let body = '';
  for await (const part of request) body += part;
  asked.push({ url: request.url, headers: request.headers });
  response.statusCode = status;
  response.end(status === 200 ? JSON.stringify(answers[pathname](JSON.parse(body))) : 'No');
});

describe('a search that asks a server', () => {
  const folder = mkdtempSync(join(root, 'node_modules/.help-elements-'));
  let library;
  let url;
  before(async () => {
    const outfile = join(folder, 'module.mjs');
    const example = (name) => `export * from ${JSON.stringify(join(root, 'examples/remote-search', name))};`;
    const contents = `export * from './src/search.js'; export { openPack } from './src/topics.js'; ${example('opensearch.js')} ${example('typesense.js')}`;
    await build({ stdin: { contents, resolveDir: root }, outfile, bundle: true, format: 'esm', logLevel: 'error' });
    library = await import(outfile);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${server.address().port}`;
    library.registerEngine(library.openSearch({ url, index: 'help', headers: { authorization: 'ApiKey x' } }));
    library.registerEngine(library.typesense({ url, collection: 'help', key: 'search-only' }));
  });
  after(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  for (const engine of ['opensearch', 'typesense']) {
    it(`finds topics with ${engine}, marks them as text, and keeps the query out of the address`, async () => {
      const { pack } = await library.openPack(`${url}/${engine}/pack.json`);
      const { index } = await library.openIndex(pack, 'en');
      const { results, total } = await index.search('invoice', { context: '/send' });
      assert.deepEqual(
        results.map(({ id }) => id),
        ['send', 'pay'],
      );
      assert.equal(total, 2);
      const [{ title, titleMarks, excerpt }] = results;
      assert.deepEqual([title, titleMarks], ['Send an invoice', [[8, 15]]]);
      assert.deepEqual(excerpt, { text: 'An <invoice> & its copy go by mail.', marks: [[4, 11]] });
      assert.doesNotMatch(asked.at(-1).url, /invoice/);
      assert.match(JSON.stringify(asked.at(-1).headers), /ApiKey x|search-only/);
    });

    it(`takes near titles from the pack where ${engine} finds nothing, and tells when it fails`, async () => {
      const { pack } = await library.openPack(`${url}/${engine}/pack.json`);
      const { index } = await library.openIndex(pack, 'en');
      const { results, nearest } = await index.search('invoyce send');
      assert.deepEqual([results.length, nearest[0].id], [0, 'send']);
      status = 503;
      const { fault } = await index.search('invoice');
      status = 200;
      assert.equal(fault.code, 'unreachable');
      assert.match(fault.detail, /503/);
    });
  }
});
