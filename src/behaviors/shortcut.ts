const modifiers = ['Control', 'Alt', 'Shift', 'Meta'] as const;
const fields = 'textarea, select, [role=textbox], [role=searchbox], [role=combobox], [role=spinbutton]';
const noText = /^(button|checkbox|color|file|image|radio|range|reset|submit)$/;

/** The key of a shortcut, after its modifiers, which `+` joins; `+` is a key, too. */
const format = /^((?:(?:Control|Alt|Shift|Meta)\+)*)(\S+)$/;

/** Whether a text names a key: as in `KeyboardEvent.key`, after modifiers, such as `?`, `F1` or `Control+Shift+h`. */
export const namesShortcut = (shortcut: string): boolean => format.test(shortcut);

/** Whether an event is the key that an author chose. Never while the reader types into a field, wherever that stands. */
export function isShortcut(event: KeyboardEvent, shortcut: string): boolean {
  const [, before = '', key = ''] = format.exec(shortcut) ?? [];
  if (!key || event.key.toLowerCase() !== key.toLowerCase()) return false;
  if (event.defaultPrevented || event.isComposing || event.repeat || isTyping(event)) return false;
  const wanted = before.split('+');
  // On many keyboards a sign such as `?` takes Shift.
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase();
  return modifiers.every(
    (modifier) => event.getModifierState(modifier) === wanted.includes(modifier) || (modifier === 'Shift' && isSign),
  );
}

function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !noText.test(target.type);
  // A closed shadow root may hide a field.
  const isClosed = target.localName.includes('-') && !target.shadowRoot;
  return target.isContentEditable || target.matches(fields) || isClosed;
}
