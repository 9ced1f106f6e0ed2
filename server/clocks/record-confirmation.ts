import type { CourtStep } from "@/db/vocabulary";
import { perform, proceedingOf } from "../disputes/perform";
import { factsOf } from "../disputes/reads/facts";
import type { ActContext } from "../kernel/context";
import { checkHappened } from "../kernel/happened";
import { conflict } from "../kernel/problem";
import type { RecordConfirmationInput } from "./inputs";
import { changeClock } from "./parts/change-clock";

/**
 * Notes what the court did with the parties' application for confirmation: accepted it, returned it to complete, confirmed the
 * agreement, dismissed the application, or that it was taken back. After the last three there is nothing more to note; where it
 * was dismissed the parties may change the agreement or sue (人民调解法 33). Refuses with needs.confirmationApplied, dayInFuture and
 * dayTooEarly.
 */
export function recordConfirmation(ctx: ActContext, input: RecordConfirmationInput): Promise<{ step: CourtStep }> {
  return perform(ctx, "confirmation.record", input, async (act) => {
    const { step, happenedOn, note } = input;
    const { inForce } = await factsOf(act.tx, act.countyId, proceedingOf(act).id, act.now);
    const clock = inForce?.confirmation;
    if (!clock?.stoppedOn) throw conflict("needs.confirmationApplied");
    checkHappened(happenedOn, { now: act.now, earliest: clock.court?.on ?? clock.stoppedOn });
    await changeClock(act, clock, { kind: step, happenedOn, newDueOn: clock.dueOn, reason: note });
    return { result: { step }, payload: { courtStep: step, happenedOn } };
  });
}
