import { and, eq, inArray } from "drizzle-orm";
import { papers } from "@/db/schema/papers";
import { readDispute } from "../access/gate";
import { keptBytes } from "../files/parts/kept-bytes";
import type { Context } from "../kernel/context";
import { notFound } from "../kernel/problem";
import { asActor } from "../kernel/transaction";
import { type OpenedPaper, type PaperFormat, paperMimes } from "./parts/opened-paper";

/** Made papers in this order, each with the number of its matter, for whoever asked for it and still has to do with the matter. */
function keptPapers(ctx: Context, ids: readonly string[]) {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    const rows = await tx
      .select()
      .from(papers)
      .where(and(eq(papers.countyId, actor.countyId), inArray(papers.id, [...ids])));
    const numbers = new Map<string, string>();
    for (const id of new Set(rows.map(({ disputeId }) => disputeId)))
      numbers.set(id, (await readDispute(tx, actor, "paper.read", id)).dispute.number);
    return ids.map((id) => {
      const paper = rows.find((row) => row.id === id);
      if (!paper) throw notFound();
      return { paper, number: numbers.get(paper.disputeId) ?? "" };
    });
  });
}
type Kept = Awaited<ReturnType<typeof keptPapers>>[number];

/** Bytes that differ from what was drawn are refused; a paper that is not made yet is not there. */
async function opened({ paper, number }: Kept, format: PaperFormat): Promise<OpenedPaper> {
  const sha256 = format === "pdf" ? paper.pdfSha256 : paper.wordSha256;
  if (!sha256) throw notFound();
  const bytes = await keptBytes(paper.countyId, sha256);
  return { name: `${paper.title} ${number}.${format}`, mime: paperMimes[format], bytes };
}

/** A made paper with its bytes, for whoever asked for it and still has to do with the matter. */
export async function readPaper(ctx: Context, paperId: string, format: PaperFormat): Promise<OpenedPaper> {
  const [one] = await keptPapers(ctx, [paperId]);
  if (!one) throw notFound();
  return opened(one, format);
}

/**
 * Papers that were made, one behind the other in one file to print: each begins on a front. For whoever asked for each of them
 * and still has to do with the matter; refuses with notFound where one is not made yet.
 */
export async function readPaperSet(ctx: Context, paperIds: readonly string[]): Promise<OpenedPaper> {
  const papers: OpenedPaper[] = [];
  for (const one of await keptPapers(ctx, paperIds)) papers.push(await opened(one, "pdf"));
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
