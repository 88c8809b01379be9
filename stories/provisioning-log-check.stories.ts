import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../src/define/provisioning-log-check.js';
import type { ProvisioningLogCheck } from '../src/elements/provisioning-log-check.js';
import { pseudoLocale } from '../src/localization/generated/pseudo.js';
import { attributes, type ArgsOf } from './attributes.js';
import { narrow, rightToLeft, scheme, sideBySide, themed } from './layout.js';
import * as logs from './logs.js';
import { withinShadow } from './within-shadow.js';

type Args = Omit<ArgsOf<ProvisioningLogCheck>, 'diagnosis' | 'file'> & { file?: object };
type Story = StoryObj<Args>;

const tag = 'provisioning-log-check';
const check = (args: Args): TemplateResult =>
  html`<provisioning-log-check ${attributes(args)}></provisioning-log-check>`;
const file = (text: string, name = 'provisioning-log.json') => new File([text], name);

/** Stories are looked at once the answer shows. */
const answered: Story['play'] = async ({ canvasElement }) => {
  for (const element of canvasElement.querySelectorAll(tag))
    await waitFor(() => expect(element.matches(':state(done)')).toBe(true), { timeout: 10_000 });
};
const of = (...texts: string[]): Story => ({ args: { file: texts.map((text) => file(text)) }, play: answered });

const meta: Meta<Args> = { title: 'Elements/provisioning-log-check', component: tag, render: (args) => check(args) };
export default meta;

/** Before a log: drop it, choose it or paste it. */
export const Default: Story = {};

export const NotAssigned: Story = of(logs.notAssigned);

export const ScopingFilter: Story = of(logs.scopingFilter);

export const MissingValue: Story = of(logs.missingValue);

/** The log of the app, and the state of the job from Microsoft Graph. */
export const BadCredentialsAndQuarantine: Story = of(logs.badCredentials, logs.quarantinedJob);

export const Conflict: Story = of(logs.conflict);

export const NothingWrong: Story = of(logs.allFine);

/** The download broke off: what was read counts, and the place is named. */
export const Truncated: Story = of(logs.truncated);

/** A CSV file with headings that nobody knows: the reader says what they hold. */
export const UnknownColumns: Story = { args: { file: file(logs.unknownColumns, 'protokoll.csv') }, play: answered };

/** What to do instead. */
export const NoLog: Story = {
  args: { file: file('%PDF-1.7', 'log.pdf') },
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector(tag)!;
    await waitFor(() => expect(element.matches(':state(error)')).toBe(true), { timeout: 10_000 });
  },
};

/** One user's whole story, step by step. */
export const OneUser: Story = {
  ...of(logs.missingValue),
  play: async (context) => {
    await answered(context);
    const inside = await withinShadow(context.canvasElement, tag);
    await userEvent.click(await inside.findByRole('button', { name: /ada\.example/ }));
    await expect(
      await inside.findByText('Required attribute "surname" has no value.', { selector: '.story *' }),
    ).toBeVisible();
  },
};

export const Dutch: Story = { args: { ...of(logs.notAssigned).args, locale: 'nl' }, play: answered };

/** Every text is in brackets, or it is not translated. */
export const PseudoLocale: Story = { args: { ...of(logs.conflict).args, locale: pseudoLocale }, play: answered };

export const Narrow: Story = { ...of(logs.conflict), render: (args) => narrow(check(args)) };

export const RightToLeft: Story = { ...of(logs.notAssigned), render: (args) => rightToLeft(check(args)) };

export const LightAndDark: Story = {
  ...of(logs.missingValue),
  render: (args) => sideBySide(scheme('light', check(args)), scheme('dark', check(args))),
};

export const Themed: Story = { ...of(logs.notAssigned), render: (args) => themed(check(args)) };
