import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";

/** Faces of official papers as office PCs have them; the files name them and hold none of them. */
export const wordFaces = {
  song: "仿宋_GB2312",
  title: "方正小标宋简体",
  hei: "黑体",
  kai: "楷体_GB2312",
  latin: "Times New Roman",
} as const;
export type WordFace = Exclude<keyof typeof wordFaces, "latin">;

/** Twentieths of a point. */
export const twips = (points: number) => Math.round(points * 20);
export const fromMm = (mm: number) => Math.round((mm * 1440) / 25.4);
/** 156 mm between the margins. */
export const typeArea = fromMm(156);
export const pitch = twips(29);

interface Border {
  style: (typeof BorderStyle)[keyof typeof BorderStyle];
  size: number;
  color: string;
}
type Borders = Record<"top" | "bottom" | "left" | "right", Border>;

const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
const thin = { style: BorderStyle.SINGLE, size: 4, color: "000000" };
export const noBorders: Borders = { top: none, bottom: none, left: none, right: none };
export const lineBelow: Borders = { ...noBorders, bottom: thin };
export const allBorders: Borders = { top: thin, bottom: thin, left: thin, right: thin };

export interface TextStyle {
  face?: WordFace;
  /** In points. */
  size?: number;
}

/** A text with its line breaks, in a Chinese face and Times for digits and Latin letters. */
export function textRuns(text: string, { face = "song", size = 16 }: TextStyle = {}): TextRun[] {
  const chinese = wordFaces[face];
  const font = { ascii: wordFaces.latin, hAnsi: wordFaces.latin, cs: wordFaces.latin, eastAsia: chinese };
  const style: IRunOptions = {
    font,
    size: size * 2,
    // 28 characters to a line of 156 mm.
    characterSpacing: -5,
    language: { value: "en-US", eastAsia: "zh-CN" },
  };
  return text.split("\n").map((line, i) => new TextRun({ ...style, text: line, ...(i > 0 ? { break: 1 } : {}) }));
}

export type LineStyle = TextStyle &
  Pick<IParagraphOptions, "alignment" | "keepNext" | "keepLines"> & {
    /** Two characters; Word takes the count of characters, others the length. */
    indent?: boolean;
    /** A row that a picture stands in grows; all other lines have the pitch exactly. */
    grows?: boolean;
    /** A dashed line over it, to cut along. */
    cut?: boolean;
    /** Of the line, in points; the pitch of official papers where nothing is said. */
    height?: number;
  };

export function line(text: string, style: LineStyle = {}): Paragraph {
  const { indent = false, grows = false, alignment = AlignmentType.LEFT, keepNext = false, keepLines = false } = style;
  const height = style.height === undefined ? pitch : twips(style.height);
  return new Paragraph({
    alignment,
    keepNext,
    keepLines,
    widowControl: true,
    spacing: { line: height, lineRule: grows ? LineRuleType.AT_LEAST : LineRuleType.EXACT, before: 0, after: 0 },
    ...(style.cut ? { border: { top: { ...thin, style: BorderStyle.DASHED, space: 4 } } } : {}),
    ...(indent ? { indent: { firstLine: twips((style.size ?? 16) * 2), firstLineChars: 200 } } : {}),
    children: textRuns(text, style),
  });
}

/** Between two tables, which Word would take for one, and a heading of the second for a row of the first. */
export const gap = (height = 1, keepNext = false): Paragraph => line("", { size: 1, height, keepNext });

/** A title with the room around it that it has as PDF. */
export const titleLines = (title: string, size: number): Paragraph[] => [
  line(title, { alignment: AlignmentType.CENTER, face: "title", size, height: 43.5, grows: true, keepNext: true }),
  gap(22, true),
];

export interface Cell {
  children: Paragraph[];
  width: number;
  borders: Borders;
}

/** A table of fixed widths: cells never grow with their text. */
export function grid(
  rows: Cell[][],
  options: { height?: number; head?: boolean; align?: "top" | "center" | "bottom"; padding?: number } = {},
): Table {
  const padding = options.padding ?? 0;
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: typeArea, type: WidthType.DXA },
    columnWidths: (rows[0] ?? []).map(({ width }) => width),
    margins: { left: 40, right: 40, top: padding, bottom: padding },
    rows: rows.map(
      (cells, i) =>
        new TableRow({
          cantSplit: true,
          tableHeader: options.head === true && i === 0,
          ...(options.height ? { height: { value: options.height, rule: "atLeast" as const } } : {}),
          children: cells.map(
            ({ children, width, borders }) =>
              new TableCell({
                children,
                borders,
                width: { size: width, type: WidthType.DXA },
                verticalAlign: options.align ?? "bottom",
              }),
          ),
        }),
    ),
  });
}
