// From custom-elements.json to what React, Vue and Svelte want to be told, so that nothing is typed twice.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';

const banner = '// Written by scripts/frameworks.mjs from custom-elements.json. Do not edit.\n';

/** `help-link-click` → `onHelpLinkClick`. */
const handler = (event) => `on${event.replace(/(^|-)(\w)/g, (all, dash, letter) => letter.toUpperCase())}`;

/** Every element that has a tag, by tag: `{ tag, name, path, events }`. */
function readElements() {
  const { modules } = JSON.parse(readFileSync(join(root, 'custom-elements.json'), 'utf8'));
  return modules
    .flatMap(({ path, declarations = [] }) => declarations.map((declaration) => ({ path, ...declaration })))
    .filter(({ tagName }) => tagName)
    .map(({ path, name, tagName, events = [] }) => ({
      path,
      name,
      tag: tagName,
      events: events.map((event) => event.name),
    }))
    .sort((a, b) => (a.tag < b.tag ? -1 : 1));
}

// React 19 sets properties and events of custom elements by itself; the wrappers give React 18 the same, and both of them types.
const reactModule = (elements) => `import * as react from 'react';
import { createComponent } from '@lit/react';
${elements.map(({ tag, name }) => `import { ${name} as ${name}Element } from './elements/${tag}.js';\nimport './define/${tag}.js';`).join('\n')}
${elements
  .map(
    ({ tag, name, events }) => `export const ${name} = createComponent({
  react, tagName: '${tag}', elementClass: ${name}Element, displayName: '${name}',
  events: { ${events.map((event) => `${handler(event)}: '${event}'`).join(', ')} },
});`,
  )
  .join('\n')}
`;

const reactTypes = (elements) => `${banner}import type { LitElement } from 'lit';
import type { ForwardRefExoticComponent, HTMLAttributes, RefAttributes } from 'react';
import type { HelpEvent, HelpEventDetails } from './events.js';
${elements.map(({ tag, name }) => `import type { ${name} as ${name}Element } from './elements/${tag}.js';`).join('\n')}

type Own<Element> = Exclude<keyof Element, keyof LitElement>;
type EventOf<Name> = Name extends keyof HelpEventDetails ? HelpEvent<Name> : CustomEvent;
type Wrapper<Element extends HTMLElement, Handlers = unknown> = ForwardRefExoticComponent<
  Omit<HTMLAttributes<Element>, Own<Element> | keyof Handlers> & Partial<Pick<Element, Own<Element>>> & Handlers & RefAttributes<Element>
>;

${elements
  .map(
    ({ name, tag, events }) => `/** \`<${tag}>\` for React; importing it defines the element. */
export declare const ${name}: Wrapper<
  ${name}Element,
  {
${events.map((event) => `    ${handler(event)}?: (event: EventOf<'${event}'>) => void;\n`).join('')}  }
>;`,
  )
  .join('\n\n')}
`;

const vueTypes = `${banner}import type { CustomElements } from './jsx.js';

type Components = { [Tag in keyof CustomElements]: new () => { $props: CustomElements[Tag] } };

declare module 'vue' {
  interface GlobalComponents extends Components {}
}
`;

const svelteTypes = `${banner}import type { CustomElements } from './jsx.js';

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends CustomElements {}
}
`;

export async function frameworks() {
  // Imported here, because this module is loaded before anything is installed.
  const { build } = await import('esbuild');
  const elements = readElements();
  const dist = join(root, 'dist');
  await build({
    stdin: { contents: reactModule(elements), resolveDir: dist },
    outfile: join(dist, 'react.js'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    external: ['react', './elements/*', './define/*'],
    // Its code for server rendering would be a dependency on @lit-labs/ssr-react.
    conditions: ['browser'],
    banner: { js: banner },
    legalComments: 'none',
    logLevel: 'error',
  });
  const types = join(dist, 'types');
  const jsx = readFileSync(join(types, 'jsx.d.ts'), 'utf8');
  // The generator repeats the types of events as they are written, but does not import them.
  writeFileSync(join(types, 'jsx.d.ts'), `import type { HelpEvent } from '../events.js';\n${jsx}`);
  writeFileSync(join(dist, 'react.d.ts'), reactTypes(elements));
  writeFileSync(join(types, 'vue.d.ts'), vueTypes);
  writeFileSync(join(types, 'svelte.d.ts'), svelteTypes);
}
