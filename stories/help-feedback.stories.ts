import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, userEvent } from 'storybook/test';
import '../src/define/help-feedback.js';
import '../src/define/help-topic.js';
import type { HelpFeedback } from '../src/elements/help-feedback.js';
import { attributes, type ArgsOf } from './attributes.js';
import { narrow, rightToLeft, scheme, sideBySide, themed } from './layout.js';
import { withinShadow } from './within-shadow.js';

type Args = ArgsOf<HelpFeedback>;
type Story = StoryObj<Args>;

const tag = 'help-feedback';
const feedback = (args: Args): TemplateResult => html`<help-feedback ${attributes(args)}></help-feedback>`;

const meta: Meta<Args> = { title: 'Elements/help-feedback', component: tag, render: (args) => feedback(args) };
export default meta;

export const Default: Story = {};

/** A no opens the reasons; nothing is sent before the reader sends it. */
export const Reasons: Story = {
  play: async ({ canvasElement }) => {
    const inside = await withinShadow(canvasElement, tag);
    await userEvent.click(await inside.findByRole('button', { name: 'No' }));
    await expect(await inside.findByRole('radio', { name: 'It’s hard to follow.' })).toBeVisible();
  },
};

export const Thanks: Story = {
  play: async ({ canvasElement }) => {
    const inside = await withinShadow(canvasElement, tag);
    await userEvent.click(await inside.findByRole('button', { name: 'Yes' }));
    await expect(await inside.findByText(/^\s*Thank you/)).toBeVisible();
  },
};

/** In the footer of a topic it asks about the section that shows. */
export const InATopic: Story = {
  render: (args) =>
    html`<help-topic src="files/parking.json">
      <help-feedback slot="footer" ${attributes(args)}></help-feedback>
    </help-topic>`,
};

export const Dutch: Story = { args: { locale: 'nl' }, play: openDutch };

async function openDutch({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> {
  const inside = await withinShadow(canvasElement, tag);
  await userEvent.click(await inside.findByRole('button', { name: 'Nee' }));
}

export const PseudoLocale: Story = { args: { locale: 'en-XA' } };

export const Narrow: Story = { render: (args) => narrow(feedback(args)) };

export const RightToLeft: Story = { render: (args) => rightToLeft(feedback(args)) };

export const LightAndDark: Story = {
  render: (args) => sideBySide(scheme('light', feedback(args)), scheme('dark', feedback(args))),
};

export const Themed: Story = { render: (args) => themed(feedback(args)) };
