import { entryOf } from './walk.mjs';

/** Refuses a bundle whose entry is not one file: a second request before the first paint, and no integrity value for it. */
export const selfContained = () => ({
  name: 'self-contained',
  generateBundle(_options, bundle) {
    const entry = entryOf(bundle);
    if (entry.imports.length) this.error(`${entry.fileName} is not one file: it imports ${entry.imports.join(', ')}.`);
  },
});
