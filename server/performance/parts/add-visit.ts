import { followUpVisits } from "@/db/schema/performance";
import { beganOn } from "../../disputes/parts/began-on";
import { type Act, proceedingOf } from "../../disputes/perform";
import type { PersonActor } from "../../kernel/actor";
import { checkHappened } from "../../kernel/happened";
import { newId } from "../../kernel/ids";
import type { RecordVisitInput } from "../inputs";

/** Writes a visit by the lead, or by whoever was drawn to ask (`revisitId`). Refuses dayInFuture, dayTooEarly. */
export async function addVisit(
  act: Act<PersonActor>,
  input: RecordVisitInput & { revisitId?: string },
): Promise<{ visitId: string; visitedOn: string; satisfaction: string; hasSigns: boolean }> {
  const { tx, countyId, now, dispute, actor } = act;
  const { partyId, visitedOn, satisfaction, fairness, escalationSigns, note, revisitId = null } = input;
  checkHappened(visitedOn, { now, earliest: await beganOn(act) });
  const visitId = newId(now);
  await tx.insert(followUpVisits).values({
    countyId,
    id: visitId,
    disputeId: dispute.id,
    proceedingId: proceedingOf(act).id,
    partyId,
    visitedOn,
    satisfaction,
    // Whoever answered none of them was not asked.
    fairness: fairness?.some((answer) => answer !== "unsaid") ? fairness : null,
    escalationSigns,
    courtAction: input.courtAction ?? "",
    measures: input.measures ?? "",
    note,
    revisitId,
    visitedBy: actor.personId,
    recordedAt: now,
  });
  return { visitId, visitedOn, satisfaction, hasSigns: escalationSigns !== "" };
}
