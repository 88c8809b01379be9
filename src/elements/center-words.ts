import type { Msg } from '../localization/msg.js';

/** What more than one of the elements around packs says. */
export const loadingWord = (msg: Msg): string =>
  msg('Loading…', { id: 'fault.loading', desc: 'Shown while a help topic is on its way' });

export const retryWord = (msg: Msg): string =>
  msg('Try again', { id: 'fault.retry', desc: 'Button that loads a help topic once more' });

export const contactWord = (msg: Msg): string =>
  msg('Contact support', {
    id: 'center.contact',
    desc: 'Link to the address that the page names for support: below the list of all topics, and where a search finds nothing',
  });
