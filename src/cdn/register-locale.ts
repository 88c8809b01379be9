import type { LocaleLoader } from '../localization/register-locale.js';

/** As `registerLocale` of the package; in the bundles it loads when a page calls it. Settles when the language is there. */
export const registerLocale = async (tag: string, loader: LocaleLoader): Promise<void> => {
  (await import('../localization/register-locale.js')).registerLocale(tag, loader);
};
