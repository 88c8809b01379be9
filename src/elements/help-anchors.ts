/** An element of the page that opens help. */
export interface HelpAnchor {
  source: Element;
  /** The topic that it names in `data-help-topic`. */
  topic: string | undefined;
  /** The element that it names in `commandfor`. */
  target: Element | null;
}

/** What of a click opens help, through shadow roots. */
export function anchorOf(event: Event): HelpAnchor | undefined {
  const source = event.composedPath().find((node) => node instanceof Element && node.matches(anchors));
  if (!(source instanceof Element)) return undefined;
  const id = source.getAttribute('commandfor');
  const target = id ? (source.getRootNode() as Document | ShadowRoot).getElementById(id) : null;
  return { source, topic: source.getAttribute('data-help-topic') ?? undefined, target };
}

const anchors = '[data-help-topic], [commandfor]';

/** All elements with `data-help-topic`, in open shadow roots too. */
export function* topicAnchors(root: Document | ShadowRoot): Generator<HTMLElement> {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element.hasAttribute('data-help-topic')) yield element;
    if (element.shadowRoot) yield* topicAnchors(element.shadowRoot);
  }
}
