import { AlignmentType, PageBreak, Paragraph, type Table } from "docx";
import { isLongLabel, type Line, type Part, type SignatureLine, widthOf } from "./sheet";
import {
  allBorders,
  type Cell,
  fromMm,
  gap,
  grid,
  line,
  lineBelow,
  noBorders,
  textRuns,
  titleLines,
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

/**
 * One part of a sheet as Word holds it. Two lines of words stay with the first signature behind them, and what stands before a
 * seal with the seal, each on one page; so does a receipt of few.
 */
export function wordPart(part: Part, behind: readonly Part[] = []): Drawn[] {
  const staysWithNext = leadsToSignatures(behind) || behind[0]?.is === "seal";
  switch (part.is) {
    case "heading":
      if (part.level === 0) return titleLines(part.text, 22);
      return [line(part.text, { face: headingFaces[part.level - 1] ?? "song", indent: true, keepNext: true })];
    case "paragraph":
      return part.lines.map((text, i) =>
        line(text, {
          alignment: alignments[part.align],
          indent: part.indent,
          keepNext: part.keep || (staysWithNext && i >= part.lines.length - 2),
        }),
      );
    case "fields":
      return fieldTables(part.rows);
    case "person":
      return [line(part.role, { keepNext: true }), ...fieldTables(part.rows, { keep: true })];
    case "long":
      return [
        line(part.label, { keepNext: true }),
        ...part.lines.map((text, i) =>
          line(text, {
            ...{ indent: true, alignment: AlignmentType.BOTH },
            keepNext: staysWithNext && i >= part.lines.length - 2,
          }),
        ),
        ...blankLines(part.blanks, staysWithNext),
      ];
    case "table":
      return [gap(), ruled(part), gap(4)];
    case "signatures":
      return part.rows.flatMap((row, i) => {
        const isLast = i === part.rows.length - 1;
        // What ends the file needs no room after it, which would be a page of its own.
        return signature(row, behind[0]?.is === "seal" && isLast, isLast && behind.length === 0 ? 1 : undefined);
      });
    case "seal":
      return seal(part.organisation, part.day);
    case "receipt":
      return [
        line(part.title, { face: "hei", alignment: AlignmentType.CENTER, keepNext: true, cut: true }),
        ...part.lines.map((text) => line(text, { indent: true, keepNext: true })),
        ...part.rows.flatMap((row, i) => signature(row, part.rows.length <= 4 && i < part.rows.length - 1)),
      ];
    case "qrCode":
      return part.lines.map((text) => line(text));
    case "newPage":
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

/** Whether what stands before these parts is the last, or the last but one where that is a single line, before signatures. */
function leadsToSignatures([next, afterNext]: readonly Part[]): boolean {
  const isSigned = (part: Part | undefined) => part?.is === "signatures";
  const isOneLine = next?.is === "paragraph" && next.lines.length === 1 && widthOf(next.lines.join("")) <= 26;
  return isSigned(next) || (isOneLine && isSigned(afterNext));
}

/** Characters of a label, wide and narrow, in twentieths of a point, with a little room. */
const labelWidth = (label: string) => widthOf(label) * twips(16) + 120;

/** Filled lines; `wide` is the room of a label where its text does not tell it, `keep` holds all of them on one page. */
export function fieldTables(rows: Line[][], { wide, keep = false }: { wide?: number; keep?: boolean } = {}): Drawn[] {
  return rows.map((row, i) => {
    const keepNext = keep && i < rows.length - 1;
    const each = Math.floor(typeArea / row.length);
    const cells = row.flatMap(({ label, value }): Cell[] => {
      const width = Math.min(wide ?? labelWidth(label), Math.floor(each * 0.7));
      return [
        { children: [line(label, { keepNext })], width, borders: noBorders },
        { children: [line(value, { keepNext })], width: each - width, borders: lineBelow },
      ];
    });
    return grid([cells], { height: twips(29), align: "top" });
  });
}

const blankLines = (count: number, keepNext: boolean): Drawn[] =>
  count === 0
    ? []
    : [
        grid(
          Array.from({ length: count }, () => [
            { children: [line("", { keepNext })], width: typeArea, borders: lineBelow },
          ]),
          { height: twips(29) },
        ),
      ];

function ruled(part: Extract<Part, { is: "table" }>): Table {
  const all = part.columns.reduce((sum, { width }) => sum + width, 0);
  const widths = part.columns.map(({ width }) => Math.floor((typeArea * width) / all));
  const row = (texts: string[], alignment?: "center"): Cell[] =>
    texts.map((text, i) => ({
      children: [
        line(text, { size: 14, height: 18, alignment: alignments[alignment ?? part.columns[i]?.align ?? "left"] }),
      ],
      width: widths[i] ?? 0,
      borders: allBorders,
    }));
  const head = row(
    part.columns.map(({ title }) => title),
    "center",
  );
  return grid([head, ...part.rows.map((texts) => row(texts))], { head: true, align: "center", padding: twips(4) });
}

/** Label, line of 45 mm, box for a fingerprint, day: rows that grow, because an exact height cuts a picture off. */
export function signature(
  { label, fingerprint, day, note }: SignatureLine,
  keepNext = false,
  room = fingerprint ? 5 : 1,
): Drawn[] {
  const print = fingerprint ? fromMm(22) : fromMm(2);
  const [mark, when] = [fromMm(45), fromMm(46)];
  const style = { size: 14, height: 20, grows: true, keepNext };
  const isAbove = isLongLabel(label);
  const cells: Cell[] = [
    { children: [line(isAbove ? "" : label, style)], width: typeArea - mark - print - when, borders: noBorders },
    { children: [line("", style)], width: mark, borders: lineBelow },
    {
      children: [line(fingerprint ?? "", { ...style, size: 10.5, alignment: AlignmentType.CENTER })],
      width: print,
      borders: fingerprint ? allBorders : noBorders,
    },
    { children: [line(day, { ...style, alignment: AlignmentType.RIGHT })], width: when, borders: noBorders },
  ];
  return [
    ...(isAbove ? [line(label, { size: 14, height: 20, keepNext: true })] : []),
    grid([cells], { height: fromMm(fingerprint ? 28 : 14) }),
    ...(note ? [signatureNote(note, keepNext)] : []),
    gap(room, keepNext),
  ];
}

/** In small type under the line: who signed for somebody, by which means. */
export const signatureNote = (note: string, keepNext = false): Paragraph =>
  line(note, { size: 10.5, height: 14, keepNext });

/** Room for the seal, which is pressed over organisation and day: its top stands within one line of the text above. */
function seal(organisation: string, day: string): Drawn[] {
  const widest = Math.max(widthOf(organisation), widthOf(day));
  return [organisation, day].map(
    (text, i) =>
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        keepNext: i === 0,
        // The date is centred under the organisation.
        indent: { right: twips(32 + Math.max(0, widest - widthOf(text)) * 8) },
        spacing: {
          line: twips(29),
          lineRule: "exact",
          before: i === 0 ? twips(48) : 0,
          after: i === 0 ? 0 : twips(30),
        },
        children: textRuns(text),
      }),
  );
}
