import { dayOf, timeOf, weekdayOf } from "../../kernel/shanghai";
import { joinTouching, type WeekSpan } from "../choices";

/** Whether a span lies inside the week, whatever the mood. Everything lies inside a week that was not told. */
export function coversSpan(week: readonly WeekSpan[], from: Date, to: Date): boolean {
  if (week.length === 0) return true;
  const day = dayOf(from);
  const isSameDay = dayOf(to) === day;
  const end = isSameDay ? timeOf(to) : "24:00";
  if (!isSameDay && timeOf(to) !== "00:00") return false;
  let at = timeOf(from);
  for (const span of joinTouching(week)) {
    if (span.weekday === weekdayOf(day) && span.from <= at && at < span.until) at = span.until;
  }
  return at >= end;
}
