// Shows the flagship in every language at once.
import { supportedLocales } from '/cdn/provisioning-help.js';

const main = document.querySelector('main');
for (const locale of supportedLocales) {
  const section = document.createElement('section');
  const heading = document.createElement('h2');
  const name = (language) => new Intl.DisplayNames(language, { type: 'language' }).of(locale);
  heading.textContent = locale === 'en' ? name('en') : `${name('en')}, ${name(locale)}`;
  heading.id = locale;
  const help = document.createElement('provisioning-help');
  help.setAttribute('locale', locale);
  help.setAttribute('heading-level', '3');
  help.setAttribute('app-name', 'Berthline');
  section.append(heading, help);
  main.append(section);
}
