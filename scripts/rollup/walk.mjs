export const isKey = (property, name) =>
  property.type === 'Property' && (property.key.name ?? property.key.value) === name;

/** Calls back for every node of a syntax tree. */
export function walk(node, visit) {
  if (!node || typeof node !== 'object') return;
  if (typeof node.type === 'string') visit(node);
  for (const child of Object.values(node)) if (typeof child === 'object') walk(child, visit);
}

/** Calls back with the second argument, an object, of every `msg(…)`. */
export function eachMessage(tree, visit) {
  walk(tree, ({ type, callee, arguments: args }) => {
    if (type !== 'CallExpression' || (callee.name ?? callee.property?.name) !== 'msg') return;
    if (args[1]?.type === 'ObjectExpression') visit(args[1]);
  });
}

/** Calls back for every `import('…')`. */
export function eachImport(tree, visit) {
  walk(tree, (node) => {
    if (node.type === 'ImportExpression' && node.source.type === 'Literal') visit(node);
  });
}

/** The code with pieces replaced, each `{ start, end, text }`. */
export function splice(code, pieces) {
  let spliced = '';
  let position = 0;
  for (const { start, end, text } of pieces.sort((a, b) => a.start - b.start)) {
    spliced += code.slice(position, start) + text;
    position = end;
  }
  return spliced + code.slice(position);
}

/** The chunk that a page loads; what plugins have added counts as an entry too, but lies in a folder. */
export const entryOf = (chunks) =>
  Object.values(chunks).find(({ isEntry, fileName }) => isEntry && !fileName.includes('/'));
