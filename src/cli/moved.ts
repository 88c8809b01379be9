/**
 * Addresses that are known to have moved: what they begin with (after `https://`, without the language), and where that is
 * now. The first row that fits counts, so the narrower ones come first. `undefined`: the place is gone, and `note` says more.
 */
export const moved: readonly (readonly [from: string, to: string | undefined, note?: string])[] = [
  // Azure Active Directory became Microsoft Entra ID, and its documentation moved with it.
  ['docs.microsoft.com/azure/active-directory/app-provisioning', 'learn.microsoft.com/entra/identity/app-provisioning'],
  ['docs.microsoft.com/azure/active-directory/saas-apps', 'learn.microsoft.com/entra/identity/saas-apps'],
  ['docs.microsoft.com/azure/active-directory/manage-apps', 'learn.microsoft.com/entra/identity/enterprise-apps'],
  [
    'docs.microsoft.com/azure/active-directory/conditional-access',
    'learn.microsoft.com/entra/identity/conditional-access',
  ],
  ['docs.microsoft.com/azure/active-directory/authentication', 'learn.microsoft.com/entra/identity/authentication'],
  ['docs.microsoft.com/azure/active-directory/devices', 'learn.microsoft.com/entra/identity/devices'],
  ['docs.microsoft.com/azure/active-directory/hybrid', 'learn.microsoft.com/entra/identity/hybrid'],
  ['docs.microsoft.com/azure/active-directory/roles', 'learn.microsoft.com/entra/identity/role-based-access-control'],
  ['docs.microsoft.com/azure/active-directory/governance', 'learn.microsoft.com/entra/id-governance'],
  [
    'docs.microsoft.com/azure/active-directory/privileged-identity-management',
    'learn.microsoft.com/entra/id-governance/privileged-identity-management',
  ],
  ['docs.microsoft.com/azure/active-directory/identity-protection', 'learn.microsoft.com/entra/id-protection'],
  ['docs.microsoft.com/azure/active-directory/external-identities', 'learn.microsoft.com/entra/external-id'],
  ['docs.microsoft.com/azure/active-directory/develop', 'learn.microsoft.com/entra/identity-platform'],
  ['docs.microsoft.com/azure/active-directory', 'learn.microsoft.com/entra'],
  [
    'learn.microsoft.com/azure/active-directory/app-provisioning',
    'learn.microsoft.com/entra/identity/app-provisioning',
  ],
  ['learn.microsoft.com/azure/active-directory/saas-apps', 'learn.microsoft.com/entra/identity/saas-apps'],
  ['learn.microsoft.com/azure/active-directory/manage-apps', 'learn.microsoft.com/entra/identity/enterprise-apps'],
  ['learn.microsoft.com/azure/active-directory', 'learn.microsoft.com/entra'],
  ['docs.microsoft.com', 'learn.microsoft.com'],
  ['technet.microsoft.com', undefined, 'Microsoft TechNet is closed; search on learn.microsoft.com'],
  ['msdn.microsoft.com', undefined, 'MSDN is closed; search on learn.microsoft.com'],
  ['support.office.com', 'support.microsoft.com'],
  ['aad.portal.azure.com', 'entra.microsoft.com'],
  ['devicemanagement.microsoft.com', 'intune.microsoft.com'],
  ['endpoint.microsoft.com', 'intune.microsoft.com'],
  ['protection.office.com', 'security.microsoft.com'],
  ['compliance.microsoft.com', 'purview.microsoft.com'],
  ['web.microsoftstream.com', undefined, 'Stream (Classic) is closed; its videos are in SharePoint'],
];

/** Where an address has moved to, if the table knows it. */
export function movedTo(url: string): { to: string } | { note: string } | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, host, pathname, search, hash } = new URL(url);
  if (!/^https?:$/.test(protocol)) return undefined;
  const [, language = '', path = ''] = /^(\/[a-z]{2,3}(?:-[a-z]{2,4})?(?=\/[^/]|\/?$))?(.*)$/is.exec(pathname) ?? [];
  // `/azure/` is no language, though `/en-us/` and `/nl/` are.
  const isLanguage = /^\/[a-z]{2}-[a-z]{2}$/i.test(language);
  const place = host + (isLanguage ? path : pathname);
  const row = moved.find(([from]) => place === from || place.startsWith(`${from}/`));
  if (!row) return undefined;
  const [from, to, note = ''] = row;
  if (to === undefined) return { note };
  const [newHost = '', ...newPath] = to.split('/');
  const middle = [isLanguage ? language : '', ...newPath.map((part) => `/${part}`)].join('');
  return { to: `https://${newHost}${middle}${place.slice(from.length)}${search}${hash}` };
}
