/**
 * Keeps a bundle's entry one file: no facade, no static import, and nothing that imports it. A chunk that imports the
 * entry would load the library a second time wherever the entry came under another address (a redirect, a `?v=2`).
 */
export const selfContained = () => ({
  name: 'self-contained',
  generateBundle(options, bundle) {
    const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
    const entry = chunks.find(({ isEntry }) => isEntry);
    const held = new Set(entry.moduleIds);
    if (entry.imports.length) this.error(`${entry.fileName} is not one file: it imports ${entry.imports.join(', ')}.`);
    for (const chunk of chunks) {
      if (!chunk.imports.includes(entry.fileName)) continue;
      const culprits = chunk.moduleIds.flatMap((id) =>
        this.getModuleInfo(id)
          .importedIds.filter((imported) => held.has(imported))
          .map((imported) => `  ${short(id)} imports ${short(imported)}`),
      );
      this.error(
        `The lazy chunk ${chunk.fileName} imports the entry ${entry.fileName}. Import only types there, or hand the value over as an argument:\n${culprits.join('\n')}`,
      );
    }
  },
});

const short = (id) => id.replace(`${process.cwd()}/`, '').replace(/^.*node_modules\//, '');
