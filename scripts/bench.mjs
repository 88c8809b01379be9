// npm run bench: what the library costs a page. Measurements are in bench/, one file each.
// npm run bench -- import: what the command needs for thousands of articles, in minutes.
import { existsSync } from 'node:fs';
import { hasSample, importTable } from '../bench/import.mjs';
import { build, buildLocales, printReport, report } from './build.mjs';
import { die, say, setup } from './setup.mjs';

setup();
if (!existsSync(report)) {
  say('Nothing is built yet');
  await buildLocales();
  if (!(await build())) die('The build failed; the first error above is the one to mend.');
}
printReport();
if (process.argv.includes('import'))
  console.log(hasSample() ? importTable() : 'Skipped: no sample of articles beside the repository.');
