import { expect } from '@open-wc/testing';
import type { Msg } from '../../src/localization/msg.js';
import { codes, explain, findCode, type Explanation } from '../../src/provisioning/codes.js';

const seen = new Map<string, string>();

/** English as it is written, and a record of which id said what. */
const msg = ((text: string, { id }: { id: string }) => {
  seen.set(id, text);
  return text;
}) as unknown as Msg;

const errors = [
  ...['Conflict', 'EntryConflict', 'TooManyRequests', 'InternalServerError', 'InsufficientRights', 'MethodNotAllowed'],
  ...['NotPermitted', 'Unauthorized', 'UnprocessableEntity', 'WebExceptionProtocolError', 'InvalidAnchor'],
  ...['NotImplemented', 'MandatoryFieldsMissing', 'MissingValues', 'SchemaAttributeNotFound', 'InternalError'],
  ...['InvalidDomain', 'Timeout', 'LicenseLimitExceeded', 'DuplicateTargetEntries', 'DuplicateSourceEntries'],
  ...['ImportSkipped', 'EntrySynchronizationSkipped', 'SchemaPropertyCanOnlyAcceptValue'],
  'SystemForCrossDomainIdentityManagementMultipleEntriesInResponse',
  'SystemForCrossDomainIdentityManagementServiceIncompatible',
  'AzureActiveDirectoryCannotUpdateObjectsOriginatedInExternalService',
  'AzureDirectoryB2BManagementPolicyCheckFailure',
  'AzureActiveDirectoryQuotaLimitExceeded',
  'InvitationCreationFailure',
  'InvitationCreationFailureUserAccountDisabled',
  'AzureActiveDirectoryForbidden',
  'InvitationCreationFailureInvalidPropertyValue',
  'InvitationCreationFailureAmbiguousUser',
  'AzureActiveDirectoryCannotUpdateObjectsMasteredOnPremises',
  'EntityTypeNotSupported',
  'HybridSynchronizationActiveDirectoryInsufficientAccessRights',
  'HybridSynchronizationActiveDirectoryCannotFindAttribute',
  'SystemForCrossDomainIdentityManagementBadResponse',
  'EndpointUnavailable',
  'SystemForCrossDomainIdentityManagementCredentialValidationUnavailable',
  'AzureActiveDirectoryInvalidUserPrincipalName',
  'UnableToResolveReferenceAttributeValue',
  'SystemForCrossDomainIdentityManagementCredentialValidationFailure',
  'SystemForCrossDomainIdentityManagementServiceIncompatibleFiltering',
  'InvalidCredentials',
];
const skips = ['NotEffectivelyEntitled', 'RedundantExport', 'AttributeValidationFailed', 'ScopingFilter'];
const quarantine = [
  ...['EncounteredQuarantineException', 'EncounteredEscrowProportionThreshold', 'EncounteredBaseEscrowThreshold'],
  ...['EncounteredTotalEscrowThreshold', 'QuarantinedOnDemand', 'TooManyDeletes', 'IngestionInterrupted'],
];
const statuses = ['400', '401', '403', '404', '405', '408', '409', '413', '422', '429', '501', '5xx'];

const found = (text: string) => findCode(text).facts?.code;

describe('codes', () => {
  it('knows every code, and nothing twice', () => {
    expect(errors).to.have.length(46);
    expect(codes.map(({ code }) => code)).to.have.members([...errors, ...skips, ...quarantine, 'Unknown', ...statuses]);
  });

  it('says that a skip is a skip, and how much it matters', () => {
    const severities = codes.filter(({ kind }) => kind === 'skip').map(({ code, severity }) => `${code} ${severity}`);
    expect(severities).to.have.members([
      'ImportSkipped fix',
      'EntrySynchronizationSkipped check',
      'EntityTypeNotSupported ok',
      'NotEffectivelyEntitled check',
      'RedundantExport ok',
      'AttributeValidationFailed fix',
      'ScopingFilter check',
    ]);
    expect(codes.every(({ kind, severity }) => (kind === 'skip') === (severity !== undefined))).to.equal(true);
  });

  it('has paths without a host', () => {
    for (const { doc, fixDoc } of codes) {
      for (const path of [doc, fixDoc ?? doc]) expect(path).to.match(/^(entra|graph|powershell)\/[\w/-]+(#[\w-]+)?$/);
      expect(fixDoc).to.not.equal(doc);
    }
  });

  describe('agree with the facts that were collected', () => {
    interface Fact {
      code: string;
      owner?: string;
      retry?: string;
      stage?: string;
      severity?: string;
      docUrl: string;
      fixUrl?: string;
      aliases?: string[];
    }
    interface Domain {
      errorCodes: Fact[];
      skipReasons: Fact[];
      quarantine: Fact[];
      sampleLogs: { key: string; expect: { code?: string | null } }[];
    }
    let domain: Domain | undefined;

    before(async function () {
      const response = await fetch('/shared/domain/entra-provisioning.json').catch(() => undefined);
      // The facts are not part of the repository; the lists above hold what must be known without them.
      if (!response?.ok) return this.skip();
      domain = (await response.json()) as Domain;
    });

    const path = (url: string) => url.replace('https://learn.microsoft.com/', '');

    it('on errors', () => {
      for (const { code, owner, retry, stage, docUrl, fixUrl = docUrl } of domain!.errorCodes) {
        const facts = findCode(code).facts!;
        expect(facts, code).to.include({ code, owner, retry, stage, doc: path(docUrl) });
        expect(facts.fixDoc ?? facts.doc, code).to.equal(path(fixUrl));
      }
    });

    it('on skips and quarantine', () => {
      for (const { code, severity } of domain!.skipReasons) {
        expect(findCode(code).facts, code).to.include({ code, severity, kind: 'skip' });
      }
      for (const { code, docUrl, aliases = [] } of domain!.quarantine) {
        for (const name of [code, ...aliases]) {
          expect(findCode(name).facts, name).to.include({ code, kind: 'quarantine', doc: path(docUrl) });
        }
      }
    });
  });
});

describe('findCode', () => {
  const names = [...errors, ...skips, ...quarantine];

  it('finds a code as it is, in any case, with space around it', () => {
    for (const code of [...names, 'Unknown', ...statuses]) {
      for (const text of [code, code.toLowerCase(), code.toUpperCase(), ` \n${code}\t`]) {
        expect(found(text), text).to.equal(code);
      }
    }
  });

  it('finds a code behind an app’s name', () => {
    for (const code of names) expect(found(`Contoso${code}`)).to.equal(code);
    expect(findCode('ContosoEntryConflict').given).to.equal('ContosoEntryConflict');
    expect(found('boxentryconflict')).to.equal('EntryConflict');
    expect(found('ContosoConflict')).to.equal('Conflict');
  });

  it('finds a code before a tail', () => {
    for (const code of names) expect(found(`${code}Xyz`)).to.equal(code);
  });

  it('prefers the longest name, and the end to the start', () => {
    expect(found('XInvitationCreationFailureAmbiguousUser')).to.equal('InvitationCreationFailureAmbiguousUser');
    expect(found('InvitationCreationFailureAmbiguousUserX')).to.equal('InvitationCreationFailureAmbiguousUser');
    expect(found('InvitationCreationFailureOther')).to.equal('InvitationCreationFailure');
    expect(found('TimeoutEntryConflict')).to.equal('EntryConflict');
  });

  it('finds a code without its long first words, and in the spelling of Microsoft’s renamed table', () => {
    expect(found('ServiceIncompatible')).to.equal('SystemForCrossDomainIdentityManagementServiceIncompatible');
    expect(found('Microsoft Entra ID Forbidden')).to.equal('AzureActiveDirectoryForbidden');
    expect(found('Microsoft Entra ID QuotaLimitExceeded')).to.equal('AzureActiveDirectoryQuotaLimitExceeded');
  });

  it('finds an HTTP status', () => {
    for (const text of ['409', 'HTTP 409', 'http409', 'HTTP/1.1 409 Conflict', '409 Conflict', '409: Conflict']) {
      expect(found(text), text).to.equal('409');
    }
    for (const text of ['401 Unauthorized', 'status code: 401', '{"status":"401"}', 'Error 401', 'HTTP-401']) {
      expect(found(text), text).to.equal('401');
    }
    expect(found('The remote server returned an error: (409) Conflict.')).to.equal('409');
    expect(found('504 Gateway Timeout')).to.equal('5xx');
    expect(found('408 Request Timeout')).to.equal('408');
    expect(found('503')).to.equal('5xx');
    expect(findCode('HTTP 503').given).to.equal('503');
    expect(found('418')).to.equal(undefined);
    expect(found('200')).to.equal(undefined);
  });

  it('prefers a code to the status beside it', () => {
    expect(found('400 SystemForCrossDomainIdentityManagementServiceIncompatible')).to.match(/ServiceIncompatible$/);
    expect(found('ContosoEntryConflict (HTTP 409 Conflict)')).to.equal('EntryConflict');
  });

  it('finds a code in a line of a log', () => {
    const lines: [string, string][] = [
      ['Export failed. errorCode: ContosoEntryConflict, the user exists', 'EntryConflict'],
      ['{"errorCode":"BoxEntryConflict","errorCategory":"failure","reason":"InternalServerError"}', 'EntryConflict'],
      ['Error code\tTooManyRequests\tReason\tConflict', 'TooManyRequests'],
      ['"details": { "SkipReason": "NotEffectivelyEntitled", "IsActive": "False" }', 'NotEffectivelyEntitled'],
      ['{"errorInformation":{"errorCode":null},"details":{"SkipReason":"RedundantExport"}}', 'RedundantExport'],
      ['We got ContosoEntryConflict after a timeout', 'EntryConflict'],
      ['The request ended with a timeout.', 'Timeout'],
      ['errorCode: 429', '429'],
      ['Too many requests', 'TooManyRequests'],
    ];
    for (const [line, code] of lines) expect(found(line), line).to.equal(code);
    expect(findCode(lines[0]![0]).given).to.equal('ContosoEntryConflict');
  });

  it('does not know what is not known', () => {
    const texts = ['', '  ', 'FabrikamQuotaBlue', 'Rights', 'Limit', 'constructor', '__proto__', '4090', '12', '🙂'];
    for (const text of [...texts, 'an unknown problem', 'two conflicting values', 'https://app.example/400/users']) {
      expect(found(text), text).to.equal(undefined);
    }
    expect(findCode(' errorCode: FabrikamQuotaBlue, after a timeout')).to.deep.equal({
      facts: undefined,
      given: 'FabrikamQuotaBlue',
    });
  });

  it('bears a paste that is far too long', () => {
    const start = performance.now();
    for (const piece of ['a', ' ', 'errorCode:', 'aB ', '9', '"error"\n']) {
      const { given } = findCode(piece.repeat(1_000_000));
      expect(given.length).to.be.below(101);
    }
    expect(performance.now() - start).to.be.below(1_000);
  });
});

describe('explain', () => {
  const explained = codes.map(({ code }): [string, Explanation] => [code, explain(code, msg)]);

  it('has words for every code', () => {
    for (const [code, { kind, meaning, fix, turn, retries, links }] of explained) {
      for (const text of [meaning, fix, turn, retries]) expect(text, code).to.match(/^[A-Z]\S* ?.*[^\s]$/);
      for (const text of [meaning, fix, retries]) expect(text, code).to.match(/\.$/);
      expect(meaning.length, code).to.be.below(113);
      expect(fix.length, code).to.be.below(161);
      expect(kind).to.not.equal('unknown');
      expect(links[0]?.label, code).to.be.a('string').that.is.not.empty;
    }
  });

  it('speaks one way', () => {
    for (const [id, text] of seen) {
      expect(text, id).to.not.match(/ {2}|!|please|Azure AD|docs\.microsoft|'/i);
      expect(id).to.match(/^code\.[\w-]+\.[\w-]+$/);
    }
  });

  it('links the page with the fix first, then the code’s own', () => {
    const { links } = explain('ContosoEntryConflict', msg);
    expect(links.map(({ path }) => path)).to.deep.equal([
      'entra/identity/app-provisioning/customize-application-attributes#understanding-attribute-mapping-properties',
      'entra/identity/monitoring-health/howto-analyze-provisioning-logs#error-codes',
    ]);
    for (const { facts } of [findCode('Timeout'), findCode('TooManyDeletes')]) {
      expect(explain(facts!.code, msg).links.map(({ path }) => path)).to.deep.equal([facts!.doc]);
    }
  });

  it('says whose turn it is and whether it retries', () => {
    expect(explain('EntryConflict', msg)).to.include({
      code: 'EntryConflict',
      kind: 'error',
      turn: 'The Microsoft Entra administrator',
      retries: 'No. It happens again until someone fixes the cause.',
      symptom: 'no-users',
    });
    expect(explain('Timeout', msg).retries).to.contain('40 minutes');
    expect(explain('EncounteredQuarantineException', msg).retries).to.contain('once a day');
    expect(explain('TooManyDeletes', msg)).to.include({
      retries: 'No. The deletions wait for your decision.',
      symptom: 'wrong-users',
    });
  });

  it('lets a status say what its code says, and keeps its number', () => {
    expect(explain('429', msg)).to.include({
      code: '429',
      kind: 'http',
      meaning: explain('TooManyRequests', msg).meaning,
    });
    expect(explain('HTTP 503', msg)).to.include({ code: '503', kind: 'http', owner: 'app-admin' });
  });

  it('says of an unknown code what it is and where to look', () => {
    const { code, given, kind, meaning, owner, symptom, links, fix, turn, retries } = explain(
      ' FabrikamQuotaBlue ',
      msg,
    );
    expect({ code, given, kind, owner, symptom }).to.deep.equal({
      ...{ code: 'FabrikamQuotaBlue', given: 'FabrikamQuotaBlue', kind: 'unknown' },
      ...{ owner: undefined, symptom: undefined },
    });
    expect(meaning).to.contain('published list');
    for (const text of [fix, turn, retries]) expect(text).to.not.equal('');
    expect(links.map(({ path }) => path)).to.deep.equal([
      'entra/identity/monitoring-health/concept-provisioning-logs',
      'entra/identity/monitoring-health/howto-analyze-provisioning-logs#error-codes',
    ]);
  });
});
