import type { Context } from "../kernel/context";
import { type OpenedPaper, readPaper } from "./read-paper";

/**
 * Papers that were made, one behind the other in one file to print: each begins on a front. For whoever asked for each of them
 * and still has to do with the matter; refuses with notFound where one is not made yet.
 */
export async function readPaperSet(ctx: Context, paperIds: readonly string[]): Promise<OpenedPaper> {
  const papers: OpenedPaper[] = [];
  for (const paperId of paperIds) papers.push(await readPaper(ctx, paperId, "pdf"));
  const { PDFDocument } = await import("pdf-lib");
  const set = await PDFDocument.create({ updateMetadata: false });
  for (const { bytes } of papers) {
    const one = await PDFDocument.load(bytes, { updateMetadata: false });
    const [first] = one.getPages();
    if (set.getPageCount() % 2 === 1 && first) set.addPage([first.getWidth(), first.getHeight()]);
    for (const page of await set.copyPages(one, one.getPageIndices())) set.addPage(page);
  }
  const name = papers[0]?.name.replace(/\.pdf$/, "") ?? "";
  return { name: `${name}（共${papers.length}种）.pdf`, mime: "application/pdf", bytes: Buffer.from(await set.save()) };
}
