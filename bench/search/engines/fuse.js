import Fuse from 'fuse.js';

const options = {
  keys: [
    { name: 'title', weight: 2 },
    { name: 'body', weight: 1 },
  ],
  useTokenSearch: true,
  threshold: 0.3,
};

export const build = (docs) => JSON.stringify(docs.map(({ title, body }) => ({ title, body })));
export const load = (text) => new Fuse(JSON.parse(text), options);
export const search = (index, query, limit) => index.search(query, { limit }).map(({ refIndex }) => refIndex);

/** So slow that every 20th query must do. */
export const every = 20;
