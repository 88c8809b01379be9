/** What moves and what it does. */
export interface RovingFocusOptions {
  /** The items in reading order. */
  items: () => readonly HTMLElement[];
  /** Called when a key has moved the focus to an item. */
  onMove: (index: number) => void;
}

/**
 * Makes a key listener for the container of items of which one is in the tab order: arrow keys, Home and End move the
 * focus and wrap at the ends. Down, and right (left where the text runs from right to left), go forwards. The tab stop is
 * the host's to set: it stays on the selected item, so that the focus comes back to it.
 */
export const rovingFocus =
  ({ items, onMove }: RovingFocusOptions) =>
  (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const list = items();
    const current = list.indexOf(event.target as HTMLElement);
    const next = current < 0 ? undefined : nextIndex(event, current, list.length);
    if (next === undefined) return;
    event.preventDefault();
    list[next]?.focus();
    onMove(next);
  };

function nextIndex(event: KeyboardEvent, current: number, count: number): number | undefined {
  const forwards = getComputedStyle(event.currentTarget as Element).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  switch (event.key) {
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'ArrowDown':
    case forwards:
      return (current + 1) % count;
    case 'ArrowUp':
    case 'ArrowLeft':
    case 'ArrowRight':
      return (current - 1 + count) % count;
    default:
      return undefined;
  }
}
