import { consents } from "@/db/schema/proceedings";
import { partiesOn } from "../binding/parts/parties-on";
import { perform, proceedingOf } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { checkHappened, dayIfEarlier } from "../kernel/happened";
import { newId } from "../kernel/ids";
import { conflict, invalid } from "../kernel/problem";
import { rollToWorkday } from "../rules/workdays";
import type { ExtendClockInput } from "./inputs";
import { changeClock, openClock } from "./parts/change-clock";

/**
 * Moves the last day of people's mediation because every party agreed (若干规定 33: normally one month). Each party's
 * consent is a row of its own; the old and the new day stay. A day off moves to the next working day. Refuses with
 * allMustAgree, notLater, dayInFuture and dayTooEarly.
 */
export function extendClock(ctx: ActContext, input: ExtendClockInput): Promise<{ dueOn: string }> {
  return perform(ctx, "clock.extend", input, async (act) => {
    const { tx, countyId, dispute, actor, now, overrides } = act;
    const clock = await openClock(act);
    checkHappened(input.agreedOn, { now, earliest: clock.startedOn });
    const dueOn = rollToWorkday(input.dueOn, overrides);
    if (dueOn <= clock.dueOn) throw invalid("notLater", { day: clock.dueOn });
    const on = dayIfEarlier(input.agreedOn, now);
    const all = await partiesOn(act, on);
    const agreed = new Set(input.agreedPartyIds);
    if (agreed.size !== all.length || all.some(({ id }) => !agreed.has(id))) throw conflict("allMustAgree");
    await tx.insert(consents).values(
      all.map(({ id }) => ({
        countyId,
        id: newId(now),
        disputeId: dispute.id,
        proceedingId: proceedingOf(act).id,
        partyId: id,
        subject: "extension" as const,
        answer: "agreed" as const,
        recordedBy: actor.personId,
        recordedAt: now,
        happenedOn: on,
      })),
    );
    const { agreedOn: happenedOn, reason } = input;
    await changeClock(act, clock, { kind: "extended", happenedOn, newDueOn: dueOn, reason });
    return { result: { dueOn }, payload: { clock: clock.kind, oldDueOn: clock.dueOn, dueOn, happenedOn } };
  });
}
