import { AlignmentType, PageBreak, Paragraph, type Table } from "docx";
import type { Line, Part, SignatureLine } from "./sheet";
import {
  allBorders,
  type Cell,
  fromMm,
  grid,
  line,
  lineBelow,
  noBorders,
  type TextStyle,
  textRuns,
  twips,
  typeArea,
} from "./word-pieces";

export type Drawn = Paragraph | Table;

const headingFaces = ["hei", "kai", "song"] as const;
const alignments = {
  justify: AlignmentType.BOTH,
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

/** One part of a sheet as Word holds it; `keepNext` holds it on the page of what follows. */
export function wordPart(part: Part): Drawn[] {
  switch (part.is) {
    case "heading":
      return [line(part.text, { face: headingFaces[part.level - 1] ?? "song", indent: true, keepNext: true })];
    case "paragraph":
      return part.lines.map((text) =>
        line(text, { alignment: alignments[part.align], indent: part.indent, keepNext: part.keep }),
      );
    case "fields":
      return fieldTables(part.rows);
    case "person":
      return [line(part.role, { keepNext: true }), ...fieldTables(part.rows)];
    case "long":
      return [
        line(part.label, { keepNext: true }),
        ...part.lines.map((text) => line(text, { indent: true, alignment: AlignmentType.BOTH })),
        ...blankLines(part.blanks),
      ];
    case "table":
      return [ruled(part), line("", { size: 1 })];
    case "signatures":
      return part.rows.flatMap(signature);
    case "seal":
      return seal(part.organisation, part.day);
    case "receipt":
      return [
        line(part.title, { face: "hei", alignment: AlignmentType.CENTER, keepNext: true }),
        ...part.lines.map((text) => line(text, { indent: true, keepNext: true })),
        ...part.rows.flatMap(signature),
      ];
    case "qrCode":
      return part.lines.map((text) => line(text));
    case "newPage":
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

/** Characters of a label, wide and narrow, in twentieths of a point, with a little room. */
const labelWidth = (label: string) =>
  [...label].reduce((sum, char) => sum + (char > "\u02ff" ? twips(16) : twips(8)), 0) + 120;

/** Filled lines; `wide` is the room of a label where its text does not tell it. */
export function fieldTables(rows: Line[][], wide?: number): Drawn[] {
  return rows.map((row) => {
    const each = Math.floor(typeArea / row.length);
    const cells = row.flatMap(({ label, value }): Cell[] => {
      const width = Math.min(wide ?? labelWidth(label), Math.floor(each * 0.7));
      return [
        { children: [line(label)], width, borders: noBorders },
        { children: [line(value)], width: each - width, borders: lineBelow },
      ];
    });
    return grid([cells], { height: twips(29) });
  });
}

const blankLines = (count: number): Drawn[] =>
  count === 0
    ? []
    : [
        grid(
          Array.from({ length: count }, () => [{ children: [line("")], width: typeArea, borders: lineBelow }]),
          { height: twips(29) },
        ),
      ];

function ruled(part: Extract<Part, { is: "table" }>): Table {
  const all = part.columns.reduce((sum, { width }) => sum + width, 0);
  const widths = part.columns.map(({ width }) => Math.floor((typeArea * width) / all));
  const row = (texts: string[], alignment?: "center"): Cell[] =>
    texts.map((text, i) => ({
      children: [
        line(text, { size: 14, grows: true, alignment: alignments[alignment ?? part.columns[i]?.align ?? "left"] }),
      ],
      width: widths[i] ?? 0,
      borders: allBorders,
    }));
  const head = row(
    part.columns.map(({ title }) => title),
    "center",
  );
  return grid([head, ...part.rows.map((texts) => row(texts))], { head: true });
}

/** Label, line of 45 mm, box for a fingerprint, day: rows that grow, because an exact height cuts a picture off. */
export function signature({ label, fingerprint, day, note }: SignatureLine): Drawn[] {
  const print = fingerprint ? fromMm(22) : fromMm(2);
  const [mark, when] = [fromMm(45), fromMm(44)];
  const small: TextStyle = { size: 14 };
  const cells: Cell[] = [
    { children: [line(label, { ...small, grows: true })], width: typeArea - mark - print - when, borders: noBorders },
    {
      children: [line("", { grows: true })],
      width: mark,
      borders: lineBelow,
    },
    {
      children: [line(fingerprint ?? "", { size: 10.5, grows: true, alignment: AlignmentType.CENTER })],
      width: print,
      borders: fingerprint ? allBorders : noBorders,
    },
    {
      children: [line(day, { ...small, grows: true, alignment: AlignmentType.RIGHT })],
      width: when,
      borders: noBorders,
    },
  ];
  return [grid([cells], { height: fromMm(fingerprint ? 28 : 14) }), line(note ?? "", { size: 10.5, grows: true })];
}

/** Room for the seal above organisation and day, which it is pressed over. */
const seal = (organisation: string, day: string): Drawn[] => [
  line("", { keepNext: true }),
  ...[organisation, day].map(
    (text, i) =>
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        keepNext: i === 0,
        indent: { right: twips(32) },
        spacing: { line: twips(29), before: 0, after: 0 },
        children: textRuns(text),
      }),
  ),
];
