// What the first paint does without: the panels of every symptom but the first and the pages that they link, what a
// reader's roles allow, other hosts of the docs. It loads right after the first paint, or before it where the page asks for such a symptom or names roles.
import { configurationProblem } from './symptoms/configuration-problem.js';
import { noUsers } from './symptoms/no-users.js';
import { wrongUsers } from './symptoms/wrong-users.js';

export { adminCenterUrl, docsPath } from './docs-hosts.js';
export { laterLinks } from './later-links.js';
export { parseRoles, readerNote } from './reader-roles.js';

export const laterSymptoms = {
  'configuration-problem': configurationProblem,
  'no-users': noUsers,
  'wrong-users': wrongUsers,
};
