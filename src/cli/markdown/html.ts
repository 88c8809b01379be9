/** The elements of HTML. Anything else in angle brackets is a word that the reader must see, such as `<tenant>`. */
const names = new Set(
  `a abbr address area article aside audio b base bdi bdo big blockquote body br button canvas caption center cite
  code col colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer
  form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main
  map mark menu meta meter nav nobr noscript object ol optgroup option output p param picture pre progress q rp rt ruby
  s samp script section select slot small source span strike strong style sub summary sup svg table tbody td template
  textarea tfoot th thead time title tr track tt u ul var video wbr`.split(/\s+/),
);

export interface Tag {
  name: string;
  closing: boolean;
  attributes: Record<string, string>;
}

/** Whether a tag is one of HTML. */
export const isElement = (name: string): boolean => names.has(name.toLowerCase());

/** Reads one tag as Markdown finds it in a line; `undefined` for comments, declarations and pseudo-tags. */
export function readTag(source: string): Tag | undefined {
  const match = /^<(\/?)([A-Za-z][^\s/>]*)([^]*?)\/?>$/.exec(source);
  if (!match || !isElement(match[2]!)) return undefined;
  const attributes: Record<string, string> = {};
  for (const [, key, double, single, bare] of match[3]!.matchAll(
    /([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g,
  ))
    attributes[key!.toLowerCase()] ??= entities(double ?? single ?? bare ?? '');
  return { name: match[2]!.toLowerCase(), closing: match[1] === '/', attributes };
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

const entities = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos|nbsp));/gi, (all, hex, decimal, name) => {
    if (name) return named[String(name).toLowerCase()]!;
    const code = parseInt(String(hex ?? decimal), hex ? 16 : 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });

/** Writes pseudo-tags so that an HTML parser reads them as text. */
export const escapePseudoTags = (source: string): string =>
  source.replace(/<\/?([A-Za-z][^\s/>]*)[^>]*>/g, (all, name: string) =>
    isElement(name) ? all : all.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  );

/** Elements whose content is not meant for readers. */
export const hidden = new Set(['script', 'style', 'template', 'noscript', 'head', 'svg']);

/** What an element of HTML is in a topic's running text. */
export const marks: Record<string, 'strong' | 'emphasis' | 'delete' | 'code' | 'link'> = {
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  cite: 'emphasis',
  dfn: 'emphasis',
  var: 'emphasis',
  del: 'delete',
  s: 'delete',
  strike: 'delete',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
  a: 'link',
};
