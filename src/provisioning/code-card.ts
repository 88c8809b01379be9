import type { Msg } from '../localization/msg.js';
import type { Block, LinkItem } from '../topics/model.js';
import { explain } from './codes.js';
import { inlines } from './writing.js';

export { findCode } from './codes.js';

/**
 * What a code means, whose turn it is, whether it is tried again, the fix, and the pages that tell more.
 * @param pageUrl The address of a page of Microsoft Learn; `undefined` where the cloud has none.
 */
export function explanationBlocks(text: string, msg: Msg, pageUrl: (path: string) => string | undefined): Block[] {
  const { code, meaning, turn, retries, fix, links } = explain(text, msg);
  const rows: [label: string, text: string][] = [
    [msg('Whose turn', { id: 'code.label.turn', desc: 'Label: who has to act on an error' }), turn],
    [msg('Retry', { id: 'code.label.retry', desc: 'Label: whether the service tries again by itself' }), retries],
    [msg('Fix', { id: 'code.label.fix', desc: 'Label: what to do about an error' }), fix],
  ];
  const pages: LinkItem[] = links.flatMap(({ path, label }) => {
    const href = pageUrl(path);
    return href ? [{ label, href }] : [];
  });
  return [
    { type: 'heading', depth: 2, children: [{ type: 'inlineCode', value: code }] },
    { type: 'paragraph', children: inlines(meaning) },
    {
      type: 'list',
      children: rows.map(([label, value]) => ({
        type: 'listItem',
        children: [
          { type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', value: label }] }] },
          { type: 'paragraph', children: inlines(value) },
        ],
      })),
    },
    { type: 'links', items: pages },
  ];
}
