import './help-tab.js';
import { HelpTabs } from '../elements/help-tabs.js';
import { define } from './define.js';

define('help-tabs', HelpTabs);

export { HelpTabs };
