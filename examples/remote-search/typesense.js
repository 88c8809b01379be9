import { markEnd, markStart, post, remoteIndex } from './remote-index.js';

/**
 * Typesense. Its documents have the fields `id`, `topic` (the id in the pack), `locale`, `title`, `headings`, `keywords`,
 * `codes`, `routes` and `text`.
 *
 * @param {{ url: string, collection: string, key: string }} settings The key is one that can search and nothing else:
 *   everybody who sees the page can read it.
 */
export const typesense = ({ url, collection, key }) => ({
  name: 'typesense',
  open: async (pack, locale) =>
    remoteIndex(pack, locale, async (query, { limit, context, signal }) => {
      const quoted = (text) => `\`${text.replaceAll('`', '')}\``;
      const question = {
        collection,
        q: query,
        query_by: 'title,headings,keywords,codes,text',
        query_by_weights: '6,3,3,5,1',
        filter_by: `locale:=${quoted(locale)}`,
        // What fits the page comes first.
        ...(context.length && { sort_by: `_eval(routes:=[${context.map(quoted)}]):desc,_text_match:desc` }),
        per_page: limit,
        highlight_start_tag: markStart,
        highlight_end_tag: markEnd,
        highlight_fields: 'title,text',
      };
      const headers = { 'x-typesense-api-key': key };
      // By `multi_search`, because a single search has the query in its address.
      const { results } = await post(`${url}/multi_search`, { searches: [question] }, headers, signal);
      const [{ error, found, hits }] = results;
      if (error) throw new Error(`Typesense: ${error}`);
      return {
        total: found,
        hits: hits.map(({ document, highlight = {}, text_match }) => ({
          id: document.topic,
          score: Number(text_match),
          title: highlight.title?.snippet ?? document.title,
          excerpt: highlight.text?.snippet,
        })),
      };
    }),
});
