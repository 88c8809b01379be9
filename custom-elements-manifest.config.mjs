import { jsxTypesPlugin } from '@wc-toolkit/jsx-types';
import { typeParserPlugin } from '@wc-toolkit/type-parser';
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

/**
 * What is published, as it is published: elements only (what they inherit is in them by now), without private members, under dist/*.js; and which module
 * defines which tag, since the analyzer does not look into our own `define()`.
 */
const published = () => ({
  name: 'published',
  packageLinkPhase({ customElementsManifest: manifest }) {
    const classes = manifest.modules.flatMap(({ path, declarations = [] }) =>
      declarations.filter(({ tagName }) => tagName).map((declaration) => ({ path, declaration })),
    );
    for (const { declaration } of classes)
      declaration.members = declaration.members?.filter(({ name, privacy }) => !privacy && !name.startsWith('#'));
    manifest.modules = classes.map(({ path, declaration }) => ({
      kind: 'javascript-module',
      path,
      declarations: [declaration],
      exports: [{ kind: 'js', name: declaration.name, declaration: { name: declaration.name, module: path } }],
    }));
    for (const { path, declaration } of classes) {
      manifest.modules.push({
        kind: 'javascript-module',
        path: `src/define/${declaration.tagName}.ts`,
        declarations: [],
        exports: [
          {
            kind: 'custom-element-definition',
            name: declaration.tagName,
            declaration: { name: declaration.name, module: path },
          },
        ],
      });
    }
    publish(manifest);
  },
});

/** src/x.ts → dist/x.js, wherever a module is named. */
function publish(node) {
  for (const [key, value] of Object.entries(node ?? {})) {
    if (value && typeof value === 'object') publish(value);
    else if ((key === 'path' || key === 'module') && typeof value === 'string')
      node[key] = value.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');
  }
}

export default {
  globs: ['src/elements/*.ts'],
  exclude: ['**/*.styles.ts'],
  litelement: true,
  packagejson: false,
  outdir: '.',
  plugins: [
    typeParserPlugin(),
    published(),
    customElementVsCodePlugin({
      outdir: 'dist/editors',
      htmlFileName: 'vscode.html-custom-data.json',
      cssFileName: 'vscode.css-custom-data.json',
    }),
    customElementJetBrainsPlugin({ outdir: 'dist/editors', webTypesFileName: 'web-types.json', packageJson: false }),
    jsxTypesPlugin({
      outdir: 'dist/types',
      fileName: 'jsx.d.ts',
      componentTypePath: (name, tag) => `../elements/${tag}.js`,
      defaultExport: false,
    }),
  ],
};
