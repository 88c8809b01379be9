/**
 * What every event of the library carries. All bubble and cross shadow roots. The two that carry what a log says are
 * added by their elements, `provisioning-log-check.ts` and `help-handoff.ts`: what they hold is of a room further up.
 */
export interface HelpEventDetails {
  /** The element has painted for the first time. */
  'help-ready': { locale: string };
  /** The element shows another language now. */
  'help-locale-change': { locale: string };
  /** Another symptom (tab) shows; `trigger` says what chose it. */
  'help-symptom-change': { symptom: string; trigger: 'user' | 'code' | 'log' };
  /** A link was activated. Cancel it to open the address yourself. `rank` is its place in its section, from 1. */
  'help-link-click': {
    href: string;
    label: string;
    topic?: string | undefined;
    section?: string | undefined;
    rank: number;
  };
  /** A topic shows. */
  'help-topic-view': { topic: string; locale: string };
  /** The reader ticked a check off, or on again. */
  'help-check': { topic: string; section: string; check: string; done: boolean };
  /** The reader searched, and the box has come to rest; `resultCount` also counts what the list leaves out. */
  'help-search': { query: string; resultCount: number };
  /** The reader chose a result. `rank` is its place in the list, from 1. */
  'help-search-select': { query: string; rank: number; topic: string };
  /** The reader said whether the help was helpful. `reason` and `comment` come with a no, where they were given. */
  'help-feedback': {
    topic: string;
    section?: string | undefined;
    helpful: boolean;
    reason?: 'other-problem' | 'did-not-work' | 'unclear' | 'outdated' | 'other' | undefined;
    comment?: string | undefined;
  };
  /** The help over the page opened; `topic` where it opened at one. */
  'help-open': { topic?: string | undefined };
  /** It closed. */
  'help-close': Record<string, never>;
  /** Something could not be used: a file, an address, an attribute's value. `message` is in the element's language where the reader sees it. */
  'help-error': { code: string; message: string; url?: string | undefined };
}

/** An event of the library by its name. */
export type HelpEvent<Name extends keyof HelpEventDetails = keyof HelpEventDetails> = CustomEvent<
  HelpEventDetails[Name]
>;

type HelpEventMap = { [Name in keyof HelpEventDetails]: HelpEvent<Name> };

declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- merges the events into the platform's own map
  interface GlobalEventHandlersEventMap extends HelpEventMap {}
}

/** Fires an event; `false` if a listener cancelled it. */
export const fire = <Name extends keyof HelpEventDetails>(
  target: EventTarget,
  name: Name,
  detail: HelpEventDetails[Name],
  cancelable = false,
): boolean => target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }));
