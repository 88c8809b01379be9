export * from '../define/provisioning-help.js';
export { registerLocale } from './register-locale.js';
export { supportedLocales } from '../localization/catalogue.js';
