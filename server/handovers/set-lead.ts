import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { proceedings } from "@/db/schema/proceedings";
import { checkLead } from "../disputes/parts/check-lead";
import { perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { conflict } from "../kernel/problem";
import type { setLeadInput } from "./inputs";
import { handOverSeats } from "./parts/move-seats";

/**
 * Gives the proceeding another lead with a reason; they must be able to lead this track. The sessions to come, their hours
 * and the next step go with it, and everybody who takes part is told. Refuses with leadNotFree where the new lead is not
 * free at one of them and nothing was said about it, and with personTaken.
 */
export function setLead(
  ctx: ActContext,
  input: z.output<typeof setLeadInput>,
): Promise<{ leadPersonId: string; moved: number; stayed: number }> {
  return perform(ctx, "lead.set", input, async (act) => {
    const { tx, countyId, dispute } = act;
    const proceeding = proceedingOf(act);
    const before = proceeding.leadPersonId;
    if (before !== input.leadSeen) throw conflict("changedMeanwhile");
    const lead = await checkLead(tx, dispute, proceeding.track, input.leadPersonId);
    const leadUnit = input.leadUnit || lead.unit;
    if (lead.id === before && leadUnit === proceeding.leadUnit) throw conflict("leadUnchanged");
    // Written before the seats: a lead may sit where they could not before.
    await tx
      .update(proceedings)
      .set({ leadPersonId: lead.id })
      .where(and(eq(proceedings.countyId, countyId), eq(proceedings.id, proceeding.id)));
    const seats =
      lead.id === before
        ? { moved: 0, stayed: 0 }
        : await handOverSeats(act, { from: before, to: lead }, input.whereNotFree ?? "ask");
    return {
      result: { leadPersonId: lead.id, ...seats },
      payload: { before, after: lead.id, reason: input.reason, ...seats },
      stamps: {
        leadPersonId: lead.id,
        leadUnit,
        ...(proceeding.assistantId === lead.id ? { assistantId: null } : {}),
      },
    };
  });
}
