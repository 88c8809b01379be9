import { ProvisioningLogCheck } from '../elements/provisioning-log-check.js';
import { define } from './define.js';

define('provisioning-log-check', ProvisioningLogCheck);

export { ProvisioningLogCheck };
