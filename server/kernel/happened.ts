import { invalid } from "./problem";
import { dayOf, instantOf } from "./shanghai";

/** Refuses a day ('YYYY-MM-DD') on which something cannot have happened: one to come, or one before `earliest`. */
export function checkHappened(on: string, { now, earliest }: { now: Date; earliest: string }): void {
  if (on > dayOf(now)) throw invalid("dayInFuture");
  if (on < earliest) throw invalid("dayTooEarly", { day: earliest });
}

/** The same of what is mostly entered on its own day: the earliest day is looked up only where another day is named. */
export async function checkHappenedSince(
  on: string,
  { now, earliest }: { now: Date; earliest: () => Promise<string> },
): Promise<void> {
  if (on !== dayOf(now)) checkHappened(on, { now, earliest: await earliest() });
}

/** The day to keep beside the entry: none where it happened on the day on which it is entered. */
export const dayIfEarlier = (on: string | null | undefined, now: Date): string | null =>
  on && on !== dayOf(now) ? on : null;

/**
 * The instant of what happened on a day, or now where no day is named. Of an earlier day only the day is known: it stands
 * as its midnight, and pages show no time of it.
 */
export function happenedAt(on: string | null | undefined, { now, earliest }: { now: Date; earliest: string }): Date {
  if (!on || on === dayOf(now)) return now;
  checkHappened(on, { now, earliest });
  return instantOf(on, "00:00");
}
