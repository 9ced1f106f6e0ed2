import { and, eq } from "drizzle-orm";
import { papers } from "@/db/schema/papers";
import { readDispute } from "../access/gate";
import { keptBytes } from "../files/parts/kept-bytes";
import type { Context } from "../kernel/context";
import { notFound } from "../kernel/problem";
import { asActor } from "../kernel/transaction";
import { wordMime } from "./choices";

export type PaperFormat = "pdf" | "docx";
const mimes: Record<PaperFormat, string> = { pdf: "application/pdf", docx: wordMime };

export interface OpenedPaper {
  name: string;
  mime: string;
  bytes: Buffer;
}

/**
 * A made paper with its bytes, for whoever asked for it and still has to do with the matter. Bytes that differ from what was
 * drawn are refused; a paper that is not made yet is not there.
 */
export async function readPaper(ctx: Context, paperId: string, format: PaperFormat): Promise<OpenedPaper> {
  const { actor } = ctx;
  const { paper, number } = await asActor(ctx, async (tx) => {
    const [found] = await tx
      .select()
      .from(papers)
      .where(and(eq(papers.countyId, actor.countyId), eq(papers.id, paperId)));
    if (!found) throw notFound();
    const { dispute } = await readDispute(tx, actor, "paper.read", found.disputeId);
    return { paper: found, number: dispute.number };
  });
  const sha256 = format === "pdf" ? paper.pdfSha256 : paper.wordSha256;
  if (!sha256) throw notFound();
  const bytes = await keptBytes(actor.countyId, sha256);
  return { name: `${paper.title} ${number}.${format}`, mime: mimes[format], bytes };
}

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
