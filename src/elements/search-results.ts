import { html, nothing } from 'lit';
import { str, type Msg } from '../localization/msg.js';
import { directionOf } from '../localization/negotiate.js';
import { renderLink, type LinkContext } from '../rendering/link.js';
import { renderMarked } from '../rendering/marked.js';
import type { SearchHit, SearchResult } from '../search.js';
import type { Fault } from '../topics.js';
import { contactWord, loadingWord, retryWord } from './center-words.js';
import { faultMessage } from './topic-faults.js';

/** What a search has come to. */
export interface Outcome {
  readonly query: string;
  /** Nothing yet, while the index is on its way. */
  readonly result: SearchResult | undefined;
  readonly fault: Fault | undefined;
  /** The place of the result that the arrow keys have reached; -1 for none. */
  readonly active: number;
  readonly contactHref: string | null | undefined;
  readonly linkContext: LinkContext;
  readonly msg: Msg;
  readonly retry: () => void;
}

/** What there is to choose from: the results, or what comes nearest. */
export const hitsOf = (result: SearchResult | undefined): readonly SearchHit[] =>
  result?.results.length ? result.results : (result?.nearest ?? []);

/** What stands below the search box. */
export function renderOutcome(outcome: Outcome): unknown {
  const { query, result, fault, contactHref, linkContext, msg, retry } = outcome;
  if (fault)
    return html`<p class="message">${faultMessage(fault.code, msg)}</p>
      <div class="message"><button type="button" @click=${retry}>${retryWord(msg)}</button></div>`;
  if (!result) return html`<p class="message muted">${loadingWord(msg)}</p>`;
  const hits = hitsOf(result);
  if (result.results.length) return renderList(outcome, hits, listWord(msg));
  return html`<p class="message">${nothingFound(query, msg)}</p>
    ${hits.length ? html`<p class="message muted">${nearestWord(msg)}</p>` : nothing}
    ${hits.length ? renderList(outcome, hits, nearestWord(msg)) : nothing}
    ${contactHref ? html`<p class="message">${renderLink(contactHref, contactWord(msg), linkContext)}</p>` : nothing}`;
}

const renderList = ({ active }: Outcome, hits: readonly SearchHit[], name: string): unknown =>
  // The focus stays in the text.
  html`<ul
    id="results"
    part="results"
    role="listbox"
    aria-label=${name}
    @mousedown=${(event: Event) => event.preventDefault()}
  >
    ${hits.map((hit, index) => renderHit(hit, index, index === active))}
  </ul>`;

const renderHit = ({ title, titleMarks, excerpt, locale }: SearchHit, index: number, isActive: boolean): unknown =>
  html`<li
    id=${`result-${index}`}
    part="result"
    role="option"
    aria-selected=${isActive}
    lang=${locale}
    dir=${directionOf(locale)}
    data-index=${index}
  >
    <span class="title">${renderMarked(title, titleMarks)}</span>
    ${excerpt ? html`<span class="excerpt">${renderMarked(excerpt.text, excerpt.marks)}</span>` : nothing}
  </li>`;

/** What is read out once the reader has stopped typing. */
export function summaryOf(query: string, result: SearchResult, msg: Msg, locale: string): string {
  const hits = hitsOf(result);
  if (!result.results.length) return [nothingFound(query, msg), hits.length ? nearestWord(msg) : ''].join(' ').trim();
  const count = hits.length.toLocaleString(locale);
  return msg(str`Results: ${count}`, {
    id: 'center.count',
    desc: 'Read out after a search: how many topics the list shows',
  });
}

const listWord = (msg: Msg): string =>
  msg('Results', { id: 'center.results', desc: 'Name of the list of what a search has found' });

const nothingFound = (query: string, msg: Msg): string =>
  msg(str`Nothing found for “${query}”.`, {
    id: 'center.nothing-found',
    desc: 'Where the results of a search would be; what the reader searched for stands in it',
  });

const nearestWord = (msg: Msg): string =>
  msg('These topics come nearest:', {
    id: 'center.nearest',
    desc: 'After “Nothing found”, above a list of topics that are like what the reader searched for',
  });
