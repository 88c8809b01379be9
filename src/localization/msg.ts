import type { msg } from '@lit/localize';

/**
 * Translates one message. The type is lit-localize's own, because its extractor recognises a call by the type's brand;
 * the function behind it belongs to one element (see `LocaleController`), never to the page.
 */
export type Msg = typeof msg;

export { str } from '@lit/localize/internal/str-tag.js';
