import { AlignmentType, Document, DocumentGridType, Footer, Packer, PageNumber, Paragraph, TextRun } from "docx";
import { checkGlyphs } from "./check-glyphs";
import type { Sheet } from "./sheet";
import { wordPart } from "./word-parts";
import { fromMm, line, twips, wordFaces } from "./word-pieces";

/** What stands in a title's line of 22 pt; longer ones are set in 18. */
const wideTitle = 19;

/** The same sheet as a Word file that an office can edit: same text, same order, the faces of official papers by name. */
export async function drawWord(sheet: Sheet): Promise<Buffer> {
  await checkGlyphs(sheet);
  const size = [...sheet.title].length > wideTitle ? 18 : 22;
  const center = { alignment: AlignmentType.CENTER };
  const notes = [sheet.foot, sheet.copyNote].filter((one) => one !== null);
  const document = new Document({
    creator: "",
    title: sheet.title,
    evenAndOddHeaderAndFooters: sheet.sides === "double",
    styles: { default: { document: { run: { font: wordFaces.latin, size: 32 } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: fromMm(210), height: fromMm(297) },
            margin: { top: fromMm(37), left: fromMm(28), right: fromMm(26), bottom: fromMm(35), footer: fromMm(24) },
          },
          grid: { type: DocumentGridType.LINES, linePitch: twips(29) },
        },
        footers: {
          default: footer(AlignmentType.RIGHT, notes),
          even: footer(AlignmentType.LEFT, notes),
        },
        children: [
          ...(sheet.organisation === null ? [] : [line(sheet.organisation, center)]),
          line(sheet.title, { ...center, face: "title", size, grows: true }),
          ...(sheet.number ? [line(sheet.number, { alignment: AlignmentType.RIGHT, size: 14 })] : []),
          ...sheet.parts.flatMap(wordPart),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** — 1 — outside, one character in; under it what state of the paper this is. */
function footer(alignment: (typeof AlignmentType)["RIGHT" | "LEFT"], notes: readonly string[]): Footer {
  const run = { font: { ascii: wordFaces.latin, eastAsia: "宋体" }, size: 28 };
  const number = new Paragraph({
    alignment,
    indent: { left: twips(14), right: twips(14) },
    children: [new TextRun({ ...run, children: ["— ", PageNumber.CURRENT, " —"] })],
  });
  return new Footer({ children: [number, ...notes.map((note) => line(note, { size: 10.5, grows: true }))] });
}
