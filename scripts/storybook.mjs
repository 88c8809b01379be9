// npm run storybook: the stories, with live reload. PORT chooses the port (6006).
import { build, buildLocales } from './build.mjs';
import { die, setup, stay } from './setup.mjs';

setup();
await buildLocales();
// For custom-elements.json, which the documentation is made from.
if (!(await build())) die('The build failed; the first error above is the one to mend.');
const port = process.env.PORT ?? '6006';
stay('storybook', ['dev', '--port', port, '--exact-port', '--ci', '--no-version-updates', ...process.argv.slice(2)]);
