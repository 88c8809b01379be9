import type { CSSResult } from 'lit';
import type { HelpEventDetails } from '../../events.js';
import type { Msg } from '../../localization/msg.js';
import type { RenderContext } from '../../rendering/blocks.js';
import type { ProvisioningHelp } from '../provisioning-help.js';

/** What the flagship lets its extras use. */
export interface ExtraHost {
  readonly element: ProvisioningHelp;
  readonly msg: Msg;
  /** What the blocks of a section need to know. */
  readonly context: (section: string) => RenderContext;
  /** The address of a page of Microsoft Learn; `undefined` where the cloud has none. */
  readonly pageUrl: (path: string) => string | undefined;
  /** Shows a symptom, and says so. */
  readonly choose: (symptom: string, trigger: HelpEventDetails['help-symptom-change']['trigger']) => void;
}

/** A part of the flagship that only some pages ask for, by an attribute; it loads when one does. */
export interface Extra {
  /** Below the introduction (announced), below the symptoms, or at the end. */
  readonly place: 'notice' | 'middle' | 'end';
  readonly styles?: CSSResult;
  /**
   * The attribute has another value now, or the extra has just loaded.
   * @param symptomGiven Whether the page chose a symptom with it.
   */
  changed?(host: ExtraHost, symptomGiven: boolean): void;
  render(host: ExtraHost): unknown;
}
