import type { PaperKind } from "../../db/vocabulary";

/**
 * An official paper before it is drawn. A form turns facts into this, and the renderers turn this into PDF and Word, so
 * that both say the same in the same order. All strings are final Chinese text; nothing in here is looked up, computed
 * or translated afterwards. A line break within a text begins a new paragraph or, in a cell, a new line.
 */
export interface Paper {
  kind: PaperKind;
  /** The organisation whose paper it is, above the title; `null` where the form has no such line. */
  organisation: string | null;
  title: string;
  /** The number as it is printed, with its brackets; `null` for papers without one, "" for one that is filled in by hand. */
  number: string | null;
  blocks: Block[];
  /** Every name in the paper. A name with a rare character is printed as a whole in the face that has the character. */
  names: string[];
  copies: Copies;
  /** In small type at the foot of every page, such as what state of the paper this is; absent where there is nothing to say. */
  foot?: string;
  /** The cover of a dossier: a large title with room around it, and no page number. */
  isCover?: true;
  /** Text of two pages and more is printed on both sides; covers, receipts and notices that are handed over on one. */
  sides: "single" | "double";
}

export interface Copies {
  count: number;
  /** One entry per copy, in the order in which they are handed out. */
  forWhom: string[];
}

export type Block = (
  | Heading
  | Paragraph
  | Fields
  | LongField
  | Table
  | Person
  | Signatures
  | Seal
  | Receipt
  | QrCode
  | NewPage
) & {
  /** A stretch of blocks that stands once for each of several, such as one sheet for each party; templates go through it as a loop. */
  of?: Several;
};

/** The name of the loop, and which of the several it is. */
export interface Several {
  name: string;
  item: number;
}

/** 一、 / （一） / 1.: the mark is part of the text. 0 is the title of a paper that goes along with this one. */
export interface Heading {
  kind: "heading";
  level: 0 | 1 | 2 | 3;
  text: string;
}

export interface Paragraph {
  kind: "paragraph";
  text: string;
  /** "justify" where nothing is said. */
  align?: "justify" | "left" | "center" | "right";
  /** Indent of the first line in characters; 2 where nothing is said. */
  indent?: 0 | 2;
  /** Stays on the page of the block that follows. */
  keepWithNext?: boolean;
  /** The same text with a field for each fact in it; a station's own Word template begins with it. */
  pattern?: Pattern;
}

/** A sentence of a form: `{款项}` stands where the fact of that name is printed. */
export interface Pattern {
  text: string;
  facts: Readonly<Record<string, string>>;
}

/** What stands on a line of a form: `null` prints "／" (does not apply), `fillIn` leaves room to write by hand. */
export type Value = string | null | { fillIn: true };

export interface Field {
  label: string;
  value: Value;
}

/** Filled lines. Each row is one line of the form with one to four fields beside each other. */
export interface Fields {
  kind: "fields";
  rows: Field[][];
}

/** A label and, under it, text of any length: facts, requests, statements. `lines` asks for that many empty lines to write on. */
export interface LongField {
  kind: "longField";
  label: string;
  value: string | null | { lines: number };
}

/** A ruled table whose head is repeated on every page; a row never breaks across pages where it fits on one. */
export interface Table {
  kind: "table";
  /** Widths are shares of the type area. */
  columns: { title: string; width: number; align?: "left" | "center" | "right" }[];
  rows: Value[][];
}

/** One person or organisation with what identifies them; stays together on one page. */
export interface Person {
  kind: "person";
  /** 申请人、被申请人、当事人 … with its number where there are several. */
  role: string;
  pairs: Field[];
}

export interface Signatures {
  kind: "signatures";
  rows: Signature[];
}

/** What a hand drew: strokes of points [x, y] in any unit, from the upper left. */
export type Strokes = readonly (readonly (readonly [x: number, y: number])[])[];

export interface Signature {
  role: string;
  /** Who signs; `null` where anybody of that role may (the line is then empty). */
  name: string | null;
  /** As drawn on a screen; `null` leaves a line of at least 45 mm. */
  strokes: Strokes | null;
  /** A box of 22 × 28 mm for the print of a finger. */
  fingerprint: boolean;
  /** The day as printed, 2026年1月5日; `null` leaves 年 月 日 to fill in. */
  day: string | null;
  /** What stands under the line in small type: signed by the agent, declined, put a mark before a witness. */
  note?: string;
}

/** Organisation and day with the seal over both; not sealed yet, room of 45 × 45 mm is kept. */
export interface Seal {
  kind: "seal";
  organisation: string;
  day: string | null;
  sealed: boolean;
}

/** The slip at the foot of a paper that is handed over; it is kept in the dossier. A few signatures stay with it on one page. */
export interface Receipt {
  kind: "receipt";
  title: string;
  text: string;
  rows: Signature[];
}

/** A code for cameras, with the words beside it that say the same to people. */
export interface QrCode {
  kind: "qrCode";
  content: string;
  lines: string[];
}

export interface NewPage {
  kind: "newPage";
}

/** Something a paper must say and the dispute does not hold yet. `code` has its words in `papers.lacks`, its place in the app's map. */
export interface Lack {
  code: string;
  /** Whom or what it concerns, in the words of the record. */
  of?: string;
}

/** What a form makes of the facts: the paper, and what is missing for it. A paper that lacks a must is not made. */
export interface Composed {
  paper: Paper;
  lacks: Lack[];
}

/** Which paper is asked for. `subjectId` is the row it is about where a proceeding has several: session, agreement, party, visit, payment. */
export interface PaperOf {
  kind: PaperKind;
  disputeId: string;
  /** Null for a matter that was not taken up. */
  proceedingId: string | null;
  subjectId: string | null;
}
