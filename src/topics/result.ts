import type { Topic } from './model.js';

/** What comes of reading a topic: the topic with what was wrong in it, or the reason why there is none. */
export type TopicResult = { readonly ok: true; readonly topic: Topic; readonly problems: readonly Problem[] } | Refusal;

/** What there is instead of what was asked for. */
export interface Refusal {
  readonly ok: false;
  readonly fault: Fault;
}

/** Why a topic as a whole could not be had. */
export interface Fault {
  readonly code: FaultCode;
  /** More for a developer, in English: for the console, never for the page. It quotes no content of the file. */
  readonly detail: string;
  /** The status of the answer, if there was an answer that tells something by its status. */
  readonly status?: number | undefined;
  /** Seconds that the server asks to wait before another try (`Retry-After`), at least 0. */
  readonly retryAfter?: number | undefined;
}

/** The kinds of `Fault`. The words for readers belong to the elements. */
export type FaultCode =
  /** The address is not http or https, or not an address. No request was made. */
  | 'blocked-address'
  /** The server has no such file (404 or 410), or the pack no such topic. */
  | 'not-found'
  /** The server is out of order or busy (408, 425, 429, 5xx): another try may succeed. */
  | 'server'
  /**
   * No connection, a redirect to another site or a file there without leave (CORS), a content security policy, http on
   * an https page (a browser tells none of these apart), or a status such as 401 or 403.
   */
  | 'unreachable'
  /** The whole file was not there after 10 seconds. */
  | 'timeout'
  /** More than 1 MiB, or more than 10 000 nodes. */
  | 'too-large'
  /** More than 32 nodes inside each other. */
  | 'too-deep'
  /** HTML or XML came back: most often a page to sign in. */
  | 'web-page'
  /** The file is not UTF-8 but UTF-16 or UTF-32. */
  | 'encoding'
  /** The text is not JSON. */
  | 'not-json'
  /** It is the list of a pack, and nobody said which topic of it to show. */
  | 'no-topic-named'
  /** The topic is of a later version than this reader knows. */
  | 'newer-version'
  /** The file is not the one that its pack lists: changed since, or damaged. */
  | 'hash-mismatch'
  /** JSON, but no topic: something that a topic needs is missing or of the wrong kind. */
  | 'invalid'
  /** The caller's signal stopped it. Nobody needs to be told. */
  | 'aborted';

/** Something in a topic that could not be used. The rest shows. */
export interface Problem {
  readonly code: ProblemCode;
  /** Where it stands, as a JSON Pointer: `/sections/2/body/0`. */
  readonly pointer: string;
  /** What is wrong, in English, for a developer. */
  readonly message: string;
}

/** The kinds of `Problem`. */
export type ProblemCode =
  /** Something that a node, section or link needs is missing or wrong: it is left out; of a link its text stays. */
  | 'faulty-node'
  /** An optional field is wrong: it is left out. */
  | 'faulty-field'
  /** A node type that is unknown, or may not stand here: its children show in its place. */
  | 'unknown-node'
  /** The id of a section is missing, wrong or taken: it gets another. */
  | 'section-id';
