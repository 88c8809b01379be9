import { Charset, Document } from 'flexsearch';

const options = () => ({
  document: { id: 'id', index: ['title', 'body'] },
  tokenize: 'forward',
  encoder: Charset.LatinBalance,
});

export const build = async (docs) => {
  const index = new Document(options());
  for (const doc of docs) index.add(doc);
  const parts = {};
  await index.export((key, data) => {
    if (data != null) parts[key] = data;
  });
  return JSON.stringify(parts);
};
export const load = async (text) => {
  const index = new Document(options());
  for (const [key, data] of Object.entries(JSON.parse(text))) await index.import(key, data);
  return index;
};
/** Fields come one after the other: the title first. */
export const search = (index, query, limit) => [
  ...new Set(index.search(query, { limit, suggest: true }).flatMap(({ result }) => result.map(Number))),
];
