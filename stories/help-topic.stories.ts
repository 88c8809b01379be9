import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, userEvent } from 'storybook/test';
import '../src/define/help-topic.js';
import type { HelpTopic } from '../src/elements/help-topic.js';
import { pseudoLocale } from '../src/localization/generated/pseudo.js';
import { attributes, type ArgsOf } from './attributes.js';
import { fetchFaults } from './fetch-faults.js';
import { narrow, rightToLeft, scheme, sideBySide, themed } from './layout.js';
import * as topics from './topics.js';
import { waitForFocus, withinShadow } from './within-shadow.js';

type Args = ArgsOf<HelpTopic>;
type Story = StoryObj<Args>;

const tag = 'help-topic';
const help = (args: Args, children: unknown = ''): TemplateResult =>
  html`<help-topic ${attributes(args)}>${children}</help-topic>`;

/** What a page offers while there is no topic. */
const fallback = html`<p>Call the service desk: extension 4400.</p>`;

const meta: Meta<Args> = {
  title: 'Elements/help-topic',
  component: tag,
  beforeEach: fetchFaults,
  render: (args) => help(args, fallback),
};
export default meta;

/** From data: the sections are tabs. */
export const Default: Story = { args: { topic: topics.travelTopic } };

export const Section: Story = { args: { topic: topics.travelTopic, section: 'unpaid' } };

/** Every kind of block and of running text. */
export const EveryNode: Story = { args: { topic: topics.everyNode } };

export const WithoutSections: Story = { args: { topic: topics.bodyOnly } };

export const WithoutBody: Story = { args: { topic: { ...topics.travelTopic, body: [] } } };

/** From a file, at an address relative to the page. */
export const FromAFile: Story = {
  args: { src: 'files/parking.json' },
  play: async ({ canvasElement }) => {
    const inside = await withinShadow(canvasElement, tag);
    await expect(await inside.findByRole('heading', { level: 2, name: /barrier/ })).toBeVisible();
  },
};

/** From a pack: its links lead to its other topics. */
export const FromAPack: Story = {
  args: { src: 'files/pack/#printers' },
  play: async ({ canvasElement }) => {
    const inside = await withinShadow(canvasElement, tag);
    await userEvent.click(await inside.findByRole('link', { name: 'the printer is offline' }));
    await waitForFocus(await inside.findByRole('heading', { name: 'The printer is offline' }));
  },
};

/** The reader may see what the machine translated, and go back. */
export const MachineTranslation: Story = { args: { src: 'files/pack/#printers', locale: 'nl' } };

/** The page knows what to write for them. */
export const Placeholders: Story = {
  args: {
    topic: topics.withPlaceholders,
    values: { IncidentId: 'MO 4711/26', Start: '31 May', Service: 'Contoso Mail' },
  },
};

/** What the page does not fill in shows as it is written, and the topic says so. */
export const PlaceholdersWithoutValues: Story = {
  args: { topic: topics.withPlaceholders, values: { IncidentId: 'MO 4711/26' } },
};

export const Remarks: Story = { args: { topic: topics.remarks } };

export const CodeToCopy: Story = { args: { topic: topics.codeBlocks } };

/** One section alone is no tab: it stands below its heading. */
export const OneSection: Story = { args: { topic: topics.oneSection } };

export const Pictures: Story = { args: { topic: topics.pictures } };

/** While it is loading, the page's own text stays. */
export const Loading: Story = {
  args: { src: 'faults/hang' },
  play: async ({ canvasElement }) => {
    const inside = await withinShadow(canvasElement, tag);
    await expect(await inside.findByRole('status')).toHaveTextContent(/\S/);
    await expect(canvasElement.querySelector(`${tag} > p`)).toBeVisible();
  },
};

/** The message of a fault stands above the page's own text, which stays readable. */
export const NotFound: Story = {
  args: { src: 'files/no-such-file.json' },
  play: async ({ canvasElement }) => {
    const inside = await withinShadow(canvasElement, tag);
    await expect(await inside.findByRole('button')).toBeVisible();
    await expect(canvasElement.querySelector(`${tag} > p`)).toBeVisible();
  },
};

export const ServerFault: Story = { args: { src: 'faults/server' } };

/** Most often a page to sign in. */
export const AWebPageInstead: Story = { args: { src: 'files/sign-in.html' } };

export const DamagedFile: Story = { args: { src: 'files/damaged.txt' } };

export const NewerVersion: Story = { args: { src: 'files/newer-version.json' } };

/** No request is made. */
export const BlockedSource: Story = { args: { src: 'data:application/json,{}' } };

/** The file is there at the second try. */
export const Retry: Story = {
  args: { src: 'faults/once?file=files/parking.json' },
  play: async ({ canvasElement }) => {
    const inside = await withinShadow(canvasElement, tag);
    await userEvent.click(await inside.findByRole('button'));
    await expect(await inside.findByRole('heading', { name: /barrier/ })).toBeVisible();
    await expect(inside.queryByRole('button')).toBeNull();
  },
};

/** What is broken is left out, and reported; the rest shows. */
export const FaultyNodes: Story = { args: { topic: topics.faultyNodes } };

/** They show as text, and are reported. */
export const BlockedAddresses: Story = { args: { topic: topics.blockedAddresses } };

/** A section of the page's own comes after the topic's. */
export const AddedSection: Story = {
  args: { topic: topics.travelTopic },
  render: (args) =>
    help(
      args,
      html`<help-tab name="abroad" label="I am travelling now"><p>Call +31 20 555 0100 at any hour.</p></help-tab>`,
    ),
};

export const Slots: Story = {
  args: { topic: topics.travelTopic },
  render: (args) =>
    help(
      args,
      html`<h2 slot="heading">Expenses</h2>
        <p slot="intro">For everyone who travels for Contoso.</p>
        <p slot="footer">Checked by the travel desk in October 2026.</p>`,
    ),
};

export const Contact: Story = { args: { topic: topics.bodyOnly, 'contact-href': 'tel:+31205550100' } };

export const LayoutStacked: Story = { args: { topic: topics.travelTopic, layout: 'stacked' } };

export const Narrow: Story = { args: { topic: topics.everyNode }, render: (args) => narrow(help(args)) };

/** A topic says which language it is in; the words around it are in the reader's. */
export const LanguageOfTheTopic: Story = { args: { topic: topics.arabicTopic, 'contact-href': 'tel:+31205550100' } };

export const Dutch: Story = {
  args: { topic: topics.travelTopic, locale: 'nl', 'contact-href': 'tel:+31205550100' },
};

export const DutchFault: Story = { args: { src: 'faults/server', locale: 'nl' } };

export const PseudoLocale: Story = { args: { topic: topics.everyNode, locale: pseudoLocale } };

/** The topic names no language, so that it goes the page's way. */
export const RightToLeft: Story = {
  args: { topic: { ...topics.everyNode, lang: undefined } },
  render: (args) => rightToLeft(help(args)),
};

export const LightAndDark: Story = {
  args: { topic: topics.everyNode },
  render: (args) => sideBySide(scheme('light', help(args)), scheme('dark', help(args))),
};

export const Themed: Story = { args: { topic: topics.travelTopic }, render: (args) => themed(help(args)) };
