import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../src/define/help-center.js';
import '../src/define/help-launcher.js';
import type { HelpLauncher } from '../src/elements/help-launcher.js';
import { attributes, type ArgsOf } from './attributes.js';
import { rightToLeft, scheme, themed } from './layout.js';
import { withinShadow } from './within-shadow.js';

type Args = ArgsOf<HelpLauncher>;
type Story = StoryObj<Args>;

const tag = 'help-launcher';
const launcher = (args: Args): TemplateResult =>
  html`<div style="min-block-size: 12rem">
    <p>The page goes on behind it.</p>
    <p><button style="background: Canvas; color: CanvasText" data-help-topic="garage">Where can I park?</button></p>
    <help-launcher ${attributes(args)}>
      <help-center src="files/help/" context="/parking"></help-center>
    </help-launcher>
  </div>`;

const meta: Meta<Args> = {
  title: 'Elements/help-launcher',
  component: tag,
  render: (args) => launcher(args),
  // Each in a page of its own: it stands in a corner of the window.
  parameters: { docs: { story: { inline: false, iframeHeight: 480 } } },
};
export default meta;

export const Default: Story = {};

/** Beside the page on a wide screen, in its place on a narrow one. */
export const Open: Story = { args: { open: true } };

export const Modal: Story = { args: { open: true, modal: true } };

export const Icon: Story = { args: { variant: 'icon', placement: 'end-start' } };

export const Labelled: Story = { args: { label: 'Ask the harbour', placement: 'start-end' } };

/** Any element of the page with `data-help-topic` opens it at that topic. */
export const FromThePage: Story = {
  play: async ({ canvasElement }) => {
    await withinShadow(canvasElement, tag);
    await userEvent.click(canvasElement.querySelector('[data-help-topic]')!);
    const inside = await withinShadow(canvasElement, 'help-center');
    await waitFor(() => expect(inside.getByRole('region', { name: 'Park at the office' })).toBeVisible());
  },
};

/** For authors: which places on the page have help. */
export const Coverage: Story = {
  args: { coverage: true },
  render: (args) => html`${launcher(args)}<button data-help-topic="no/such">No help here</button>`,
};

export const Dutch: Story = { args: { open: true, locale: 'nl' } };

export const RightToLeft: Story = { args: { open: true }, render: (args) => rightToLeft(launcher(args)) };

export const Dark: Story = { args: { open: true }, render: (args) => scheme('dark', launcher(args)) };

export const Themed: Story = { args: { open: true }, render: (args) => themed(launcher(args)) };
