import type * as z from "zod";
import type { ActContext } from "../kernel/context";
import { conflict } from "../kernel/problem";
import type { setLeadInput } from "./inputs";
import { checkLead } from "./parts/check-lead";
import { perform } from "./perform";

/** Gives the proceeding another lead with a reason; they must be able to lead this track. The board's centre and the next step follow. */
export function setLead(ctx: ActContext, input: z.output<typeof setLeadInput>): Promise<{ leadPersonId: string }> {
  return perform(ctx, "lead.set", input, async ({ tx, dispute, proceeding }) => {
    if (!proceeding) throw conflict("noProceeding");
    if (proceeding.leadPersonId !== input.leadSeen) throw conflict("changedMeanwhile");
    const lead = await checkLead(tx, dispute, proceeding.track, input.leadPersonId);
    const leadUnit = input.leadUnit || lead.unit;
    if (lead.id === proceeding.leadPersonId && leadUnit === proceeding.leadUnit) throw conflict("leadUnchanged");
    return {
      result: { leadPersonId: lead.id },
      payload: { before: proceeding.leadPersonId, after: lead.id, reason: input.reason },
      stamps: { leadPersonId: lead.id, leadUnit },
    };
  });
}
