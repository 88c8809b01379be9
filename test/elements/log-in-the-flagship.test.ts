import { expect, fixture } from '@open-wc/testing';
import '../../src/define/provisioning-help.js';
import type { HelpHandoff } from '../../src/elements/help-handoff.js';
import type { ProvisioningHelp } from '../../src/elements/provisioning-help.js';
import type { ProvisioningLogCheck } from '../../src/elements/provisioning-log-check.js';
import * as logs from '../../stories/logs.js';
import { collect, find, findAll, readTabs, textOf, until } from '../helpers.js';

async function open(attributes: string): Promise<ProvisioningHelp> {
  const element = await fixture<ProvisioningHelp>(`<provisioning-help lang="en" ${attributes}></provisioning-help>`);
  await until(() => findAll(element, 'help-tab ol').length === 4, 'all checks');
  return element;
}

const ticked = (element: ProvisioningHelp) =>
  findAll<HTMLInputElement>(element.renderRoot as ShadowRoot, 'input[data-check]')
    .filter(({ checked }) => checked)
    .map(({ dataset }) => `${dataset['section']}/${dataset['check']}`);

describe('provisioning-help with a log', () => {
  it('has neither the log check nor the hand-off unless asked, and takes them away again', async () => {
    const element = await open('');
    expect(findAll(element, 'provisioning-log-check, help-handoff')).to.deep.equal([]);
    element.withLogCheck = element.withHandoff = true;
    await until(() => findAll(element, 'provisioning-log-check, help-handoff').length === 2, 'both');
    await until(() => findAll(element, '.zone').length, 'the log check');
    await expect(element).to.be.accessible();
    element.withLogCheck = element.withHandoff = false;
    await element.updateComplete;
    expect(findAll(element, 'provisioning-log-check, help-handoff')).to.deep.equal([]);
  });

  it('shows the symptom that the log points to, and ticks off what the log answers', async () => {
    const element = await open('with-log-check');
    const chosen = collect(element, 'help-symptom-change');
    const ready = collect(element, 'help-ready');
    const checks = collect(element, 'help-check');
    await until(() => findAll(element, '.zone').length, 'the log check');
    await find<ProvisioningLogCheck>(element, 'provisioning-log-check').check(logs.notAssigned);
    await element.updateComplete;
    expect(chosen).to.deep.equal([{ symptom: 'no-users', trigger: 'log' }]);
    await until(() => readTabs(element).selected[0] === 'No users show up in the app', 'the tab');
    expect(ticked(element))
      .to.include.members(['no-users/running', 'no-users/filter'])
      .and.not.include('no-users/assigned');
    expect(checks.map(({ section, check }) => `${section}/${check}`)).to.have.members(ticked(element));
    expect(findAll(element, '.log [role=status]').map(textOf)).to.include(
      'The checks that this log answers are ticked off now.',
    );
    // What its parts tell of their own paint is not the flagship's.
    expect(ready).to.deep.equal([]);
  });

  it('hands over the log and the checks', async () => {
    const element = await open('with-log-check with-handoff app-name="Contoso Travel" symptom="no-users"');
    await until(() => findAll(element, '.zone').length && findAll(element, 'help-handoff').length, 'both');
    await find<ProvisioningLogCheck>(element, 'provisioning-log-check').check(logs.notAssigned);
    const handoff = find<HelpHandoff>(element, 'help-handoff');
    await until(() => handoff.diagnosis, 'the log');
    const handed = collect(element, 'help-handoff');
    element.addEventListener('help-handoff', (event) => event.preventDefault());
    await until(() => handoff.shadowRoot?.querySelector('button'), 'the offer');
    find(handoff.shadowRoot!, 'button').click();
    await until(() => handoff.shadowRoot!.querySelector('.packet'), 'the summary');
    findAll(handoff.shadowRoot!, 'button')
      .find((one) => textOf(one) === 'Copy')!
      .click();
    const { json } = handed[0]!.packet;
    expect(json.apps).to.deep.equal(['Contoso Travel']);
    expect(json.verdict?.situation).to.equal('not-assigned');
    expect(json.checks).to.deep.include({ label: 'Does a scoping filter keep the user out?', done: true });
    expect(json.checks).to.deep.include({ label: 'Is the user enabled and assigned to the app?', done: false });
  });
});
