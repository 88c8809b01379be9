import 'help-elements/provisioning-help.js';
