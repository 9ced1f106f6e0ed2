import type * as z from "zod";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import type { setLeadInput } from "./inputs";
import { changeLead } from "./parts/change-lead";

/**
 * Gives the proceeding another lead with a reason; they must be able to lead this track. The sessions to come, their hours
 * and the next step go with it, and everybody who takes part is told. Refuses with leadNotFree where the new lead is not
 * free at one of them and nothing was said about it, and with personTaken.
 */
export function setLead(
  ctx: ActContext,
  input: z.output<typeof setLeadInput>,
): Promise<{ leadPersonId: string; moved: number; stayed: number }> {
  return perform(ctx, "lead.set", input, (act) => changeLead(act, input));
}
