import { html, type TemplateResult } from 'lit';

// Lit has no dynamic tag names; a template for each level, as `html` would be given it, is a quarter of writing all six.
const templates = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => {
  const strings = [`<${tag} part=`, '>', `</${tag}>`];
  return Object.assign(strings, { raw: strings });
});

/** A heading of a level from 1 to 6; deeper ones are of level 6. */
export const renderHeading = (level: number, content: unknown, part = ''): TemplateResult =>
  html(templates[Math.min(level, 6) - 1]!, part, content);
