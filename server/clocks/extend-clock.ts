import { consents } from "@/db/schema/proceedings";
import { partiesOn } from "../binding/parts/parties-on";
import { requireSpeakers } from "../binding/parts/require-speakers";
import { type Act, perform, proceedingOf } from "../disputes/perform";
import type { PersonActor } from "../kernel/actor";
import type { ActContext } from "../kernel/context";
import { checkHappened, dayIfEarlier } from "../kernel/happened";
import { newId } from "../kernel/ids";
import { conflict, invalid } from "../kernel/problem";
import { rollToWorkday } from "../rules/workdays";
import type { ExtendClockInput } from "./inputs";
import { changeClock, openClock } from "./parts/change-clock";

/**
 * Moves the last day of people's mediation because everybody who is a party agreed, themselves or by whoever may bind them,
 * before that day was over (若干规定 33: normally one month). Each consent is a row of its own; the old and the new day stay.
 * A day off moves to the next working day. Refuses with allMustAgree, notLater, dayInFuture, dayTooEarly, agreedTooLate (the
 * last day) and what `requireSpeakers` refuses.
 */
export function extendClock(ctx: ActContext, input: ExtendClockInput): Promise<{ dueOn: string }> {
  return perform(ctx, "clock.extend", input, async (act) => {
    const clock = await openClock(act);
    const { agreedOn: happenedOn, reason } = input;
    checkHappened(happenedOn, { now: act.now, earliest: clock.startedOn });
    if (happenedOn > clock.dueOn) throw conflict("agreedTooLate", { day: clock.dueOn });
    const dueOn = rollToWorkday(input.dueOn, act.overrides);
    if (dueOn <= clock.dueOn) throw invalid("notLater", { day: clock.dueOn });
    await recordConsents(act, input);
    await changeClock(act, clock, { kind: "extended", happenedOn, newDueOn: dueOn, reason });
    return { result: { dueOn }, payload: { clock: clock.kind, oldDueOn: clock.dueOn, dueOn, happenedOn } };
  });
}

/** The own yes of each party of that day. Nobody is asked who had died or left by then. */
async function recordConsents(act: Act<PersonActor>, { agreed, agreedOn }: ExtendClockInput): Promise<void> {
  const { tx, countyId, dispute, actor, now } = act;
  const { id: proceedingId, track } = proceedingOf(act);
  const on = dayIfEarlier(agreedOn, now);
  await requireSpeakers(
    { tx, countyId, disputeId: dispute.id, track },
    agreed.map((one) => ({ ...one, purpose: "bind", on })),
  );
  const all = await partiesOn(act, on);
  if (all.some(({ id }) => !agreed.some((one) => one.partyId === id))) throw conflict("allMustAgree");
  await tx.insert(consents).values(
    agreed.map(({ partyId, linkId }) => ({
      countyId,
      id: newId(now),
      disputeId: dispute.id,
      proceedingId,
      partyId,
      subject: "extension" as const,
      answer: "agreed" as const,
      spokenByLinkId: linkId,
      recordedBy: actor.personId,
      recordedAt: now,
      happenedOn: on,
    })),
  );
}
