import './help-tabs.js';
import { ProvisioningHelp } from '../elements/provisioning-help.js';
import { define } from './define.js';

define('provisioning-help', ProvisioningHelp);

export { ProvisioningHelp };
