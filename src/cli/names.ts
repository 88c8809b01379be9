/** Where things are in a pack: a topic's id, the path of its file, and the address of that path. */

// What Windows can't have in a file name, and `%`, which would be ambiguous.
const unfit = /[<>:"|?*\\%\p{Cc}]|[. ]$|^(?=(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))/giu;

const fileName = (segment: string): string =>
  segment.replace(unfit, (char) => `%${(char.codePointAt(0) ?? 0x25).toString(16).toUpperCase().padStart(2, '0')}`);

/** The path of a topic's file in the pack. */
export const topicPath = (locale: string, id: string, extension = 'json', folder = 'topics/'): string =>
  `${locale}/${folder}${id.split('/').map(fileName).join('/')}.${extension}`;

/** The path of a picture that an article names, by its content, so that pictures of two languages never meet. */
export const imagePath = (hex: string, name: string): string => `images/${hex.slice(0, 16)}/${fileName(name)}`;

/** A path as a relative address. */
export const toUrl = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** The path behind a relative address; `undefined` if it leads out of the folder or isn't one. */
export function fromUrl(url: string): string | undefined {
  try {
    const { origin, pathname } = new URL(url, 'https://pack.invalid/');
    const path = decodeURIComponent(pathname.slice(1));
    return origin === 'https://pack.invalid' && !/(^|\/)\.\.?(\/|$)|\\|\0/.test(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/** The address of one file of the pack as another one has to write it. */
export const relativeUrl = (from: string, to: string): string =>
  `${'../'.repeat(from.split('/').length - 1)}${toUrl(to)}`;
