import type { Inline, Text } from '../../topics/model.js';

/** Puts neighbouring texts together, and leaves out empty ones. */
export function merge(inlines: readonly Inline[]): Inline[] {
  const merged: Inline[] = [];
  for (const inline of inlines) {
    const last = merged.at(-1);
    if (inline.type !== 'text') merged.push(inline);
    else if (last?.type === 'text') merged[merged.length - 1] = { ...last, value: last.value + inline.value };
    else if (inline.value) merged.push(inline);
  }
  return merged;
}

export const plain = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) =>
      'value' in inline
        ? inline.value
        : 'children' in inline
          ? plain(inline.children)
          : inline.type === 'image'
            ? (inline.alt ?? '')
            : ' ',
    )
    .join('');

export const isBlank = (inline: Inline): boolean => inline.type === 'text' && !inline.value.trim();

/** A space where there was one, or more; else nothing. */
export const space = (value: string): Text => ({ type: 'text', value: value && ' ' });
