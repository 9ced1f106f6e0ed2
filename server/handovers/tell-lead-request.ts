import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { leadRequests } from "@/db/schema/lead-requests";
import { perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { checkHappened } from "../kernel/happened";
import { conflict } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import type { tellLeadRequestInput } from "./inputs";
import { leadRequestOf } from "./parts/lead-request-of";

/**
 * Writes down that the asker was told of the decision in person or by telephone, and on which day; whoever has a phone gets
 * a message as well. Refuses notDecidedYet, alreadyThere and days before the decision or in the future.
 */
export function tellLeadRequest(
  ctx: ActContext,
  input: z.output<typeof tellLeadRequestInput>,
): Promise<{ requestId: string }> {
  return perform(ctx, "leadRequest.tell", input, async (act) => {
    const { tx, countyId, actor, now } = act;
    const { requestId, means, toldOn } = input;
    const request = await leadRequestOf(tx, { countyId, proceedingId: proceedingOf(act).id, requestId });
    if (!request.decidedAt) throw conflict("notDecidedYet");
    if (request.toldOn) throw conflict("alreadyThere");
    checkHappened(toldOn, { now, earliest: dayOf(request.decidedAt) });
    await tx
      .update(leadRequests)
      .set({ toldMeans: means, toldOn, toldBy: actor.personId })
      .where(and(eq(leadRequests.countyId, countyId), eq(leadRequests.id, requestId)));
    return { result: { requestId }, payload: { requestId, means, toldOn } };
  });
}
