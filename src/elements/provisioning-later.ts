// All that loads right after the flagship's first paint: its later words, what judges its rarer attributes, and the way to
// what only some pages ask for.
export * from '../provisioning/later.js';
export { docsOptions } from './docs-options.js';
export { renderExtras, updateExtras } from './extras/extras.js';
