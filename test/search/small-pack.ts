import { openPack, type Pack } from '../../src/topics.js';

/** A topic as a test writes it down, in one language. */
export interface SmallTopic {
  id: string;
  title: string;
  headings?: string[];
  text?: string;
  keywords?: string[];
  codes?: string[];
  aliases?: string[];
  routes?: string[];
}

const hashOf = async (text: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
};

/** A file with this text, from the test server; relative to the others. */
const fileOf = (body: unknown): string => `json?body=${encodeURIComponent(JSON.stringify(body))}`;

/** What the command writes for such topics. */
export const indexOf = (topics: readonly SmallTopic[]) => ({
  version: 1,
  ids: topics.map(({ id }) => id),
  headings: topics.map(({ headings = [] }) => headings.join('\n')),
  texts: topics.map(({ text = '' }) => text),
});

/** Opens a pack of such topics; `search` replaces how it is searched. */
export async function smallPack(locale: string, topics: readonly SmallTopic[], search?: unknown): Promise<Pack> {
  const index = indexOf(topics);
  const hash = await hashOf(JSON.stringify(index));
  const list = {
    version: 1,
    locales: [locale],
    topics: topics.map(({ id, title, keywords, codes, aliases, routes }) => ({
      ...{ id, keywords, codes, aliases, routes },
      locales: { [locale]: { title, file: `${locale}/topics/${id}.json`, hash } },
    })),
    ...Object.fromEntries(
      (['codes', 'aliases'] as const).map((field) => {
        const names: Record<string, string[]> = {};
        for (const topic of topics) for (const name of topic[field] ?? []) (names[name] ??= []).push(topic.id);
        return [field, names];
      }),
    ),
    search: search === undefined ? { engine: 'default', files: { [locale]: { file: fileOf(index), hash } } } : search,
  };
  // The path ends in .json so that it is not taken for a folder.
  const result = await openPack(`/fault/json/pack.json?body=${encodeURIComponent(JSON.stringify(list))}`);
  if (!result.ok) throw new Error(`${result.fault.code}: ${result.fault.detail}`);
  return result.pack;
}
