import { HelpSearch } from '../elements/help-search.js';
import { define } from './define.js';

define('help-search', HelpSearch);

export { HelpSearch };
