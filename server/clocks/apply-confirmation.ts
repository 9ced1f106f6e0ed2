import { consents } from "@/db/schema/proceedings";
import { confirmationUntil } from "../agreements/parts/confirmation-until";
import { partiesOn } from "../binding/parts/parties-on";
import { requireSpeakers } from "../binding/parts/require-speakers";
import { startClock } from "../disputes/parts/start-clock";
import { type Act, perform, proceedingOf } from "../disputes/perform";
import { type ClockFacts, factsOf } from "../disputes/reads/facts";
import type { PersonActor } from "../kernel/actor";
import type { ActContext } from "../kernel/context";
import { checkHappened, dayIfEarlier } from "../kernel/happened";
import { newId } from "../kernel/ids";
import { conflict } from "../kernel/problem";
import type { ApplyConfirmationInput } from "./inputs";
import { changeClock } from "./parts/change-clock";

/**
 * Notes that all parties applied to a court together to have their agreement confirmed, within 30 days of its effect
 * (人民调解法 33): the clock stops on that day, and on the later one where they apply anew after a dismissal or a withdrawal. Each party's application is a row of its own. Refuses with
 * needs.confirmationOpen, applyTogether (parties), confirmationLapsed (day), dayInFuture, dayTooEarly and what
 * `requireSpeakers` refuses.
 */
export function applyConfirmation(ctx: ActContext, input: ApplyConfirmationInput): Promise<{ appliedOn: string }> {
  return perform(ctx, "confirmation.apply", input, async (act) => {
    const clock = await confirmationClock(act);
    const { appliedOn, court } = input;
    checkHappened(appliedOn, { now: act.now, earliest: clock.court?.on ?? clock.startedOn });
    if (appliedOn > clock.dueOn) throw conflict("confirmationLapsed", { day: clock.dueOn });
    await recordApplicants(act, input);
    await changeClock(act, clock, { kind: "applied", happenedOn: appliedOn, newDueOn: clock.dueOn, reason: court });
    return { result: { appliedOn }, payload: { appliedOn, court, dueOn: clock.dueOn } };
  });
}

/** The clock of the agreement in force; started now where that is older than these clocks. */
async function confirmationClock(act: Act<PersonActor>): Promise<ClockFacts> {
  const { tx, countyId, now } = act;
  const proceeding = proceedingOf(act);
  const { inForce } = await factsOf(tx, countyId, proceeding.id, now);
  if (inForce?.confirmation) return inForce.confirmation;
  const dueOn = await confirmationUntil(tx, countyId, inForce);
  if (!inForce || !dueOn) throw conflict("needs.confirmationOpen");
  const { effectiveOn: startedOn, agreementId } = inForce;
  const id = await startClock(tx, proceeding, { kind: "confirmation", startedOn, agreementId, dueOn }, now);
  return { id, kind: "confirmation", startedOn, dueOn, pausedOn: null, stoppedOn: null, pauses: [] };
}

async function recordApplicants(
  act: Act<PersonActor>,
  { applicants, appliedOn }: ApplyConfirmationInput,
): Promise<void> {
  const { tx, countyId, dispute, actor, now } = act;
  const { id: proceedingId, track } = proceedingOf(act);
  const on = dayIfEarlier(appliedOn, now);
  await requireSpeakers(
    { tx, countyId, disputeId: dispute.id, track },
    applicants.map((one) => ({ ...one, purpose: "bind", on })),
  );
  const all = await partiesOn(act, on);
  const missing = all.filter(({ id }) => !applicants.some((one) => one.partyId === id));
  if (missing.length > 0) throw conflict("applyTogether", { parties: missing.map((one) => one.name).join("、") });
  await tx.insert(consents).values(
    applicants.map(({ partyId, linkId }) => ({
      countyId,
      id: newId(now),
      disputeId: dispute.id,
      proceedingId,
      partyId,
      subject: "confirmation" as const,
      answer: "agreed" as const,
      spokenByLinkId: linkId,
      recordedBy: actor.personId,
      recordedAt: now,
      happenedOn: on,
    })),
  );
}
