import { nearest } from '../localization/negotiate.js';
import type { Pack } from '../topics.js';
import type { PackGroup, PackTopic } from '../topics/pack-model.js';

/** Where in a pack the reader is: at the start (without an id), in a group, or in a topic. */
export interface Place {
  readonly view: 'home' | 'group' | 'topic';
  readonly id: string;
  /** What a link within a topic has made of the `src` of the element that shows topics. */
  readonly src?: string | undefined;
}

/** A title and its language. */
export interface Title {
  title: string;
  lang?: string | undefined;
}

export const home: Place = { view: 'home', id: '' };
export const topicAt = (id: string): Place => (id ? { view: 'topic', id } : home);

/** The id of the topic that shows at a place. */
export const topicOf = ({ view, id }: Place): string => (view === 'topic' ? id : '');

/** A name for a place, for use in the page. */
export const keyOf = ({ view, id }: Place): string => `${view}:${id}`;

const folderOf = (id: string): string => id.slice(0, Math.max(0, id.lastIndexOf('/')));

/** The topics of a group; of none (`''`) those that the pack puts in no group. */
export const topicsOf = (pack: Pack, group: string): PackTopic[] => {
  const groups = new Set(pack.groups.map(({ id }) => id));
  return pack.topics.filter(({ id }) => (groups.has(folderOf(id)) ? folderOf(id) : '') === group);
};

/** The group that a topic is in. */
export const groupOf = (pack: Pack, id: string): string | undefined =>
  pack.groups.find((group) => group.id === folderOf(id))?.id;

const titleIn = (
  locales: Readonly<Record<string, { title: string }>> = {},
  wishes: readonly (string | undefined)[],
  fallback: string,
): Title => {
  const lang = nearest(wishes, Object.keys(locales)) ?? Object.keys(locales)[0];
  return { title: (lang && locales[lang]?.title) || fallback, lang };
};

/** The title of a place in the language that is nearest to the reader's. */
export function titleOf(pack: Pack, { view, id }: Place, language: string | undefined): Title {
  const places: readonly (PackGroup | PackTopic)[] = view === 'group' ? pack.groups : pack.topics;
  const place = places.find((other) => other.id === id);
  return titleIn(place?.locales, [language, pack.source, 'en'], id);
}
