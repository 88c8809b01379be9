import './define/help-links.js';
import './define/help-tabs.js';
import './define/help-topic.js';
import './define/provisioning-help.js';
