import type { DocsOptions } from '../provisioning/docs-hosts.js';
import { isAllowed, isPage, type LinkContext } from '../rendering/link.js';
import type { ProvisioningHelp } from './provisioning-help.js';
import { oneOf } from './report.js';

/** Where the docs are, as the page says it; what of that can't be used is told and left out. */
export function docsOptions(element: ProvisioningHelp, textLocale: string, { onRefused }: LinkContext): DocsOptions {
  const cloud = oneOf(element, 'cloud', ['global', 'usgov', 'china'], element.cloud);
  let base = element.docsBase?.trim();
  if (base && !(isAllowed(base) && isPage(base))) base = onRefused(base);
  return { base, locale: element.docsLocale, textLocale, cloud };
}
