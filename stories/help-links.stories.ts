import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect } from 'storybook/test';
import '../src/define/help-links.js';
import type { HelpLinks } from '../src/elements/help-links.js';
import type { LinkItem } from '../src/topics/model.js';
import { attributes, type ArgsOf } from './attributes.js';
import { narrow, rightToLeft, scheme, sideBySide, themed } from './layout.js';
import { withinShadow } from './within-shadow.js';

type Args = ArgsOf<HelpLinks>;
type Story = StoryObj<Args>;

const tag = 'help-links';
const list = (args: Args, children: unknown = ''): TemplateResult =>
  html`<help-links ${attributes(args)}>${children}</help-links>`;

const items: LinkItem[] = [
  {
    label: 'Known issues of provisioning',
    href: 'https://learn.microsoft.com/entra/identity/app-provisioning/known-issues',
    description: 'What does not work yet, and how to live with it',
  },
  { label: 'Service status', href: 'https://status.contoso.example/', description: 'Whether it is not just you' },
  { label: 'Mail the service desk', href: 'mailto:service-desk@contoso.example' },
  { label: 'Call the service desk', href: 'tel:+31205550100', description: 'On working days from 8 to 18 o’clock' },
  { label: 'All help of this page', href: '#help' },
];

const meta: Meta<Args> = {
  title: 'Elements/help-links',
  component: tag,
  args: { links: items, heading: 'More help' },
  render: (args) => list(args),
};
export default meta;

/** From the `links` property. */
export const Default: Story = {};

/** From the page's own links, which stay readable where JavaScript does not run. */
export const Slotted: Story = {
  args: { links: null },
  render: (args) =>
    list(
      args,
      html`<a href="https://status.contoso.example/">Service status</a>
        <a href="mailto:service-desk@contoso.example">Mail the service desk</a>`,
    ),
  play: async ({ canvasElement }) => {
    const inside = await withinShadow(canvasElement, tag);
    const status = await inside.findByRole('link', { name: 'Service status' });
    await expect(status).toHaveAttribute('rel', 'noopener noreferrer');
    await expect(inside.getAllByRole('link')).toHaveLength(2);
  },
};

export const WithoutHeading: Story = { args: { heading: '' } };

/** An address out of policy shows as text, and is reported. */
export const BlockedAddresses: Story = {
  args: {
    links: [
      { label: 'A script', href: 'javascript:alert(1)', description: 'Shows as text' },
      { label: 'A file on a disk', href: 'file:///etc/passwd' },
      { label: 'A page on the web', href: 'https://contoso.example/' },
    ],
  },
  play: async ({ canvasElement }) => {
    const inside = await withinShadow(canvasElement, tag);
    await expect(await inside.findByText('A script')).toBeVisible();
    await expect(inside.getAllByRole('link')).toHaveLength(1);
  },
};

/** Entries without a label are left out. */
export const FaultyEntries: Story = {
  args: { links: [null, {}, { label: '' }, { label: 'No address' }, items[0]] as LinkItem[] },
};

export const Empty: Story = { args: { links: [] } };

export const InTheSameTab: Story = { args: { 'link-target': '_self' } };

export const HeadingLevel: Story = { args: { 'heading-level': 4 } };

export const Dutch: Story = { args: { locale: 'nl', heading: 'Meer hulp' } };

export const Narrow: Story = { render: (args) => narrow(list(args)) };

export const RightToLeft: Story = { render: (args) => rightToLeft(list(args)) };

export const LightAndDark: Story = {
  render: (args) => sideBySide(scheme('light', list(args)), scheme('dark', list(args))),
};

export const Themed: Story = { render: (args) => themed(list(args)) };
