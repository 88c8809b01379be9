import type { Topic } from '../topics/model.js';
import { placeholdersOf } from '../topics/placeholders.js';
import { walk } from '../topics/walk.js';
import { checkAddress, type Finding } from './addresses.js';
import { addressesOf } from './compare.js';
import { filled } from './markdown/address.js';
import { fromUrl, toUrl } from './names.js';

/** What one topic in one language tells of itself. */
export interface TopicReport {
  findings: Finding[];
  /** The names that it links to; `pointer` is the place. */
  topics: { name: string; pointer: string }[];
  /** The web addresses that it links to. */
  web: string[];
  /** The paths of the pictures that it takes from the pack. */
  pictures: string[];
}

/** Looks for what is wrong in a topic, apart from what it refers to. `path` is its file in the pack; `values` names what the page fills in. */
export function checkTopic(topic: Topic, path: string, values: readonly string[]): TopicReport {
  const report: TopicReport = { findings: [], topics: [], web: [], pictures: [] };
  addresses(topic, report);
  walk(topic, (node, pointer) => {
    if (node.type !== 'image') return;
    if (!node.alt?.trim()) {
      const message = `${pointer}: the picture has no alternative text`;
      report.findings.push({ level: 'warning', code: 'image-without-alt', message });
    }
    if (/^[a-z][a-z\d+.-]*:|^\//i.test(node.url)) return;
    const picture = fromUrl(new URL(node.url, `https://pack.invalid/${toUrl(path)}`).pathname);
    if (picture !== undefined) report.pictures.push(picture);
  });
  const names = placeholdersOf(topic)
    .filter((name) => !values.includes(name))
    .map((name) => `{${name}}`);
  if (names.length) {
    const message = `The page has to fill ${names.join(', ')} (the element’s .values)`;
    report.findings.push({ level: 'warning', code: 'placeholder', message });
  }
  return report;
}

function addresses(topic: Topic, { findings, topics, web }: TopicReport): void {
  const sections = new Set(topic.sections?.map(({ id }) => id));
  const seen = new Set<string>();
  for (const { url, pointer } of addressesOf(topic)) {
    if (url.startsWith('#')) {
      const name = decoded(url.slice(1));
      if (!sections.has(name)) topics.push({ name, pointer });
      continue;
    }
    for (const { message, ...finding } of checkAddress(url))
      findings.push({ ...finding, message: `${pointer}: ${message}` });
    // Twice in one list is a slip; twice in a text is how people write.
    const [, list] = /^(.*)\/items\/\d+$/.exec(pointer) ?? [];
    if (list !== undefined) {
      const message = `${pointer}: ${url} stands twice in this list`;
      if (seen.has(`${list} ${url}`)) findings.push({ level: 'warning', code: 'duplicate-address', message });
      seen.add(`${list} ${url}`);
    }
    if (/^https?:\/\//i.test(url) && filled(url) === url) web.push(url);
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
