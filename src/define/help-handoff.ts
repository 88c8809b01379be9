import { HelpHandoff } from '../elements/help-handoff.js';
import { define } from './define.js';

define('help-handoff', HelpHandoff);

export { HelpHandoff };
