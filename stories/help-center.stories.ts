import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, userEvent } from 'storybook/test';
import '../src/define/help-center.js';
import type { HelpCenter } from '../src/elements/help-center.js';
import { attributes, type ArgsOf } from './attributes.js';
import { narrow, rightToLeft, scheme, themed } from './layout.js';
import { withinShadow } from './within-shadow.js';

type Args = ArgsOf<HelpCenter>;
type Story = StoryObj<Args>;

const tag = 'help-center';
const center = (args: Args, children: unknown = ''): TemplateResult =>
  html`<help-center ${attributes(args)}>${children}</help-center>`;

const meta: Meta<Args> = {
  title: 'Elements/help-center',
  component: tag,
  args: { src: 'files/help/', context: '/parking', 'contact-href': 'mailto:help@contoso.example' },
  render: (args) => center(args),
};
export default meta;

/** What fits the page, and the groups. */
export const Default: Story = {
  play: async ({ canvasElement }) => {
    const inside = await withinShadow(canvasElement, tag);
    await expect(await inside.findByRole('button', { name: 'Park at the office' })).toBeVisible();
  },
};

export const Group: Story = {
  play: async ({ canvasElement }) => {
    const inside = await withinShadow(canvasElement, tag);
    await userEvent.click(await inside.findByRole('button', { name: 'Get started' }));
    await expect(await inside.findByRole('button', { name: 'Your first day' })).toBeVisible();
  },
};

export const Topic: Story = { args: { topic: 'start/first-day' } };

/** By alias; without the question whether it helped. */
export const WithoutFeedback: Story = { args: { topic: 'garage', 'without-feedback': true } };

export const Searching: Story = {
  play: async ({ canvasElement }) => {
    const inside = await withinShadow(canvasElement, tag, 'help-search');
    await userEvent.type(await inside.findByRole('combobox'), 'pass');
    await expect((await inside.findAllByRole('option'))[0]).toBeVisible();
  },
};

/** The page's own words stay readable. */
export const NoPack: Story = {
  args: { src: 'files/none/' },
  render: (args) => center(args, html`<a href="#help">All help on one page</a>`),
  play: async ({ canvasElement }) => {
    const inside = await withinShadow(canvasElement, tag);
    await expect(await inside.findByRole('button', { name: 'Try again' })).toBeVisible();
  },
};

export const Dutch: Story = { args: { locale: 'nl', topic: 'start/first-day' } };

export const Japanese: Story = { args: { locale: 'ja' } };

export const Narrow: Story = { args: { topic: 'start/first-day' }, render: (args) => narrow(center(args)) };

export const RightToLeft: Story = { args: { topic: 'start/first-day' }, render: (args) => rightToLeft(center(args)) };

export const Dark: Story = { render: (args) => scheme('dark', center(args)) };

export const Themed: Story = { render: (args) => themed(center(args)) };
