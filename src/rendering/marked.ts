import { html } from 'lit';

/** A text with pieces of it marked; `marks` are start and end of each, in order. */
export function renderMarked(text: string, marks: readonly (readonly [start: number, end: number])[] = []): unknown {
  let done = 0;
  const pieces: unknown[] = marks.flatMap(([start, end]) => {
    const before = text.slice(done, start);
    done = end;
    return [before, html`<mark>${text.slice(start, end)}</mark>`];
  });
  return [...pieces, text.slice(done)];
}
