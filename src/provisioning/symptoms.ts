import type { Msg } from '../localization/msg.js';

/** The name of a symptom in attributes and events. */
export type SymptomId = 'configure' | 'configuration-problem' | 'no-users' | 'wrong-users';

/** The symptoms in the order of the tabs, each with what its tab says. */
export const symptoms = (msg: Msg): { id: SymptomId; label: string }[] => [
  {
    id: 'configure',
    label: msg('I need to set up provisioning', {
      id: 'topic.configure.label',
      desc: 'Tab: the reader’s situation in the reader’s voice. At most 45 characters.',
    }),
  },
  {
    id: 'configuration-problem',
    label: msg('I get an error during setup', {
      id: 'topic.configuration-problem.label',
      desc: 'Tab: the reader’s situation in the reader’s voice. At most 45 characters.',
    }),
  },
  {
    id: 'no-users',
    label: msg('No users show up in the app', {
      id: 'topic.no-users.label',
      desc: 'Tab: the reader’s situation. At most 45 characters.',
    }),
  },
  {
    id: 'wrong-users',
    label: msg('The wrong users show up in the app', {
      id: 'topic.wrong-users.label',
      desc: 'Tab: the reader’s situation. At most 45 characters.',
    }),
  },
];
