import { expect } from '@open-wc/testing';
import { adminCenterUrl, docsPath as pathIn, type DocsOptions } from '../../src/provisioning/docs-hosts.js';
import { laterLinks } from '../../src/provisioning/later-links.js';
import { learn, links, type LinkKey } from '../../src/provisioning/links.js';

const docs = Object.fromEntries(
  Object.entries({ ...links, ...laterLinks }).map(([key, [path]]) => [key, path]),
) as Record<LinkKey, string>;
const docsPath = (path: string, options: DocsOptions = {}) => pathIn(path, options, learn);
const docsUrl = (key: LinkKey, options?: DocsOptions) => docsPath(docs[key], options);

const keys = Object.keys(docs) as LinkKey[];
const page = 'entra/identity/app-provisioning/known-issues?pivots=app-provisioning';

describe('links', () => {
  it('lead to Microsoft Learn unless told otherwise', () => {
    for (const key of keys) {
      const url = new URL(docsUrl(key) ?? '');
      expect(url.origin, key).to.equal('https://learn.microsoft.com');
      expect(url.pathname, key).to.match(/^\/(entra|graph)\/[a-z0-9/-]+$/);
    }
  });

  it('have no path twice, and none of the moved ones', () => {
    const paths = Object.values(docs);
    expect(new Set(paths).size).to.equal(paths.length);
    expect(paths.join('\n')).not.to.match(/docs\.microsoft|active-directory|manage-apps|reports-monitoring/);
  });

  describe('with a docs locale', () => {
    it('carry it directly before the path, in lower case', () => {
      expect(docsUrl('knownIssues', { locale: 'nl-NL' })).to.equal(`https://learn.microsoft.com/nl-nl/${page}`);
      expect(docsUrl('errorCodes', { locale: 'sr-Latn-RS' })).to.equal(
        'https://learn.microsoft.com/sr-latn-rs/entra/identity/monitoring-health/howto-analyze-provisioning-logs#error-codes',
      );
    });

    it('ignore what is none', () => {
      for (const locale of [
        '',
        'nl',
        'nl_NL',
        'nl-nl/..',
        '../x',
        'nl-nl?x',
        'en-us#',
        'zh-hant',
        'javascript:',
        'nl-nl-nl',
      ]) {
        expect(docsUrl('knownIssues', { locale }), locale).to.equal(`https://learn.microsoft.com/${page}`);
      }
    });
  });

  describe('with a base', () => {
    it('lead there, whether or not it has a path or ends in a slash', () => {
      for (const base of [
        'https://docs.contoso.example/learn',
        'https://docs.contoso.example/learn/',
        ' https://docs.contoso.example/learn// ',
      ]) {
        expect(docsUrl('knownIssues', { base, locale: 'de-de' }), base).to.equal(
          `https://docs.contoso.example/learn/de-de/${page}`,
        );
      }
      expect(docsPath('graph/api/x', { base: '/mirror' })).to.equal('/mirror/graph/api/x');
    });

    it('drop its query and fragment, which would swallow the path', () => {
      expect(docsUrl('status', { base: 'https://docs.contoso.example/?a=1#b' })).to.equal(
        `https://docs.contoso.example/${docs.status}`,
      );
    });

    it('prefer it to the host of the cloud, in any language', () => {
      expect(docsUrl('status', { base: 'https://docs.contoso.example', cloud: 'china', locale: 'nl-nl' })).to.equal(
        `https://docs.contoso.example/nl-nl/${docs.status}`,
      );
    });

    it('ignore an empty one', () => {
      for (const base of ['', ' ', '/', '?x']) {
        expect(docsUrl('status', { base }), base).to.equal(`https://learn.microsoft.com/${docs.status}`);
      }
    });
  });

  describe('in a national cloud', () => {
    it('stay on Learn for the US Government', () => {
      expect(docsUrl('configure', { cloud: 'usgov' })).to.equal(`https://learn.microsoft.com/${docs.configure}`);
    });

    it('lead to docs.azure.cn in China, but for Microsoft Graph', () => {
      expect(docsUrl('configure', { cloud: 'china' })).to.equal(`https://docs.azure.cn/${docs.configure}`);
      expect(docsUrl('restart', { cloud: 'china', locale: 'nl-nl' })).to.equal(
        `https://learn.microsoft.com/nl-nl/${docs.restart}`,
      );
    });

    it('carry a docs locale in China only if that site has it', () => {
      expect(docsUrl('logs', { cloud: 'china', locale: 'zh-CN' })).to.equal(`https://docs.azure.cn/zh-cn/${docs.logs}`);
      expect(docsUrl('logs', { cloud: 'china', locale: 'nl-nl' })).to.equal(`https://docs.azure.cn/${docs.logs}`);
    });

    it('leave out what is not there', () => {
      const gallery = [
        'entra/identity/saas-apps/workday-inbound-tutorial',
        'entra/identity/app-provisioning/hr-user-update-issues',
      ];
      const crossTenant = 'entra/identity/multi-tenant-organizations/cross-tenant-synchronization-configure';
      for (const cloud of ['usgov', 'china'] as const) {
        expect(docsUrl('tutorials', { cloud }), cloud).to.equal(undefined);
        expect(docsUrl('tutorials', { cloud, base: 'https://docs.contoso.example' }), cloud).to.equal(undefined);
        for (const path of gallery) expect(docsPath(path, { cloud }), path).to.equal(undefined);
      }
      expect(docsPath(crossTenant, { cloud: 'china' })).to.equal(undefined);
      expect(docsPath(crossTenant, { cloud: 'usgov' })).to.equal(`https://learn.microsoft.com/${crossTenant}`);
      expect(docsPath(gallery[0] ?? '')).to.equal(`https://learn.microsoft.com/${gallery[0] ?? ''}`);
    });

    it('know the admin center', () => {
      expect(adminCenterUrl()).to.equal(undefined);
      expect(adminCenterUrl('usgov')).to.equal('https://entra.microsoft.us');
      expect(adminCenterUrl('china')).to.equal('https://entra.microsoftonline.cn');
    });
  });
});
