import { and, asc, eq, gt } from "drizzle-orm";
import type * as z from "zod";
import { sessions } from "@/db/schema/sessions";
import { checkLead } from "../disputes/parts/check-lead";
import { type Act, perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import type { EventPayload } from "../kernel/events";
import { conflict } from "../kernel/problem";
import { knownOf, requireFree } from "../slots/require-free";
import type { setAssistantInput } from "./inputs";

/** Asks whether they can come to each session to come whose hour is fixed; a reason is noted with the act. */
async function askSessions(act: Act, personId: string, despite: string): Promise<EventPayload> {
  const { tx, countyId, now } = act;
  const ofProceeding = and(eq(sessions.countyId, countyId), eq(sessions.proceedingId, proceedingOf(act).id));
  const coming = await tx
    .select()
    .from(sessions)
    .where(and(ofProceeding, eq(sessions.status, "booked"), gt(sessions.startsAt, now)))
    .orderBy(asc(sessions.startsAt));
  const overruled: string[] = [];
  for (const { id, startsAt, endsAt } of coming) {
    const hour = { countyId, bookingId: id, personIds: [personId], span: { from: startsAt, to: endsAt }, now };
    overruled.push(...(await requireFree(tx, hour, await knownOf(tx, hour), { despite, room: null })));
  }
  return overruled.length > 0 ? { despite, overruled: [...new Set(overruled)] } : {};
}

/**
 * The lead names who assists and keeps the record, or that nobody does any more: one of those who could lead here. They are
 * told, hear what the lead hears, and stand in the papers; after the end and after they leave office they are told nothing.
 * Refuses personAway or personTooFar where they cannot come to a session that is booked and `despite` says nothing, changedMeanwhile, assistantIsLead, assistantFromElsewhere and what checkLead refuses.
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
    const isNew = assistantId !== null && assistantId !== before;
    const overruled = isNew ? await askSessions(act, assistantId, input.despite) : {};
    return { result: { assistantId }, payload: { before, after: assistantId, ...overruled }, stamps: { assistantId } };
  });
}
