// What both servers have in common: one question for each query, sent in the body so that what a reader types is in no
// address and no log, and pieces of text with marks that are characters, so that no HTML is ever read.

/** Characters for private use, which no text has. */
export const [markStart, markEnd] = ['\ue000', '\ue001'];

/** Plain text and its marks, from text with the two characters in it. */
export function unmark(marked) {
  let text = '';
  const marks = [];
  for (const part of marked.split(/([\ue000\ue001])/)) {
    if (part === markStart) marks.push([text.length, text.length]);
    else if (part !== markEnd) text += part;
    else if (marks.length) marks.at(-1)[1] = text.length;
  }
  return { text, marks };
}

/**
 * An index for `openIndex`, over a function that asks the server.
 *
 * @param {(query: string, options: { limit: number, context: readonly string[], signal?: AbortSignal }) =>
 *   Promise<{ total: number, hits: { id: string, score: number, title: string, excerpt?: string }[] }>} ask
 *   Titles and excerpts come with the two characters around what matched.
 */
export const remoteIndex = (pack, locale, ask) => ({
  locale,
  async search(query, options) {
    const { hits, total } = await ask(query, options);
    const topics = new Set(pack.topics.map(({ id }) => id));
    const results = hits
      // The server may know topics that this pack hasn't got yet, or no longer.
      .filter(({ id }) => topics.has(id))
      .map(({ id, score, title, excerpt }) => {
        const { text, marks: titleMarks } = unmark(title);
        const where = titleMarks.length ? 'title' : 'body';
        return { id, locale, title: text, titleMarks, score, where, ...(excerpt && { excerpt: unmark(excerpt) }) };
      });
    return { results, total: total - (hits.length - results.length) };
  },
});

/** Sends a question as JSON and reads the answer; a status that is no success becomes the fault of the search. */
export async function post(url, question, headers, signal) {
  const timeout = AbortSignal.timeout(10_000);
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(question),
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  });
  if (!response.ok) throw new Error(`The search server answered with status ${response.status}`);
  return response.json();
}
