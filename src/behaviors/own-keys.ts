/**
 * A listener for `keydown`, `keypress` and `keyup` around a field for text: what is typed there stays there, so that a
 * page whose shortcuts are single letters, and which can't see our field through the shadow root, doesn't act on them.
 * Tab, Escape and keys with Control, Alt or Meta go on to the page.
 */
export function ownKeys(event: KeyboardEvent): void {
  if (event.ctrlKey || event.altKey || event.metaKey || ['Escape', 'Tab'].includes(event.key)) return;
  if (/^F\d+$/.test(event.key)) return;
  event.stopPropagation();
}
