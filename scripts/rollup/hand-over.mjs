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
    let exported = '';
    for (const node of tree.body) {
      if (node.type === 'ImportDeclaration') {
        const from = resolve(chunk.fileName, node.source.value);
        const names = node.specifiers.map(({ imported, local }) => `${imported.name}: ${local.name}`).join(', ');
        if (from === entry.fileName) opened.push(`const { ${names} } = $entry;`);
        else if (takes.has(from)) {
          const name = `$open${imports.length}`;
          imports.push(`import ${name} from ${node.source.raw};`);
          opened.push(`const { ${names} } = ${name}($entry);`);
        } else imports.push(code.slice(node.start, node.end));
      } else if (node.type === 'ExportNamedDeclaration' && !node.declaration && !node.source) {
        exported = node.specifiers.map((one) => `${one.exported.name}: ${one.local.name}`).join(', ');
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
return { ${exported} };
})();`,
      map: null,
    };
  },
});

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

/** In the entry: what only its chunks use is no export, but waits for them in a function. */
function keep(context, tree, { facadeModuleId }) {
  const own = new Set(context.getModuleInfo(facadeModuleId).exports);
  const node = tree.body.find(({ type, declaration }) => type === 'ExportNamedDeclaration' && !declaration);
  if (!node) return [];
  const write = (all, glue) =>
    all
      .map(({ local, exported }) => [exported.name, local.name])
      .map(glue)
      .join(', ');
  const handed = node.specifiers.filter(({ exported }) => !own.has(exported.name));
  const kept = node.specifiers.filter(({ exported }) => own.has(exported.name));
  const text = [
    ...(handed.length ? [`const $entry = () => ({ ${write(handed, ([name, local]) => `${name}: ${local}`)} });`] : []),
    ...(kept.length ? [`export { ${write(kept, ([name, local]) => `${local} as ${name}`)} };`] : []),
  ];
  return [{ start: node.start, end: node.end, text: text.join('\n') }];
}

/** The name of the file that a chunk means. Both are relative to the folder of the entry. */
const resolve = (from, to) => new URL(to, new URL(from, 'file:///')).pathname.slice(1);
