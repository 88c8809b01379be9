// npm start: builds the library and serves the demo with it.
import { build, buildLocales } from './build.mjs';
import { serve } from './serve.mjs';
import { die, onStop, say, setup } from './setup.mjs';

setup();
const problems = await buildLocales();
if (problems.length) say(`${problems.length} problems with messages or translations; \`npm run check\` lists them`);
if (!(await build())) die('The build failed; the first error above is the one to mend.');

const port = process.env.PORT ? Number(process.env.PORT) : undefined;
const mounts = { '/': 'demo', '/cdn/': 'dist/cdn', '/help/': 'dist/demo/help' };
const { url } = await serve({ mounts, port }).catch((error) =>
  die(`Port ${port ?? 8080} cannot be used (${error.code}). Choose another one: PORT=8090 npm start`),
);
say(`The demo is at ${url} (Ctrl+C stops it)`);
onStop(() => process.exit(0));
