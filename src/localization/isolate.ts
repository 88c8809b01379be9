// Explicit marks, embeddings, overrides and isolates: text that a host hands over has no say in its neighbours' direction.
const controls = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/;

/**
 * Makes a host's text safe to put into a sentence: it cannot reverse what stands around it, nor be reversed by it.
 * @param dir The direction of the sentence.
 */
export function isolate(text: string, dir: 'ltr' | 'rtl'): string {
  const plain = text.replace(controls, '');
  // Invisible characters only where the directions can differ, so that a name copied from the page stays what it was.
  return dir === 'ltr' && !rightToLeft.test(plain) ? plain : `\u2068${plain}\u2069`;
}
