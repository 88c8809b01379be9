import { openIndex } from '../../../src/search.js';
import { openPack } from '../../../src/topics.js';

/** The engine of this project, through the door that elements use. */
export const load = async () => {
  const { pack } = await openPack('/pack/');
  const { index } = await openIndex(pack, pack.locales[0]);
  const places = new Map(pack.topics.map(({ id }, place) => [id, place]));
  return { index, places };
};
export const search = async ({ index, places }, query, limit) =>
  (await index.search(query, { limit })).results.map(({ id }) => places.get(id));
