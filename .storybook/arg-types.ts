import { getCustomElements, type ArgTypes } from '@storybook/web-components-vite';

/** What we read of custom-elements.json. */
export interface Manifest {
  modules: { declarations?: Declaration[] }[];
}

interface Declaration {
  tagName?: string;
  summary?: string;
  description?: string;
  members?: (Entry & { kind: string; static?: boolean; attribute?: string; readonly?: boolean })[];
  attributes?: (Entry & { fieldName?: string })[];
  events?: Entry[];
  slots?: Entry[];
  cssParts?: Entry[];
  cssProperties?: Entry[];
  cssStates?: Entry[];
}

interface Entry {
  name: string;
  summary?: string;
  description?: string;
  default?: string;
  type?: { text: string };
}

type ArgType = ArgTypes[string];

const declarations = (): Declaration[] =>
  (getCustomElements() as Manifest).modules.flatMap(({ declarations }) => declarations ?? []);

const declarationOf = (tag: string) => declarations().find(({ tagName }) => tagName === tag);

/** The events of all elements, for the panel that logs them. */
export const eventNames = (): string[] => [
  ...new Set(declarations().flatMap(({ events = [] }) => events.filter(isDocumented).map(({ name }) => name))),
];

export const describeElement = (tag: string): string => {
  const { summary, description } = declarationOf(tag) ?? {};
  return [summary, description].filter(Boolean).join('\n\n');
};

/**
 * The rows of the table of an element, with a control for each attribute and each property that has none. Storybook's own
 * reading of a manifest shows an attribute and its property as two rows, each with an editor for JSON.
 */
export function argTypesOf(tag: string): ArgTypes {
  const { attributes = [], members = [], ...rest } = declarationOf(tag) ?? {};
  const properties = members.filter(
    ({ name, kind, static: isStatic, readonly }) =>
      kind === 'field' && !isStatic && !readonly && !attributes.some(({ fieldName }) => fieldName === name),
  );
  const rows: [key: string, row: ArgType][] = [
    ...attributes.map((entry): [string, ArgType] => [entry.name, { ...row(entry, 'attributes'), ...control(entry) }]),
    ...properties.map((entry): [string, ArgType] => [entry.name, { ...row(entry, 'properties'), ...control(entry) }]),
    ...fixed(rest.events?.filter(isDocumented), 'events'),
    ...fixed(rest.slots, 'slots'),
    ...fixed(rest.cssParts, 'parts'),
    ...fixed(rest.cssStates, 'states'),
    ...fixed(rest.cssProperties, 'custom properties'),
  ];
  return Object.fromEntries(rows);
}

/** Events between our own elements have no words for page authors. */
const isDocumented = ({ description }: Entry) => !!description;

const row = ({ name, description, summary, type, default: value }: Entry, category: string): ArgType => ({
  name: name || '(default)',
  description: description ?? summary ?? '',
  table: {
    category,
    ...(type && { type: { summary: type.text } }),
    ...(value !== undefined && { defaultValue: { summary: value } }),
  },
});

/** Rows that nothing can be entered in. A slot and a part may have the same name. */
const fixed = (entries: Entry[] | undefined, category: string): [string, ArgType][] =>
  (entries ?? []).map((entry) => [`${category}:${entry.name}`, { ...row(entry, category), control: false }]);

/** The control that suits a type: a choice, a switch, a text, else an editor for JSON. */
function control({ name, type }: Entry): Pick<ArgType, 'control' | 'options'> {
  if (name === 'heading-level') return { control: { type: 'select' }, options: [1, 2, 3, 4, 5, 6] };
  const types = (type?.text ?? '').split('|').map((text) => text.trim());
  const words = types.filter((text) => /^'.*'$/.test(text)).map((text) => text.slice(1, -1));
  if (words.length > 0) return { control: { type: 'select' }, options: words };
  if (types.includes('boolean')) return { control: { type: 'boolean' } };
  return { control: { type: types.includes('string') ? 'text' : 'object' } };
}
