import { css, html, nothing } from 'lit';
import { provenChecks } from '../../diagnosis/proves.js';
import type { ProvisioningHelp } from '../provisioning-help.js';
import { ProvisioningLogCheck } from '../provisioning-log-check.js';
import type { Extra, ExtraHost } from './extra.js';
import { adopt, keepIn } from './part.js';

adopt('provisioning-log-check', ProvisioningLogCheck);

/** Those in which a log has ticked off a check. */
const ticks = new WeakSet<ProvisioningHelp>();

/** `with-log-check`: what the log says picks the symptom, and ticks off the checks that it answers. */
export const extra: Extra = {
  place: 'middle',
  styles: css`
    .log > p:empty {
      position: absolute;
    }
  `,
  render(host) {
    const { element } = host;
    if (!element.withLogCheck) return nothing;
    const ticked = host.msg('The checks that this log answers are ticked off now.', {
      id: 'log.ui.ticked',
      desc: 'Above the result of a log: checks elsewhere on the page were ticked off by themselves.',
    });
    return html`<section class="log">
      <p role="status">${ticks.has(element) ? ticked : nothing}</p>
      <provisioning-log-check
        .headingLevel=${(Number(element.headingLevel) || 2) + 1}
        .linkTarget=${element.linkTarget}
        .cloud=${element.cloud}
        .docsBase=${element.docsBase}
        .docsLocale=${element.docsLocale}
        @help-ready=${keepIn}
        @help-locale-change=${keepIn}
        @help-diagnosis=${(event: Event) => apply(event.currentTarget as ProvisioningLogCheck, host)}
      ></provisioning-log-check>
    </section>`;
  },
};

function apply({ diagnosis }: ProvisioningLogCheck, { element, choose }: ExtraHost): void {
  if (!diagnosis) return;
  const { symptom } = diagnosis.verdict;
  if (symptom && symptom !== element.symptom) choose(symptom, 'log');
  for (const { symptom, check } of provenChecks(diagnosis)) {
    const box = element.renderRoot.querySelector<HTMLInputElement>(`#check-${symptom}-${check}`);
    // As a reader does it, so that the page hears of it in the same way.
    if (!box || box.checked) continue;
    box.click();
    ticks.add(element);
  }
  element.requestUpdate();
}
