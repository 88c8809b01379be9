import { join } from 'node:path';
import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import storybook from 'eslint-plugin-storybook';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import importDirection from './scripts/eslint/import-direction.mjs';

const root = import.meta.dirname;
const src = join(root, 'src');

// A rule of ESLint is replaced, not added to, where a second block sets it; so each kind of ban is one list with its exceptions.
const noHtmlStrings = {
  group: ['lit/directives/unsafe-*', 'lit-html/directives/unsafe-*', 'lit/static-html*'],
  message: 'No HTML string exists in this library.',
};
const noLocalize = {
  group: ['@lit/localize', '@lit/localize/*'],
  message: 'Only src/localization/ knows how @lit/localize works: use Msg and str of localization/msg.js.',
};
const noHtmlProperty = {
  selector: 'TemplateElement[value.raw=/\\.(inner|outer)HTML\\s*=/], TemplateElement[value.raw=/srcdoc\\s*=/]',
  message: 'No HTML string exists in this library.',
};
const noHref = {
  selector: 'TemplateElement[value.raw=/(^|\\s)[.?]?href\\s*=/]',
  message: 'Only src/rendering/ writes an href: use its link template, which keeps the policy of addresses.',
};
const noEnum = { selector: 'TSEnumDeclaration', message: 'TypeScript is for types only: use a union of strings.' };

export default defineConfig(
  globalIgnores(['dist', 'storybook-static', 'coverage', 'src/localization/generated']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: globals.node } },
  { files: ['demo/**/*.js', 'examples/**/*.js'], languageOptions: { globals: globals.browser } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      // `typeof import('…')` is the type of a module that loads later.
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [
      tseslint.configs.recommendedTypeChecked,
      lit.configs['flat/recommended'],
      wc.configs['flat/best-practice'],
      litA11y.configs.recommended,
    ],
    plugins: { house: { rules: { 'import-direction': importDirection } } },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      'house/import-direction': ['error', { src }],
      'no-eval': 'error',
      'no-implied-eval': 'off', // The rule that knows types stands in for it.
      'no-new-func': 'error',
      'no-console': ['error', { allow: ['warn'] }],
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'srcdoc'].map((property) => ({
          property,
          message: 'No HTML string exists in this library.',
        })),
      ],
      'no-restricted-imports': ['error', { patterns: [noHtmlStrings, noLocalize] }],
      'no-restricted-syntax': ['error', noEnum, noHtmlProperty, noHref],
    },
  },
  { files: ['src/localization/**/*.ts'], rules: { 'no-restricted-imports': ['error', { patterns: [noHtmlStrings] }] } },
  // The pages of export-html are the command's own: their addresses are those of files that it writes.
  {
    files: ['src/rendering/**/*.ts', 'src/cli/export-html.ts'],
    rules: { 'no-restricted-syntax': ['error', noEnum, noHtmlProperty] },
  },
  // chai's assertions are properties.
  { files: ['test/**/*.ts', 'stories/**/*.ts'], rules: { '@typescript-eslint/no-unused-expressions': 'off' } },
  storybook.configs['flat/recommended'],
);
