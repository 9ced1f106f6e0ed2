import { and, eq } from "drizzle-orm";
import { papers } from "@/db/schema/papers";
import { fileStore } from "../files/parts/file-store";
import { keptBytes } from "../files/parts/kept-bytes";
import { systemActor } from "../kernel/actor";
import { Problem } from "../kernel/problem";
import { asActor } from "../kernel/transaction";
import { drawCopies } from "./draw/pdf";
import { drawWord } from "./draw/word";
import { bindDossier } from "./parts/bind-dossier";
import { readDossierSource } from "./parts/dossier-source";
import { type PaperSource, readSource } from "./parts/paper-source";
import { fieldsOf } from "./templates/named-parts";
import { filledTemplate } from "./templates/template-file";

type Settled = Pick<typeof papers.$inferInsert, "state" | "pdfSha256" | "wordSha256" | "problem" | "pages">;

/**
 * The worker's part: draws one paper as PDF and Word, or a whole dossier as PDF, from the words that were kept. Run twice, or at the same time, the first to
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
  const tell = (progress: number) =>
    asActor({ actor, now }, async (tx) => {
      await tx
        .update(papers)
        .set({ progress })
        .where(and(one, eq(papers.state, "asked")));
    });
  const settled = await drawn(countyId, paper, tell);
  await asActor({ actor, now }, (tx) =>
    tx
      .update(papers)
      .set({ ...settled, settledAt: now })
      .where(and(one, eq(papers.state, "asked"))),
  );
}

async function drawn(
  countyId: string,
  paper: typeof papers.$inferSelect,
  tell: (progress: number) => Promise<void>,
): Promise<Settled> {
  try {
    if (paper.kind === "dossier") {
      const source = await readDossierSource(countyId, paper.sourceSha256);
      const { pdf, pages } = await bindDossier(countyId, source, paper.askedAt, tell);
      return { state: "made", pdfSha256: await fileStore().put(countyId, pdf), pages };
    }
    const source = await readSource(countyId, paper.sourceSha256);
    const { sheet, names, copies = { count: 1, forWhom: [] } } = source;
    const pdf = await drawCopies(sheet, names, copies, paper.askedAt);
    const word = await wordOf(countyId, source);
    const store = fileStore();
    const [pdfSha256, wordSha256] = await Promise.all([store.put(countyId, pdf), store.put(countyId, word)]);
    return { state: "made", pdfSha256, wordSha256 };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { state: "failed", problem: { code: error.code, params: { ...error.params } } };
  }
}

/** By the template of the office that held when the paper was asked for, else by ours. */
async function wordOf(countyId: string, { sheet, template }: PaperSource): Promise<Buffer> {
  if (!template) return drawWord(sheet);
  return filledTemplate(await keptBytes(countyId, template.sha256), fieldsOf(sheet));
}
