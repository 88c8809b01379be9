import { fire } from '../events.js';

const warned = new Set<string>();
const reported = new WeakMap<Element, Set<string>>();

/**
 * Reports what an element could not use: one `help-error` for each fault, and one line in the console however many
 * elements meet it.
 */
export function report(element: Element, code: string, message: string, url?: string): undefined {
  const key = `help-elements: <${element.localName}>: ${message}${url === undefined ? '' : ` (${url})`}`;
  const known = reported.get(element) ?? new Set();
  if (known.has(key)) return undefined;
  reported.set(element, known.add(key));
  if (!warned.has(key)) {
    warned.add(key);
    console.warn(key);
  }
  // Not while rendering: a listener may change the element.
  queueMicrotask(() => fire(element, 'help-error', { code, message, url }));
}

/** Lets an element report the same faults again, before it tries once more. */
export const forgetReports = (element: Element): void => void reported.delete(element);

/** The value of an attribute if it is one of those allowed, else the first of them, and a report. */
export function oneOf<const Value extends string>(
  element: Element,
  name: string,
  allowed: readonly [Value, ...Value[]],
  value: string | null | undefined,
): Value {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined && value)
    report(element, 'bad-attribute', `${name}="${value}" is not one of ${allowed.join(', ')}; ${allowed[0]} is used`);
  return found ?? allowed[0];
}
