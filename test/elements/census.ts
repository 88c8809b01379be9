const ours = new Set(
  (
    'a b blockquote br button code del div em figcaption figure footer h1 h2 h3 h4 h5 h6 header help-tab help-tabs hr ' +
    'img input label li ol p path pre section slot span strong style svg table tbody td th thead time tr ul'
  ).split(' '),
);

/** What an element shows that it must not, however hostile its topic: elements, attributes and addresses that aren't ours. */
export function strange({ shadowRoot }: Element): string[] {
  const found: string[] = [];
  for (const node of shadowRoot!.querySelectorAll('*')) {
    if (!ours.has(node.localName)) found.push(node.localName);
    for (const { name, value } of node.attributes) {
      if (/^on|^style$|^srcdoc$/.test(name)) found.push(`${node.localName}[${name}]`);
      if (/^(href|src|action|formaction|xlink:href|data)$/.test(name) && !isWeb(node, value)) found.push(value);
    }
  }
  return found;
}

/** By what the browser makes of an address, not by our own reading of it; one that it can't read leads nowhere. */
const isWeb = (node: Element, address: string): boolean => {
  const allowed = node instanceof HTMLAnchorElement ? /^(https?|mailto|tel):$/ : /^https?:$/;
  return !URL.canParse(address, document.baseURI) || allowed.test(new URL(address, document.baseURI).protocol);
};
