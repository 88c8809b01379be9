import { html, render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { setImmediate } from 'node:timers/promises';
import { directionOf } from '../localization/negotiate.js';
import { readTopic } from '../topics/load.js';
import type { Topic } from '../topics/model.js';
import type { PackList, PackTopic } from '../topics/pack-model.js';
import { placeholdersOf } from '../topics/placeholders.js';
import { limits } from '../topics/shapes.js';
import { walk } from '../topics/walk.js';
import { openPlace, readList } from './place.js';
import { hex, integrity } from './hash.js';
import { fromUrl, relativeUrl, topicPath } from './names.js';
import { CannotRun, plural, shownPath, type Outcome, type Problem } from './problems.js';
import type { Progress } from './progress.js';
import { Staging } from './staging.js';
import { topicRenderer } from './static-topic.js';

/** By it a folder is known as an export, which may be replaced. */
const mark = 'help-elements-export.json';
const pageStyles = 'assets/page.css';

const styles = `:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5; }
body { margin: 0 auto; padding: 1rem; max-inline-size: 52rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; margin: 0 0 1rem; padding: 0; list-style: none; }
img { max-inline-size: 100%; block-size: auto; }
`;

export interface ExportOptions {
  out: string;
  /** None: all. */
  locales: string[];
}

/** Writes each topic of a pack as a page of its own. */
export async function exportHtml(pack: string, { out, locales: only }: ExportOptions, bar: Progress): Promise<Outcome> {
  const place = openPlace(pack);
  const problems: Problem[] = [];
  const list = await readList(place, problems);
  const unknown = only.filter((locale) => !list.locales.includes(locale));
  if (unknown.length) throw new CannotRun(`The pack has no ${unknown.join(', ')}; it has ${list.locales.join(', ')}.`);
  const locales = only.length ? only : list.locales;
  const staging = new Staging(out, mark);
  try {
    const exporting = new Export(list, locales, staging, topicRenderer());
    bar.start(list.topics.length);
    let pages = 0;
    for (const topic of list.topics) {
      for (const locale of locales) {
        const file = topic.locales[locale];
        const path = file && fromUrl(file.file);
        if (!file) continue;
        const shown = path === undefined ? place.show('pack.json') : place.show(path);
        const report = (code: string, message: string): number =>
          problems.push({ file: shown, line: 1, level: 'error', code, message });
        const bytes = path === undefined ? undefined : await place.read(place.list ? path : file.file, limits.size);
        if (!bytes) report('missing-file', `Left out: the file of ${topic.id} isn’t there`);
        else if (integrity(bytes) !== file.hash) report('hash-mismatch', 'Left out: not the file that pack.json lists');
        else {
          const result = readTopic(bytes.toString('utf8'));
          if (!result.ok) report(result.fault.code, `Left out: ${result.fault.detail}`);
          else {
            for (const name of placeholdersOf(result.topic)) {
              const message = `{${name}} stays as it is: no page fills it in here`;
              problems.push({ file: shown, line: 1, level: 'warning', code: 'placeholder', message });
            }
            await exporting.page(topic, locale, result.topic);
            pages++;
          }
        }
      }
      bar.step();
      await setImmediate();
    }
    for (const url of Object.keys(list.images ?? {})) {
      const path = fromUrl(url);
      const bytes = path === undefined ? undefined : await place.read(place.list ? path : url, 64 * limits.size);
      if (path !== undefined && bytes) staging.put(path, bytes);
    }
    await exporting.lists();
    staging.put(pageStyles, styles);
    staging.put(mark, `${JSON.stringify({ version: 1, pages })}\n`);
    staging.commit();
    const summary = `${plural(pages, 'page')} in ${locales.join(', ')} in ${shownPath(staging.out)}.`;
    return { problems, summary, counts: { pages, locales: locales.length } };
  } finally {
    bar.stop();
    staging.discard();
  }
}

type Rendering = ReturnType<typeof topicRenderer>;

class Export {
  readonly #list: PackList;
  readonly #topics: ReadonlyMap<string, PackTopic>;
  readonly #locales: readonly string[];
  readonly #staging: Staging;
  readonly #render: Rendering;
  readonly #written = new Map<string, { title: string; path: string }[]>();

  constructor(list: PackList, locales: readonly string[], staging: Staging, render: Rendering) {
    this.#list = list;
    this.#topics = new Map(list.topics.map((topic) => [topic.id, topic]));
    this.#locales = locales;
    this.#staging = staging;
    this.#render = render;
  }

  async page(entry: PackTopic, locale: string, topic: Topic): Promise<void> {
    const path = topicPath(locale, entry.id, 'html');
    this.#linkPages(topic, locale, path);
    const content = this.#shareStyles(await this.#render(topic, locale), path);
    const others = this.#locales.filter((other) => other !== locale && entry.locales[other]);
    const languages = others.map((other) => ({
      locale: other,
      url: relativeUrl(path, topicPath(other, entry.id, 'html')),
    }));
    const home = relativeUrl(path, `${locale}/index.html`);
    const nav = html`<nav>
      <ul>
        <li><a href=${home}>${nameOf(locale)}</a></li>
        ${languages.map(
          ({ locale, url }) => html`<li><a href=${url} hreflang=${locale} lang=${locale}>${nameOf(locale)}</a></li>`,
        )}
      </ul>
    </nav>`;
    await this.#write(path, locale, topic.title, nav, content);
    this.#written.set(locale, [...(this.#written.get(locale) ?? []), { title: topic.title, path }]);
  }

  /** Lists of what there is: of languages, and of the topics in each. */
  async lists(): Promise<void> {
    for (const [locale, pages] of this.#written) {
      const path = `${locale}/index.html`;
      const order = new Intl.Collator(locale);
      const sorted = pages.sort((a, b) => order.compare(a.title, b.title) || (a.path < b.path ? -1 : 1));
      const items = sorted.map(({ title, path: to }) => html`<li><a href=${relativeUrl(path, to)}>${title}</a></li>`);
      const main = html`<h1>${nameOf(locale)}</h1>
        <ul>
          ${items}
        </ul>`;
      await this.#write(path, locale, nameOf(locale), main);
    }
    const languages = [...this.#written.keys()];
    const items = languages.map(
      (locale) =>
        html`<li><a href=${`${locale}/index.html`} lang=${locale} hreflang=${locale}>${nameOf(locale)}</a></li>`,
    );
    const [first = 'en'] = languages;
    const source = this.#list.source && languages.includes(this.#list.source) ? this.#list.source : first;
    await this.#write(
      'index.html',
      source,
      languages.map(nameOf).join(' · '),
      html`<ul>
        ${items}
      </ul>`,
    );
  }

  async #write(path: string, locale: string, title: string, before: unknown, content = ''): Promise<void> {
    const css = relativeUrl(path, pageStyles);
    const head = html`<!doctype html>
      <html lang=${locale} dir=${directionOf(locale)}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width" />
          <title>${title}</title>
          <link rel="stylesheet" href=${css} />
        </head>
        <body>
          ${before}
          <main></main>
        </body>
      </html>`;
    const page = (await collectResult(render(head))).replace(/<!--[^>]*-->/g, '').replace(/>\s+</g, '><');
    // What the elements rendered is markup already, and only theirs.
    this.#staging.put(path, `${page.replace('<main></main>', () => (content ? `<main>${content}</main>` : ''))}\n`);
  }

  /** Addresses of topics become addresses of pages: in this language, or else in the one that the pack falls back to. */
  #linkPages(topic: Topic, locale: string, path: string): void {
    const pageOf = (url: string): string => {
      const id = url.startsWith('#') ? decode(url.slice(1)) : undefined;
      const target = id === undefined ? undefined : this.#topics.get(id);
      if (!target) return url;
      const there = [locale, this.#list.source, ...this.#locales].find((other) => other && target.locales[other]);
      return there && this.#locales.includes(there) ? relativeUrl(path, topicPath(there, target.id, 'html')) : url;
    };
    walk(topic, (node) => {
      if (node.type === 'link') node.url = pageOf(node.url);
      if (node.type === 'links') for (const item of node.items) item.href = pageOf(item.href);
    });
  }

  /** The styles of the elements as files: a strict policy forbids them in the page, and no page needs to repeat them. */
  #shareStyles(markup: string, path: string): string {
    return markup.replace(/<style>([\s\S]*?)<\/style>/g, (_, css: string) => {
      const file = `assets/${hex(css).slice(0, 16)}.css`;
      this.#staging.put(file, css);
      return `<link rel="stylesheet" href="${relativeUrl(path, file)}">`;
    });
  }
}

/** A language in its own words. */
function nameOf(locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
  } catch {
    return locale;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
