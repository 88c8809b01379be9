import { aTimeout, expect } from '@open-wc/testing';
import { loadTopic, type TopicResult } from '../../src/topics.js';

const code = (result: TopicResult): string => (result.ok ? 'shows' : result.fault.code);
const load = async (path: string): Promise<string> => code(await loadTopic(`/fault/${path}`));
const json = (body: string, more = ''): string => `/fault/json?body=${encodeURIComponent(body)}${more}`;
const requests = async (key: string): Promise<number> => Number(await (await fetch(`/fault/log?key=${key}`)).text());

describe('loadTopic', () => {
  let key: string;
  beforeEach(() => (key = crypto.randomUUID()));

  it('loads a topic, with any content type', async () => {
    for (const type of ['json', 'text/plain', 'application/octet-stream']) {
      const result = await loadTopic(json('{"id":"a","title":"Über","lang":null}', `&type=${type}`));
      expect(result).to.deep.equal({ ok: true, topic: { version: 1, id: 'a', title: 'Über' }, problems: [] });
    }
  });

  it('tells the problems of a topic that shows', async () => {
    const result = await loadTopic(json('{"id":"a","title":"A","body":[null]}'));
    expect(result.ok && result.problems.map(({ pointer }) => pointer)).to.deep.equal(['/body/0']);
  });

  it('takes an address from the document’s base, without its fragment', async () => {
    const base = Object.assign(document.createElement('base'), { href: '/fault/deep/' });
    document.head.append(base);
    try {
      expect(code(await loadTopic(`../json?key=${key}#part`))).to.equal('shows');
    } finally {
      base.remove();
    }
    expect(await requests(key)).to.equal(1);
  });

  it('asks for nothing but http and https', async () => {
    const { fetch } = window;
    let asked = 0;
    window.fetch = (...request) => (asked++, fetch(...request));
    try {
      const data = `data:application/json,${encodeURIComponent('{"id":"a","title":"A"}')}`;
      const blob = URL.createObjectURL(new Blob(['{"id":"a","title":"A"}']));
      for (const url of [
        data,
        blob,
        'javascript:1',
        'file:///x.json',
        ' jAvascript:1',
        'ftp://x/',
        'https://',
        'http://[',
      ]) {
        expect(code(await loadTopic(url)), url).to.equal('blocked-address');
      }
      URL.revokeObjectURL(blob);
    } finally {
      window.fetch = fetch;
    }
    expect(asked).to.equal(0);
  });

  it('tells a missing file from a server out of order and from one that refuses', async () => {
    for (const status of [404, 410]) expect(await load(`status/${status}`)).to.equal('not-found');
    for (const status of [408, 429, 500, 502, 503, 504]) expect(await load(`status/${status}`)).to.equal('server');
    for (const status of [400, 401, 403, 451]) expect(await load(`status/${status}`)).to.equal('unreachable');
    const result = await loadTopic('/fault/status/503');
    expect(!result.ok && result.fault.status).to.equal(503);
  });

  it('keeps no failure: the next call asks again; says how long the server asks to wait', async () => {
    const url = `/fault/once-503?key=${key}`;
    const first = await loadTopic(url);
    expect(!first.ok && first.fault).to.include({ code: 'server', status: 503, retryAfter: 1 });
    expect(await requests(key)).to.equal(1);
    expect(code(await loadTopic(url))).to.equal('shows');
  });

  it('recognises a page to sign in, and other things that are no topic', async () => {
    expect(await load('html')).to.equal('web-page');
    expect(code(await loadTopic(json('\n <html></html>')))).to.equal('web-page');
    expect(code(await loadTopic(json('')))).to.equal('not-json');
    expect(code(await loadTopic(json('{"id":')))).to.equal('not-json');
    expect(code(await loadTopic(json('[]')))).to.equal('invalid');
    expect(code(await loadTopic(json('{"version":9}')))).to.equal('newer-version');
  });

  it('reads UTF-8 with a byte order mark, and says so of UTF-16', async () => {
    expect(code(await loadTopic(json('\ufeff{"id":"a","title":"A"}')))).to.equal('shows');
    expect(code(await loadTopic(json('{"id":"a","title":"A"}', '&encoding=utf16le')))).to.equal('encoding');
    expect(code(await loadTopic(json('\ufeff{"id":"a","title":"A"}', '&encoding=utf16le')))).to.equal('encoding');
  });

  it('stops reading at 1 MiB, however well it was compressed', async () => {
    expect(await load('big?bytes=1000000')).to.equal('shows');
    const start = performance.now();
    expect(await load('big?bytes=2000000')).to.equal('too-large');
    expect(await load('gzip-bomb')).to.equal('too-large');
    expect(performance.now() - start).to.be.lessThan(5000);
  });

  it('follows a redirect, but not in a circle, and asks only once', async () => {
    expect(await load(`redirect?to=${encodeURIComponent(`/fault/json?key=${key}`)}`)).to.equal('shows');
    expect(await requests(key)).to.equal(1);
    expect(await load('redirect')).to.equal('unreachable');
  });

  it('says unreachable where another site gives no leave, or there is no server', async () => {
    const elsewhere = new URL('/fault/json', location.href);
    elsewhere.hostname = elsewhere.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
    expect(code(await loadTopic(elsewhere.href))).to.equal('unreachable');
    expect(code(await loadTopic('http://localhost:1/'))).to.equal('unreachable');
  });

  it('gives up after 10 seconds, also when a byte comes every second', async function () {
    this.timeout(20_000);
    const start = performance.now();
    const codes = await Promise.all([load('hang'), load('slow')]);
    expect(codes).to.deep.equal(['timeout', 'timeout']);
    expect(performance.now() - start).to.be.within(9000, 11_000);
  });

  it('makes one request for ten callers, and a topic for each', async () => {
    const results = await Promise.all(Array.from({ length: 10 }, () => loadTopic(`/fault/json?key=${key}`)));
    expect(results.map(code)).to.deep.equal(Array(10).fill('shows'));
    expect(new Set(results.map((result) => result.ok && result.topic)).size).to.equal(10);
    expect(await requests(key)).to.equal(1);
    await loadTopic(`/fault/json?key=${key}`);
    expect(await requests(key), 'a later call asks again').to.equal(2);
  });

  it('stops waiting when told to, without a rejection', async () => {
    const stop = new AbortController();
    const result = loadTopic(`/fault/hang?key=${key}`, { signal: stop.signal });
    await aTimeout(50);
    stop.abort();
    expect(code(await result)).to.equal('aborted');
    expect(code(await loadTopic(`/fault/json?key=${key}`, { signal: stop.signal }))).to.equal('aborted');
    expect(await requests(key)).to.equal(1);
  });

  it('goes on for the others when one stops, and ends the request with the last', async () => {
    const { fetch } = window;
    const signals: (AbortSignal | null | undefined)[] = [];
    window.fetch = (url, init) => (signals.push(init?.signal), fetch(url, init));
    try {
      const [first, second, third] = [new AbortController(), new AbortController(), new AbortController()];
      const url = `/fault/hang?key=${key}`;
      const waiting = [first, second].map(({ signal }) => loadTopic(url, { signal }));
      first.abort();
      expect(code(await waiting[0]!)).to.equal('aborted');
      expect(signals).to.have.length(1);
      expect(signals[0]?.aborted).to.equal(false);
      second.abort();
      expect(signals[0]?.aborted).to.equal(true);
      // A new caller does not join a request that has been stopped.
      waiting.push(loadTopic(url, { signal: third.signal }));
      expect(signals).to.have.length(2);
      expect(signals[1]?.aborted).to.equal(false);
      third.abort();
      expect((await Promise.all(waiting)).map(code)).to.deep.equal(['aborted', 'aborted', 'aborted']);
    } finally {
      window.fetch = fetch;
    }
  });

  it('understands a Retry-After that is a date, and ignores nonsense', async () => {
    const { fetch } = window;
    const wait = async (value: string): Promise<unknown> => {
      window.fetch = () => Promise.resolve(new Response('', { status: 429, headers: { 'retry-after': value } }));
      try {
        const result = await loadTopic('/x');
        return !result.ok && result.fault.retryAfter;
      } finally {
        window.fetch = fetch;
      }
    };
    expect(await wait('120')).to.equal(120);
    expect(await wait(new Date(Date.now() + 90_000).toUTCString())).to.be.within(85, 90);
    expect(await wait('Wed, 21 Oct 2015 07:28:00 GMT')).to.equal(0);
    expect(await wait('soon')).to.equal(undefined);
  });
});
