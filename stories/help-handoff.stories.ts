import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, userEvent } from 'storybook/test';
import '../src/define/help-handoff.js';
import { diagnose } from '../src/diagnosis.js';
import type { HelpHandoff } from '../src/elements/help-handoff.js';
import { attributes, type ArgsOf } from './attributes.js';
import { narrow, rightToLeft, scheme, sideBySide, themed } from './layout.js';
import * as logs from './logs.js';
import { waitForFocus, withinShadow } from './within-shadow.js';

type Args = ArgsOf<HelpHandoff>;
type Story = StoryObj<Args>;

const tag = 'help-handoff';
const handoff = (args: Args): TemplateResult => html`<help-handoff ${attributes(args)}></help-handoff>`;
const diagnosis = await diagnose(logs.conflict);

const make: Story['play'] = async ({ canvasElement }) => {
  const inside = await withinShadow(canvasElement, tag);
  await userEvent.click(await inside.findByRole('button', { name: 'Make the summary' }));
  await waitForFocus(await inside.findByRole('textbox'));
};

const meta: Meta<Args> = {
  title: 'Elements/help-handoff',
  component: tag,
  args: {
    diagnosis,
    checks: [
      { label: 'Is the user enabled and assigned to the app?', done: true },
      { label: 'Does a scoping filter keep the user out?', done: false },
    ],
    'contact-href': 'mailto:service-desk@contoso.example',
  },
  render: (args) => handoff(args),
};
export default meta;

export const Default: Story = {};

/** Names are replaced; nothing has been sent. */
export const Summary: Story = { play: make };

/** The reader wants the names in it, and is warned. */
export const WithNames: Story = {
  play: async (context) => {
    await make(context);
    const inside = await withinShadow(context.canvasElement, tag);
    await userEvent.click(inside.getByRole('checkbox'));
    await expect(await inside.findByRole('alert')).toBeVisible();
  },
};

/** Without a log, the checks are what there is to say. */
export const WithoutLog: Story = { args: { diagnosis: null, 'app-name': 'Contoso Travel' }, play: make };

/** Support is a page: its link stands below. */
export const ContactOnTheWeb: Story = { args: { 'contact-href': 'https://support.contoso.example/' }, play: make };

export const Dutch: Story = { args: { locale: 'nl' } };

export const Narrow: Story = { render: (args) => narrow(handoff(args)), play: make };

export const RightToLeft: Story = { render: (args) => rightToLeft(handoff(args)) };

export const LightAndDark: Story = {
  render: (args) => sideBySide(scheme('light', handoff(args)), scheme('dark', handoff(args))),
};

export const Themed: Story = { render: (args) => themed(handoff(args)) };
