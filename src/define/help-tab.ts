import { HelpTab } from '../elements/help-tab.js';
import { define } from './define.js';

define('help-tab', HelpTab);

export { HelpTab };
