/** What a topic is, and how to get one: `help-elements/topics.js`. No elements, no words, no DOM. */
export { loadTopic } from './topics/load.js';
export { openPack, parsePack, type Pack, type PackListResult, type PackResult } from './topics/pack.js';
export type * from './topics/pack-model.js';
export { parseTopic } from './topics/validate.js';
export type * from './topics/result.js';
export type {
  Alert,
  Block,
  Blockquote,
  Break,
  Code,
  Delete,
  Emphasis,
  Heading,
  Image,
  Inline,
  InlineCode,
  Link,
  LinkItem,
  Links,
  List,
  ListItem,
  Node,
  NodeType,
  Paragraph,
  Section,
  Strong,
  Table,
  TableCell,
  TableRow,
  Text,
  ThematicBreak,
  Topic,
} from './topics/model.js';
