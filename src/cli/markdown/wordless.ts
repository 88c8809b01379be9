import type { Node, Section, Topic } from '../../topics/model.js';
import { hostOf, withoutLocale } from './address.js';
import { plain } from './inlines.js';
import type { Notes } from './notes.js';
import type { Found } from './targets.js';

/** Gives links that lost their words in translation those of the other language. */
export function nameWordlessLinks(
  found: Found,
  other: { topic: Topic; locale: string },
  locale: string,
  notes: Notes,
): void {
  const words = wordsOfLinks(other.topic);
  found.wordless = found.wordless.filter(({ link, line }) => {
    const value = words.get(withoutLocale(link.url));
    if (!value) return true;
    link.children = [{ type: 'text', value }];
    const message = `the ${locale} link to ${link.url} has no words: those in ${other.locale} are shown`;
    notes.info('link-without-text', message, line);
    return false;
  });
}

/** The others show where they lead. */
export function nameByHost(halves: readonly { found: Found }[], notes: Notes): void {
  for (const { found } of halves)
    for (const { link, line } of found.wordless) {
      link.children = [{ type: 'text', value: hostOf(link.url) }];
      notes.info('link-without-text', `the link to ${link.url} has no words: its host is shown`, line);
    }
}

/** The words of the links in a topic, by address; pages differ between languages in theirs only by the language. */
function wordsOfLinks({ body, sections }: Topic): Map<string, string> {
  const found = new Map<string, string>();
  const add = (url: string, words: string): void => {
    const label = words.trim().replace(/[.,;:]$/, '');
    const key = withoutLocale(url);
    if (label && !found.has(key)) found.set(key, label);
  };
  const walk = (nodes: readonly (Node | Section)[]): void => {
    for (const node of nodes) {
      if ('body' in node) walk(node.body);
      else if (node.type === 'link') add(node.url, plain(node.children));
      else if (node.type === 'links') for (const { href, label } of node.items) add(href, label);
      else if ('children' in node) walk(node.children);
    }
  };
  walk([...(body ?? []), ...(sections ?? [])]);
  return found;
}
