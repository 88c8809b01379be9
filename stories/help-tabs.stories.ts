import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../src/define/help-tabs.js';
import type { HelpTabs } from '../src/elements/help-tabs.js';
import { attributes, type ArgsOf } from './attributes.js';
import { narrow, rightToLeft, scheme, sideBySide, themed } from './layout.js';
import { withinShadow } from './within-shadow.js';

type Args = ArgsOf<HelpTabs>;
type Story = StoryObj<Args>;

const tag = 'help-tabs';
const label = 'What do you see?';

const printer = html`<help-tab name="offline" label="The printer is offline">
    <p>Switch it off, wait ten seconds, and switch it on again.</p>
  </help-tab>
  <help-tab name="blank" label="Pages come out blank">
    <p>The cartridge is empty, or its seal is still on.</p>
  </help-tab>
  <help-tab name="waiting" label="My document waits in the queue">
    <p>Someone before you may have sent a long one. <a href="#queue">See the queue</a>.</p>
  </help-tab>`;

const tabs = (args: Args, children: unknown = printer): TemplateResult =>
  html`<help-tabs ${attributes(args)}>${children}</help-tabs>`;

const meta: Meta<Args> = {
  title: 'Elements/help-tabs',
  component: tag,
  subcomponents: { 'help-tab': 'help-tab' },
  args: { label },
  render: (args) => tabs(args),
};
export default meta;

/** Presses keys one after the other, each followed by the tab that must show then. */
async function walk(canvas: HTMLElement, steps: readonly (readonly [keys: string, selected: string])[]): Promise<void> {
  const element = canvas.querySelector(tag)!;
  const inside = await withinShadow(canvas, tag);
  await userEvent.click(await inside.findByRole('tab', { selected: true }));
  for (const [keys, selected] of steps) {
    await userEvent.keyboard(keys);
    await waitFor(() => expect(element.selected).toBe(selected));
  }
}

export const Default: Story = {
  play: async ({ canvasElement }) => {
    await walk(canvasElement, [
      ['{ArrowDown}', 'blank'],
      ['{ArrowRight}', 'waiting'],
      ['{ArrowDown}', 'offline'],
      ['{ArrowLeft}', 'waiting'],
      ['{Home}', 'offline'],
      ['{End}', 'waiting'],
    ]);
    const panels = canvasElement.querySelectorAll('help-tab');
    await expect(panels[0]).not.toBeVisible();
    await expect(panels[2]).toBeVisible();
  },
};

export const Selected: Story = { args: { selected: 'waiting' } };

export const LayoutTabs: Story = { args: { layout: 'tabs' } };

export const LayoutStacked: Story = { args: { layout: 'stacked' } };

/** Arrows move the focus; Enter and Space select. */
export const ManualActivation: Story = {
  args: { activation: 'manual' },
  play: async ({ canvasElement }) => {
    await walk(canvasElement, [
      ['{ArrowDown}', 'offline'],
      ['{Enter}', 'blank'],
      ['{ArrowDown}', 'blank'],
      [' ', 'waiting'],
    ]);
  },
};

export const ManyTabs: Story = {
  render: (args) =>
    tabs(
      args,
      Array.from(
        { length: 24 },
        (_, index) =>
          html`<help-tab name=${`floor-${index}`} label=${`The lift does not stop at floor ${index}`}>
            <p>Take the stairs from floor ${index === 0 ? 1 : index - 1}.</p>
          </help-tab>`,
      ),
    ),
};

export const OneTab: Story = {
  render: (args) => tabs(args, html`<help-tab name="only" label="The only symptom"><p>Its panel.</p></help-tab>`),
};

/** Nothing shows, and nothing breaks. */
export const NoTabs: Story = { render: (args) => tabs(args, '') };

/** Labels are whole sentences and never cut, also without a place to break. */
export const LongLabels: Story = {
  render: (args) =>
    tabs(
      args,
      html`<help-tab
          name="sentence"
          label="After the update of last night the printer on the third floor prints every page twice, and the second one is upside down"
        >
          <p>Set the default of the queue to one-sided.</p>
        </help-tab>
        <help-tab name="word" label="SystemForCrossDomainIdentityManagementMultipleEntriesInResponse">
          <p>A word that is longer than the tab.</p>
        </help-tab>`,
    ),
};

/** A tab that was asked for before it was there shows once it comes; one that goes leaves the choice to its neighbour. */
export const TabsThatComeAndGo: Story = {
  args: { selected: 'late' },
  play: async ({ canvasElement, step }) => {
    const element = canvasElement.querySelector(tag)!;
    const inside = await withinShadow(canvasElement, tag);
    const late = document.createElement('help-tab');
    Object.assign(late, { name: 'late', label: 'A tab that came later', textContent: 'Its panel.' });

    await step('Until it comes, the first one shows', async () => {
      await waitFor(() => expect(element.selected).toBe('offline'));
    });
    await step('It comes', async () => {
      element.append(late);
      await waitFor(() => expect(element.selected).toBe('late'));
      await expect(inside.getAllByRole('tab')).toHaveLength(4);
    });
    await step('It goes', async () => {
      late.remove();
      await waitFor(() => expect(element.selected).toBe('waiting'));
    });
  },
};

/** A panel may hold a tab set of its own. */
export const Nested: Story = {
  render: (args) =>
    tabs(
      args,
      html`<help-tab name="floor" label="The printer on my floor"
          ><help-tabs label="Printer">${printer}</help-tabs></help-tab
        >
        <help-tab name="home" label="My printer at home"><p>Call its maker.</p></help-tab>`,
    ),
};

export const Narrow: Story = { render: (args) => narrow(tabs(args)) };

/** Left and right change places. */
export const RightToLeft: Story = {
  render: (args) => rightToLeft(tabs(args)),
  play: async ({ canvasElement }) => {
    await walk(canvasElement, [
      ['{ArrowLeft}', 'blank'],
      ['{ArrowLeft}', 'waiting'],
      ['{ArrowRight}', 'blank'],
      ['{ArrowUp}', 'offline'],
    ]);
  },
};

export const LightAndDark: Story = {
  render: (args) => sideBySide(scheme('light', tabs(args)), scheme('dark', tabs(args))),
};

export const Themed: Story = { render: (args) => themed(tabs(args)) };
