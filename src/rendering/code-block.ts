import { html } from 'lit';
import type { Code } from '../topics/model.js';
import type { RenderContext } from './blocks.js';

/** How long the answer to a click stays, in milliseconds. */
const stay = 4000;

/** What languages are called; any other is shown as the author wrote it. */
const names = new Map(
  Object.entries({
    bash: 'Bash',
    bat: 'Batch',
    cmd: 'Batch',
    console: 'Console',
    cs: 'C#',
    csharp: 'C#',
    css: 'CSS',
    csv: 'CSV',
    html: 'HTML',
    http: 'HTTP',
    java: 'Java',
    javascript: 'JavaScript',
    js: 'JavaScript',
    json: 'JSON',
    kusto: 'Kusto',
    powershell: 'PowerShell',
    ps1: 'PowerShell',
    python: 'Python',
    sh: 'Shell',
    shell: 'Shell',
    sql: 'SQL',
    ts: 'TypeScript',
    typescript: 'TypeScript',
    xml: 'XML',
    yaml: 'YAML',
    yml: 'YAML',
  }),
);

const nameOf = (lang = ''): string =>
  names.get(lang.toLowerCase()) ?? (/^[\p{L}\d+#. -]{1,24}$/u.test(lang) ? lang : '');

/** A block of code, with a button that copies it. */
export function renderCode({ value, lang }: Code, { msg, locale }: RenderContext): unknown {
  const copied = msg('Copied', {
    id: 'fault.copied',
    desc: 'Beside the button of a block of code, after it has worked',
  });
  const refused = msg('This page may not copy. The code is selected: copy it with the keyboard.', {
    id: 'fault.copy-refused',
    desc: 'Beside the button that copies a block of code, when the browser does not allow it; the code has been selected',
  });
  const onCopy = async ({ currentTarget }: Event): Promise<void> => {
    const block = (currentTarget as Element).closest('.code-block')!;
    const answer = block.querySelector('[role=status]')!;
    const done = (await write(value)) || selectAndCopy(block.querySelector('code')!);
    const text = done ? copied : refused;
    // Emptied first: the same words again would not be read out again.
    answer.textContent = '';
    requestAnimationFrame(() => (answer.textContent = text));
    if (done) setTimeout(() => answer.textContent === text && (answer.textContent = ''), stay);
  };
  const copy = msg('Copy', {
    id: 'fault.copy',
    desc: 'Button at the top of a block of code: puts the code on the clipboard',
  });
  // The style sheet shows both labels: they are no words of the topic, so a copied or searched text goes without them.
  return html`<div class="code-block">
    <div class="code-bar">
      <span dir="ltr" data-label=${nameOf(lang)}></span>
      <span role="status" lang=${locale} dir="auto"></span>
      <button type="button" lang=${locale} aria-label=${copy} data-label=${copy} @click=${onCopy}></button>
    </div>
    <pre dir="ltr" tabindex="0"><code>${value}</code></pre>
  </div>`;
}

/** The clipboard is not there without https, and may be forbidden to the page or to its frame. */
const write = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};

/** The old way needs neither https nor leave. Where it doesn't work either, the reader finds the code selected. */
function selectAndCopy(code: Element): boolean {
  getSelection()?.selectAllChildren(code);
  return document.execCommand('copy');
}
