import { and, desc, eq } from "drizzle-orm";
import type * as z from "zod";
import { disputes, triages } from "@/db/schema/disputes";
import type { ActContext } from "../kernel/context";
import { conflict } from "../kernel/problem";
import type { reopenDisputeInput } from "./inputs";
import { isOpen } from "./lifecycle";
import { gateFactsOf, isEntrusted, standsOf } from "./parts/gate-facts";
import { openProceeding } from "./parts/open-proceeding";
import { barOf } from "./parts/triage-gate";
import { type Done, perform } from "./perform";

/**
 * Takes an ended dispute up again: a new proceeding on the track of the last one, which stays as it is.
 * A dispute that was not accepted goes back to triage. For another track triage must be done again.
 */
export function reopenDispute(
  ctx: ActContext,
  input: z.output<typeof reopenDisputeInput>,
): Promise<{ proceedingId: string | null }> {
  return perform(ctx, "proceeding.reopen", input, async (act): Promise<Done<{ proceedingId: string | null }>> => {
    const { tx, countyId, dispute, proceeding } = act;
    const { reason } = input;
    const thisDispute = and(eq(disputes.countyId, countyId), eq(disputes.id, dispute.id));
    if (dispute.notAcceptedAt) {
      const accepted = { notAcceptedAt: null, notAcceptedReason: null, notAcceptedOn: null };
      await tx.update(disputes).set(accepted).where(thisDispute);
      return { result: { proceedingId: null }, payload: { reason } };
    }
    if (!proceeding) throw conflict("noProceeding");
    if (isOpen(proceeding.status)) throw conflict("proceedingOpen");
    const [decided] = await tx
      .select({ overrideReason: triages.overrideReason })
      .from(triages)
      .where(and(eq(triages.countyId, countyId), eq(triages.disputeId, dispute.id)))
      .orderBy(desc(triages.decidedAt), desc(triages.id))
      .limit(1);
    // By what is known today: something may have been answered, or become known, since the decision.
    const facts = await gateFactsOf(tx, countyId, dispute.id);
    const overrideReason = decided?.overrideReason ?? "";
    const bar = barOf(proceeding.track, standsOf(facts), { isEntrusted: isEntrusted(facts), overrideReason });
    if (bar) throw bar;
    const opened = await openProceeding(act, {
      track: proceeding.track,
      leadPersonId: input.leadPersonId ?? proceeding.leadPersonId,
      leadUnit: input.leadPersonId ? "" : proceeding.leadUnit,
    });
    return {
      result: { proceedingId: opened.id },
      payload: { reason, track: opened.track, ordinal: opened.ordinal },
      opens: opened,
    };
  });
}
