import './help-feedback.js';
import './help-search.js';
import './help-topic.js';
import { HelpCenter } from '../elements/help-center.js';
import { define } from './define.js';

define('help-center', HelpCenter);

export { HelpCenter };
