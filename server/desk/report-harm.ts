import { harmReports } from "@/db/schema/desk";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import type { ReportHarmInput } from "./inputs";
import { deskAct, sessionAt } from "./parts/desk-act";

/**
 * The one exception to a private lane: danger of harm. The lead copies the words that have to be reported and says why;
 * from then on the station may read them. The event names the kind, never the words. A report cannot be taken back.
 */
export function reportHarm(ctx: ActContext, input: ReportHarmInput): Promise<{ reportId: string }> {
  return deskAct(ctx, "harm.report", input, async (act) => {
    const { tx, countyId, dispute, actor, now } = act;
    if (input.sessionId) await sessionAt(act, input.sessionId);
    const reportId = newId(now);
    await tx.insert(harmReports).values({
      countyId,
      id: reportId,
      disputeId: dispute.id,
      sessionId: input.sessionId,
      kind: input.kind,
      text: input.text,
      reason: input.reason,
      reportedBy: actor.personId,
      reportedAt: now,
    });
    return { result: { reportId }, event: { reportId, kind: input.kind } };
  });
}
