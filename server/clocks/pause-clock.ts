import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { checkHappened } from "../kernel/happened";
import { conflict } from "../kernel/problem";
import type { PauseClockInput } from "./inputs";
import { changeClock, openClock } from "./parts/change-clock";

/**
 * Pauses the clock of a police mediation for an appraisal, from the day it was ordered (公通字〔2007〕81号 9). Refuses with
 * clockOver when the last day was over by then, dayInFuture and dayTooEarly.
 */
export function pauseClock(ctx: ActContext, input: PauseClockInput): Promise<{ pausedOn: string }> {
  return perform(ctx, "clock.pause", input, async (act) => {
    const { pausedOn: happenedOn, appraisal, reason } = input;
    const clock = await openClock(act);
    checkHappened(happenedOn, { now: act.now, earliest: clock.startedOn });
    if (happenedOn > clock.dueOn) throw conflict("clockOver", { day: clock.dueOn });
    await changeClock(act, clock, { kind: "paused", happenedOn, newDueOn: null, appraisal, reason });
    return {
      result: { pausedOn: happenedOn },
      payload: { clock: clock.kind, oldDueOn: clock.dueOn, happenedOn, appraisal },
    };
  });
}
