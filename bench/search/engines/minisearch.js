import MiniSearch from 'minisearch';

const options = { fields: ['title', 'body'] };

export const build = (docs) => {
  const index = new MiniSearch(options);
  index.addAll(docs);
  return JSON.stringify(index);
};
export const load = (text) => MiniSearch.loadJSON(text, options);
export const search = (index, query, limit) =>
  index
    .search(query, { prefix: true, fuzzy: 0.2, boost: { title: 2 } })
    .slice(0, limit)
    .map(({ id }) => id);
