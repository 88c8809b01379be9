import { HelpLinks } from '../elements/help-links.js';
import { define } from './define.js';

define('help-links', HelpLinks);

export { HelpLinks };
