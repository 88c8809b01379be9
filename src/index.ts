export { HelpLinks } from './elements/help-links.js';
export { HelpTab } from './elements/help-tab.js';
export { HelpTabs } from './elements/help-tabs.js';
export { HelpTopic } from './elements/help-topic.js';
export { ProvisioningHelp } from './elements/provisioning-help.js';
export type { HelpEvent, HelpEventDetails } from './events.js';
export { registerLocale, supportedLocales, type LocaleLoader, type LocaleModule } from './localization/catalogue.js';
export type { Topic, Section, Block, Inline, LinkItem } from './topics/model.js';
export { version } from './version.js';
