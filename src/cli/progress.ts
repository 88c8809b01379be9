import { SingleBar } from 'cli-progress';

/** How far a command has come. */
export interface Progress {
  start: (total: number) => void;
  step: () => void;
  stop: () => void;
}

/** A bar on a terminal; elsewhere, as in a log file, nothing. */
export function progress(label: string): Progress {
  if (!process.stderr.isTTY) return { start: () => {}, step: () => {}, stop: () => {} };
  const bar = new SingleBar({
    format: `${label} {bar} {value}/{total}`,
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
    fps: 10,
  });
  return { start: (total) => bar.start(total, 0), step: () => bar.increment(), stop: () => bar.stop() };
}
