import type { Tx } from "@/db/client";
import type { ProceedingStatus } from "@/db/vocabulary";
import type { ProceedingRow } from "../../access/gate";
import { lastDay } from "../../rules/clock-days";
import type { ClockFacts, Facts } from "../reads/facts";
import { moveClockStart } from "./move-clock-start";
import type { StepTime } from "./next-step";
import { beforeEnd } from "./stages";
import { firstLastDay, rulesFrom, startClock } from "./start-clock";

type At = StepTime & { proceeding: ProceedingRow; status: ProceedingStatus };
type SessionFacts = Pick<
  Facts,
  "clocks" | "firstSessionOn" | "carriedSince" | "sessionsEnded" | "sessionsMax" | "sessionsBooked" | "sessionsHeld"
>;

/**
 * Whether a second police session is due: the first brought no agreement, or one is arranged all the same because what was
 * agreed did not hold (程序规定 183).
 */
export const isSecondDue = (status: ProceedingStatus, facts: SessionFacts): boolean =>
  facts.sessionsEnded > 0 &&
  facts.sessionsMax > 1 &&
  (status === "mediating" || facts.sessionsEnded > 1 || facts.sessionsBooked + facts.sessionsHeld > 0);

/**
 * The clock of the second police session follows the sessions by the days on which they were held, whichever was entered first:
 * it starts with the first. The database stops both with the sessions that were held (app.stop_clocks, app.stop_second_session).
 */
export async function followSessions(tx: Tx, at: At, facts: SessionFacts): Promise<void> {
  const { proceeding, status } = at;
  const startedOn = facts.carriedSince ?? facts.firstSessionOn;
  if (proceeding.track !== "publicSecurity" || !startedOn || !beforeEnd.some((one) => one === status)) return;
  const second = facts.clocks.find((clock) => clock.kind === "secondSession");
  if (!second) {
    if (!isSecondDue(status, facts)) return;
    const clock = { kind: "secondSession" as const, startedOn };
    const dueOn = await firstLastDay(tx, proceeding.countyId, clock, at);
    await startClock(tx, proceeding, { ...clock, dueOn }, at.now);
  } else if (second.startedOn > startedOn) await startEarlier(tx, at, second, startedOn);
}

/** A last day that is open for an appraisal stays; any other is counted anew from the first session. */
async function startEarlier(tx: Tx, at: At, clock: ClockFacts, startedOn: string): Promise<void> {
  const { proceeding, now, overrides } = at;
  const rules = await rulesFrom(tx, proceeding.countyId, startedOn, at);
  const dueOn = clock.pausedOn ? clock.dueOn : lastDay({ ...clock, startedOn }, rules, overrides);
  await moveClockStart(tx, proceeding, clock, { startedOn, dueOn }, now);
}
