// What our bundles never run, by the end of a module's path, with what stands in for it. Bundles go to browsers only, and
// `define` asks for one of 2024 or later.
const slim = {
  // esbuild compiles decorators the older way, which is one call; Lit's own file serves both ways.
  '@lit/reactive-element/decorators/property.js':
    'export const property = (options) => (prototype, name) => prototype.constructor.createProperty(name, options);',
  // Every such browser adopts style sheets; Lit's own file also serves those that don't.
  '@lit/reactive-element/css-tag.js': `
    export const supportsAdoptingStyleSheets = true;
    export const css = (strings, ...values) =>
      ({ cssText: String.raw({ raw: strings }, ...values.map((value) => value.cssText)) });
    export class CSSResult {}
    export const unsafeCSS = (cssText) => ({ cssText });
    export const getCompatibleStyle = (style) => style;
    export const adoptStyles = (root, styles) => {
      root.adoptedStyleSheets = styles.map((style) => {
        if (!style.sheet) (style.sheet = new CSSStyleSheet()).replaceSync(style.cssText);
        return style.sheet;
      });
    };`,
};

/** What esbuild puts into every file that has a decorator; one copy serves all. */
const helper = /^var __defProp = [\s\S]*?^var __decorateClass = [\s\S]*?^};$/m;
const decorate = '\0decorate';

/** Lit's lists of loaded versions serve a warning of its development build; its hooks for polyfills, older browsers. */
const withoutHooks = (code) =>
  code
    .replace(/\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[\d.]+"\)/g, '0')
    .replace(/\w+\.(?:reactiveElement|litHtml|litElement)PolyfillSupport/g, 'undefined')
    .replace(/\w+\.litElementHydrateSupport\?\.\(\{[^}]*\}\)/g, '0');

/** Replaces parts of Lit and of the compiler's output that the self-contained bundles carry but never run. */
export const slimLit = () => ({
  name: 'slim-lit',
  resolveId: (id) => (id === decorate ? id : null),
  load(id) {
    if (id === decorate)
      return `export const __decorateClass = (decorators, prototype, name) => {
        for (const decorator of decorators) decorator(prototype, name);
      };`;
    const path = Object.keys(slim).find((end) => id.replaceAll('\\', '/').endsWith(`node_modules/${end}`));
    return path ? slim[path] : null;
  },
  transform(code, id) {
    if (/node_modules\/(@lit\/reactive-element|lit-html|lit-element)\//.test(id))
      return { code: withoutHooks(code), map: null };
    if (!code.includes('var __decorateClass')) return null;
    if (!helper.test(code)) this.error('scripts/rollup/slim-lit.mjs does not know how esbuild writes decorators now.');
    return { code: code.replace(helper, `import { __decorateClass } from ${JSON.stringify(decorate)};`), map: null };
  },
});
