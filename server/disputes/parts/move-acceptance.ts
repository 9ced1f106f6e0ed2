import { and, eq, sql } from "drizzle-orm";
import { proceedings } from "@/db/schema/proceedings";
import { checkHappened } from "../../kernel/happened";
import { addDays, dayOf } from "../../kernel/shanghai";
import { lastDay } from "../../rules/clock-days";
import { type Act, proceedingOf } from "../perform";
import { type ClockFacts, factsOf } from "../reads/facts";
import { acceptedDay, beganOn } from "./began-on";
import { firstDayOf } from "./first-day-of";
import { laterOf, mergedMonth, monthFrom } from "./merged-month";
import { moveClockStart } from "./move-clock-start";
import { rulesFrom } from "./start-clock";

/**
 * The earliest day on which a proceeding can have been taken up that is entered now: as far back as the county lets what
 * happened be written down, and not before what it is about began or the proceeding before it ended (app.acceptable_from).
 */
export async function earliestAcceptance(act: Act, ordinal: number): Promise<string> {
  const floor = addDays(dayOf(act.now), -act.rules["session.enterDays"]);
  return laterOf(await firstDayOf(act, ordinal), floor);
}

/**
 * Takes the day ('YYYY-MM-DD') on which something of the proceeding happened. What is done in the street before midnight is
 * entered after it, acceptance and all: the first thing that happened dates the acceptance too, and the clock that starts
 * with it. Once a session was held, nothing is earlier than what began it. Refuses with dayInFuture and dayTooEarly.
 */
export async function dateAcceptance(act: Act, on: string): Promise<void> {
  if (on >= acceptedDay(proceedingOf(act))) return checkHappened(on, { now: act.now, earliest: on });
  const { firstSessionOn } = await factsOf(act.tx, act.countyId, proceedingOf(act).id, act.now);
  const earliest = firstSessionOn ? await beganOn(act) : await earliestAcceptance(act, proceedingOf(act).ordinal);
  checkHappened(on, { now: act.now, earliest });
  await moveAcceptance(act, on);
}

/**
 * Takes the day on which a proceeding ended, which also dates an acceptance that was entered later. What was held or took
 * effect in it happened before its end. Refuses with dayInFuture and dayTooEarly.
 */
export async function dateEnd(act: Act, on: string): Promise<void> {
  await dateAcceptance(act, on);
  checkHappened(on, { now: act.now, earliest: await endedFrom(act) });
}

/** The last day on which something of the act's proceeding is known to have happened, 'YYYY-MM-DD'. */
export async function endedFrom(act: Act): Promise<string> {
  const [row] = await act.tx.execute<{ day: string }>(
    sql`select app.ended_from(${act.countyId}::uuid, ${proceedingOf(act).id}::uuid)::text as day`,
  );
  if (!row) throw new Error("no proceeding");
  return row.day;
}

/** Moves the acceptance back to a day that has been checked, and with it the first day of the clock that it started. */
export async function moveAcceptance(act: Act, on: string): Promise<void> {
  const { tx, countyId, now } = act;
  const proceeding = proceedingOf(act);
  if (on >= acceptedDay(proceeding)) return;
  const facts = await factsOf(tx, countyId, proceeding.id, now);
  await tx
    .update(proceedings)
    .set({ acceptedOn: on })
    .where(and(eq(proceedings.countyId, countyId), eq(proceedings.id, proceeding.id)));
  const clock = facts.clocks.find((one) => one.kind !== "secondSession" && !one.stoppedOn);
  if (!clock) return;
  const merged = clock.kind === "peoplesMonth" ? await mergedMonth(tx, proceeding) : null;
  const { startedOn } = monthFrom(on, merged);
  if (startedOn < clock.startedOn) await startEarlier(act, clock, startedOn);
}

/** A last day that was extended or is open for an appraisal stays; any other follows the first day. */
async function startEarlier(act: Act, clock: ClockFacts, on: string): Promise<void> {
  const { tx, now, overrides } = act;
  const byRule = async (startedOn: string) =>
    lastDay({ ...clock, startedOn }, await rulesFrom(tx, act.countyId, startedOn, act), overrides);
  const isUntouched = !clock.pausedOn && clock.dueOn === (await byRule(clock.startedOn));
  const dueOn = isUntouched ? await byRule(on) : clock.dueOn;
  await moveClockStart(tx, proceedingOf(act), clock, { startedOn: on, dueOn }, now);
}
