import { papers } from "@/db/schema/papers";
import { deskAct } from "../desk/parts/desk-act";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { enqueue } from "../kernel/jobs";
import { invalid } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import { papersAtOnce } from "./choices";
import type { AskPapersInput } from "./inputs";
import { composeKept } from "./parts/compose-kept";
import { keepSource } from "./parts/paper-source";
import { templateOf } from "./templates/template-of";

/**
 * Asks for papers of the latest proceeding, all in one press. What each says is read now, as whoever asks may read it, and kept;
 * the worker draws it. Refuses with paperWithoutSubject where there is nothing that a paper could be about, and with
 * paperGlyphMissing where a character could not be printed; then none is made. More than one press makes are refused as
 * papersTooMany.
 */
export async function askPapers(ctx: ActContext, input: AskPapersInput): Promise<{ paperIds: string[] }> {
  const count = input.papers.length;
  if (count > papersAtOnce) throw invalid("papersTooMany", { count, most: papersAtOnce });
  return deskAct(ctx, "paper.ask", input, async ({ tx, countyId, dispute, proceeding, actor, now }) => {
    const paperIds: string[] = [];
    const office = { countyId, committeeId: proceeding?.committeeId ?? dispute.committeeId, day: dayOf(now) };
    for (const { kind, subjectId } of input.papers) {
      const of = { kind, subjectId, disputeId: dispute.id, proceedingId: proceeding?.id ?? null };
      const composed = await composeKept(tx, countyId, of, now);
      if (!composed) throw invalid("paperWithoutSubject", { paper: kind });
      const { sheet } = composed;
      const paperId = newId(now);
      const template = proceeding?.track === "publicSecurity" ? null : await templateOf(tx, { ...office, kind });
      const sourceSha256 = await keepSource(countyId, {
        ...{ sheet, names: composed.paper.names, copies: composed.paper.copies },
        ...(template ? { template } : {}),
      });
      await tx.insert(papers).values({
        ...{ countyId, id: paperId, disputeId: dispute.id, proceedingId: of.proceedingId, kind, subjectId },
        ...{ title: sheet.title, lacks: composed.lacks, sourceSha256, askedBy: actor.personId, askedAt: now },
      });
      await enqueue(tx, [{ task: "makePaper", payload: { countyId, paperId }, jobKey: `paper:${paperId}` }]);
      paperIds.push(paperId);
    }
    return { result: { paperIds }, event: { papers: paperIds } };
  });
}
