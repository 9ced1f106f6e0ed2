import { rulesFrom } from "../disputes/parts/start-clock";
import { perform } from "../disputes/perform";
import type { ActContext } from "../kernel/context";
import { checkHappened } from "../kernel/happened";
import { conflict } from "../kernel/problem";
import { lastDay } from "../rules/clock-days";
import type { ResumeClockInput } from "./inputs";
import { changeClock, openClock } from "./parts/change-clock";

/**
 * Lets a paused clock run on from the day of the appraisal's result, with its new last day (公通字〔2007〕81号 9). Refuses
 * with dayInFuture, and dayTooEarly before the pause.
 */
export function resumeClock(ctx: ActContext, input: ResumeClockInput): Promise<{ dueOn: string }> {
  return perform(ctx, "clock.resume", input, async (act) => {
    const { resumedOn: happenedOn, reason } = input;
    const clock = await openClock(act);
    const { pausedOn } = clock;
    if (!pausedOn) throw conflict("needs.clockPaused");
    checkHappened(happenedOn, { now: act.now, earliest: pausedOn });
    const pauses = clock.pauses.map((one) => ({ ...one, resumedOn: one.resumedOn ?? happenedOn }));
    const rules = await rulesFrom(act.tx, act.countyId, clock.startedOn, act);
    const dueOn = lastDay({ ...clock, pauses }, rules, act.overrides);
    await changeClock(act, clock, { kind: "resumed", happenedOn, newDueOn: dueOn, reason });
    return { result: { dueOn }, payload: { clock: clock.kind, oldDueOn: clock.dueOn, dueOn, happenedOn } };
  });
}
