import { and, eq, isNull } from "drizzle-orm";
import { deposits } from "@/db/schema/deposits";
import { fileStore } from "../files/parts/file-store";
import { systemActor } from "../kernel/actor";
import { asActor } from "../kernel/transaction";
import { drawCopies } from "../papers/draw/pdf";
import { drawWord } from "../papers/draw/word";
import { readSource } from "../papers/parts/paper-source";

/** The worker's part: draws a list of dossiers as PDF and Word from the words that were kept. Run twice, the first to end counts. */
export async function makeDeposit(
  { countyId, depositId }: { countyId: string; depositId: string },
  now: Date,
): Promise<void> {
  const actor = systemActor(countyId, "makeDeposit");
  const undrawn = and(eq(deposits.countyId, countyId), eq(deposits.id, depositId), isNull(deposits.pdfSha256));
  const [deposit] = await asActor({ actor, now }, (tx) => tx.select().from(deposits).where(undrawn));
  if (!deposit) return;
  const { sheet, names, copies = { count: 1, forWhom: [] } } = await readSource(countyId, deposit.sourceSha256);
  const [pdf, word] = [await drawCopies(sheet, names, copies, deposit.depositedAt), await drawWord(sheet)];
  const store = fileStore();
  const [pdfSha256, wordSha256] = await Promise.all([store.put(countyId, pdf), store.put(countyId, word)]);
  await asActor({ actor, now }, (tx) => tx.update(deposits).set({ pdfSha256, wordSha256 }).where(undrawn));
}
