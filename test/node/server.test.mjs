// In Node there is no page: the modules load there all the same, and @lit-labs/ssr renders the elements.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';

describe('on a server', () => {
  it('the classes, the definitions and the topics load without a window', async () => {
    assert.equal(typeof window, 'undefined');
    for (const path of [
      'help-elements',
      'help-elements/define.js',
      'help-elements/topics.js',
      'help-elements/elements/help-topic.js',
    ])
      assert.ok(await import(path), path);
  });

  it('the flagship renders as a declarative shadow root with its words and links', async () => {
    await import('help-elements/define.js');
    const markup = await collectResult(render(html`<provisioning-help app-name="Contoso Travel"></provisioning-help>`));
    assert.match(markup, /<template shadowroot="open" shadowrootmode="open"/);
    assert.match(markup, /User provisioning to Contoso Travel/);
    assert.match(markup, /href="https:\/\/learn\.microsoft\.com\/entra\//);
  });

  it('each section of a topic stands under its label, which a page without JavaScript shows', async () => {
    await import('help-elements/define.js');
    const section = (id) => ({
      id,
      label: `Label ${id}`,
      body: [{ type: 'paragraph', children: [{ type: 'text', value: id }] }],
    });
    const topic = { version: 1, id: 'a', title: 'T', sections: [section('one'), section('two')] };
    const markup = await collectResult(render(html`<help-topic .topic=${topic}></help-topic>`));
    const words = markup.replace(/<style>[^]*?<\/style>|<!--[^]*?-->|<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    assert.match(words, /Label one one Label two two/);
    assert.match(markup, /help-tab:not\(:defined\)[^{]*\{\s*display:\s*block/);
  });
});
