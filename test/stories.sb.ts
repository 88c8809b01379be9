// Every story of the built Storybook (storybook-static) in every browser: it renders, its play function passes, and the
// accessibility panel finds nothing. In Chromium also axe in light, dark and forced colours at 320 and 1280 px, and no
// sideways scroll at 320.
import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import type { AxeResults, RunOptions } from 'axe-core';

interface Violation {
  id: string;
  help: string;
  nodes: { target: unknown; failureSummary?: string | undefined }[];
}
interface Finished {
  status: string;
  reporters: { type: string; status: string; result?: { violations?: Violation[] } }[];
}
interface StoryWindow extends Window {
  __STORYBOOK_ADDONS_CHANNEL__?: { last(event: string): unknown[] | undefined };
  axe?: { run(context: string, options: RunOptions): Promise<AxeResults> };
}

const base = '/storybook-static';
const { entries } = (await (await fetch(`${base}/index.json`)).json()) as {
  entries: Record<string, { id: string; type: string; title: string; name: string }>;
};

const schemes: Record<string, Record<string, string>> = {
  light: { 'prefers-color-scheme': 'light', 'forced-colors': 'none' },
  dark: { 'prefers-color-scheme': 'dark', 'forced-colors': 'none' },
  'forced colours': { 'prefers-color-scheme': 'dark', 'forced-colors': 'active' },
};
const widths = [1280, 320];

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
const emulate = (features: Record<string, string>) =>
  executeServerCommand<{ supported: boolean }, Record<string, string>>('emulate-features', features);

/** Opens a story in a frame and waits until it has rendered and played. */
async function open(id: string): Promise<{ frame: HTMLIFrameElement; story: StoryWindow; finished: Finished }> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'inline-size: 1280px; block-size: 900px; border: 0';
  frame.src = `${base}/iframe.html?id=${id}&viewMode=story`;
  document.body.append(frame);
  const story = frame.contentWindow as StoryWindow;
  for (const start = performance.now(); performance.now() - start < 20_000; await pause(25)) {
    const last = (event: string) => story.__STORYBOOK_ADDONS_CHANNEL__?.last(event)?.[0];
    // A story whose play function failed still "finishes" with success.
    const thrown = last('playFunctionThrewException') ?? last('unhandledErrorsWhilePlaying');
    // Testing Library adds the whole page to its message.
    if (thrown) throw new Error(JSON.stringify(thrown, ['message']).slice(0, 600));
    const { document } = story;
    if (document?.body?.classList.contains('sb-show-errordisplay')) {
      throw new Error(document.getElementById('error-message')?.textContent ?? 'The story did not render.');
    }
    const finished = last('storyFinished') as Finished | undefined;
    if (finished) return { frame, story, finished };
  }
  throw new Error('The story never finished.');
}

const describeAll = (violations: readonly Violation[]) =>
  violations.map(
    ({ id, help, nodes }) => `${id}: ${help} ${String(nodes[0]?.target)} ${nodes[0]?.failureSummary ?? ''}`,
  );

/** axe on the story as it stands. The accessibility panel's own copy of axe serves, where it is there already. */
async function inspect(story: StoryWindow): Promise<string[]> {
  if (!story.axe) {
    const script = story.document.createElement('script');
    script.src = '/node_modules/axe-core/axe.min.js';
    await new Promise((done) => {
      script.onload = done;
      story.document.head.append(script);
    });
  }
  // A story is a piece of a page, without its landmarks.
  const options: RunOptions = { resultTypes: ['violations'], rules: { region: { enabled: false } } };
  const { violations } = await story.axe!.run('#storybook-root', options);
  return describeAll(violations);
}

describe('stories', function () {
  this.timeout(60_000);
  const normal = { 'prefers-color-scheme': '', 'forced-colors': '' };
  let frame: HTMLIFrameElement | undefined;

  afterEach(async () => {
    document.querySelector('iframe')?.remove();
    frame = undefined;
    await emulate(normal);
  });

  for (const { id, title, name } of Object.values(entries).filter(({ type }) => type === 'story')) {
    it(`${title} / ${name}`, async () => {
      const { finished, story, ...opened } = await open(id);
      frame = opened.frame;
      const failed = finished.reporters.filter(({ status }) => status === 'failed');
      expect(failed.flatMap(({ result }) => describeAll(result?.violations ?? []))).to.deep.equal([]);
      expect(finished.status).to.equal('success');
      expect(finished.reporters.map(({ type }) => type)).to.include('a11y');

      const problems: string[] = [];
      for (const [scheme, features] of Object.entries(schemes)) {
        if (!(await emulate(features)).supported) return;
        for (const [feature, value] of Object.entries(features))
          expect(story.matchMedia(`(${feature}: ${value})`).matches, `${feature}: ${value}`).to.equal(true);
        for (const width of widths) {
          frame.style.inlineSize = `${width}px`;
          // Two frames: one for the container queries, one for what observers change after them.
          await new Promise((done) => story.requestAnimationFrame(() => story.requestAnimationFrame(done)));
          for (const problem of await inspect(story)) problems.push(`${scheme}, ${width} px: ${problem}`);
          const { scrollWidth } = story.document.documentElement;
          if (scrollWidth > width) problems.push(`${scheme}, ${width} px: scrolls sideways to ${scrollWidth} px`);
        }
      }
      expect(problems).to.deep.equal([]);
    });
  }
});
