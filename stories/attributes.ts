import { noChange, type LitElement } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

type Kebab<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${Lowercase<First>}${Rest extends Uncapitalize<Rest> ? '' : '-'}${Kebab<Rest>}`
  : Name;

/**
 * The args of an element's stories, as its class has them: its attributes by the name that a page writes, and the
 * properties without an attribute, which all have names of one word.
 */
export type ArgsOf<Element> = {
  [
    Name in keyof Element as Name extends keyof LitElement
      ? never
      : Element[Name] extends (...args: never[]) => unknown
        ? never
        : Kebab<Name & string>
  ]?: Element[Name];
};

/**
 * Writes a story's args onto its element: objects as properties, all else as attributes, as a page would. Only what has
 * changed since: a tab that the reader chose stays chosen while another control is moved.
 */
class Attributes extends Directive {
  #args: object = {};

  render(_args: object): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [args]: [object]): unknown {
    const last = new Map<string, unknown>(Object.entries(this.#args));
    const next = new Map<string, unknown>(Object.entries(args));
    for (const name of new Set([...last.keys(), ...next.keys()])) {
      const value = next.get(name);
      if (value === last.get(name)) continue;
      if (typeof (value ?? last.get(name)) === 'object') Object.assign(element, { [name]: value });
      else if (value === undefined || value === null || value === false) element.removeAttribute(name);
      else element.setAttribute(name, value === true ? '' : String(value));
    }
    this.#args = { ...args };
    return noChange;
  }
}

export const attributes = directive(Attributes);
