/** What an edge resizes. */
export interface ResizeEdgeOptions {
  /** The box; the edge is on the side of it that faces the middle of the page. */
  box: () => HTMLElement;
  /** The least and the most, in CSS pixels. */
  range: () => readonly [min: number, max: number];
  /** Called with the new width while the reader moves the edge. */
  onResize: (width: number) => void;
}

/** Pixels that an arrow key moves the edge. */
const step = 24;

/**
 * Makes listeners for an element with role `separator` at the edge of a box that is fixed to a side of the window: it moves
 * with the pointer, with the arrow keys, and to its ends with Home and End.
 */
export function resizeEdge({ box, range, onResize }: ResizeEdgeOptions) {
  /** 1 where the box stands on the right, so that its edge grows it to the left; else -1. */
  const side = (rect: DOMRect): number => (rect.left > innerWidth - rect.right ? 1 : -1);
  const resize = (width: number): void => {
    const [min, max] = range();
    onResize(Math.round(Math.min(max, Math.max(min, width))));
  };
  return {
    onKeydown: (event: KeyboardEvent): void => {
      const rect = box().getBoundingClientRect();
      const [min, max] = range();
      const widths: Record<string, number> = {
        ArrowLeft: rect.width + step * side(rect),
        ArrowRight: rect.width - step * side(rect),
        Home: min,
        End: max,
      };
      const width = widths[event.key];
      if (width === undefined) return;
      event.preventDefault();
      resize(width);
    },
    onPointerdown: (event: PointerEvent): void => {
      if (event.button !== 0) return;
      (event.currentTarget as Element).setPointerCapture(event.pointerId);
    },
    onPointermove: (event: PointerEvent): void => {
      if (!(event.currentTarget as Element).hasPointerCapture(event.pointerId)) return;
      const rect = box().getBoundingClientRect();
      resize(side(rect) > 0 ? rect.right - event.clientX : event.clientX - rect.left);
    },
  };
}
