/** How topics are found: `help-elements/search.js`. No elements, no words, no DOM. */
export { openIndex, pagefind, registerEngine } from './search/engines.js';
export type * from './search/model.js';
