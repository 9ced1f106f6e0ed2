import type { ClockKind, Track } from "@/db/vocabulary";
import { addDays, addMonths } from "../kernel/shanghai";
import { type Rules, ruleDefaults } from "./defaults";
import { addWorkdays, type DayOverrides, rollToWorkday } from "./workdays";

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

/**
 * The last day of a clock that was paused for an appraisal and goes on with its result: the first session is due so many
 * working days after the result (公通字〔2007〕81号 9); of the second what was left of its days comes after it (local rule).
 */
export function clockDayAfterPause(
  clock: { kind: ClockKind; dueOn: string; pausedOn: string },
  resumedOn: string,
  rules: Rules,
  overrides: DayOverrides,
): string {
  if (clock.kind !== "secondSession") return clockDay(clock.kind, resumedOn, rules, overrides);
  let left = 0;
  for (let at = clock.pausedOn; at < clock.dueOn; left += 1) at = addWorkdays(at, 1, overrides);
  return addWorkdays(resumedOn, left, overrides);
}
