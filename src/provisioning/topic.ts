import { str, type Msg } from '../localization/msg.js';
import type { Block, LinkItem, ListItem, Section } from '../topics/model.js';
import { adminCenter } from './links.js';
import { configure } from './symptoms/configure.js';
import { symptoms } from './symptoms.js';
import { createWriter, paragraph, present, type Later, type ProvisioningOptions, type Writer } from './writing.js';

export type { Later, ProvisioningOptions } from './writing.js';

/** The flagship's topic: its sections are the symptoms; around them stand the way in and the reference. */
export interface ProvisioningTopic {
  id: 'provisioning';
  title: string;
  intro: Block[];
  setup: { label: string; body: Block[] };
  /** What the list of symptoms is called. */
  sectionsLabel: string;
  sections: Section[];
  resources: { label: string; items: LinkItem[] };
}

/**
 * All that `<provisioning-help>` says, in the language of `msg`.
 * @param later Without it, the symptoms after the first say that they are missing, and each check names the roles that it needs.
 */
export function provisioningTopic(msg: Msg, options: ProvisioningOptions, later?: Later): ProvisioningTopic {
  const writer = createWriter(msg, options, later);
  const missing = msg('This part couldn’t be loaded. Open it again to retry.', {
    id: 'topic.missing',
    desc: 'In place of the checks of a tab, when they could not be loaded. To open again: to choose the tab again.',
  });
  return {
    id: 'provisioning',
    title: title(msg, options),
    intro: [paragraph(intro(msg, options))],
    setup: setup(msg, options, writer, later),
    sectionsLabel: msg('Where are you stuck?', {
      id: 'topic.symptoms',
      desc: 'Heading above tabs, each of which is a situation of the reader.',
    }),
    sections: symptoms(msg).map(({ id, label }) => {
      const write = id === 'configure' ? configure : later?.laterSymptoms[id];
      return { id, label, body: write?.(msg, writer) ?? [paragraph(missing)] };
    }),
    resources: resources(msg, writer),
  };
}

const title = (msg: Msg, { appName }: ProvisioningOptions): string =>
  appName
    ? msg(str`User provisioning to ${appName}`, { id: 'topic.title.app', desc: 'Heading. The value is an app’s name.' })
    : msg('User provisioning', {
        id: 'topic.title',
        desc: 'Heading. Provisioning: creating and updating user accounts in an app automatically.',
      });

const intro = (msg: Msg, { appName }: ProvisioningOptions): string =>
  appName
    ? msg(
        str`Microsoft Entra ID, formerly Azure AD, keeps user accounts in ${appName} up to date for you. Set it up here, or find out why it isn’t working.`,
        { id: 'topic.intro.app', desc: 'Introduction, with the old name once. The value is an app’s name.' },
      )
    : msg(
        'Microsoft Entra ID, formerly Azure AD, keeps user accounts in your app up to date for you. Set it up here, or find out why it isn’t working.',
        { id: 'topic.intro', desc: 'Introduction, with the old name once.' },
      );

function setup(
  msg: Msg,
  { appName, docs }: ProvisioningOptions,
  { link }: Writer,
  later?: Later,
): ProvisioningTopic['setup'] {
  const steps = [
    paragraph(
      msg('Start from the app’s own setup tutorial.', { id: 'topic.setup.tutorial', desc: 'Step 1; a link follows.' }),
      link('tutorials'),
    ),
    paragraph(
      appName
        ? msg(str`In ${appName}, turn on provisioning and copy the tenant URL and token.`, {
            id: 'topic.setup.app.named',
            desc: 'Step 2. The value is an app’s name. Tenant URL, token: what Microsoft Entra ID needs to connect.',
          })
        : msg('In your app, turn on provisioning and copy the tenant URL and token.', {
            id: 'topic.setup.app',
            desc: 'Step 2. Tenant URL, token: what Microsoft Entra ID needs to connect.',
          }),
    ),
    paragraph(
      msg('In Microsoft Entra ID, add the app, enter both, and test the connection.', {
        id: 'topic.setup.entra',
        desc: 'Step 3; a link follows. Both: the tenant URL and the token.',
      }),
      {
        label: msg('Open the Entra admin center', { id: 'topic.setup.portal', desc: 'Link to Microsoft’s website.' }),
        href: later?.adminCenterUrl(docs?.cloud) ?? adminCenter,
      },
    ),
  ];
  const children = steps.map((step): ListItem => ({ type: 'listItem', children: [step] }));
  return {
    label: msg('Set up the connection', { id: 'topic.setup.label', desc: 'Heading above three steps.' }),
    body: [{ type: 'list', ordered: true, children }],
  };
}

const resources = (msg: Msg, { link }: Writer): ProvisioningTopic['resources'] => ({
  label: msg('Resources', { id: 'topic.resources.label', desc: 'Heading above links to reference pages.' }),
  items: present([
    link(
      'knownIssues',
      msg('What provisioning can’t do, and ways around it.', {
        id: 'topic.resources.knownIssues',
        desc: 'Describes the link “Known issues”.',
      }),
    ),
    link(
      'logs',
      msg('What happened to each user, step by step.', {
        id: 'topic.resources.logs',
        desc: 'Describes the link “Provisioning logs”.',
      }),
    ),
    link(
      'errorCodes',
      msg('What each code means and what to do.', {
        id: 'topic.resources.errorCodes',
        desc: 'Describes the link “Error codes”.',
      }),
    ),
  ]),
});
