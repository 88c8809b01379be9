import { posix } from 'node:path';
import { eachImport, entryOf, splice } from './walk.mjs';

/**
 * Gives lazy chunks what the entry holds. As Rollup writes it, such a chunk imports the entry; that would load the library
 * a second time wherever the entry came under another address (a redirect, a `?v=2`). So each of these chunks becomes a
 * function of the entry's bindings, which whoever loads it calls:
 *
 *     import { a } from '../entry.js'; export { b };    →    export default (entry) => memo ??= { b }
 *     import('./chunk.js')                              →    import('./chunk.js').then((chunk) => chunk.default(entry))
 *
 * A binding is read when a chunk loads, not before; one that changes later can't be handed over.
 */
export const handOver = () => ({
  name: 'hand-over',
  renderChunk(code, chunk, _options, { chunks }) {
    const entry = entryOf(chunks);
    const takes = takers(chunks, entry.fileName);
    const pieces = [];
    const tree = this.parse(code);
    const handed = chunk.fileName === entry.fileName ? '$entry()' : '$entry';

    eachImport(tree, ({ start, end, source }) => {
      if (takes.has(resolve(chunk.fileName, source.value)))
        pieces.push({ start, end, text: `${code.slice(start, end)}.then(({ default: open }) => open(${handed}))` });
    });
    if (chunk.fileName === entry.fileName)
      return { code: splice(code, [...pieces, ...keep(this, tree, entry)]), map: null };
    if (!takes.has(chunk.fileName)) return null;

    const imports = [];
    const opened = [];
    const exported = [];
    /** Brings names of another file into this one, each `[its name there, its name here]`. */
    const bring = (source, names) => {
      const from = resolve(chunk.fileName, source.value);
      const list = (nameOf, as) => names.map(([there, here]) => `${nameOf(there)}${as} ${here}`).join(', ');
      if (from === entry.fileName) opened.push(`const { ${list(placeOf(entry), ':')} } = $entry;`);
      else if (takes.has(from)) {
        const open = `$open${imports.length}`;
        imports.push(`import ${open} from ${source.raw};`);
        opened.push(`const { ${list(String, ':')} } = ${open}($entry);`);
      } else imports.push(`import { ${list(String, ' as')} } from ${source.raw};`);
    };
    for (const node of tree.body) {
      if (node.type === 'ImportDeclaration')
        bring(
          node.source,
          node.specifiers.map(({ imported, local }) => [imported.name, local.name]),
        );
      else if (node.type === 'ExportNamedDeclaration' && !node.declaration) {
        const here = (name) => (node.source ? `$again${exported.length}_${name}` : name);
        const names = node.specifiers.map(({ local }) => [local.name, here(local.name)]);
        if (node.source) bring(node.source, names);
        exported.push(...node.specifiers.map((one, index) => `${one.exported.name}: ${names[index][1]}`));
      } else if (node.type.startsWith('Export')) {
        this.error(`${chunk.fileName}: scripts/rollup/hand-over.mjs does not know how Rollup writes exports now.`);
      } else continue;
      pieces.push({ start: node.start, end: node.end, text: '' });
    }
    const body = splice(code, pieces);
    return {
      code: `${imports.join('\n')}
let $opened;
export default ($entry) => $opened ??= (() => {
${opened.join('\n')}
${body}
return { ${exported.join(', ')} };
})();`,
      map: null,
    };
  },
});

/** Where an export of the entry stands in the list that is handed over: names would weigh more. */
const placeOf = ({ exports }) => {
  const names = exports.toSorted();
  return (name) => names.indexOf(name);
};

/** The chunks that use the entry, by themselves or through another. */
function takers(chunks, entry) {
  const takes = new Set([entry]);
  for (let size = 0; size !== takes.size;) {
    size = takes.size;
    for (const { fileName, imports } of Object.values(chunks))
      if (imports.some((name) => takes.has(name))) takes.add(fileName);
  }
  takes.delete(entry);
  return takes;
}

/** In the entry: what its chunks use waits for them in a list; what only they use is no export. */
function keep(context, tree, entry) {
  const own = new Set(context.getModuleInfo(entry.facadeModuleId).exports);
  const node = tree.body.find(({ type, declaration }) => type === 'ExportNamedDeclaration' && !declaration);
  if (!node) return [];
  const place = placeOf(entry);
  const handed = node.specifiers.toSorted((a, b) => place(a.exported.name) - place(b.exported.name));
  const kept = node.specifiers.filter(({ exported }) => own.has(exported.name));
  const text = [
    `const $entry = () => [${handed.map(({ local }) => local.name).join(', ')}];`,
    `export { ${kept.map(({ local, exported }) => `${local.name} as ${exported.name}`).join(', ')} };`,
  ];
  return [{ start: node.start, end: node.end, text: text.join('\n') }];
}

/** The name of the file that a chunk means. Both are relative to the folder of the entry; names are not final yet. */
const resolve = (from, to) => posix.join(posix.dirname(from), to);
