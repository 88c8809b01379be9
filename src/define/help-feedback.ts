import { HelpFeedback } from '../elements/help-feedback.js';
import { define } from './define.js';

define('help-feedback', HelpFeedback);

export { HelpFeedback };
