import { html, nothing } from 'lit';
import { HelpFeedback } from '../help-feedback.js';
import type { Extra } from './extra.js';
import { adopt, keepIn } from './part.js';

adopt('help-feedback', HelpFeedback);

/** `with-feedback`: asks whether the help for the symptom that shows was helpful. */
export const extra: Extra = {
  place: 'end',
  render({ element }) {
    if (!element.withFeedback) return nothing;
    return html`<help-feedback
      exportparts="question: feedback, form: feedback, thanks: feedback"
      @help-ready=${keepIn}
      @help-locale-change=${keepIn}
    ></help-feedback>`;
  },
};
