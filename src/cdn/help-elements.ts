export * from '../define.js';
export { registerLocale } from './register-locale.js';
export { supportedLocales } from '../localization/catalogue.js';
