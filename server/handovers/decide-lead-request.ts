import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { leadRequests } from "@/db/schema/lead-requests";
import { type Done, perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { invalid } from "../kernel/problem";
import type { decideLeadRequestInput } from "./inputs";
import { changeLead } from "./parts/change-lead";
import { openLeadRequest } from "./parts/lead-request-of";

type Decided = { leadPersonId: string };

/**
 * The head decides, once and with a reason, what a party asked about the lead: another one leads from now on, which is the
 * change of lead with everything that goes with it; the lead stays; or the party took it back. The asker is told. Refuses
 * alreadyDecided, otherHeadDecides (by the database), newLeadNeeded and what changeLead refuses.
 */
export function decideLeadRequest(ctx: ActContext, input: z.output<typeof decideLeadRequestInput>): Promise<Decided> {
  return perform(ctx, "leadRequest.decide", input, async (act): Promise<Done<Decided>> => {
    const { tx, countyId, actor, now } = act;
    const { id: proceedingId, leadPersonId, disputeId } = proceedingOf(act);
    const { requestId, outcome, reason, newLeadPersonId, whereNotFree } = input;
    const named = { countyId, proceedingId, requestId };
    await openLeadRequest(tx, named);
    const accepted = outcome === "accepted";
    if (accepted !== (newLeadPersonId !== null)) throw invalid("newLeadNeeded");
    await tx
      .update(leadRequests)
      .set({ outcome, decidedBy: actor.personId, decidedAt: now, decisionReason: reason, newLeadPersonId })
      .where(and(eq(leadRequests.countyId, countyId), eq(leadRequests.id, requestId)));
    const payload = { requestId, outcome, reason, ...(outcome === "withdrawn" ? {} : { accepted }) };
    if (!newLeadPersonId) return { result: { leadPersonId }, payload };
    const changed = await changeLead(act, {
      leadSeen: leadPersonId,
      leadPersonId: newLeadPersonId,
      leadUnit: "",
      reason,
      whereNotFree,
    });
    return {
      result: { leadPersonId: newLeadPersonId },
      payload,
      stamps: changed.stamps,
      after: [{ action: "lead.set", disputeId, proceedingId, payload: changed.payload }],
    };
  });
}
