/// <reference types="vite/client" />
import { setCustomElementsManifest, type Decorator, type Preview } from '@storybook/web-components-vite';
import { withActions } from 'storybook/actions/decorator';
import { registerLocale, supportedLocales } from '../src/index.js';
import { loadPseudo, pseudoLocale } from '../src/localization/generated/pseudo.js';
import { argTypesOf, describeElement, eventNames, type Manifest } from './arg-types.js';

// Not a plain import: the file is built, and the types of this one must hold without it.
const [manifest] = Object.values(
  import.meta.glob<Manifest>('../custom-elements.json', { eager: true, import: 'default' }),
);
if (!manifest) throw new Error('There is no custom-elements.json, which the documentation is made from: npm run build');
setCustomElementsManifest(manifest);

const languages = Object.fromEntries(supportedLocales.map((tag) => [tag, nameOf(tag)]));
registerLocale(pseudoLocale, loadPseudo);
languages[pseudoLocale] = 'Pseudo-locale';

function nameOf(tag: string): string {
  return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
}

const items = (names: Record<string, string>) =>
  Object.entries(names).map(([value, title]) => ({ value, title, ...(title !== value && { right: value }) }));

/** Sets up the page as the toolbar says; the elements follow the page. */
const page: Decorator = (story, { globals }) => {
  const { locale, direction, scheme } = globals as Record<string, string>;
  const root = document.documentElement;
  const put = (name: string, value: string | undefined) =>
    value && value !== 'auto' ? root.setAttribute(name, value) : root.removeAttribute(name);
  put('lang', locale);
  put('dir', direction);
  root.style.colorScheme = scheme && scheme !== 'auto' ? scheme : '';
  return story();
};

const preview: Preview = {
  initialGlobals: { locale: 'en', direction: 'auto', scheme: 'auto' },
  globalTypes: {
    locale: {
      description: 'Language of the page',
      toolbar: { icon: 'globe', dynamicTitle: true, items: items({ ...languages, auto: 'The browser’s languages' }) },
    },
    direction: {
      description: 'Direction of the page',
      toolbar: {
        icon: 'transfer',
        dynamicTitle: true,
        items: items({ auto: 'Direction of the language', ltr: 'Left to right', rtl: 'Right to left' }),
      },
    },
    scheme: {
      description: 'Colour scheme of the page',
      toolbar: {
        icon: 'contrast',
        dynamicTitle: true,
        items: items({ auto: 'The system’s colours', light: 'Light', dark: 'Dark' }),
      },
    },
  },
  decorators: [page, withActions],
  parameters: {
    a11y: { test: 'error' },
    actions: { handles: eventNames() },
    controls: { expanded: true },
    docs: { extractArgTypes: argTypesOf, extractComponentDescription: describeElement },
    options: {
      storySort: {
        order: [
          'Elements',
          ['provisioning-help', 'help-topic', 'help-tabs', 'help-links', 'help-launcher', 'help-center', 'help-search'],
        ],
      },
    },
  },
  tags: ['autodocs'],
};

export default preview;
