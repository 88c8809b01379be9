import { HelpLauncher } from '../elements/help-launcher.js';
import { define } from './define.js';

define('help-launcher', HelpLauncher);

export { HelpLauncher };
