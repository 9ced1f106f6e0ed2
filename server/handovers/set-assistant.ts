import type * as z from "zod";
import { checkLead } from "../disputes/parts/check-lead";
import { perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { conflict } from "../kernel/problem";
import type { setAssistantInput } from "./inputs";

/**
 * The lead names who assists and keeps the record, or that nobody does any more: one of those who could lead here. They are
 * told, hear what the lead hears, and stand in the papers; after the end and after they leave office they are told nothing.
 * Refuses changedMeanwhile, assistantIsLead, assistantFromElsewhere and what checkLead refuses.
 */
export function setAssistant(
  ctx: ActContext,
  input: z.output<typeof setAssistantInput>,
): Promise<{ assistantId: string | null }> {
  return perform(ctx, "assistant.set", input, async (act) => {
    const { assistantId, assistantSeen } = input;
    const { assistantId: before, leadPersonId, track } = proceedingOf(act);
    if (before !== assistantSeen) throw conflict("changedMeanwhile");
    if (assistantId === leadPersonId) throw conflict("assistantIsLead");
    if (assistantId) await checkLead(act.tx, act.dispute, track, assistantId);
    return { result: { assistantId }, payload: { before, after: assistantId }, stamps: { assistantId } };
  });
}
