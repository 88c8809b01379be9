import { resolve } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import { version } from '../version.js';
import type { Reading } from './article-files.js';
import { checkPack } from './check.js';
import { canonicalTag, contentLocale, readFolders } from './folders.js';
import { makePack } from './make-pack.js';
import { CannotRun, exitCode, print, type Outcome } from './problems.js';
import { progress } from './progress.js';

interface Common {
  format: 'text' | 'json';
  locale?: string;
  values?: string;
}

interface Making extends Common, Omit<Reading, 'values'> {
  out: string;
  cache: boolean;
  search: string;
}

const program = new Command('help-elements')
  .description('Makes packs of help topics from Markdown, for the elements of help-elements to show.')
  .version(version)
  .exitOverride()
  .showHelpAfterError('(help-elements --help tells more)')
  .addHelpText('after', '\nExit codes: 0 fine, 1 problems found, 2 could not run.');

/** Runs a command and tells what came of it. */
async function run(command: Command, work: () => Promise<Outcome>): Promise<void> {
  const outcome = await work();
  print(command.name(), outcome, command.opts<Common>().format);
  process.exitCode = exitCode(outcome.problems);
}

const format = (): Option =>
  new Option('--format <format>', 'how problems are printed').choices(['text', 'json']).default('text');

const filled = (): Option =>
  new Option('--values <names>', 'the {Placeholders} that the page fills in, between commas');

const maker = (name: string): Command =>
  program
    .command(name)
    .argument('<dir...>', 'folders of Markdown files; TAG=DIR says in which language they are')
    .requiredOption('--out <pack>', 'the folder of the pack; replaced when the new one is complete')
    .option('--locale <tag>', 'the language of folders without a TAG, such as nl or pt-BR')
    .addOption(
      new Option('--sections <from>', 'what becomes a section: H2s; without any, paragraphs in bold; nothing')
        .choices(['headings', 'bold', 'body'])
        .default('headings'),
    )
    .addOption(filled())
    .option('--search <engine>', 'default, pagefind for thousands of topics, none, or an engine of your own', 'default')
    .option('--no-cache', 'read every file anew')
    .addOption(format());

maker('import')
  .description('Makes a pack of articles as Microsoft Docs has them, side-by-side translations too.')
  .option('--docs-base <url>', 'what stands before addresses that begin with /', 'https://learn.microsoft.com')
  .option('--no-repair', 'leave the damage of machine translation as it is')
  .action((dirs: string[], options: Making, command: Command) =>
    run(command, async () => {
      const guess = (folder: Parameters<typeof contentLocale>[0]): string => {
        const found = contentLocale(folder);
        if (found) return found;
        throw new CannotRun(`In which language is ${folder.dir}? Write TAG=${folder.dir}, or --locale TAG.`);
      };
      // Of these folders other articles take parts.
      const skip = (path: string): boolean => /(^|\/)includes$/i.test(path) || isOut(path, dirs, options.out);
      const folders = readFolders(dirs, { locale: options.locale, skip, guess });
      const { out, cache, search, docsBase, repair, sections } = options;
      const values = listOf(options.values);
      if (!URL.canParse(docsBase)) throw new CannotRun(`--docs-base ${docsBase} is no address.`);
      return makePack(folders, { out, cache, search, docsBase, repair, sections, values }, progress('Reading'));
    }),
  );

maker('build')
  .description('Makes a pack of Markdown of your own: the H1 is the title, each H2 a section.')
  .action((dirs: string[], options: Making, command: Command) =>
    run(command, async () => {
      const skip = (path: string): boolean => isOut(path, dirs, options.out);
      const folders = readFolders(dirs, { locale: options.locale, skip, guess: () => 'en' });
      const { out, cache, search, sections } = options;
      return makePack(
        folders,
        { out, cache, search, docsBase: '', repair: false, sections, values: listOf(options.values) },
        progress('Reading'),
      );
    }),
  );

/** A pack may stand in the folder that it is made of. */
const isOut = (path: string, dirs: readonly string[], out: string): boolean =>
  dirs.some((dir) => resolve(dir.replace(/^[\w-]+=/, ''), path) === resolve(out));

const listOf = (list = ''): string[] =>
  list
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);
const locales = (list?: string): string[] => listOf(list).map(canonicalTag);

interface Checking extends Common {
  links: boolean;
  linksCache?: string;
  routes?: string;
}

program
  .command('check')
  .description('Looks for what is wrong in a pack.')
  .argument('<pack>', 'the folder of a pack, or its address')
  .option('--locale <tags>', 'only these languages, between commas')
  .option('--links', 'ask the network whether each address answers', false)
  .option('--links-cache <file>', 'where to keep the answers for a week (default: beside the pack)')
  .addOption(filled())
  .option(
    '--routes <file>',
    'also list the pages that no topic helps with; the file has the path of a page on each line',
  )
  .addOption(format())
  .action((pack: string, options: Checking, command: Command) =>
    run(command, () =>
      checkPack(
        pack,
        { ...options, locales: locales(options.locale), values: listOf(options.values) },
        progress(options.links ? 'Asking' : 'Checking'),
      ),
    ),
  );

program
  .command('export-html')
  .description('Writes each topic as a page that needs no JavaScript.')
  .argument('<pack>', 'the folder of a pack')
  .requiredOption('--out <dir>', 'the folder of the pages; replaced when all are there')
  .option('--locale <tags>', 'only these languages, between commas')
  .addOption(format())
  .action((pack: string, options: Common & { out: string }, command: Command) =>
    run(command, async () => {
      // The elements come only with the command that needs them.
      const { exportHtml } = await import('./export-html.js');
      return exportHtml(pack, { out: options.out, locales: locales(options.locale) }, progress('Writing'));
    }),
  );

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    const { message, code } = error as NodeJS.ErrnoException;
    // What the file system says is for the user; any other error is ours, and its place helps to find it.
    const text = error instanceof CannotRun || code ? message : ((error as Error).stack ?? message);
    process.stderr.write(`help-elements: ${text}\n`);
    process.exitCode = 2;
  }
}
