import { markEnd, markStart, post, remoteIndex } from './remote-index.js';

/**
 * OpenSearch or Elasticsearch. Its documents have the fields `id`, `locale`, `title`, `headings`, `keywords`, `codes`,
 * `routes` and `text`; `locale` and `routes` are keywords.
 *
 * @param {{ url: string, index: string, headers?: Record<string, string> }} settings Headers may hold a key that can
 *   read this index and nothing else: everybody who sees the page can read it.
 */
export const openSearch = ({ url, index, headers = {} }) => ({
  name: 'opensearch',
  open: async (pack, locale) =>
    remoteIndex(pack, locale, async (query, { limit, context, signal }) => {
      const fields = ['title^6', 'headings^3', 'keywords^3', 'codes^5', 'text'];
      const question = {
        size: limit,
        track_total_hits: true,
        _source: ['id', 'title'],
        query: {
          bool: {
            must: {
              bool: {
                should: [
                  { multi_match: { query, fields, fuzziness: 'AUTO', operator: 'and' } },
                  // The last word may be half a word.
                  { multi_match: { query, fields, type: 'bool_prefix' } },
                ],
              },
            },
            filter: { term: { locale } },
            // What fits the page comes first.
            should: { terms: { routes: context, boost: 100 } },
          },
        },
        highlight: {
          pre_tags: [markStart],
          post_tags: [markEnd],
          fields: { title: { number_of_fragments: 0 }, text: { fragment_size: 160, number_of_fragments: 1 } },
        },
      };
      const { hits } = await post(`${url}/${index}/_search`, question, headers, signal);
      return {
        total: hits.total.value,
        hits: hits.hits.map(({ _source, _score, highlight = {} }) => ({
          id: _source.id,
          score: _score,
          title: highlight.title?.[0] ?? _source.title,
          excerpt: highlight.text?.[0],
        })),
      };
    }),
});
