import type { PackTopic } from '../topics/pack-model.js';
import type { SearchOptions } from './model.js';
import { fold } from './words.js';

/** A context as a list. */
export const listOf = (context: SearchOptions['context'] = []): readonly string[] =>
  typeof context === 'string' ? [context] : context;

/**
 * How well a topic fits the place where the reader is: 0 if it doesn't, more for a route that says more.
 *
 * @param context - Paths of the app, or tags. `/users/*` and `/users/:id` are routes for `/users/42`; so is `/users`.
 */
export function fitOf({ routes = [], keywords = [] }: PackTopic, context: readonly string[]): number {
  let fit = 0;
  for (const wish of context) {
    const tag = fold(wish.trim());
    if (!tag) continue;
    if (keywords.some((keyword) => fold(keyword.trim()) === tag)) fit = Math.max(fit, 1);
    const path = segmentsOf(wish);
    for (const route of routes)
      fit = Math.max(fit, fold(route.trim()) === tag ? 100 : routeFit(segmentsOf(route), path));
  }
  return fit;
}

/** The parts of a path; of an address its path, of a path with a hash router's path the latter. */
function segmentsOf(path: string): string[] {
  const [, routed] = path.split(/#!?(?=\/)/);
  const plain = (routed ?? path).replace(/^[a-z][a-z\d+.-]*:\/\/[^/]*/i, '').replace(/[?#].*$/, '');
  return plain.split('/').filter(Boolean);
}

/** More for each part that is the same than for one that may be anything. */
function routeFit(route: readonly string[], path: readonly string[]): number {
  if (route.length > path.length || (!route.length && path.length)) return 0;
  let fit = 1;
  for (const [index, part] of route.entries()) {
    if (/^[:*]|^\{.*\}$/.test(part)) fit += 1;
    else if (part === path[index]) fit += 2;
    else return 0;
  }
  return fit;
}
