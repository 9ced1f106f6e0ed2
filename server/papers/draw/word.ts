import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, Table, TextRun } from "docx";
import PizZip from "pizzip";
import { checkGlyphs } from "./check-glyphs";
import type { Sheet } from "./sheet";
import { type Drawn, wordPart } from "./word-parts";
import { fromMm, gap, line, titleLines, twips, wordFaces } from "./word-pieces";

/** What stands in a title's line of 22 pt; longer ones are set in 18. */
const wideTitle = 19;

/** The same sheet as a Word file that an office can edit: same text, same order, the faces of official papers by name. */
export async function drawWord(sheet: Sheet): Promise<Buffer> {
  await checkGlyphs(sheet);
  const { title, sides, organisation, number, parts, isCover } = sheet;
  const notes = [sheet.foot, sheet.copyNote].filter((one) => one !== null);
  return packWord({
    title,
    sides,
    organisation,
    isCover,
    number: number || null,
    notes,
    body: parts.flatMap((part, i) => wordPart(part, parts.slice(i + 1))),
  });
}

interface WordFile extends Pick<Sheet, "title" | "sides" | "organisation" | "number" | "isCover"> {
  /** In small type under the number of each page. */
  notes: readonly string[];
  body: Drawn[];
}

/** A Word file laid out as official papers are: A4, their margins and pitch, the number of the page outside. */
export async function packWord({
  title,
  sides,
  organisation,
  isCover,
  number,
  notes,
  body,
}: WordFile): Promise<Buffer> {
  const size = isCover ? 36 : [...title].length > wideTitle ? 18 : 22;
  const center = { alignment: AlignmentType.CENTER };
  const document = new Document({
    creator: "",
    title,
    evenAndOddHeaderAndFooters: sides === "double",
    styles: { default: { document: { run: { font: wordFaces.latin, size: 32 } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: fromMm(210), height: fromMm(297) },
            // 225 mm hold 21.99 lines of 29 pt: a little less below lets the 22nd in.
            margin: { top: fromMm(37), left: fromMm(28), right: fromMm(26), bottom: fromMm(34.8), footer: fromMm(24) },
          },
        },
        footers: {
          default: footer(isCover ? null : AlignmentType.RIGHT, notes),
          even: footer(isCover ? null : AlignmentType.LEFT, notes),
        },
        children: [
          ...(isCover ? [gap(74)] : []),
          ...(organisation === null ? [] : [line(organisation, center)]),
          ...(isCover
            ? [line(title, { ...center, face: "title", size, grows: true }), gap(84)]
            : titleLines(title, size)),
          ...(number === null ? [] : [line(number, { alignment: AlignmentType.RIGHT, size: 14 }), gap(18)]),
          ...body,
          // Word ends with a line of text, which needs no page of its own after a table.
          ...(body.at(-1) instanceof Table ? [gap()] : []),
        ],
      },
    ],
  });
  const packed = await Packer.toBuffer(document);
  return sides === "double" ? withMirroredMargins(packed) : packed;
}

/** The binding edge is on the right of an even page. The library that packs the file cannot say so. */
function withMirroredMargins(packed: Buffer): Buffer {
  const zip = new PizZip(packed);
  const settings = zip.file("word/settings.xml")?.asText() ?? "";
  const before = /<w:(?:defaultTabStop|evenAndOddHeaders|characterSpacingControl|compat)\b/.exec(settings);
  if (!before) throw new Error("a Word file without its settings");
  const said = `${settings.slice(0, before.index)}<w:mirrorMargins/>${settings.slice(before.index)}`;
  zip.file("word/settings.xml", said);
  return zip.generate({ type: "nodebuffer", compression: "DEFLATE" });
}

/** — 1 — outside, one character in, and none on a cover; under it what state of the paper this is. */
function footer(alignment: (typeof AlignmentType)["RIGHT" | "LEFT"] | null, notes: readonly string[]): Footer {
  const run = { font: { ascii: wordFaces.latin, eastAsia: "宋体" }, size: 28 };
  const number = alignment && [
    new Paragraph({
      alignment,
      indent: { left: twips(14), right: twips(14) },
      children: [new TextRun({ ...run, children: ["— ", PageNumber.CURRENT, " —"] })],
    }),
  ];
  const small = { size: 9, height: 14, alignment: AlignmentType.CENTER };
  return new Footer({ children: [...(number ?? []), ...notes.map((note) => line(note, small))] });
}
