/** A generator of random numbers that always gives the same ones. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function shuffle(list, next) {
  const copy = [...list];
  for (let at = copy.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1));
    [copy[at], copy[other]] = [copy[other], copy[at]];
  }
  return copy;
}

const words = (text) => text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*[\p{L}\p{N}]|[\p{L}\p{N}]/gu) ?? [];
const small = new Set(
  'de het een en van in op te voor met is zijn of niet aan bij uw u dat die als om naar uit over door tot wordt worden kan kunt hoe wat wanneer waarom mijn er geen ook maar dan nog wel'.split(
    ' ',
  ),
);

/** Leaves a letter out, adds one, changes one or swaps two; never the first letter alone. */
function mistype(word, next) {
  const at = 1 + Math.floor(next() * (word.length - 1));
  const kind = Math.floor(next() * 4);
  const letter = String.fromCharCode(97 + Math.floor(next() * 26));
  if (kind === 0) return word.slice(0, at) + word.slice(at + 1);
  if (kind === 1) return word.slice(0, at) + letter + word.slice(at);
  if (kind === 2) return word.slice(0, at) + (letter === word[at].toLowerCase() ? 'q' : letter) + word.slice(at + 1);
  const swap = at < word.length - 1 ? at : at - 1;
  return word.slice(0, swap) + word[swap + 1] + word[swap] + word.slice(swap + 2);
}

/**
 * What readers type when they look for a title, made from the titles themselves: words dropped, a typo, the last word cut,
 * a part of a compound. `topic` is the place of the one that is meant.
 */
export function makeQueries(docs, seed = 20240607, count = 200) {
  const next = random(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const spread = new Map();
  for (const { title, body } of docs)
    for (const word of new Set(words(`${title} ${body}`.toLowerCase()))) spread.set(word, (spread.get(word) ?? 0) + 1);
  const topics = (word) => spread.get(word.toLowerCase()) ?? 0;
  const says = (word, length) =>
    word.length >= length && /^\p{L}+$/u.test(word) && !small.has(word.toLowerCase()) && topics(word) > 0;
  const rarest = (list) => [...list].sort((a, b) => topics(a) - topics(b));

  const parts = (word) => {
    const lower = word.toLowerCase();
    for (let at = 4; at <= lower.length - 4; at++) {
      const [head, tail] = [lower.slice(0, at), lower.slice(at)];
      const found = [head, head.replace(/s$/, ''), head.replace(/en$/, '')].find(
        (part) => part.length >= 4 && topics(part) >= 5,
      );
      if (found && topics(tail) >= 5) return [found, tail];
    }
    return undefined;
  };

  const kinds = {
    'two words dropped': (title) => {
      if (title.length < 5) return undefined;
      const [one, two] = shuffle(title.keys(), next);
      return title.filter((_, at) => at !== one && at !== two);
    },
    'one typo': (title) => {
      const at = title.length >= 3 ? pick([...title.keys()].filter((at) => says(title[at], 5))) : undefined;
      return at === undefined ? undefined : title.with(at, mistype(title[at], next));
    },
    'two words, one typo': (title) => {
      const pair = rarest(title.filter((word) => says(word, 5))).slice(0, 2);
      const at = next() < 0.5 ? 0 : 1;
      return pair.length < 2 ? undefined : pair.with(at, mistype(pair[at], next));
    },
    'last word cut': (title) => {
      const last = title.at(-1);
      if (title.length < 3 || last.length < 5) return undefined;
      return title.with(-1, last.slice(0, Math.max(3, last.length >> 1)));
    },
    'two words, last cut': (title) => {
      const [one, two] = rarest(title.filter((word) => says(word, 6)));
      return two && [two, one.slice(0, Math.max(4, one.length >> 1))];
    },
    'part of a compound': (title) => {
      const compounds = title.filter((word) => word.length >= 9 && parts(word));
      if (!compounds.length) return undefined;
      const compound = pick(compounds);
      const part = pick(parts(compound));
      const [other] = rarest(title.filter((word) => word !== compound && word.length >= 4 && says(word, 4)));
      return other && !title.some((word) => word.toLowerCase() === part) ? [part, other] : undefined;
    },
  };

  const pool = shuffle(docs.entries(), next);
  return Object.entries(kinds).flatMap(([kind, make]) => {
    const queries = [];
    for (const [topic, { title }] of pool) {
      if (queries.length === count) break;
      const query = make(words(title));
      if (query) queries.push({ kind, topic, query: query.join(' ') });
    }
    return queries;
  });
}
