/** Pagefind makes its index itself (see search.mjs), and brings its own program. */
export const load = async () => {
  const pagefind = await import('/pagefind/pagefind.js');
  const instance = pagefind.createInstance({ noWorker: true });
  await instance.init();
  // The first query waits for what the others need too.
  await instance.search('a');
  return instance;
};
export const search = async (index, query, limit) => {
  const { results } = await index.search(query);
  const data = await Promise.all(results.slice(0, limit).map((result) => result.data()));
  return data.map(({ meta }) => Number(meta.place));
};
