import { adoptStyles, nothing } from 'lit';
import { fire } from '../../events.js';
import { inTime, type LocaleController } from '../../localization/locale-controller.js';
import type { Msg } from '../../localization/msg.js';
import * as later from '../../provisioning/later.js';
import { pageUrl } from '../../provisioning/writing.js';
import type { RenderContext } from '../../rendering/blocks.js';
import type { LinkContext } from '../../rendering/link.js';
import { docsOptions } from '../docs-options.js';
import { ProvisioningHelp } from '../provisioning-help.js';
import { report } from '../report.js';
import type { Extra, ExtraHost } from './extra.js';

/** What only some pages ask for, by the property that asks, and the part of the texts that it needs. */
const extras = {
  code: () => [import('./code.js'), 'code'],
  withLogCheck: () => [import('./log-check.js'), 'log'],
  withHandoff: () => [import('./handoff.js'), 'log'],
  withFeedback: () => [import('./feedback.js'), 'feedback'],
} as const satisfies Record<string, () => readonly [Promise<{ extra: Extra }>, part: string]>;

type Name = keyof typeof extras;

/** What the flagship keeps from everyone but its extras. */
interface Inside {
  readonly msg: Msg;
  readonly localization: LocaleController;
  readonly linkContext: LinkContext;
  context(section: string): RenderContext;
}
const inside = (element: ProvisioningHelp): Inside => element as unknown as Inside;

/** The extras of an element: what asked for them when it was last looked at, and those that are here. */
interface State {
  readonly asked: Map<Name, unknown>;
  readonly loaded: Map<Name, Extra>;
}
const states = new WeakMap<ProvisioningHelp, State>();

function stateOf(element: ProvisioningHelp): State {
  const state = states.get(element) ?? { asked: new Map(), loaded: new Map() };
  states.set(element, state);
  return state;
}

/**
 * Loads what a property asks for since the last update.
 * @param symptomGiven Whether the page chose a symptom with it.
 */
export function updateExtras(element: ProvisioningHelp, symptomGiven: boolean): void {
  const { asked } = stateOf(element);
  for (const name of Object.keys(extras) as Name[]) {
    const value = element[name];
    if (value === asked.get(name)) continue;
    asked.set(name, value);
    if (value) void load(element, name, symptomGiven);
  }
}

async function load(element: ProvisioningHelp, name: Name, symptomGiven: boolean): Promise<void> {
  const { asked, loaded } = stateOf(element);
  const value = element[name];
  try {
    const [module, part] = extras[name]();
    await Promise.all([inTime(module), inside(element).localization.use(part)]);
    const { extra } = await module;
    loaded.set(name, extra);
    const styles = [...loaded.values()].flatMap((one) => one.styles ?? []);
    adoptStyles(element.renderRoot as ShadowRoot, [...ProvisioningHelp.elementStyles, ...styles]);
    if (element[name] === value) extra.changed?.(hostOf(element), symptomGiven);
    element.requestUpdate();
  } catch {
    asked.delete(name);
    report(element, 'part-unavailable', 'A part of the help could not be loaded');
  }
}

/** The extras of a place, as far as they are here. */
export const renderExtras = (element: ProvisioningHelp, place: Extra['place']): unknown =>
  [...stateOf(element).loaded.values()].map((extra) =>
    extra.place === place ? extra.render(hostOf(element)) : nothing,
  );

function hostOf(element: ProvisioningHelp): ExtraHost {
  const { msg, localization, linkContext } = inside(element);
  return {
    element,
    msg,
    context: (section) => inside(element).context(section),
    pageUrl: (path) => pageUrl(path, docsOptions(element, localization.locale, linkContext), later),
    choose: (symptom, trigger) => {
      element.symptom = symptom;
      fire(element, 'help-symptom-change', { symptom, trigger });
    },
  };
}
