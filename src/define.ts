export { HelpHandoff } from './define/help-handoff.js';
export { HelpLinks } from './define/help-links.js';
export { HelpTab } from './define/help-tab.js';
export { HelpTabs } from './define/help-tabs.js';
export { HelpTopic } from './define/help-topic.js';
export { ProvisioningHelp } from './define/provisioning-help.js';
export { ProvisioningLogCheck } from './define/provisioning-log-check.js';
