import { html, nothing } from 'lit';
import type { PacketCheck } from '../../diagnosis/model.js';
import { HelpHandoff } from '../help-handoff.js';
import type { ProvisioningHelp } from '../provisioning-help.js';
import type { Extra } from './extra.js';
import { adopt, keepIn } from './part.js';

adopt('help-handoff', HelpHandoff);

/** `with-handoff`: a packet for support, of the log that was checked here and of the checks. */
export const extra: Extra = {
  place: 'end',
  render({ element }) {
    if (!element.withHandoff) return nothing;
    // The boxes and their labels are those of this update once it is done.
    void element.updateComplete.then(() => fill(element));
    return html`<help-handoff
      exportparts="handoff"
      .headingLevel=${(Number(element.headingLevel) || 2) + 1}
      .linkTarget=${element.linkTarget}
      .contactHref=${element.contactHref}
      .appName=${element.appName}
      @help-ready=${keepIn}
      @help-locale-change=${keepIn}
    ></help-handoff>`;
  },
};

function fill(element: ProvisioningHelp): void {
  const handoff = element.renderRoot.querySelector('help-handoff');
  if (!handoff) return;
  handoff.diagnosis = element.renderRoot.querySelector('provisioning-log-check')?.diagnosis;
  handoff.checks = checksOf(element);
}

/** What the reader has tried: the checks of the symptom that shows, and what is ticked off elsewhere. */
const checksOf = ({ renderRoot, symptom }: ProvisioningHelp): PacketCheck[] =>
  [...renderRoot.querySelectorAll<HTMLInputElement>('input[data-check]')]
    .filter(({ checked, dataset }) => checked || dataset['section'] === symptom)
    .map(({ checked, labels }) => ({
      label: labels?.[0]?.textContent.replace(/\s+/g, ' ').trim() ?? '',
      done: checked,
    }));
