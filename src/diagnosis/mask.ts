// What must never be read by anyone: secrets. And what may be read here, but not elsewhere: people.
// Every expression is linear: a class, repeated, then something that the class does not hold. Texts are cut before.

/** Longer texts are cut: no answer of an app says more, and a megabyte of it must not stop the page. */
export const longest = 10_000;

export const cut = (text: string, length = longest): string =>
  text.length > length ? `${text.slice(0, length)}…` : text;

const hidden = '[secret]';

const secrets: readonly [RegExp, string][] = [
  // JSON Web Tokens
  [/(?<![\w.-])eyJ[\w-]{5,}\.[\w-]+(?:\.[\w-]*)?/g, hidden],
  [/\b(bearer|basic|digest|negotiate|ssws|apikey|token) +(?=\S*[\d+/=_.~-])[\w+/=.~-]{8,}/gi, `$1 ${hidden}`],
  // `client_secret=…`, `"password": "…"`, `X-Api-Key: …`, also in a query
  [
    /((?:secret|passw(?:or)?d|pwd|token|api[_-]?key|access[_-]?key|subscription-key|authorization|cookie|signature|credential|assertion|\bsig|code_verifier)["']?\s{0,3}[:=]\s{0,3}["']?)(?!\[secret\]|(?:bearer|basic|digest|negotiate|ssws|apikey|token) )[^\s"'&;,<>]{3,}/gi,
    `$1${hidden}`,
  ],
  // User and password in an address
  [/(\w:\/\/)[^\s/@:]{1,200}:[^\s/@]{1,200}@/g, `$1${hidden}@`],
  // Keys that are known by their start: GitHub, Slack, AWS, Stripe, Google, Azure Storage, Okta
  [/\b(?:gh[pousr]_|xox[abprs]-|AKIA|ASIA|sk_live_|sk-|rk_live_|AIza|ya29\.|glpat-|00[A-Z])[\w.-]{16,}/g, hidden],
  [/-----BEGIN [A-Z ]{1,40}-----[\w+/=\s]{1,9000}(?:-----END [A-Z ]{1,40}-----)?/g, hidden],
  // Anything long without a space that mixes cases and digits: no word, no GUID, no published code
  [/(?<![\w+=-])(?=(?:[A-Za-z_+-]{0,100}\d){3})(?=[\w+-]{0,100}[a-z])(?=[\w+-]{0,100}[A-Z])[\w+-]{32,}={0,2}/g, hidden],
];

/** Replaces tokens, passwords and keys by `[secret]`. Everything that is shown or leaves goes through here. */
export function maskSecrets(text: string): string {
  let masked = cut(text);
  for (const [pattern, by] of secrets) masked = masked.replace(pattern, by);
  return masked;
}
