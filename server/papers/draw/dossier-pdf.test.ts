import sharp from "sharp";
import { beforeAll, expect, it } from "vitest";
import { readOutline, readPdf } from "../../testing/official-papers/read-back";
import { samplePaper } from "../../testing/official-papers/sample-paper";
import { type DossierLeaf, dossierPress } from "./dossier-pdf";
import { drawPdf, laidOut } from "./pdf";
import type { Picture } from "./pictures-of-pdf";
import { sheetOf } from "./sheet";

const askedAt = new Date("2026-03-28T02:00:00Z");
const mm = (points: number) => (points / 72) * 25.4;
let foreign: Buffer;
let picture: Picture;
beforeAll(async () => {
  const paper = samplePaper(4);
  foreign = await drawPdf(sheetOf(paper), paper.names, askedAt);
  const jpeg = await sharp({ create: { width: 60, height: 40, channels: 3, background: "#445566" } })
    .jpeg()
    .toBuffer();
  picture = { jpeg, width: 60, height: 40 };
});

async function paperPart(title: string, parties: number, first: number | null): Promise<DossierLeaf> {
  const paper = samplePaper(parties);
  const laid = await laidOut(sheetOf(paper), paper.names);
  return { title, level: 1, first, front: true, leaf: { is: "paper", bare: first === null, ...laid } };
}

it("binds papers and files: numbers at their places, on the labels and in order, bookmarks, blank backs without a number", async () => {
  const press = await dossierPress();
  const agreement = await paperPart("调解协议书", 4, 1);
  const { pages } = agreement.leaf;
  expect(pages % 2).toBe(1);
  const next = pages + 1;
  const pdf = press.addPdf(foreign);
  if (!pdf) throw new Error("a good PDF was not taken");
  const bound = await press.draw(
    "调解卷宗",
    [
      await paperPart("卷宗封面", 1, null),
      agreement,
      { title: "照片.jpg", level: 2, first: next, front: true, leaf: pictureAt(await press.addPicture(picture)) },
      { title: "合同.pdf", level: 2, first: next + 1, front: false, leaf: { is: "pdf", ...pdf } },
      await paperPart("卷宗封底", 1, null),
    ],
    askedAt,
  );
  await press.end();
  // A picture goes in as it is, and what stood for it while the pages were drawn is gone.
  expect(bound.includes(picture.jpeg)).toBe(true);
  expect(bound.includes("zhongtiao picture")).toBe(false);
  const { labels, bookmarks } = await readOutline(bound);
  const last = next + pdf.pages;
  expect(labels.filter(Boolean)).toEqual(Array.from({ length: last }, (_, i) => String(i + 1)));
  expect(bookmarks).toEqual([
    ["卷宗封面", []],
    ["调解协议书", ["照片.jpg", "合同.pdf"]],
    ["卷宗封底", []],
  ]);
  const { texts } = await readPdf(bound);
  labels.forEach((label, at) => {
    const page = at + 1;
    const stamps = texts.filter((one) => one.page === page && mm(one.base) < 16);
    expect(stamps.map(({ text }) => text)).toEqual(label ? [label] : []);
    // Upper right on a front, upper left on a back, 10 mm from the edges.
    for (const { left, right } of stamps) expect(page % 2 ? 210 - mm(right) : mm(left)).toBeLessThan(12);
  });
  // Papers begin on fronts; the sheet keeps its own numbers beside the dossier's.
  expect(labels.indexOf("1") % 2).toBe(0);
  expect(labels.indexOf(String(next)) % 2).toBe(0);
  expect(texts.filter(({ text }) => text === "— 1 —").map(({ page }) => labels[page - 1])).toContain("1");
});

const pictureAt = (path: string) => ({ is: "picture" as const, path, caption: "照片.jpg（照片）", pages: 1 as const });

it("is PDF/A without other people's PDF files, and takes none that is broken", async () => {
  const press = await dossierPress();
  expect(press.addPdf(Buffer.from("%PDF-1.4 nothing of the kind %%EOF"))).toBeNull();
  expect(press.addPdf(Buffer.from(foreign).fill(0, 2_000, 60_000))).toBeNull();
  const bound = await press.draw("调解卷宗", [await paperPart("卷宗封面", 1, null)], askedAt);
  expect(bound.toString("latin1")).toContain("<pdfaid:conformance>B</pdfaid:conformance>");
});
