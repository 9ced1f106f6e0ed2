import { and, eq } from "drizzle-orm";
import { papers } from "@/db/schema/papers";
import { fileStore } from "../files/parts/file-store";
import { systemActor } from "../kernel/actor";
import { Problem } from "../kernel/problem";
import { asActor } from "../kernel/transaction";
import { drawPdf } from "./draw/pdf";
import { drawWord } from "./draw/word";
import { readSource } from "./parts/paper-source";

type Settled = Pick<typeof papers.$inferInsert, "state" | "pdfSha256" | "wordSha256" | "problem">;

/**
 * The worker's part: draws one paper as PDF and Word from the words that were kept. Run twice, or at the same time, the first to
 * end counts. What cannot be drawn fails with its reason; any other fault lets the queue try again.
 */
export async function makePaper(
  { countyId, paperId }: { countyId: string; paperId: string },
  now: Date,
): Promise<void> {
  const actor = systemActor(countyId, "makePaper");
  const one = and(eq(papers.countyId, countyId), eq(papers.id, paperId));
  const [paper] = await asActor({ actor, now }, (tx) => tx.select().from(papers).where(one));
  if (paper?.state !== "asked") return;
  const settled = await drawn(countyId, paper);
  await asActor({ actor, now }, (tx) =>
    tx
      .update(papers)
      .set({ ...settled, settledAt: now })
      .where(and(one, eq(papers.state, "asked"))),
  );
}

async function drawn(countyId: string, paper: typeof papers.$inferSelect): Promise<Settled> {
  const { sheet, names } = await readSource(countyId, paper.sourceSha256);
  try {
    const [pdf, word] = [await drawPdf(sheet, names, paper.askedAt), await drawWord(sheet)];
    const store = fileStore();
    const [pdfSha256, wordSha256] = await Promise.all([store.put(countyId, pdf), store.put(countyId, word)]);
    return { state: "made", pdfSha256, wordSha256 };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { state: "failed", problem: { code: error.code, params: { ...error.params } } };
  }
}
