/**
 * What a topic is, as types. Their comments are also the descriptions in the published JSON Schema.
 *
 * To add a node type: an interface here, its name in `Block` or `Inline`, a row in `shapes.ts`, a case in
 * `src/rendering/`. The compiler says what is still missing.
 */

/** One help topic, version 1. */
export interface Topic {
  /** The version of this format. A reader of version 1 refuses a newer one. */
  version: 1;
  /** The name by which packs, links and events know the topic; in a pack, its path without extension. */
  id: string;
  /** The heading, as plain text. */
  title: string;
  /** The language of the words, as a BCP 47 tag. */
  lang?: string;
  /** Who made these words: the author (`source`), a translator (`human`) or a program (`machine`). */
  translation?: 'source' | 'human' | 'machine';
  /** The day of the last change, as ISO 8601 has it: `2026-05-31`, a time may follow. */
  updated?: string;
  /** Words that find the topic although its text lacks them. */
  keywords?: string[];
  /** Error codes that the topic explains. */
  codes?: string[];
  /** Other ids by which the topic can be asked for. */
  aliases?: string[];
  /** Paths of the app's pages that the topic helps with. */
  routes?: string[];
  /** Where the topic comes from: whatever its tool wants to keep. Only its `url`, a web address, is shown: as a link. */
  source?: Record<string, unknown>;
  /** What stands before the sections. */
  body?: Block[];
  /** The sections, shown as tabs. */
  sections?: Section[];
}

/** One section of a topic: a tab and its panel. */
export interface Section {
  /** The name by which attributes, events and addresses know the section; unique in the topic. */
  id: string;
  /** The words on the tab: a whole phrase or sentence, never cut. */
  label: string;
  /** What the panel shows. */
  body: Block[];
}

/** A paragraph of running text. */
export interface Paragraph {
  type: 'paragraph';
  /** Its text. */
  children: Inline[];
}

/** A heading inside a body. */
export interface Heading {
  type: 'heading';
  /** Its level; the levels of a body are fitted under the heading of the element that shows it. */
  depth: 1 | 2 | 3 | 4 | 5 | 6;
  /** Its text. */
  children: Inline[];
}

/** An ordered or unordered list. */
export interface List {
  type: 'list';
  /** Whether the order counts. Default: false. */
  ordered?: boolean;
  /** The number of the first item of an ordered list. Default: 1. */
  start?: number;
  /** Whether the items stand apart. Default: false. */
  spread?: boolean;
  /** Its items. */
  children: ListItem[];
}

/** An item of a list; with `checked`, one that the reader can tick off. */
export interface ListItem {
  type: 'listItem';
  /** Whether it starts ticked; absent: it is no check. */
  checked?: boolean;
  /** The name by which events know the check. */
  id?: string;
  /** Whether its blocks stand apart. Default: false. */
  spread?: boolean;
  /** What it says. */
  children: Block[];
}

/** A table; its first row is the heading row. */
export interface Table {
  type: 'table';
  /** The alignment of each column. */
  align?: ('left' | 'right' | 'center' | null)[];
  /** Its rows. */
  children: TableRow[];
}

/** A row of a table. */
export interface TableRow {
  type: 'tableRow';
  /** Its cells. */
  children: TableCell[];
}

/** A cell of a table. */
export interface TableCell {
  type: 'tableCell';
  /** Its text. */
  children: Inline[];
}

/** A block of code. */
export interface Code {
  type: 'code';
  /** The programming language, for example `powershell`. */
  lang?: string;
  /** The code. */
  value: string;
}

/** A quotation. */
export interface Blockquote {
  type: 'blockquote';
  /** What is quoted. */
  children: Block[];
}

/** A break between two subjects. */
export interface ThematicBreak {
  type: 'thematicBreak';
}

/** A list of links with descriptions. */
export interface Links {
  type: 'links';
  /** The links, best first. */
  items: LinkItem[];
}

/** One link of a link list. */
export interface LinkItem {
  /** The words of the link: the name of the page behind it. */
  label: string;
  /** The address: `http:`, `https:`, `mailto:`, `tel:` or relative; any other shows the label as text. */
  href: string;
  /** One line on what the reader finds there. */
  description?: string;
}

/** A passage that stands out. */
export interface Alert {
  type: 'alert';
  /** How much it matters. */
  kind: 'note' | 'tip' | 'important' | 'warning' | 'caution';
  /** What it says. */
  children: Block[];
}

/** Plain text; nothing in it is mark-up. */
export interface Text {
  type: 'text';
  /** The text. */
  value: string;
}

/** Emphasised text. */
export interface Emphasis {
  type: 'emphasis';
  /** Its text. */
  children: Inline[];
}

/** Strong text, for example the name of a button. */
export interface Strong {
  type: 'strong';
  /** Its text. */
  children: Inline[];
}

/** Text that no longer holds. */
export interface Delete {
  type: 'delete';
  /** Its text. */
  children: Inline[];
}

/** A piece of code within text. */
export interface InlineCode {
  type: 'inlineCode';
  /** The code. */
  value: string;
}

/** A new line within a paragraph. */
export interface Break {
  type: 'break';
}

/** A link within text. */
export interface Link {
  type: 'link';
  /** The address: `http:`, `https:`, `mailto:`, `tel:` or relative; any other shows as text. */
  url: string;
  /** More about the page behind it. */
  title?: string;
  /** The words of the link. Without any, the address is shown. */
  children: Inline[];
}

/** A picture. */
export interface Image {
  type: 'image';
  /** The address: `http:`, `https:` or relative. */
  url: string;
  /** What it shows, for those who can't see it. */
  alt?: string;
  /** More about it; of a picture that stands alone the words below it. */
  title?: string;
  /** Its width in pixels: with the height, nothing moves when it comes. */
  width?: number;
  /** Its height in pixels. */
  height?: number;
}

/** What bodies, items, quotations and alerts hold. */
export type Block = Paragraph | Heading | List | Table | Code | Blockquote | ThematicBreak | Links | Alert;
/** What paragraphs, headings, cells and links hold. */
export type Inline = Text | Emphasis | Strong | Delete | InlineCode | Break | Link | Image;
/** Any node of the tree that has a type. */
export type Node = Block | Inline | ListItem | TableRow | TableCell;
/** The name of a node type. */
export type NodeType = Node['type'];
