import { readFile } from "node:fs/promises";
import path from "node:path";
import type { CompileDocArgs, NodeCompiler, NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler";
import { encode } from "uqr";
import { coverage, fontFolder } from "../../kernel/glyphs";
import type { Copies, Strokes } from "../model";
import { checkGlyphs } from "./check-glyphs";
import { copyMarks } from "./copy-marks";
import { type Run, runsOf } from "./runs";
import { isLongLabel, type Part, type Sheet, type SignatureLine } from "./sheet";

/**
 * The pitch is 29 pt. So that no signature stands alone on a page, offices go down to 27; where that is not enough, pages end
 * some lines earlier and the last lines go over with it.
 */
const layouts = [
  ...[29, 28.5, 28, 27.5, 27].map((pitch) => ({ pitch, spare: 0 })),
  ...[1, 2, 3, 4, 5].map((spare) => ({ pitch: 29, spare })),
];
/** The upper margin and two lines, in millimetres. */
const twoLinesDown = 37 + (2 * 27 * 25.4) / 72;
/** Titles that would not fit on one line of 22 pt are set in 18. */
const wideTitle = 19;
/** Eight lines. */
const shortText = 224;
/** What the compiler remembers of papers before the last few is forgotten: it grew by a megabyte per paper otherwise. */
const remembered = 5;

/** The paper alone is the document; it tells of how many pages it is. */
const onePaper = `
#let data = json(bytes(sys.inputs.paper))
#set document(title: data.title, date: auto)
#paper(data, before: context [#metadata(counter(page).final().first())<pages>])`;

/** Each copy with its own foot; on both sides each begins on a front, and the back that is left blank before it says nothing. */
const manyCopies = `
#let data = json(bytes(sys.inputs.paper))
#set document(title: data.title, date: auto)
#set page(paper: "a4", footer: none)
#for (i, foot) in data.feet.enumerate() {
  if i > 0 { pagebreak(weak: true, to: if data.sides == "double" { "odd" } else { none }) }
  paper(data + (foot: foot))
}`;

let loaded: Promise<{ compiler: NodeCompiler; template: string }> | null = null;

/** Native and of 50 MB: loaded by the process that draws, at its first paper. */
async function load() {
  const [{ NodeCompiler }, template] = await Promise.all([
    import("@myriaddreamin/typst-ts-node-compiler"),
    templateOf("paper"),
  ]);
  return {
    compiler: NodeCompiler.create({ workspace: fontFolder, fontArgs: [{ fontPaths: [fontFolder] }] }),
    template,
  };
}

/** The words of a template, which stands beside this file. */
export const templateOf = (name: "paper" | "dossier"): Promise<string> =>
  readFile(path.join(fontFolder, "..", "draw", `${name}.typ`), "utf8");

/** A paper laid out: what the template takes, and of how many pages it is. */
interface LaidOut {
  data: Record<string, unknown>;
  pages: number;
}

/**
 * The paper as PDF/A-2b with its fonts in it. The same sheet asked for at the same time gives the same bytes. Refused as `paperGlyphMissing` where a
 * character could not be printed.
 */
export const drawPdf = (sheet: Sheet, names: readonly string[], askedAt: Date): Promise<Buffer> =>
  layOut(sheet, names, (compiler, document) => pdfOf(compiler, document, askedAt));

/** The same once for each copy, which says for whom it is. */
export async function drawCopies(
  sheet: Sheet,
  names: readonly string[],
  copies: Copies,
  askedAt: Date,
): Promise<Buffer> {
  const feet = copyMarks(sheet, copies);
  if (feet.length === 0) return drawPdf(sheet, names, askedAt);
  await checkGlyphs({ ...sheet, foot: feet.join("") });
  loaded ??= load();
  const { template } = await loaded;
  return layOut(sheet, names, (compiler, _document, data) => {
    const inputs = { paper: JSON.stringify({ ...data, feet }) };
    return pdfOf(compiler, compiled(compiler, { mainFileContent: `${template}${manyCopies}`, inputs }), askedAt);
  });
}

/** The same, to be drawn within a dossier. */
export const laidOut = (sheet: Sheet, names: readonly string[]): Promise<LaidOut> =>
  layOut(sheet, names, (compiler, document, data) => {
    const [pages = 1] = compiler.query(document, { selector: "<pages>", field: "value" }) as number[];
    return { data, pages };
  });

async function layOut<T>(
  sheet: Sheet,
  names: readonly string[],
  take: (compiler: NodeCompiler, document: NodeTypstDocument, data: Record<string, unknown>) => T,
): Promise<T> {
  await checkGlyphs(sheet);
  const content = await dataOf(sheet, names);
  loaded ??= load();
  const { compiler, template } = await loaded;
  try {
    let first: (() => T) | null = null;
    for (const layout of layouts) {
      const data = { ...content, ...layout };
      const args = { mainFileContent: `${template}${onePaper}`, inputs: { paper: JSON.stringify(data) } };
      const document = compiled(compiler, args);
      first ??= () => take(compiler, document, data);
      if (!hasLonelySignature(compiler, document)) return take(compiler, document, data);
    }
    return (first as () => T)();
  } finally {
    compiler.evictCache(remembered);
  }
}

const pdfOf = (compiler: NodeCompiler, document: NodeTypstDocument, askedAt: Date) =>
  compiler.pdf(document, { pdfStandard: "a-2b", creationTimestamp: Math.floor(askedAt.getTime() / 1000) });

export function compiled(compiler: NodeCompiler, args: CompileDocArgs): NodeTypstDocument {
  const result = compiler.compile(args);
  if (result.result && !result.hasError()) return result.result;
  const error = result.takeError();
  throw new Error(`a paper was not drawn: ${JSON.stringify(error && compiler.fetchDiagnostics(error))}`);
}

/** Whether the first that is signed or sealed has less than two lines above it on its page, which say what is signed. */
function hasLonelySignature(compiler: NodeCompiler, document: NodeTypstDocument): boolean {
  const [first] = compiler.query(document, { selector: "<signed>", field: "value" }) as number[];
  return first !== undefined && first < twoLinesDown - 0.1;
}

async function dataOf(sheet: Sheet, names: readonly string[]) {
  const [title, hei, song] = await Promise.all([coverage("title"), coverage("hei"), coverage("song")]);
  const faceOf = (level: number) => (level === 0 ? title : level === 1 ? hei : song);
  return {
    ...sheet,
    titleRuns: runsOf(sheet.title, names, title),
    titleSize: [...sheet.title].length > wideTitle ? 18 : 22,
    parts: keptTogether(sheet.parts).map((part) => drawable(part, (text, level) => runsOf(text, names, faceOf(level)))),
  };
}

/** A short text before the first signature or a seal goes with it to the next page; a long one may break. A seal takes the last signature along. */
function keptTogether(parts: readonly Part[]): (Part & { keepLast?: true; keep?: boolean })[] {
  const first = parts.findIndex(({ is }) => is === "signatures" || is === "seal");
  return parts.map((part, i) => {
    if (part.is === "signatures" && parts[i + 1]?.is === "seal") return { ...part, keepLast: true };
    if (i !== first - 1 && parts[i + 1]?.is !== "seal") return part;
    if (part.is === "paragraph") return { ...part, keep: part.keep || part.lines.join("").length <= shortText };
    return part.is === "long" ? { ...part, keep: isShort(part) } : part;
  });
}

/** Whether all of it can go over to the next page without leaving much room on this one. */
const isShort = ({ lines, blanks }: Extract<Part, { is: "long" }>): boolean =>
  lines.reduce((count, line) => count + Math.ceil((line.length + 2) / 28), blanks) <= 8;

function drawable(part: Part, runs: (text: string, level: number) => Run[]) {
  if (part.is === "heading") return { ...part, runs: runs(part.text, part.level) };
  if (part.is === "signatures" || part.is === "receipt") return { ...part, rows: part.rows.map(withHand) };
  if (part.is === "qrCode") return { ...part, qr: encode(part.content, { border: 0, ecc: "M" }).data };
  return part;
}

/** A hand as Typst draws it: from the upper left of what was drawn, with its extent. A long name stands above its line. */
const withHand = (row: SignatureLine) => ({
  ...row,
  strokes: row.strokes && placed(row.strokes),
  above: isLongLabel(row.label),
});

function placed(strokes: Strokes) {
  const lines = strokes.filter((stroke) => stroke.length > 0);
  const points = lines.flat();
  const range = (of: 0 | 1) =>
    points.reduce(([least, most], point) => [Math.min(least, point[of]), Math.max(most, point[of])] as const, [
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ] as const);
  if (points.length === 0) return null;
  const [[left, right], [top, bottom]] = [range(0), range(1)];
  const moved = lines.map((stroke) => stroke.map(([x, y]) => [x - left, y - top]));
  // A dot or a level line has no extent in which it could be scaled.
  return { lines: moved, width: Math.max(right - left, 1), height: Math.max(bottom - top, 1) };
}
