import type { Msg } from '../localization/msg.js';
import type { DocKey } from './links.js';

/** A symptom without its checks: its name in attributes and events, its words, its pages with the source article's own first. */
export interface Symptom {
  id: 'configure' | 'configuration-problem' | 'no-users' | 'wrong-users';
  label: string;
  summary: string;
  links: readonly DocKey[];
}

/** The symptoms in the order of the tabs. */
export const symptoms = (msg: Msg): Symptom[] => [
  {
    id: 'configure',
    label: msg('I need to set up provisioning', {
      id: 'topic.configure.label',
      desc: 'Tab: the reader’s situation in the reader’s voice. At most 45 characters.',
    }),
    summary: msg('Connect the app, try it with one user, then turn it on for everyone.', {
      id: 'topic.configure.summary',
      desc: 'Sums up the tab “I need to set up provisioning”.',
    }),
    links: ['configure', 'plan', 'mappings'],
  },
  {
    id: 'configuration-problem',
    label: msg('I get an error during setup', {
      id: 'topic.configuration-problem.label',
      desc: 'Tab: the reader’s situation in the reader’s voice. At most 45 characters.',
    }),
    summary: msg('Most errors come from the address, the token, or what the token may do.', {
      id: 'topic.configuration-problem.summary',
      desc: 'Sums up the tab “I get an error during setup”.',
    }),
    links: ['troubleshoot', 'scim', 'quarantine'],
  },
  {
    id: 'no-users',
    label: msg('No users show up in the app', {
      id: 'topic.no-users.label',
      desc: 'Tab: the reader’s situation. At most 45 characters.',
    }),
    summary: msg('Pick one missing user and find the step that stops them.', {
      id: 'topic.no-users.summary',
      desc: 'Sums up the tab “No users show up in the app”.',
    }),
    links: ['noUsers', 'quarantine', 'errorCodes'],
  },
  {
    id: 'wrong-users',
    label: msg('The wrong users show up in the app', {
      id: 'topic.wrong-users.label',
      desc: 'Tab: the reader’s situation. At most 45 characters.',
    }),
    summary: msg('Two settings decide who gets an account: the scope, then your filters.', {
      id: 'topic.wrong-users.summary',
      desc: 'Sums up the tab “The wrong users show up in the app”.',
    }),
    links: ['assign', 'scopingFilters', 'deprovisioning'],
  },
];
