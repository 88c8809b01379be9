// What check finds in a pack, in a folder and on a server, and how it asks the network.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { listen, workshop } from './cli-helpers.mjs';

/** What `check` says, without the file: `[code] message`. */
const findings = (lines) => lines.map((line) => line.replace(/^(.*?):\d+: (\w+): (.*) \[([\w-]+)\]$/, '$2 [$4] $3'));

describe('help-elements check', () => {
  const shop = workshop();
  shop.write({
    'help/index.md': '# Help\n\nSee [pay](pay.md) and [bills](bills/send.md).\n',
    'help/pay.md': '---\nkeywords: money\nroutes: [/pay, /pay/:id]\n---\n\n# Pay\n\nPay **now**.\n',
    'help/bills/send.md': '---\nroutes: [/bills/*]\n---\n\n# Send\n\nSend it.\n',
  });
  const built = shop.run('build', 'help', '--out', 'pack');
  /** A pack with one of its topics replaced, its hash made right again. */
  const withTopic = (id, change) => {
    shop.run('build', 'help', '--out', 'pack');
    const topic = shop.json(`pack/en/topics/${id}.json`);
    change(topic);
    shop.write({ [`pack/en/topics/${id}.json`]: JSON.stringify(topic) });
    return shop.run('check', 'pack').lines.filter((line) => !line.includes('[hash-mismatch]'));
  };

  it('has nothing to say of a pack that is as it was built', () => {
    assert.equal(built.status, 0, built.stdout);
    const { status, stdout, stderr } = shop.run('check', 'pack');
    assert.deepEqual([status, stdout], [0, '']);
    assert.equal(stderr, '3 topics in en checked. 0 errors, 0 warnings, 0 remarks.\n');
  });

  it('takes the address of pack.json for that of its folder', () =>
    assert.equal(shop.run('check', 'pack/pack.json').status, 0));

  it('finds a file that was changed, one that is gone, and one that nobody lists', () => {
    shop.write({
      'pack/en/topics/pay.json': `${shop.read('pack/en/topics/pay.json')} `,
      'pack/en/topics/old.json': '{}',
    });
    rmSync(shop.path('pack/en/topics/bills/send.json'));
    const { status, lines } = shop.run('check', 'pack');
    assert.equal(status, 1);
    assert.deepEqual(lines, [
      'pack/en/topics/bills/send.json:1: error: The file of bills/send isn’t there [missing-file]',
      'pack/en/topics/old.json:1: warning: pack.json does not list this file: nobody can get at it [unreachable]',
      'pack/en/topics/pay.json:1: error: Not the file that pack.json lists: its hash differs [hash-mismatch]',
    ]);
  });

  it('finds what breaks the schema, with its place', () => {
    const [line] = withTopic('pay', (topic) => topic.body.push({ type: 'heading', depth: 9, children: [] }));
    assert.match(line, /^pack\/en\/topics\/pay\.json:1: error: .*depth.*\/body\/1.* \[[\w-]+\]$/);
  });

  it('finds links to topics that are not there, and knows ids, aliases and sections', () => {
    const link = (url) => ({
      type: 'paragraph',
      children: [{ type: 'link', url, children: [{ type: 'text', value: url }] }],
    });
    const lines = withTopic('pay', (topic) => {
      topic.body.push(link('#bills/send'), link('#bills%2Fsend'), link('#part'), link('#gone'));
      topic.sections = [{ id: 'part', label: 'Part', body: [] }];
    });
    assert.deepEqual(findings(lines), ['warning [broken-link] /body/4/children/0: there is no topic gone']);
  });

  it('finds addresses that are malformed, moved, of another scheme, or twice in one list', () => {
    const addresses = {
      'https://learn.microsoft.com/entra/': undefined,
      'https://{Host}/users/{Id}': undefined,
      '{AppUrl}/users': undefined,
      'mailto:help@contoso.com': undefined,
      'https:/contoso.com': 'malformed-address',
      'https://https://contoso.com': 'malformed-address',
      'www.contoso.com/x': 'malformed-address',
      'https://contoso.com/a b': 'malformed-address',
      'https://contoso.com/%zz': 'malformed-address',
      'https://contoso.com/x).': 'malformed-address',
      'mailto:nobody': 'malformed-address',
      'ms-settings:privacy': 'scheme',
      'https://docs.microsoft.com/nl-nl/azure/active-directory/app-provisioning/user-provisioning': 'moved-address',
      'https://docs.microsoft.com/microsoft-365/admin': 'moved-address',
      'https://aad.portal.azure.com/': 'moved-address',
    };
    const items = Object.keys(addresses).map((href) => ({ label: href, href }));
    const lines = withTopic('pay', (topic) => topic.body.push({ type: 'links', items: [...items, items[0]] }));
    const found = findings(lines).filter((line) => !line.includes('[placeholder]'));
    const codes = items.map(
      (_, index) => /\[([\w-]+)\]/.exec(found.find((line) => line.includes(`/items/${index}:`)))?.[1],
    );
    assert.deepEqual(codes, Object.values(addresses), found.join('\n'));
    const all = found.join('\n');
    assert.match(
      all,
      /moved to https:\/\/learn\.microsoft\.com\/nl-nl\/entra\/identity\/app-provisioning\/user-provisioning/,
    );
    assert.match(all, /moved to https:\/\/learn\.microsoft\.com\/microsoft-365\/admin/);
    assert.match(all, /moved to https:\/\/entra\.microsoft\.com\//);
    assert.match(all, /\/items\/15: .* stands twice in this list/);
  });

  it('finds placeholders that a page has to fill, and pictures without text or file', () => {
    const lines = withTopic('pay', (topic) => {
      topic.title = 'Pay {Amount}';
      topic.body.push({ type: 'code', value: 'if (x) {return}' });
      topic.body.push({ type: 'paragraph', children: [{ type: 'image', url: '../../images/x.png' }] });
    });
    assert.deepEqual(findings(lines), [
      'warning [faulty-field] Its title is another one in pack.json',
      'warning [image-without-alt] /body/2/children/0: the picture has no alternative text',
      'warning [placeholder] The page has to fill {Amount} (the element’s .values)',
      'warning [missing-image] There is no picture images/x.png; its alternative text shows',
    ]);
  });

  it('finds what is missing in a language, what nobody reaches, and names that mean two topics', () => {
    shop.write({
      'nl/index.md': '# Hulp\n\nWoorden.\n',
      'nl/alone.md': '---\naliases: [pay]\n---\n\n# Alleen\n\nWoorden.\n',
      'nl/lost.md': '# Verloren\n\nWoorden.\n',
    });
    shop.run('build', 'en=help', 'nl=nl', '--out', 'two');
    const { status, lines } = shop.run('check', 'two');
    assert.equal(status, 1);
    assert.deepEqual(findings(lines), [
      'warning [missing-translation] alone has no en',
      'warning [duplicate-id] alone has the alias pay, which is a topic of its own',
      'warning [missing-translation] lost has no en',
      'warning [missing-translation] pay has no nl',
      'warning [missing-translation] bills/send has no nl',
      'info [unreachable] lost has no code, alias, route or keyword, and no topic links to it: only its words find it',
    ]);
    assert.equal(shop.run('check', 'two', '--locale', 'en').lines.length, 4);
  });

  it('lists the pages of an app that no topic helps with', () => {
    shop.run('build', 'help', '--out', 'pack');
    shop.write({
      'pages.txt':
        '# Our pages\r\n/pay\r\n/pay/17?tab=1\r\n\r\n/pay/17/more\r\n/bills/2026/05/\r\n#/users  # people\r\n',
    });
    const { status, lines } = shop.run('check', 'pack', '--routes', 'pages.txt');
    assert.equal(status, 1);
    assert.deepEqual(lines, [
      'pages.txt:5: warning: No topic has the route /pay/17/more: this page is without help [page-without-help]',
      'pages.txt:7: warning: No topic has the route #/users: this page is without help [page-without-help]',
    ]);
    assert.equal(shop.run('check', 'pack', '--routes', 'nowhere.txt').status, 2);
  });

  it('ends with 2 where there is no pack, or none that it can read', () => {
    shop.write({ 'html/pack.json': '<!doctype html><title>Sign in</title>', 'new/pack.json': '{"version":2}' });
    for (const [args, reason] of [
      [['nowhere'], /no pack/],
      [['html'], /html\/pack\.json/],
      [['new'], /version 2/],
      [['pack', '--locale', 'nl'], /no nl/],
      [['http://127.0.0.1:9/'], /can’t be reached/],
    ]) {
      const { status, stdout, stderr } = shop.run('check', ...args);
      assert.deepEqual([status, stdout], [2, ''], args.join(' '));
      assert.match(stderr, reason);
    }
  });

  it('checks a pack on a server as it checks a folder', async (test) => {
    shop.write({ 'pack/en/topics/pay.json': '{}' });
    const site = await listen(({ url }, response) => {
      const path = shop.path('pack', `.${decodeURIComponent(new URL(url, 'http://x').pathname).replace('/help', '')}`);
      if (!existsSync(path) || !statSync(path).isFile()) return response.writeHead(404).end();
      response.end(readFileSync(path));
    });
    test.after(site.close);
    for (const address of [`${site.url}/help`, `${site.url}/help/`, `${site.url}/help/pack.json`]) {
      const { status, lines, stderr } = await shop.start('check', address);
      assert.equal(status, 1, stderr);
      assert.ok(
        lines.length >= 2 && lines.every((line) => line.startsWith(`${site.url}/help/en/topics/pay.json:1: error: `)),
      );
      assert.ok(lines.some((line) => line.endsWith('[hash-mismatch]')));
    }
    assert.equal((await shop.start('check', `${site.url}/nowhere`)).status, 2);
  });
});

describe('help-elements check --links', () => {
  const shop = workshop();
  let site;
  let first;
  const times = (path) => site.asked.filter((request) => request.path === path);
  before(async () => {
    site = await listen(({ method, url, headers }, response, asked) => {
      const answer = (status, more) => response.writeHead(status, more).end();
      const before = asked.filter((request) => request.path === url).length - 1;
      if (!/^help-elements\//.test(headers['user-agent'])) return answer(400);
      if (url === '/fine' || url === '/new') return answer(200);
      if (url === '/moved') return answer(301, { location: '/new' });
      if (url === '/elsewhere') return answer(302, { location: '/new' });
      if (url === '/no-head') return answer(method === 'HEAD' ? 405 : 200);
      if (url === '/busy') return before < 1 ? answer(503, { 'retry-after': '1' }) : answer(200);
      if (url === '/later') return answer(429, { 'retry-after': '3600' });
      if (url === '/closed') return answer(403);
      if (url === '/broken') return answer(500);
      if (url === '/cut') return response.destroy();
      return answer(404);
    });
    const paths = [
      'fine',
      'fine#part',
      'moved',
      'elsewhere',
      'no-head',
      'busy',
      'later',
      'closed',
      'broken',
      'cut',
      'gone',
    ];
    const list = paths.map((path) => `- [${path}](${site.url}/${path})`).join('\n');
    shop.write({ 'help/a.md': `---\nkeywords: x\n---\n\n# A\n\n${list}\n` });
    shop.run('build', 'help', '--out', 'pack');
    first = await shop.start('check', 'pack', '--links');
  });

  after(() => site?.close());

  it('tells dead, moved and closed links apart, and says nothing of the good ones', () => {
    assert.equal(first.status, 1);
    assert.deepEqual(
      findings(first.lines)
        .map((line) => line.replaceAll(site.url, '').replace(/(does not answer): .+/, '$1'))
        .sort(),
      [
        'error [dead-link] /gone is not there (status 404)',
        'info [closed-link] /closed lets nobody in without signing in (status 403)',
        'info [moved-address] /moved has moved to /new',
        'warning [dead-link] /broken answers with status 500',
        'warning [dead-link] /cut does not answer',
        'warning [dead-link] /later answers with status 429',
      ],
    );
    assert.match(first.lines[0], /^pack\/en\/topics\/a\.json:1: /);
  });

  it('asks each page once, without its fragment, and tries again only where that can help', () => {
    assert.equal(times('/fine').length, 1);
    assert.equal(times('/fine')[0].method, 'HEAD');
    assert.deepEqual(
      times('/no-head').map(({ method }) => method),
      ['HEAD', 'GET'],
    );
    assert.ok(times('/gone').length <= 2, 'a page that is not there is no busy one');
    assert.equal(times('/later').length, 1, 'who asks for an hour is left in peace');
    assert.ok(times('/broken').length > 2 && times('/broken').length <= 4);
  });

  it('waits as long as Retry-After says, and between two requests to one host', () => {
    const [one, two] = times('/busy');
    assert.ok(two.at - one.at >= 990, `${two.at - one.at} ms`);
    const pages = ['/fine', '/moved', '/no-head'].map((path) => times(path)[0].at).sort((a, b) => a - b);
    for (let index = 1; index < pages.length; index++) assert.ok(pages[index] - pages[index - 1] >= 95);
  });

  it('remembers good answers beside the pack, and asks only for the others again', async () => {
    const before = site.asked.length;
    const again = await shop.start('check', 'pack', '--links');
    assert.deepEqual(again.lines, first.lines);
    const paths = site.asked.slice(before).map(({ path }) => path);
    for (const path of ['/fine', '/no-head', '/busy', '/elsewhere']) assert.ok(!paths.includes(path), path);
    assert.ok(paths.includes('/gone'));
    assert.ok(!shop.files('pack').some((name) => name.includes('links')), 'what is published holds no cache');
  });
});
