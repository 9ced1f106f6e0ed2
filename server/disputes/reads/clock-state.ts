import type { Appraisal, ClockChangeKind, ClockKind, ClockStop } from "@/db/vocabulary";
import { addDays } from "../../kernel/shanghai";
import { lawOfClock } from "../../rules/clock-days";

/** A statutory clock as the dispute's page shows it; days 'YYYY-MM-DD'. */
export interface ClockRow {
  id: string;
  kind: ClockKind;
  startedOn: string;
  dueOn: string;
  pausedOn: string | null;
  pausedFor: Appraisal | null;
  stoppedOn: string | null;
  stoppedBy: ClockStop | null;
  /** Oldest first; empty for readers who do not see the consents. */
  changes: {
    kind: ClockChangeKind;
    happenedOn: string;
    oldDueOn: string;
    newDueOn: string | null;
    appraisal: Appraisal | null;
    reason: string;
    /** Null where a changed rule or day off moved it. */
    by: string | null;
  }[];
}

/**
 * Running within its time, paused, run past it, or stopped in time or too late. What the parties may do within it, and did
 * not, has lapsed; with another agreement it is replaced.
 */
export type ClockState = "running" | "paused" | "past" | "met" | "missed" | "lapsed" | "replaced";
export interface ClockOnPage extends ClockRow {
  state: ClockState;
  /** The article that sets it. */
  law: string;
  /** Days over, while it is past or was missed; otherwise 0. */
  daysOver: number;
  /** Running, and today or tomorrow is its last day. */
  isSoonDue: boolean;
}

const dayMs = 86_400_000;

/** What a clock is at on a day. A stopped one is judged by the day on which it stopped, for ever. */
export function clockOnDay(clock: ClockRow, today: string): ClockOnPage {
  const { dueOn, pausedOn, stoppedOn } = clock;
  // While it is paused no day counts, nor when it was never taken up again.
  const until = pausedOn ?? stoppedOn ?? today;
  const daysOver = until > dueOn ? Math.round((Date.parse(until) - Date.parse(dueOn)) / dayMs) : 0;
  const ofMediation = stoppedOn
    ? daysOver > 0
      ? "missed"
      : "met"
    : pausedOn
      ? "paused"
      : daysOver > 0
        ? "past"
        : "running";
  const state = clock.kind === "confirmation" ? confirmationState(clock, today) : ofMediation;
  return {
    ...clock,
    law: lawOfClock(clock.kind),
    state,
    daysOver: state === "lapsed" ? 0 : daysOver,
    isSoonDue: state === "running" && dueOn <= addDays(today, 1),
  };
}

/** Nobody is late who does not apply. */
const confirmationState = ({ stoppedBy, dueOn }: ClockRow, today: string): ClockState =>
  stoppedBy === "applied" ? "met" : stoppedBy ? "replaced" : today > dueOn ? "lapsed" : "running";
