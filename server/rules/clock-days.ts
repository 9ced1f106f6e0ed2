import type { ClockKind, Track } from "@/db/vocabulary";
import { addDays, addMonths } from "../kernel/shanghai";
import { type Rules, ruleDefaults } from "./defaults";
import { addWorkdays, type DayOverrides, rollToWorkday, workdaysAfter } from "./workdays";

/** The rule that says how long each clock runs; its source is the clock's law. */
const ruleOfClock = {
  peoplesMonth: "peoples.months",
  firstSession: "publicSecurity.firstSessionWorkdays",
  secondSession: "publicSecurity.secondSessionWorkdays",
  confirmation: "confirmation.days",
} as const satisfies Record<ClockKind, keyof Rules>;

/** The clock that starts with acceptance on a track; null where the law sets none. */
export const firstClockOf = (track: Track): ClockKind | null =>
  track === "peoples" ? "peoplesMonth" : track === "publicSecurity" ? "firstSession" : null;

export const lawOfClock = (kind: ClockKind): string => ruleDefaults[ruleOfClock[kind]].source;

/**
 * The last day ('YYYY-MM-DD') of a clock that starts on a day, which does not count: a calendar month whose last day moves
 * to the next working day (若干规定 33), so many working days (公通字〔2007〕81号 9, 程序规定 183), or for judicial confirmation so
 * many days, whose last day moves too (人民调解法 33; 民诉法 85).
 */
export function clockDay(kind: ClockKind, startedOn: string, rules: Rules, overrides: DayOverrides): string {
  const length = rules[ruleOfClock[kind]];
  if (kind === "peoplesMonth") return rollToWorkday(addMonths(startedOn, length), overrides);
  if (kind === "confirmation") return rollToWorkday(addDays(startedOn, length), overrides);
  return addWorkdays(startedOn, length, overrides);
}

/** What a clock has been through: the day that starts it, and the days without an appraisal's result; days 'YYYY-MM-DD'. */
export interface ClockStory {
  kind: ClockKind;
  startedOn: string;
  /** Oldest first; `resumedOn` null while it is paused. */
  pauses: readonly { pausedOn: string; resumedOn: string | null }[];
}

/**
 * The last day of a clock by all that happened to it, whatever days off have been entered since: with an appraisal's result
 * the first session is due so many working days after it (公通字〔2007〕81号 9), the second after what was left of its days when it
 * was paused (local rule). Worked out from its beginning, so that no day counts twice and none is lost. While it is paused,
 * as if it had not been.
 */
export function lastDay({ kind, startedOn, pauses }: ClockStory, rules: Rules, overrides: DayOverrides): string {
  const over = pauses.flatMap(({ pausedOn, resumedOn }) => (resumedOn ? [{ pausedOn, resumedOn }] : []));
  const newest = over.at(-1);
  if (!newest) return clockDay(kind, startedOn, rules, overrides);
  if (kind !== "secondSession") return clockDay(kind, newest.resumedOn, rules, overrides);
  let [left, from] = [rules[ruleOfClock[kind]], startedOn];
  for (const { pausedOn, resumedOn } of over) {
    left -= workdaysAfter(from, pausedOn, overrides);
    from = resumedOn;
  }
  return left > 0 ? addWorkdays(from, left, overrides) : rollToWorkday(from, overrides);
}
