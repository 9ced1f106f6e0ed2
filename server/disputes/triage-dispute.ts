import { and, eq } from "drizzle-orm";
import { disputes, parties, triages } from "@/db/schema/disputes";
import type { YesNoUnclear } from "@/db/vocabulary";
import type { PersonActor } from "../kernel/actor";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import { conflict, invalid } from "../kernel/problem";
import type { TriageDisputeInput } from "./inputs";
import { isOpen } from "./lifecycle";
import { openProceeding } from "./parts/open-proceeding";
import { barOf } from "./parts/triage-gate";
import { type Act, type Done, perform } from "./perform";

/** The body of triage; also used where registering and triage are one act. */
export async function decideTrack(
  act: Act<PersonActor>,
  input: TriageDisputeInput,
): Promise<Done<{ proceedingId: string | null }>> {
  const { tx, actor, countyId, dispute, proceeding, now } = act;
  if (dispute.notAcceptedAt) throw conflict("notAccepted");
  if (proceeding && isOpen(proceeding.status)) throw conflict("proceedingOpen");
  const { answers, track } = input;
  const bar = track && barOf(track, answers, input.overrideReason);
  if (bar) throw bar;
  if (track) await checkMinors(act, answers.hasMinor);
  await tx.insert(triages).values({
    ...answers,
    countyId,
    id: newId(now),
    disputeId: dispute.id,
    track,
    overrideReason: input.overrideReason,
    decidedBy: actor.personId,
    decidedAt: now,
  });
  if (!track) {
    if (!input.notAcceptedReason) throw invalid("reasonNeeded");
    await tx
      .update(disputes)
      .set({ notAcceptedAt: now, notAcceptedReason: input.notAcceptedReason })
      .where(and(eq(disputes.countyId, countyId), eq(disputes.id, dispute.id)));
    return { result: { proceedingId: null }, payload: { reason: input.notAcceptedReason } };
  }
  const opened = await openProceeding(act, {
    track,
    leadPersonId: input.leadPersonId ?? actor.personId,
    leadUnit: input.leadUnit,
  });
  return { result: { proceedingId: opened.id }, payload: { track }, opens: opened };
}

/**
 * Whether a minor is involved has an effect: nobody is told before it is marked who it is (requirement minorMarked), and the
 * answer agrees with what the parties say already. Refuses with minorAmongParties.
 */
async function checkMinors({ tx, countyId, dispute }: Act<PersonActor>, answer: YesNoUnclear): Promise<void> {
  const [minor] = await tx
    .select({ id: parties.id })
    .from(parties)
    .where(and(eq(parties.countyId, countyId), eq(parties.disputeId, dispute.id), eq(parties.isMinor, true)))
    .limit(1);
  if (answer !== "yes" && minor) throw conflict("minorAmongParties");
}

/**
 * Answers the mandatory questions and opens a proceeding on a track, or does not accept the dispute
 * with a reason (若干规定 22, 24). A matter a court has decided never enters people's mediation.
 */
export function triageDispute(ctx: ActContext, input: TriageDisputeInput): Promise<{ proceedingId: string | null }> {
  return perform(ctx, "dispute.triage", input, decideTrack);
}
