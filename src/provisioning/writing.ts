import { str, type Msg } from '../localization/msg.js';
import type { Block, Inline, LinkItem, ListItem, Paragraph } from '../topics/model.js';
import type { DocsOptions } from './docs-hosts.js';
import { learn, links, type Link, type LinkKey } from './links.js';
import { neededRoles, type Task } from './roles.js';

/** What loads after the first paint. */
export type Later = typeof import('./later.js');

/** What the flagship's text depends on besides its language. */
export interface ProvisioningOptions {
  /** Name of the app, isolated for bidirectional text by the caller. Without it the text speaks of “your app”. */
  appName?: string | undefined;
  /** Address of the app's own setup tutorial; replaces the list of tutorials. */
  tutorialHref?: string | null | undefined;
  /** What the reader may do, as the page wrote it; left out while nobody said so. */
  userRoles?: string | null | undefined;
  /** Where the docs are; left out for Microsoft Learn itself. */
  docs?: DocsOptions | undefined;
}

/** A link whose address is known. */
export interface PageLink extends LinkItem {
  href: string;
}

/** Turns messages into the blocks of a topic. */
export interface Writer {
  /** The link to a page, unless the cloud has no such page. */
  readonly link: (key: LinkKey, description?: string) => PageLink | undefined;
  /** One check: what to look at, what to do about it, the page that tells more, and the task whose role it needs. */
  readonly check: (id: string, text: string, detail: string, doc: LinkKey, task?: Task) => ListItem;
  /** What the panel of a symptom shows. */
  readonly body: (summary: string, checks: ListItem[], links: readonly LinkKey[]) => Block[];
}

export function createWriter(msg: Msg, options: ProvisioningOptions, later?: Later): Writer {
  const { appName, tutorialHref, userRoles } = options;
  const roles = userRoles == null ? undefined : later?.parseRoles(userRoles);
  const link: Writer['link'] = (key, description) => {
    const own = key === 'tutorials' && tutorialHref;
    if (own) return { label: tutorialLabel(msg, appName), href: own, description };
    const found = (links as Partial<Record<LinkKey, Link>>)[key] ?? later?.laterLinks[key as keyof Later['laterLinks']];
    const href = found && pageUrl(found[0], options.docs, later);
    return href ? { label: found[1](msg), href, description } : undefined;
  };
  return {
    link,
    check(id, text, detail, doc, task) {
      const children: Block[] = [paragraph(text), paragraph(detail, link(doc))];
      if (task) {
        const note = inlines(roles && later ? later.readerNote(msg, task, roles) : neededRoles(msg, task));
        children.push({ type: 'paragraph', children: [{ type: 'emphasis', children: note }] });
      }
      return { type: 'listItem', checked: false, id, children };
    },
    body: (summary, checks, links) => [
      paragraph(summary),
      { type: 'list', ordered: true, children: checks },
      { type: 'links', items: present(links.map((key) => link(key))) },
    ],
  };
}

/** The address of a page by its path on Microsoft Learn; `undefined` where the cloud has none. */
export const pageUrl = (path: string, hosts: DocsOptions | undefined, later: Later | undefined): string | undefined =>
  hosts && later ? later.docsPath(path, hosts, learn) : `${learn}/${path}`;

/** The links that exist. */
export const present = (links: readonly (PageLink | undefined)[]): PageLink[] =>
  links.filter((item): item is PageLink => item !== undefined);

/** A paragraph, with a link as its last words if there is one. */
export function paragraph(text: string, more?: PageLink): Paragraph {
  const children = inlines(text);
  if (more) {
    const label: Inline = { type: 'text', value: more.label };
    children.push({ type: 'text', value: ' ' }, { type: 'link', url: more.href, children: [label] });
  }
  return { type: 'paragraph', children };
}

/** Reads the two marks that a message may hold: `code` and **a label of the admin center**. */
export const inlines = (text: string): Inline[] =>
  // The captures make every third part plain text, the one after it code, the next a label.
  text.split(/`([^`]+)`|\*\*([^*]+)\*\*/).flatMap((value, index): Inline[] => {
    if (!value) return [];
    if (index % 3 === 1) return [{ type: 'inlineCode', value }];
    const plain: Inline = { type: 'text', value };
    return [index % 3 ? { type: 'strong', children: [plain] } : plain];
  });

const tutorialLabel = (msg: Msg, appName: string | undefined): string =>
  appName
    ? msg(str`Setup tutorial for ${appName}`, {
        id: 'topic.link.tutorial.app',
        desc: 'Link to the app’s own tutorial. The value is an app’s name.',
      })
    : msg('Setup tutorial for your app', { id: 'topic.link.tutorial', desc: 'Link to the app’s own tutorial.' });
