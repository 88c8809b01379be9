import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../src/define/provisioning-help.js';
import type { ProvisioningHelp } from '../src/elements/provisioning-help.js';
import { pseudoLocale } from '../src/localization/generated/pseudo.js';
import { attributes, type ArgsOf } from './attributes.js';
import { narrow, rightToLeft, scheme, sideBySide, themed } from './layout.js';
import { withinShadow } from './within-shadow.js';

type Args = ArgsOf<ProvisioningHelp>;
type Story = StoryObj<Args>;

const tag = 'provisioning-help';
const help = (args: Args, children: unknown = ''): TemplateResult =>
  html`<provisioning-help ${attributes(args)}>${children}</provisioning-help>`;

const meta: Meta<Args> = { title: 'Elements/provisioning-help', component: tag, render: (args) => help(args) };
export default meta;

export const Default: Story = {};

/** The texts name the app, and set-up starts from the app's own tutorial. */
export const AppAndTutorial: Story = {
  args: {
    'app-name': 'Contoso Travel',
    'tutorial-href': 'https://learn.microsoft.com/entra/identity/saas-apps/servicenow-provisioning-tutorial',
  },
};

export const ConfigurationProblem: Story = { args: { symptom: 'configuration-problem' } };

export const NoUsers: Story = { args: { symptom: 'no-users' } };

export const WrongUsers: Story = { args: { symptom: 'wrong-users' } };

/** A code picks the symptom and is explained above everything else. */
export const CodeOfAnError: Story = {
  args: { code: 'EntryConflict' },
  play: async ({ canvasElement }) => {
    const inside = await withinShadow(canvasElement, tag);
    await expect((await inside.findAllByText('EntryConflict')).length).toBeGreaterThan(0);
    const tabs = await withinShadow(canvasElement, tag, 'help-tabs');
    await waitFor(() => expect(tabs.getAllByRole('tab')[2]).toHaveAttribute('aria-selected', 'true'), {
      timeout: 5000,
    });
  },
};

/** As a log has it: the name of the app in front, more behind. */
export const CodeWithAppName: Story = {
  args: {
    'app-name': 'Contoso Travel',
    code: 'ContosoTravelDuplicateTargetEntries: 2 entries for a.lopez@contoso.example',
  },
};

export const CodeOfASkip: Story = { args: { code: 'NotEffectivelyEntitled' } };

export const CodeOfAQuarantine: Story = { args: { code: 'EncounteredEscrowProportionThreshold' } };

export const CodeOfHttp: Story = { name: 'Code of HTTP', args: { code: 'HTTP 401 Unauthorized' } };

/** No error: it says what the code is and where to look. */
export const CodeUnknown: Story = { args: { code: 'FlurbAttributeOverflow' } };

export const CloudUsGov: Story = { name: 'Cloud of the US government', args: { cloud: 'usgov' } };

/** Some pages do not exist there; their links are left out. */
export const CloudChina: Story = { name: 'Cloud in China', args: { cloud: 'china' } };

/** The docs from a mirror, in a language of their own. */
export const DocsMirror: Story = {
  args: { 'docs-base': 'https://mirror.contoso.example/learn', 'docs-locale': 'nl-nl' },
};

export const RolesEnough: Story = {
  args: { 'user-roles': 'application-administrator, hybrid-identity-administrator' },
};

/** The checks say whom to ask. */
export const RolesNotEnough: Story = { args: { 'user-roles': 'reports-reader', symptom: 'no-users' } };

export const WithoutSetup: Story = { args: { 'without-setup': true } };

export const WithoutResources: Story = { args: { 'without-resources': true } };

/** A symptom of the page's own comes after the built-in ones. */
export const AddedSymptom: Story = {
  args: { symptom: 'licences' },
  render: (args) =>
    help(
      args,
      html`<help-tab name="licences" label="Users exist, but they have no licence">
        <p>Licences are not part of provisioning. Contoso hands them out by group.</p>
        <ul>
          <li>See whether the user is in the group <b>Travel, all staff</b>.</li>
          <li><a href="https://intranet.contoso.example/licences">Ask for a licence</a></li>
        </ul>
      </help-tab>`,
    ),
};

export const LayoutTabs: Story = { args: { layout: 'tabs' } };

export const LayoutStacked: Story = { args: { layout: 'stacked' } };

/** 320 pixels: the smallest screen that we serve, and a large one at 400 % zoom. */
export const Narrow: Story = { args: { code: 'EntryConflict' }, render: (args) => narrow(help(args)) };

/** The page's own heading, introduction and end. */
export const Slots: Story = {
  render: (args) =>
    help(
      args,
      html`<h2 slot="heading">Contoso Travel: accounts</h2>
        <p slot="intro">Written by the travel team. What you don’t find here, we know.</p>
        <p slot="footer">Checked by the travel team in October 2026.</p>`,
    ),
};

export const Contact: Story = { args: { 'contact-href': 'mailto:service-desk@contoso.example' } };

/** The headings go on below the page's own. */
export const HeadingLevel: Story = { args: { 'heading-level': 4 } };

export const LinksInTheSameTab: Story = { args: { 'link-target': '_self' } };

/** Values that mean nothing fall back, and are reported by `help-error`. */
export const BadValues: Story = {
  args: {
    symptom: 'no-such-symptom',
    cloud: 'mars' as 'global',
    layout: 'sideways' as 'auto',
    'heading-level': 12,
    'docs-base': 'javascript:alert(1)',
    'contact-href': 'javascript:alert(1)',
    locale: 'not a language',
  },
};

export const Dutch: Story = {
  args: { locale: 'nl', 'app-name': 'Contoso Reizen', 'contact-href': 'tel:+31205550100' },
};

/** English made long and accented: what is not translated, or does not fit, stands out. */
export const PseudoLocale: Story = { args: { locale: pseudoLocale, code: 'EntryConflict' } };

/** Each element follows the part of the page that it stands in. */
export const TwoLanguages: Story = {
  render: (args) => sideBySide(help(args), html`<div lang="nl">${help(args)}</div>`),
};

export const RightToLeft: Story = { args: { code: 'EntryConflict' }, render: (args) => rightToLeft(help(args)) };

export const LightAndDark: Story = {
  args: { code: 'HTTP 401', 'contact-href': 'mailto:service-desk@contoso.example' },
  render: (args) => sideBySide(scheme('light', help(args)), scheme('dark', help(args))),
};

/** A look of the page's own, by custom properties. */
export const Themed: Story = { args: { code: 'RedundantExport' }, render: (args) => themed(help(args)) };

/** The reader ticks a check off: the count follows, and the tick outlasts a change of symptom and of language. */
export const TickingACheck: Story = {
  name: 'Ticking a check',
  play: async ({ canvasElement, step }) => {
    const inside = await withinShadow(canvasElement, tag);
    const first = () => inside.getAllByRole<HTMLInputElement>('checkbox')[0]!;
    const element = canvasElement.querySelector(tag)!;

    await step('Tick the first check', async () => {
      await userEvent.click(first());
      await expect(first()).toBeChecked();
      await waitFor(() => expect(inside.getAllByText(/^\D*1 \D+\d+\D*$/)[0]).toBeVisible());
    });
    await step('Look at another symptom, and come back', async () => {
      const tabs = await withinShadow(canvasElement, tag, 'help-tabs');
      await userEvent.click(tabs.getAllByRole('tab')[1]!);
      await waitFor(() => expect(element.symptom).toBe('configuration-problem'));
      await userEvent.click(tabs.getAllByRole('tab')[0]!);
      await expect(first()).toBeChecked();
    });
    await step('Switch the language', async () => {
      element.locale = 'nl';
      await waitFor(() => expect(element.shadowRoot!.querySelector('[lang=nl]')).not.toBeNull());
      await expect(first()).toBeChecked();
      element.locale = undefined;
    });
  },
};

/** Arrows, Home and End move from tab to tab; the panel follows. */
export const ByKeyboard: Story = {
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector(tag)!;
    const tabs = await withinShadow(canvasElement, tag, 'help-tabs');
    await userEvent.click(await tabs.findByRole('tab', { selected: true }));
    for (const [keys, symptom] of [
      ['{ArrowDown}', 'configuration-problem'],
      ['{End}', 'wrong-users'],
      ['{ArrowDown}', 'configure'],
      ['{ArrowUp}', 'wrong-users'],
      ['{Home}', 'configure'],
    ] as const) {
      await userEvent.keyboard(keys);
      await waitFor(() => expect(element.symptom).toBe(symptom));
    }
  },
};
