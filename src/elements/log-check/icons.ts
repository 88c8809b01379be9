import { svg, type TemplateResult } from 'lit';

// Drawn in the text, since strict pages load no images. Of 16 by 16; the colour is the text's.
const paths = {
  good: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm3.3 4.2L7 9.6 4.8 7.4l-1 1L7 11.5l5.3-5.3Z',
  wait: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm-.8 3v4.4l3.4 2 .7-1.2-2.7-1.6V4Z',
  act: 'M8 1 15.5 14.5H.5Zm-.8 4.7.2 4.4h1.2l.2-4.4Zm.8 5.2a.9.9 0 1 0 0 1.8.9.9 0 0 0 0-1.8Z',
  stop: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1ZM5.6 4.6l-1 1L7 8l-2.4 2.4 1 1L8 9l2.4 2.4 1-1L9 8l2.4-2.4-1-1L8 7Z',
  skip: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1ZM4.5 7.2v1.6h7V7.2Z',
  ask: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm-.8 9.6v1.6h1.6v-1.6Zm-2-4.4h1.5c0-.8.5-1.3 1.3-1.3s1.3.5 1.3 1.1c0 .6-.3.9-1 1.4-.7.5-1.1 1-1.1 2v.4h1.5v-.3c0-.5.3-.8.9-1.2.8-.5 1.3-1.2 1.3-2.3 0-1.5-1.2-2.5-2.8-2.5-1.7 0-2.9 1-2.9 2.7Z',
  person: 'M8 1.5a3 3 0 1 1 0 6 3 3 0 0 1 0-6Zm-6 13c0-3.6 2.6-6 6-6s6 2.4 6 6Z',
  file: 'M3 1h6.5L13 4.5V15H3Zm6 1.2V5h2.8ZM5 7.5V9h6V7.5Zm0 3V12h6v-1.5Z',
} as const;

export type Icon = keyof typeof paths;

/** A picture beside words that say the same. */
export const icon = (name: Icon): TemplateResult =>
  svg`<svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path fill="currentColor" fill-rule="evenodd" d=${paths[name]} /></svg>`;
