import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { firstPart, moduleName, partOf } from '../locales.mjs';
import { eachMessage, isKey } from './walk.mjs';

/**
 * Puts the locales of a bundle into `locales/`, under names that stay: a page may preload the one that it knows. The code
 * makes their addresses by rule, where a list of imports for every language and part would weigh more than a language.
 * Only parts that the bundle has messages of are written.
 */
export function localeFiles(folder) {
  const { targetLocales } = JSON.parse(readFileSync('lit-localize.json', 'utf8'));
  const written = new Set();
  return {
    name: 'locale-files',
    transform(code, path) {
      if (path.endsWith(`/${folder}/locales.ts`))
        return `export const targetLocales = ${JSON.stringify(targetLocales)};
          export const loadLocale = (locale, part) =>
            import(\`./locales/\${locale}\${part === ${JSON.stringify(firstPart)} ? '' : '.' + part}.js\`);`;
      if (path.includes(`/${folder}/`) || !code.includes('msg(') || path.includes('node_modules')) return null;
      eachMessage(this.parse(code), (options) => {
        const part = partOf(options.properties.find((property) => isKey(property, 'id'))?.value.value ?? '');
        if (!part || written.has(part)) return;
        written.add(part);
        for (const locale of targetLocales) {
          const name = moduleName(locale, part);
          this.emitFile({ type: 'chunk', id: resolve(folder, `${name}.ts`), fileName: `locales/${name}.js`, name });
        }
      });
      return null;
    },
  };
}
