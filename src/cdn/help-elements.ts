export * from '../define.js';
export { registerLocale } from './register-locale.js';
