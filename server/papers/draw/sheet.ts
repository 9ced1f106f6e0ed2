import type { Block, Field, LongField, Paper, Pattern, Seal, Several, Signature, Strokes, Value } from "../model";

/**
 * A paper with every word that the renderers add: colons, the stroke where nothing applies, blanks to fill in. PDF, Word and
 * the plain text are made from this, so that none of them can say anything that the others do not.
 */
export interface Sheet {
  title: string;
  organisation: string | null;
  number: string | null;
  sides: Paper["sides"];
  parts: Part[];
  /** Stands in the foot of every page, in PDF and Word. */
  foot: string | null;
  /** Stands in the foot of the Word copy alone. */
  copyNote: string | null;
  /** Absent for every paper but a cover. */
  isCover?: true;
}

export interface Line {
  label: string;
  /** "" is a blank to fill in. */
  value: string;
}

export interface SignatureLine {
  label: string;
  /** Drawn in PDF alone: a copy that can be edited holds nobody's hand. Null leaves the line empty. */
  strokes: Strokes | null;
  fingerprint: string | null;
  day: string;
  note: string | null;
}

export type Part = PlainPart & { of?: Several };
type PlainPart =
  | { is: "heading"; level: 0 | 1 | 2 | 3; text: string }
  | {
      is: "paragraph";
      lines: string[];
      align: "justify" | "left" | "center" | "right";
      indent: boolean;
      keep: boolean;
      /** Absent where the sentence has no fields of its own, and in sheets that were kept before it was known. */
      pattern?: Pattern;
    }
  | { is: "fields"; rows: Line[][] }
  | { is: "person"; role: string; rows: Line[][] }
  | { is: "long"; label: string; lines: string[]; blanks: number }
  | { is: "table"; columns: { title: string; width: number; align: "left" | "center" | "right" }[]; rows: string[][] }
  | { is: "signatures"; rows: SignatureLine[] }
  | { is: "seal"; organisation: string; day: string; sealed: boolean }
  | { is: "receipt"; title: string; lines: string[]; rows: SignatureLine[] }
  | { is: "qrCode"; content: string; lines: string[] }
  | { is: "newPage" };

/** What a form prints where a field does not apply: never a blank, which somebody could fill in later. */
const doesNotApply = "／";
const blankDay = "　　年　月　日";
const copyNote = "本件为文书副本，内容以加盖印章的原件为准。";
/** Characters of 16 pt that fit on a line, on half of it beside another field, and so on. */
const roomOf = [0, 28, 13, 8.5, 6.5];
const halfLine = 13;
/** How many Chinese characters wide a text is: digits and Latin letters are half as wide. */
export const widthOf = (text: string): number => [...text].reduce((sum, char) => sum + (char > "\u02ff" ? 1 : 0.5), 0);

export function sheetOf(paper: Omit<Paper, "kind">): Sheet {
  const isSealed = paper.blocks.some((block) => block.kind === "seal" && block.sealed);
  return {
    title: paper.title,
    organisation: paper.organisation,
    number: paper.number,
    sides: paper.sides,
    parts: paper.blocks.map((block) => ({ ...partOf(block), ...(block.of ? { of: block.of } : {}) })),
    foot: paper.foot ?? null,
    copyNote: isSealed && paper.foot !== copyNote ? copyNote : null,
    ...(paper.isCover ? { isCover: true } : {}),
  };
}

function partOf(block: Block): PlainPart {
  switch (block.kind) {
    case "heading":
      return { is: "heading", level: block.level, text: block.text };
    case "paragraph":
      return {
        is: "paragraph",
        lines: linesOf(block.text),
        align: block.align ?? "justify",
        indent: (block.indent ?? 2) > 0,
        keep: block.keepWithNext ?? false,
        ...(block.pattern ? { pattern: block.pattern } : {}),
      };
    case "fields":
      return { is: "fields", rows: block.rows.flatMap((row) => inRoom(row.map(lineOf))) };
    case "person":
      return { is: "person", role: block.role, rows: inHalves(block.pairs.map(lineOf)) };
    case "longField":
      return longOf(block);
    case "table":
      return {
        is: "table",
        columns: block.columns.map((column) => ({ align: "left", ...column })),
        rows: block.rows.map((row) => row.map(textOf)),
      };
    case "signatures":
      return { is: "signatures", rows: block.rows.map(signatureOf) };
    case "seal":
      return sealOf(block);
    case "receipt":
      return { is: "receipt", title: block.title, lines: linesOf(block.text), rows: block.rows.map(signatureOf) };
    case "qrCode":
      return { is: "qrCode", content: block.content, lines: block.lines };
    case "newPage":
      return { is: "newPage" };
  }
}

const linesOf = (text: string): string[] => {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => line.replaceAll("\t", " ").trim());
  return lines.filter((line) => line !== "");
};

function textOf(value: Value): string {
  if (typeof value !== "string") return value === null ? doesNotApply : "";
  return linesOf(value).join("\n") || doesNotApply;
}

const lineOf = ({ label, value }: Field): Line => ({ label: `${label}：`, value: textOf(value) });

/** Fields that a form has beside each other, unless one of them would break over lines there. */
const inRoom = (row: Line[]): Line[][] =>
  row.every(({ label, value }) => widthOf(label + value) <= (roomOf[row.length] ?? 0))
    ? [row]
    : row.map((line) => [line]);

/** Two short fields beside each other, a long one on a line of its own. */
function inHalves(lines: Line[]): Line[][] {
  const rows: Line[][] = [];
  let isOpen = false;
  for (const line of lines) {
    const isShort = widthOf(line.label + line.value) <= halfLine;
    const last = rows.at(-1);
    if (isShort && isOpen && last) last.push(line);
    else rows.push([line]);
    isOpen = isShort && !isOpen;
  }
  return rows;
}

function longOf({ label, value }: LongField): PlainPart {
  const isText = typeof value === "string" || value === null;
  const lines = isText ? linesOf(textOf(value)) : [];
  return { is: "long", label: `${label}：`, lines, blanks: isText ? 0 : value.lines };
}

/** Whether what stands before a line to sign on would take more than two lines of its cell. */
export const isLongLabel = (label: string): boolean => widthOf(label) > 15.5;

function signatureOf({ role, name, strokes, fingerprint, day, note }: Signature): SignatureLine {
  return {
    label: name ? `${role}（${name}）：` : `${role}：`,
    strokes,
    fingerprint: fingerprint ? "指印" : null,
    day: day ?? blankDay,
    note: note || null,
  };
}

const sealOf = ({ organisation, day, sealed }: Seal): PlainPart => ({
  is: "seal",
  organisation,
  day: day ?? blankDay,
  sealed,
});
