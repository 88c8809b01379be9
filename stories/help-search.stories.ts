import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, userEvent } from 'storybook/test';
import '../src/define/help-search.js';
import type { HelpSearch } from '../src/elements/help-search.js';
import { attributes, type ArgsOf } from './attributes.js';
import { narrow, rightToLeft, scheme, themed } from './layout.js';
import { withinShadow } from './within-shadow.js';

type Args = ArgsOf<HelpSearch>;
type Story = StoryObj<Args>;

const tag = 'help-search';
const search = (args: Args): TemplateResult => html`<help-search ${attributes(args)}></help-search>`;

/** Types into the box, as a reader does, and waits for what comes of it. */
const type = (text: string, role: string) =>
  async function play({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> {
    const inside = await withinShadow(canvasElement, tag);
    await userEvent.type(await inside.findByRole('combobox'), text);
    await expect((await inside.findAllByRole(role))[0]).toBeVisible();
  };

const meta: Meta<Args> = {
  title: 'Elements/help-search',
  component: tag,
  args: { src: 'files/help/' },
  render: (args) => search(args),
};
export default meta;

export const Default: Story = {};

export const Results: Story = {
  play: async ({ canvasElement }) => {
    const inside = await withinShadow(canvasElement, tag);
    const box = await inside.findByRole('combobox');
    await userEvent.type(box, 'token');
    const [first] = await inside.findAllByRole('option');
    await userEvent.keyboard('{ArrowDown}');
    await expect(first).toHaveAttribute('aria-selected', 'true');
    await expect(box).toHaveAttribute('aria-activedescendant', first!.id);
  },
};

/** The results stand in the page, and push down what follows. */
export const Inline: Story = { args: { inline: true }, play: type('pass', 'option') };

export const NothingFound: Story = {
  args: { 'contact-href': 'mailto:help@contoso.example', context: '/parking' },
  play: type('zzqqy', 'link'),
};

/** Finds Japanese words although nothing stands between them. */
export const Japanese: Story = {
  args: { locale: 'ja' },
  play: async ({ canvasElement }) => {
    const inside = await withinShadow(canvasElement, tag);
    await userEvent.type(await inside.findByRole('combobox'), '駐車場');
    await expect((await inside.findAllByRole('option'))[0]).toHaveAttribute('lang', 'ja');
  },
};

export const Dutch: Story = { args: { locale: 'nl', inline: true }, play: type('parkeren', 'option') };

export const NoPack: Story = {
  args: { src: 'files/none/', inline: true },
  play: async ({ canvasElement }) => {
    const inside = await withinShadow(canvasElement, tag);
    await userEvent.type(await inside.findByRole('combobox'), 'x');
    await expect(await inside.findByRole('button', { name: 'Try again' })).toBeVisible();
  },
};

export const Narrow: Story = {
  args: { inline: true },
  render: (args) => narrow(search(args)),
  play: type('token', 'option'),
};

export const RightToLeft: Story = { render: (args) => rightToLeft(search(args)) };

export const Dark: Story = { render: (args) => scheme('dark', search(args)), play: type('token', 'option') };

export const Themed: Story = { render: (args) => themed(search(args)) };
