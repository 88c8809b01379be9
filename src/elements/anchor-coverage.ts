import { topicAnchors } from './help-anchors.js';

/** What marks the anchors of a page. */
export interface CoverageOptions {
  /** What the marks are put into: a box over the whole window. */
  layer: HTMLElement;
  /** Whether the help has a topic of that name. */
  has: (topic: string) => Promise<boolean>;
  /** Called when anchors have come or gone: how many there are, and how many have help. */
  onCount: (covered: number, all: number) => void;
  /** Called once for each name that is no topic's. */
  onMissing: (topic: string) => void;
}

/** Milliseconds between two looks at what anchors there are. */
const interval = 1000;

/** Draws a frame around everything on the page that has `data-help-topic`, and says whether that topic is there. */
export function markAnchors({ layer, has, onCount, onMissing }: CoverageOptions): () => void {
  const marks = new Map<HTMLElement, HTMLElement>();
  const missing = new Set<string>();
  let frame = 0;

  const look = async (): Promise<void> => {
    const anchors = new Set(topicAnchors(layer.ownerDocument));
    let covered = 0;
    for (const [anchor, mark] of marks) {
      if (anchors.has(anchor)) continue;
      mark.remove();
      marks.delete(anchor);
    }
    for (const anchor of anchors) {
      const topic = anchor.dataset['helpTopic'] ?? '';
      const isThere = await has(topic);
      if (isThere) covered++;
      else if (!missing.has(topic)) onMissing(topic);
      if (!isThere) missing.add(topic);
      const mark = marks.get(anchor) ?? layer.appendChild(layer.ownerDocument.createElement('div'));
      mark.className = isThere ? 'mark there' : 'mark missing';
      mark.textContent = `${isThere ? '✓' : '✗'} ${topic}`;
      marks.set(anchor, mark);
    }
    onCount(covered, anchors.size);
  };

  const place = (): void => {
    for (const [anchor, { style }] of marks) {
      const { left, top, width, height } = anchor.getBoundingClientRect();
      style.left = `${left}px`;
      style.top = `${top}px`;
      style.width = `${width}px`;
      style.height = `${height}px`;
    }
    frame = requestAnimationFrame(place);
  };

  void look();
  place();
  const timer = setInterval(() => void look(), interval);
  return () => {
    clearInterval(timer);
    cancelAnimationFrame(frame);
    for (const mark of marks.values()) mark.remove();
  };
}
