import { create, insertMultiple, load as restore, save, search as find } from '@orama/orama';
import { stemmer } from '@orama/stemmers/dutch';

const empty = () =>
  create({
    schema: { title: 'string', body: 'string' },
    components: { tokenizer: { language: 'dutch', stemming: true, stemmer } },
    sort: { enabled: false },
  });

export const build = async (docs) => {
  const index = empty();
  await insertMultiple(
    index,
    docs.map((doc) => ({ ...doc, id: String(doc.id) })),
    1000,
  );
  const saved = save(index);
  // The documents need not come with the index.
  for (const [key, { id }] of Object.entries(saved.docs.docs)) saved.docs.docs[key] = { id };
  return JSON.stringify(saved);
};
export const load = (text) => {
  const index = empty();
  restore(index, JSON.parse(text));
  return index;
};
export const search = async (index, term, limit) =>
  (await find(index, { term, limit, tolerance: 1, boost: { title: 2 } })).hits.map(({ id }) => Number(id));
