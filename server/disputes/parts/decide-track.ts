import { and, eq } from "drizzle-orm";
import { disputes, triages } from "@/db/schema/disputes";
import { gateQuestions, type NonAcceptanceReason } from "@/db/vocabulary";
import type { PersonActor } from "../../kernel/actor";
import { checkHappened, dayIfEarlier } from "../../kernel/happened";
import { newId } from "../../kernel/ids";
import { conflict, invalid } from "../../kernel/problem";
import { type GateAnswers, gateAnswers, type TriageDisputeInput } from "../inputs";
import { isOpen } from "../lifecycle";
import type { Act, Done } from "../perform";
import { gateFactsOf, isEntrusted, standsOf } from "./gate-facts";
import { keepAnswers } from "./keep-answers";
import { earliestAcceptance } from "./move-acceptance";
import { openProceeding } from "./open-proceeding";
import { raiseToAnswers } from "./raise-risk";
import { barOf, type GateStands } from "./triage-gate";

/** The body of triage; also used where registering and triage are one act. */
export async function decideTrack(
  act: Act<PersonActor>,
  input: TriageDisputeInput,
): Promise<Done<{ proceedingId: string | null }>> {
  const { tx, actor, countyId, dispute, proceeding, now, rules, overrides } = act;
  if (dispute.notAcceptedAt) throw conflict("notAccepted");
  if (proceeding && isOpen(proceeding.status)) throw conflict("proceedingOpen");
  const { track, overrideReason } = input;
  const facts = await gateFactsOf(tx, countyId, dispute.id);
  const stands = whole(standsOf(facts, input.answers));
  const bar = track && barOf(track, stands, { isEntrusted: isEntrusted(facts), overrideReason });
  if (bar) throw bar;
  const work = { tx, actor, now, rules, overrides, disputeId: dispute.id, stationId: dispute.stationId };
  await keepAnswers(work, facts, input.answers, { givenAs: "triage", reason: input.answersReason ?? "" });
  const after = await raiseToAnswers(act, facts, input.answers);
  const { isViolation, hasMinor, familyViolence, judgedByCourt, acceptedElsewhere, propertyDamage, injury } = stands;
  await tx.insert(triages).values({
    isViolation,
    hasMinor,
    familyViolence,
    judgedByCourt,
    acceptedElsewhere,
    propertyDamage,
    injury,
    countyId,
    id: newId(now),
    disputeId: dispute.id,
    track,
    overrideReason,
    decidedBy: actor.personId,
    decidedAt: now,
  });
  const decidedOn = dayIfEarlier(track ? input.acceptedOn : input.notAcceptedOn, now);
  if (decidedOn)
    checkHappened(decidedOn, { now, earliest: await earliestAcceptance(act, (proceeding?.ordinal ?? 0) + 1) });
  if (!track) return { ...(await refuse(act, input.notAcceptedReason, decidedOn)), after };
  const opened = await openProceeding(act, {
    acceptedOn: decidedOn,
    track,
    leadPersonId: input.leadPersonId ?? actor.personId,
    leadUnit: input.leadUnit,
  });
  return {
    result: { proceedingId: opened.id },
    payload: { track, ...(decidedOn ? { acceptedOn: decidedOn } : {}) },
    opens: opened,
    after,
  };
}

/** It is not accepted, for a reason, on the day of this act or on an earlier one. */
async function refuse(
  { tx, countyId, dispute, now }: Act,
  reason: NonAcceptanceReason | null,
  notAcceptedOn: string | null,
): Promise<Done<{ proceedingId: null }>> {
  if (!reason) throw invalid("reasonNeeded");
  await tx
    .update(disputes)
    .set({ notAcceptedAt: now, notAcceptedReason: reason, notAcceptedOn })
    .where(and(eq(disputes.countyId, countyId), eq(disputes.id, dispute.id)));
  return { result: { proceedingId: null }, payload: { reason, ...(notAcceptedOn ? { notAcceptedOn } : {}) } };
}

/** Every question has an answer: what was never asked is not taken for a "no". */
function whole(stands: GateStands): GateAnswers {
  const asked = gateAnswers.safeParse(stands);
  if (asked.success) return asked.data;
  throw invalid("questionsOpen", { count: gateQuestions.filter((question) => !stands[question]).length });
}
