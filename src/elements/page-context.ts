import { fitOf } from '../search/context.js';
import type { Pack } from '../topics.js';
import type { PackTopic } from '../topics/pack-model.js';

/** What an author writes in `context`: a path of the app, or tags between commas. */
export const contextOf = (context: string | null | undefined): readonly string[] =>
  (context ?? '')
    .split(',')
    .map((wish) => wish.trim())
    .filter(Boolean);

/** The topics that fit where the reader is, the closest first. */
export function fitting(pack: Pack, context: readonly string[], limit = 5): PackTopic[] {
  return pack.topics
    .map((topic) => ({ topic, fit: fitOf(topic, context) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .slice(0, limit)
    .map(({ topic }) => topic);
}
