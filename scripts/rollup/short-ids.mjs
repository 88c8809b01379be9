import { readdirSync, readFileSync } from 'node:fs';
import { eachMessage, isKey, splice } from './walk.mjs';

/** Every id of a message, sorted: its place, in base 36, is its short name in all bundles and their locale files. */
function readIds(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.xlf'));
  const units = files.flatMap((name) => [
    ...readFileSync(`${folder}/${name}`, 'utf8').matchAll(/<trans-unit id="([^"]+)"/g),
  ]);
  return [...new Set(units.map(([, id]) => id))].sort();
}

/**
 * Names messages by two characters instead of `topic.no-users.assigned`, in the code and in the locale files. Only for
 * bundles, whose code and locale files are built together: from npm the ids are what authors write translations for.
 */
export function shortIds(folder = 'locales') {
  const ids = readIds(folder);
  return {
    name: 'short-ids',
    transform(code, path) {
      if (path.endsWith('/localization/message-id.ts')) return 'export const messageId = (id) => id;';
      if (path.endsWith('/localization/message-names.ts'))
        return `const ids = ${JSON.stringify(ids.join())}.split(',');
          export const shortened = (messages) =>
            Object.fromEntries(Object.entries(messages).map(([id, text]) => [ids.indexOf(id).toString(36), text]));`;
      const pieces = [];
      const shorten = (node) => {
        const place = ids.indexOf(node.value);
        if (place < 0)
          this.error(`${path}: the message "${node.value}" is in no file of ${folder}/; run npm run extract.`);
        return JSON.stringify(place.toString(36));
      };
      if (path.includes('/localization/generated/')) {
        for (const { declaration } of this.parse(code).body) {
          const object = declaration?.declarations?.[0];
          if (object?.id.name !== 'templates') continue;
          for (const { key } of object.init.properties) pieces.push({ ...position(key), text: shorten(key) });
        }
      } else if (code.includes('msg(') && !path.includes('node_modules')) {
        eachMessage(this.parse(code), (options) => {
          const id = options.properties.find((property) => isKey(property, 'id'));
          if (id) pieces.push({ ...position(options), text: shorten(id.value) });
        });
      }
      return pieces.length ? { code: splice(code, pieces), map: null } : null;
    },
  };
}

const position = ({ start, end }) => ({ start, end });
