import { expect } from '@open-wc/testing';
import { diagnose } from '../../src/diagnosis.js';
import { provenChecks } from '../../src/diagnosis/proves.js';
import { fixedLocale } from '../../src/localization/fixed-locale.js';
import * as later from '../../src/provisioning/later.js';
import { provisioningTopic } from '../../src/provisioning/topic.js';
import type { Block } from '../../src/topics/model.js';
import * as logs from '../../stories/logs.js';

const proven = async (log: string) =>
  provenChecks(await diagnose(log)).map(({ symptom, check }) => `${symptom}/${check}`);

/** The ids of all checks of the flagship, with their symptoms. */
async function allChecks(): Promise<string[]> {
  const { msg } = await fixedLocale('en', ['checks']);
  const checksOf = (body: readonly Block[]) =>
    body.flatMap((block) => (block.type === 'list' ? block.children.map(({ id }) => id) : []));
  return provisioningTopic(msg, {}, later).sections.flatMap(({ id, body }) =>
    checksOf(body ?? []).map((check) => `${id}/${check}`),
  );
}

describe('what a log proves', () => {
  it('is a check of the flagship, each time', async () => {
    const known = await allChecks();
    expect(known.length).to.be.greaterThan(20);
    for (const log of [logs.notAssigned, logs.conflict, logs.badCredentials, logs.allFine])
      expect(known).to.include.members(await proven(log));
  });

  it('is never what it shows to be wrong', async () => {
    expect(await proven(logs.notAssigned))
      .to.include('no-users/filter')
      .and.not.include('no-users/assigned');
    expect(await proven(logs.scopingFilter))
      .to.include('no-users/assigned')
      .and.not.include('no-users/filter');
    const broken = await proven(logs.badCredentials);
    expect(broken).to.include('configuration-problem/read-error');
    expect(broken).not.to.include.members(['configuration-problem/token']);
    expect(broken).not.to.include.members(['configure/credentials']);
    const quarantined = await diagnose([new Blob([logs.allFine]), new Blob([logs.quarantinedJob])]);
    expect(provenChecks(quarantined).map(({ check }) => check)).not.to.include('running');
  });

  it('is nothing where it says nothing', async () => {
    expect(await proven('[]')).to.deep.equal([]);
  });
});
