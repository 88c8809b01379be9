import { html, nothing } from 'lit';
import type { Msg } from '../localization/msg.js';
import { directionOf } from '../localization/negotiate.js';
import { renderHeading } from '../rendering/heading.js';
import { renderLink, type LinkContext } from '../rendering/link.js';
import type { Pack } from '../topics.js';
import { contactWord } from './center-words.js';
import { icons } from './icons.js';
import { groupOf, home, keyOf, titleOf, topicAt, topicsOf, type Place, type Title } from './pack-places.js';
import { fitting } from './page-context.js';

/** What the views need to know of the help center. */
export interface CenterView {
  readonly pack: Pack;
  readonly place: Place;
  /** The reader's language. */
  readonly language: string | undefined;
  /** What the page that the reader is on is about. */
  readonly context: readonly string[];
  readonly level: number;
  readonly contactHref: string | null | undefined;
  readonly linkContext: LinkContext;
  readonly msg: Msg;
  readonly go: (place: Place) => void;
  readonly back: () => void;
}

/** What a place is called. */
export const nameOf = ({ pack, language, msg }: CenterView, place: Place): Title =>
  place.view === 'home' ? { title: allWord(msg) } : titleOf(pack, place, language);

/** What fits the page, and everything by group. */
export function renderHome(center: CenterView): unknown {
  const { pack, context, level, contactHref, linkContext, msg } = center;
  const fits = fitting(pack, context).map(({ id }) => topicAt(id));
  const groups = pack.groups.map(({ id }): Place => ({ view: 'group', id }));
  const others = topicsOf(pack, '').map(({ id }) => topicAt(id));
  const forPage = msg('For this page', {
    id: 'center.for-page',
    desc: 'Heading above help topics that fit the page that the reader is on',
  });
  return html`${
      fits.length
        ? html`<div class="fits">${renderHeading(level, forPage, 'heading')} ${renderList(center, fits)}</div>`
        : nothing
    }
    <div>${renderHeading(level, allWord(msg), 'heading')} ${renderList(center, [...groups, ...others])}</div>
    ${contactHref ? html`<p class="contact">${renderLink(contactHref, contactWord(msg), linkContext)}</p>` : nothing}`;
}

/** The topics of a group. */
export function renderGroup(center: CenterView): unknown {
  const { pack, place, level } = center;
  const { title, lang } = nameOf(center, place);
  const topics = topicsOf(pack, place.id).map(({ id }) => topicAt(id));
  return html`<div lang=${lang ?? nothing}>${renderHeading(level, title, 'heading')}</div>
    ${renderList(center, topics)}`;
}

/** Topics and groups as rows to choose from. */
function renderList(center: CenterView, places: readonly Place[]): unknown {
  return html`<ul part="list">
    ${places.map((place) => {
      const { title, lang } = rowName(center, place);
      return html`<li>
        <button
          type="button"
          class="row ${place.view}"
          part="item"
          data-place=${keyOf(place)}
          lang=${lang ?? nothing}
          dir=${lang ? directionOf(lang) : nothing}
          @click=${() => center.go(place)}
        >
          <span>${title}</span>${icons.onward}
        </button>
      </li>`;
    })}
  </ul>`;
}

/** Within its group, the topic that introduces it has no title of its own. */
function rowName(center: CenterView, place: Place): Title {
  const { view, id } = center.place;
  if (view !== 'group' || place.id !== `${id}/index`) return nameOf(center, place);
  const title = center.msg('Overview', {
    id: 'center.overview',
    desc: 'First in the list of the topics of a group: the one that introduces the group',
  });
  return { title };
}

/** The way back, and the way that leads here from the start. */
export function renderWay(center: CenterView): unknown {
  const { pack, place, msg } = center;
  const group = place.view === 'topic' ? groupOf(pack, place.id) : undefined;
  const way: Place[] = [home, ...(group === undefined ? [] : [{ view: 'group', id: group } as const])];
  const here = nameOf(center, place);
  const name = msg('You are here', {
    id: 'center.crumbs',
    desc: 'Name, for screen readers, of the line that shows where in the help the reader is',
  });
  return html`<div class="way">
    <button type="button" class="back" @click=${center.back}>
      ${icons.back}${msg('Back', { id: 'center.back', desc: 'Button that leads to where the reader was before' })}
    </button>
    <nav part="crumbs" aria-label=${name}>
      <ol>
        ${way.map((step) => {
          const { title, lang } = nameOf(center, step);
          return html`<li>
            <button type="button" class="crumb" lang=${lang ?? nothing} @click=${() => center.go(step)}>${title}</button
            >${icons.onward}
          </li>`;
        })}
        <li><span aria-current="page" lang=${here.lang ?? nothing}>${here.title}</span></li>
      </ol>
    </nav>
  </div>`;
}

const allWord = (msg: Msg): string =>
  msg('All topics', { id: 'center.all', desc: 'Heading above the list of all groups of help topics' });
