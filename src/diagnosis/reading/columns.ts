import type { Msg } from '../../localization/msg.js';
import { codes } from '../../provisioning/codes.js';

/** The portal's three files: the changes, their steps, and the attributes that they changed. */
export type TableKind = 'changes' | 'steps' | 'modified';

/** What a column of a CSV file may hold: a word for the reader, and the headings that are known for it. */
interface FieldFacts {
  label: (msg: Msg) => string;
  /** Without spaces, punctuation and case. Paths of Graph as exports flatten them, and what reports call it. */
  headings: Partial<Record<TableKind, string>>;
}

// The portal's headings are documented nowhere: these are the names of Graph, of Log Analytics and of the portal's own
// columns. What is called otherwise is recognized by its values, or asked.
// prettier-ignore
const facts = {
  changeId: { label: (msg) => msg('Change ID', { id: 'log.column.changeId', desc: 'What a column holds: the id of one change. As the admin center calls it.' }), headings: { changes: 'changeid change correlationid', steps: 'changeid change correlationid', modified: 'changeid change correlationid' } },
  status: { label: (msg) => msg('Status', { id: 'log.column.status', desc: 'What a column holds: success, failure, skipped or warning.' }), headings: { changes: 'status provisioningstatusinfostatus statusinfostatus result resulttype provisioningstatus', steps: 'status stepstatus provisioningstepstatus result' } },
  time: { label: (msg) => msg('Date and time', { id: 'log.column.time', desc: 'What a column holds: when the change was made.' }), headings: { changes: 'date datetime dateandtime time activitydatetime activitydate timegenerated timestamp createddatetime' } },
  user: { label: (msg) => msg('User name to sign in with', { id: 'log.column.user', desc: 'What a column holds: a user principal name, such as an email address.' }), headings: { changes: 'userprincipalname upn sourceidentityuserprincipalname sourceidentitydetailsuserprincipalname sourceuserprincipalname user username reportableidentifier' } },
  name: { label: (msg) => msg('Display name', { id: 'log.column.name', desc: 'What a column holds: the name of a user or group.' }), headings: { changes: 'identity displayname name sourceidentity sourceidentitydisplayname sourceidentityname sourcedisplayname sourcename identitydisplayname identityname' } },
  userId: { label: (msg) => msg('ID of the user in the source', { id: 'log.column.userId', desc: 'What a column holds: the id of a user or group in the directory that is read.' }), headings: { changes: 'sourceid sourceidentityid sourceobjectid objectid userid identityid' } },
  userType: { label: (msg) => msg('User or group', { id: 'log.column.userType', desc: 'What a column holds: the kind of object.' }), headings: { changes: 'identitytype sourceidentityidentitytype sourceidentitytype sourcetype objecttype' } },
  action: { label: (msg) => msg('Action', { id: 'log.column.action', desc: 'What a column holds: create, update, delete, disable or other.' }), headings: { changes: 'action provisioningaction activity operation' } },
  errorCode: { label: (msg) => msg('Error code', { id: 'log.column.errorCode', desc: 'What a column holds: a code such as DuplicateTargetEntries.' }), headings: { changes: 'errorcode provisioningstatusinfoerrorinformationerrorcode statusinfoerrorinformationerrorcode provisioningstatusinfoerrorcode statusinfoerrorcode errorinformationerrorcode statuserrorcode resultsignature code error' } },
  reason: { label: (msg) => msg('Reason of the failure', { id: 'log.column.reason', desc: 'What a column holds: a sentence on what went wrong.' }), headings: { changes: 'reason statusreason failurereason errorreason errormessage errordescription provisioningstatusinfoerrorinformationreason statusinfoerrorinformationreason provisioningstatusinforeason statusinforeason errorinformationreason resultdescription message' } },
  skipReason: { label: (msg) => msg('Reason for skipping', { id: 'log.column.skipReason', desc: 'What a column holds: a word such as NotEffectivelyEntitled.' }), headings: { changes: 'skipreason skippedreason' } },
  recommendedAction: { label: (msg) => msg('Recommended action', { id: 'log.column.recommendedAction', desc: 'What a column holds: advice of the service.' }), headings: { changes: 'recommendedaction provisioningstatusinfoerrorinformationrecommendedaction statusinfoerrorinformationrecommendedaction errorinformationrecommendedaction' } },
  additionalDetails: { label: (msg) => msg('Additional details', { id: 'log.column.additionalDetails', desc: 'What a column holds: more on a failure.' }), headings: { changes: 'additionaldetails provisioningstatusinfoerrorinformationadditionaldetails statusinfoerrorinformationadditionaldetails errorinformationadditionaldetails' } },
  errorCategory: { label: (msg) => msg('Error category', { id: 'log.column.errorCategory', desc: 'What a column holds: a kind of failure.' }), headings: { changes: 'errorcategory provisioningstatusinfoerrorinformationerrorcategory statusinfoerrorinformationerrorcategory errorinformationerrorcategory' } },
  app: { label: (msg) => msg('App', { id: 'log.column.app', desc: 'What a column holds: the name of the app that users are provisioned to.' }), headings: { changes: 'serviceprincipal serviceprincipaldisplayname serviceprincipalname application applicationname app appname appdisplayname' } },
  appId: { label: (msg) => msg('ID of the app', { id: 'log.column.appId', desc: 'What a column holds: the id of the app’s service principal.' }), headings: { changes: 'serviceprincipalid applicationid appid' } },
  sourceSystem: { label: (msg) => msg('Source system', { id: 'log.column.sourceSystem', desc: 'What a column holds: where users are read from.' }), headings: { changes: 'sourcesystem sourcesystemdisplayname sourcesystemname source' } },
  targetSystem: { label: (msg) => msg('Target system', { id: 'log.column.targetSystem', desc: 'What a column holds: where users are written to.' }), headings: { changes: 'targetsystem targetsystemdisplayname targetsystemname target' } },
  targetName: { label: (msg) => msg('Name in the target', { id: 'log.column.targetName', desc: 'What a column holds: the name of the account in the app.' }), headings: { changes: 'targetidentity targetidentitydisplayname targetidentityname targetdisplayname targetname' } },
  targetId: { label: (msg) => msg('ID in the target', { id: 'log.column.targetId', desc: 'What a column holds: the id of the account in the app.' }), headings: { changes: 'targetid targetidentityid targetobjectid' } },
  targetType: { label: (msg) => msg('Type in the target', { id: 'log.column.targetType', desc: 'What a column holds: the kind of the account in the app.' }), headings: { changes: 'targetidentityidentitytype targetidentitytype targettype' } },
  duration: { label: (msg) => msg('Duration', { id: 'log.column.duration', desc: 'What a column holds: milliseconds that the change took.' }), headings: { changes: 'duration durationms durationinmilliseconds durationmilliseconds' } },
  id: { label: (msg) => msg('ID of the row', { id: 'log.column.id', desc: 'What a column holds: the id of one entry of the log.' }), headings: { changes: 'id logid' } },
  cycleId: { label: (msg) => msg('Cycle ID', { id: 'log.column.cycleId', desc: 'What a column holds: the id of one run of the job. As the admin center calls it.' }), headings: { changes: 'cycleid cycle' } },
  jobId: { label: (msg) => msg('Job ID', { id: 'log.column.jobId', desc: 'What a column holds: the id of the provisioning job. As the admin center calls it.' }), headings: { changes: 'jobid job' } },
  tenantId: { label: (msg) => msg('Tenant ID', { id: 'log.column.tenantId', desc: 'What a column holds: the id of the organization.' }), headings: { changes: 'tenantid aadtenantid tenant' } },
  initiatedBy: { label: (msg) => msg('Initiated by', { id: 'log.column.initiatedBy', desc: 'What a column holds: who or what began the change.' }), headings: { changes: 'initiatedby initiatedbydisplayname initiator' } },
  stepName: { label: (msg) => msg('Name of the step', { id: 'log.column.stepName', desc: 'What a column holds: the name of one step of a change.' }), headings: { steps: 'name stepname step provisioningstepname provisioningstep displayname' } },
  stepType: { label: (msg) => msg('Type of the step', { id: 'log.column.stepType', desc: 'What a column holds: import, scoping, matching, processing, referenceResolution or export.' }), headings: { steps: 'type steptype provisioningsteptype' } },
  description: { label: (msg) => msg('Description of the step', { id: 'log.column.description', desc: 'What a column holds: a sentence on one step of a change.' }), headings: { steps: 'description stepdescription provisioningstepdescription message' } },
  details: { label: (msg) => msg('Details of the step', { id: 'log.column.details', desc: 'What a column holds: names and values on one step of a change.' }), headings: { steps: 'details stepdetails provisioningstepdetails additionaldetails' } },
  property: { label: (msg) => msg('Attribute', { id: 'log.column.property', desc: 'What a column holds: the name of an attribute that a change touched.' }), headings: { modified: 'displayname name property propertyname attribute attributename modifiedproperty modifiedpropertyname modifiedpropertydisplayname targetproperty' } },
  oldValue: { label: (msg) => msg('Old value', { id: 'log.column.oldValue', desc: 'What a column holds: the value of an attribute before a change.' }), headings: { modified: 'oldvalue old previousvalue originalvalue modifiedpropertyoldvalue' } },
  newValue: { label: (msg) => msg('New value', { id: 'log.column.newValue', desc: 'What a column holds: the value of an attribute after a change.' }), headings: { modified: 'newvalue new currentvalue modifiedpropertynewvalue' } },
} satisfies Record<string, FieldFacts>;

export type Field = keyof typeof facts;

/** What a column can be said to hold; those that matter most come first. */
export const fields = Object.keys(facts) as Field[];

/** A field in words, for the reader who is asked about a column. */
export const fieldLabel = (field: Field, msg: Msg): string => facts[field].label(msg);

/** One column of a file. */
export interface Column {
  heading: string;
  field: Field | undefined;
  /** Its first value that is not empty. */
  sample: string;
}

/** What a table is, and which column holds what. */
export interface Table {
  kind: TableKind;
  columns: Column[];
  /** The column that holds a field. */
  at: ReadonlyMap<Field, number>;
  /** Cells hold JSON, as in an export of Log Analytics: a row is an object of its own. */
  isNested: boolean;
  /** Too little is known to read it. */
  isUnreadable: boolean;
  /** Something that readers need was not found, though there are columns that nobody knows. */
  isDoubtful: boolean;
}

const byHeading = new Map<TableKind, Map<string, Field>>();
for (const kind of ['changes', 'steps', 'modified'] as const) {
  const known = new Map<string, Field>();
  for (const field of fields) {
    const { headings }: FieldFacts = facts[field];
    for (const heading of headings[kind]?.split(' ') ?? []) if (!known.has(heading)) known.set(heading, field);
  }
  byHeading.set(kind, known);
}

/** `Change ID`, `changeId` and `change_id` are the same; `TimeGenerated [UTC]` has its zone cut off. */
const plain = (heading: string): string =>
  heading
    .slice(0, 100)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/(.)utc$/, '$1');

const guid = /^\{?[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\}?$/i;
const codeNames = new Set(codes.filter(({ kind }) => kind === 'error').map(({ code }) => code.toLowerCase()));
const skipNames = new Set(codes.filter(({ kind }) => kind === 'skip').map(({ code }) => code.toLowerCase()));
const words = (list: string) => {
  const set = new Set(list.split(' '));
  return (value: string) => set.has(value.toLowerCase());
};

const isCode = (value: string): boolean => codeNames.has(value.toLowerCase());
const isSkipReason = (value: string): boolean => skipNames.has(value.toLowerCase());
const isStepType = words('import scoping matching processing referenceresolution export');
// Some codes look like one.
const isStepName = (value: string): boolean =>
  /^Entry(Import|Export|Synchronization|Escrow)\w*$/.test(value) && !isCode(value) && !isSkipReason(value);

/** What values say of their column, whatever its heading. */
const byValue: readonly (readonly [Field, TableKind[], (value: string) => boolean])[] = [
  ['stepType', ['steps'], isStepType],
  ['stepName', ['steps'], isStepName],
  ['status', ['changes', 'steps'], words('success failure skipped warning succeeded failed')],
  ['action', ['changes'], words('create update delete disable stageddelete stagedaction other')],
  ['time', ['changes'], (value) => value.length < 40 && /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[T ,]/.test(value)],
  ['user', ['changes'], (value) => value.length < 300 && /^[^@\s]+@[^@\s]+$/.test(value)],
  ['errorCode', ['changes'], isCode],
  ['skipReason', ['changes'], isSkipReason],
];

/** The columns with JSON in an export of Log Analytics, or in one that PowerShell made. */
const nested = new Set(['provisioningsteps', 'provisioningstatusinfo', 'statusinfo']);

/**
 * Finds out what the columns of a table hold: what the reader says, what the headings say, what the values say.
 * @param rows Some rows.
 * @param said The reader's own answers: heading → field, '' for none.
 */
export function recognize(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  fileName: string,
  said: Readonly<Record<string, string>> = {},
): Table {
  const samples = headings.map((_, i) => rows.map((row) => row[i]?.trim() ?? '').filter(Boolean));
  const names = headings.map(plain);
  const isNested = names.some((name, i) => nested.has(name) && /^\s*(@?\{|\[)/.test(samples[i]?.[0] ?? ''));
  const answers = headings.map((heading) => (Object.hasOwn(said, heading) ? said[heading] : undefined));
  const kind = isNested ? 'changes' : kindOf(names, samples, answers, fileName);
  const at = new Map<Field, number>();
  const free = new Set(headings.keys());
  const take = (field: Field | undefined, i: number): void => {
    if (!field || at.has(field) || !free.has(i)) return;
    at.set(field, i);
    free.delete(i);
  };
  for (const [i, answer] of answers.entries()) {
    take(
      fields.find((field) => field === answer),
      i,
    );
    if (answer !== undefined) free.delete(i);
  }
  for (const [i, name] of names.entries()) take(byHeading.get(kind)?.get(name), i);
  const mostly = (i: number, test: (value: string) => boolean): boolean => {
    const values = samples[i] ?? [];
    return values.length > 0 && values.filter(test).length >= 0.8 * values.length;
  };
  for (const [field, kinds, test] of byValue) {
    if (kinds.includes(kind) && !at.has(field)) take(field, [...free].find((i) => mostly(i, test)) ?? -1);
  }
  // Of a file with one column of ids, it is the one that joins it to the others.
  const ids = [...free].filter((i) => mostly(i, (value) => guid.test(value)));
  if (ids.length === 1 && kind !== 'changes') take('changeId', ids[0] ?? -1);

  const has = (...some: Field[]): boolean => some.some((field) => at.has(field));
  const needed = {
    changes: has('status') || has('errorCode'),
    steps: has('changeId') && has('stepType', 'stepName'),
    modified: has('changeId') && has('property', 'newValue'),
  }[kind];
  const wished =
    kind !== 'changes' || (has('time') && has('user', 'name', 'userId') && has('errorCode', 'reason', 'skipReason'));
  const strange = [...free].some((i) => samples[i]?.length);
  return {
    kind,
    columns: headings.map((heading, i) => ({
      heading,
      field: [...at].find((entry) => entry[1] === i)?.[0],
      sample: (samples[i]?.[0] ?? '').slice(0, 100),
    })),
    at,
    isNested,
    isUnreadable: !isNested && !needed,
    isDoubtful: !isNested && !(needed && wished) && strange,
  };
}

function kindOf(
  names: readonly string[],
  samples: readonly (readonly string[])[],
  answers: readonly (string | undefined)[],
  fileName: string,
): TableKind {
  const said = (...some: Field[]): boolean => some.some((field) => answers.includes(field));
  const named = (...some: string[]): boolean => some.some((name) => names.includes(name));
  const file = plain(fileName);
  if (said('stepName', 'stepType')) return 'steps';
  if (said('oldValue', 'newValue', 'property')) return 'modified';
  if (named('provisioningsteptype', 'steptype', 'stepname', 'stepstatus', 'stepdescription')) return 'steps';
  if (named('oldvalue', 'newvalue')) return 'modified';
  if (file.includes('provisioningsteps')) return 'steps';
  if (file.includes('modifiedproperties')) return 'modified';
  const hasSteps = samples.some((values) => values.length && (values.every(isStepType) || values.every(isStepName)));
  return hasSteps ? 'steps' : 'changes';
}
