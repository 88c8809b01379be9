const isKey = (property, name) => property.type === 'Property' && (property.key.name ?? property.key.value) === name;

/** Calls back for every node of a syntax tree. */
function walk(node, visit) {
  if (!node || typeof node !== 'object') return;
  if (typeof node.type === 'string') visit(node);
  for (const child of Object.values(node)) if (typeof child === 'object') walk(child, visit);
}

/** Leaves out the notes for translators, `msg('…', { id, desc })`: a third of the bytes of all words, and no reader sees them. */
export const dropNotes = () => ({
  name: 'drop-notes',
  transform(code, id) {
    if (!code.includes('desc') || /node_modules/.test(id)) return null;
    const cuts = [];
    walk(this.parse(code), ({ type, callee, arguments: args }) => {
      if (type !== 'CallExpression' || (callee.name ?? callee.property?.name) !== 'msg') return;
      const { properties = [] } = args[1] ?? {};
      const index = properties.findIndex((property) => isKey(property, 'desc'));
      if (index < 0) return;
      // With the comma after it, or, for the last one, the comma before it.
      const [before, note, after] = [properties[index - 1], properties[index], properties[index + 1]];
      cuts.push(after ? [note.start, after.start] : [before?.end ?? note.start, note.end]);
    });
    if (cuts.length === 0) return null;
    let kept = '';
    let position = 0;
    for (const [start, end] of cuts.sort(([a], [b]) => a - b)) {
      kept += code.slice(position, start);
      position = end;
    }
    return { code: kept + code.slice(position), map: null };
  },
});
