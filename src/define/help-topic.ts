import './help-tabs.js';
import { HelpTopic } from '../elements/help-topic.js';
import { define } from './define.js';

define('help-topic', HelpTopic);

export { HelpTopic };
