import { addDays, dayOf, instantOf, timeOf } from "../../kernel/shanghai";
import type { Rules } from "../../rules/defaults";

const hour = 3_600_000;
const clock = (of: number) => `${String(of).padStart(2, "0")}:00`;

type QuietRules = Pick<Rules, "notice.quietFromHour" | "notice.quietUntilHour">;

/** The end of the quiet hours that `now` lies in, or null by day. The night may span midnight. */
export function quietUntil(now: Date, rules: QuietRules): Date | null {
  const from = clock(rules["notice.quietFromHour"]);
  const until = clock(rules["notice.quietUntilHour"]);
  if (from === until) return null;
  const [day, time] = [dayOf(now), timeOf(now)];
  const isNight = from < until ? time >= from && time < until : time >= from || time < until;
  if (!isNight) return null;
  return instantOf(from > until && time >= from ? addDays(day, 1) : day, until);
}

/**
 * When a message may be sent: by day at once; in quiet hours the next morning, unless the time it is about
 * (`happensAt`) comes before that morning or within twelve hours.
 */
export function mayGoAt(now: Date, rules: QuietRules, happensAt: readonly (Date | null)[]): Date {
  const morning = quietUntil(now, rules);
  if (!morning) return now;
  const presses = happensAt.some(
    (at) => at !== null && at > now && (at <= morning || at.getTime() - now.getTime() <= 12 * hour),
  );
  return presses ? now : morning;
}
