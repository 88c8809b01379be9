import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';
import { HelpTopic } from '../elements/help-topic.js';
import { fixedLocale, type FixedLocale } from '../localization/fixed-locale.js';
import type { Topic } from '../topics/model.js';

let current: FixedLocale | undefined;

/** `help-topic` where there is no page: in one language, and with nothing that waits. */
class StaticTopic extends HelpTopic {
  constructor() {
    super();
    // There is nothing to follow on a server; what the controller would find is known already.
    if (current) Object.assign(this, { localization: current });
  }
}

/** Renders topics by the elements themselves, as declarative shadow roots. */
export function topicRenderer(): (topic: Topic, locale: string) => Promise<string> {
  if (!customElements.get('help-topic')) customElements.define('help-topic', StaticTopic);
  const languages = new Map<string, FixedLocale>();
  return async (topic, locale) => {
    current = languages.get(locale) ?? (await fixedLocale(locale, ['fault']));
    languages.set(locale, current);
    const template = html`<help-topic heading-level="1" link-target="_self" .topic=${topic}></help-topic>`;
    const { warn } = console;
    // What the elements would tell a page’s developer, the command has told with the name of the file.
    console.warn = () => {};
    const markup = await collectResult(render(template)).finally(() => (console.warn = warn));
    // The marks are for hydration; nothing hydrates these pages. In text, `<` is always escaped.
    return markup.replace(/<!--[^>]*-->|<\?>/g, '');
  };
}
