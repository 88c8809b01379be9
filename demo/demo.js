// What makes the demo move: the panel of attributes, the HTML to copy, the event log. The elements need none of this.
const english = document.querySelector('#english');
const dutch = document.querySelector('#dutch');
const controls = document.querySelector('#controls');
const field = (name) => controls.elements.namedItem(name);

// ---- Attributes ----

/** In the order in which the HTML to copy has them. */
const helpAttributes = [
  ...['app-name', 'symptom', 'code', 'tutorial-href', 'locale', 'dir', 'cloud', 'docs-base', 'docs-locale'],
  ...['link-target', 'contact-href', 'user-roles', 'layout', 'heading-level', 'without-setup', 'without-resources'],
  ...['with-log-check', 'with-handoff', 'with-feedback'],
];

/** The value of a control as an attribute has it: `null` for none, an empty string for a boolean that is on. */
function valueOf(name) {
  if (name === 'user-roles') return new FormData(controls).getAll(name).join(', ') || null;
  const control = field(name);
  if (control.type === 'checkbox') return control.checked ? '' : null;
  return control.value.trim() || null;
}

function setAttribute(element, name, value) {
  if (element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

function apply(name) {
  const value = valueOf(name);
  if (name === 'scheme' || name === 'accent') setAttribute(document.documentElement, `data-${name}`, value);
  else if (name === 'hostile') document.querySelector('#hostile').disabled = value === null;
  else {
    setAttribute(english, name, value);
    if (name !== 'locale') setAttribute(dutch, name, value);
    if (name === 'locale') showCaption(value);
  }
  showHtml();
}

/** Says above the first element which language it was asked for. */
function showCaption(locale) {
  document.querySelector('#english-name').textContent = languageName(locale ?? document.documentElement.lang);
  document.querySelector('#english-note').textContent = locale ? `locale="${locale}"` : 'the language of this page';
}

function languageName(locale) {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(locale);
  } catch {
    return 'No language';
  }
}

const names = () => new Set([...controls.elements].map(({ name }) => name).filter(Boolean));
const applyAll = () => names().forEach(apply);

// Text waits for a pause: half an address is no address.
const pauses = new Map();
controls.addEventListener('input', ({ target }) => {
  clearTimeout(pauses.get(target.name));
  const isText = target.matches('input:not([type=checkbox])');
  pauses.set(target.name, setTimeout(apply, isText ? 400 : 0, target.name));
});
controls.addEventListener('change', ({ target }) => apply(target.name));
controls.addEventListener('submit', (event) => event.preventDefault());
controls.addEventListener('reset', () => setTimeout(applyAll));

// The reader chose another tab: the panel and the HTML follow. A code chooses for itself, so that nothing is written.
english.addEventListener('help-symptom-change', ({ detail }) => {
  field('symptom').value = detail.trigger === 'user' ? detail.symptom : '';
  showHtml();
});

document.querySelector('.apps').addEventListener('click', ({ target }) => {
  const button = target.closest('button');
  if (!button) return;
  field('symptom').value = '';
  field('app-name').value = button.dataset.app;
  field('code').value = button.dataset.code;
  for (const name of ['symptom', 'app-name', 'code']) apply(name);
  // The explanation is below the heading: show both, and let the keyboard go on from there.
  document.querySelector('#help').scrollIntoView();
  document.querySelector('#help-title').focus({ preventScroll: true });
});

// ---- HTML to copy ----

const escapes = { '&': '&amp;', '"': '&quot;', '<': '&lt;' };
const escape = (value) => value.replace(/[&"<]/g, (character) => escapes[character]);

/** The accent as a rule for the page's stylesheet; none for the page's own and the element's own. */
function accentRule() {
  if (!['plum', 'rust'].includes(valueOf('accent'))) return [];
  const style = getComputedStyle(document.documentElement);
  const lines = ['--help-color-accent', '--help-color-accent-soft'].map(
    (name) => `  ${name}: ${style.getPropertyValue(name)};\n`,
  );
  return [`/* In your stylesheet */\nprovisioning-help {\n${lines.join('')}}`];
}

function htmlToCopy() {
  const attributes = helpAttributes.flatMap((name) => {
    const value = valueOf(name);
    return value === null ? [] : [value === '' ? `  ${name}` : `  ${name}="${escape(value)}"`];
  });
  const open = attributes.length ? `<provisioning-help\n${attributes.join('\n')}\n>` : '<provisioning-help>';
  return [
    '<script type="module" src="/cdn/provisioning-help.js"></script>',
    `${open}</provisioning-help>`,
    ...accentRule(),
  ].join('\n\n');
}

const html = document.querySelector('#html');
const said = document.querySelector('#said');

function showHtml() {
  html.firstElementChild.textContent = htmlToCopy();
  said.textContent = '';
}

document.querySelector('#copy').addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(html.textContent);
    said.textContent = 'Copied.';
  } catch {
    // Without the right to the clipboard: the text is selected, and the reader copies it.
    getSelection().selectAllChildren(html);
    html.focus();
    said.textContent = 'The browser doesn’t allow it. The HTML is selected: copy it with Ctrl+C or ⌘C.';
  }
});

// ---- Event log ----

const eventNames = [
  ...['ready', 'locale-change', 'topic-view', 'symptom-change', 'check', 'link-click', 'error'],
  ...['search', 'search-select', 'feedback', 'handoff', 'diagnosis', 'open', 'close'],
].map((name) => `help-${name}`);
const most = 100;
const log = document.querySelector('#log');
const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });
let count = 0;

function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

function show(event) {
  const source = event.target.dataset?.name ?? event.target.localName;
  const details = Object.entries(event.detail ?? {}).filter(([, value]) => value !== undefined);
  const now = new Date();
  const time = element('time', '', clock.format(now));
  time.dateTime = now.toISOString();
  log.prepend(
    element(
      'li',
      '',
      element('p', '', element('span', 'name', event.type), time),
      element(
        'p',
        'detail',
        source,
        ...details.flatMap(([key, value]) => [' · ', element('b', '', key), ` ${format(value)}`]),
      ),
    ),
  );
  if (log.childElementCount > most) log.lastElementChild.remove();
  showCount(count + 1);
}

const format = (value) => (typeof value === 'object' ? JSON.stringify(value) : String(value));

function showCount(next) {
  count = next;
  document.querySelector('#count').textContent = count > most ? `${count}, the newest ${most} shown` : count || '';
  document.querySelector('#no-events').hidden = count > 0;
}

for (const name of eventNames) document.addEventListener(name, show);

document.querySelector('#clear').addEventListener('click', () => {
  log.replaceChildren();
  showCount(0);
});
