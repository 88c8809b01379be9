import { eachMessage, isKey, splice } from './walk.mjs';

/** Leaves out the notes for translators, `msg('…', { id, desc })`: a third of the bytes of all words, and no reader sees them. */
export const dropNotes = () => ({
  name: 'drop-notes',
  transform(code, id) {
    if (!code.includes('desc') || id.includes('node_modules')) return null;
    const notes = [];
    eachMessage(this.parse(code), ({ properties }) => {
      const index = properties.findIndex((property) => isKey(property, 'desc'));
      if (index < 0) return;
      // With the comma after it, or, for the last one, the comma before it.
      const [before, note, after] = [properties[index - 1], properties[index], properties[index + 1]];
      const [start, end] = after ? [note.start, after.start] : [before?.end ?? note.start, note.end];
      notes.push({ start, end, text: '' });
    });
    return notes.length ? { code: splice(code, notes), map: null } : null;
  },
});
