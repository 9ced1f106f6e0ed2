import { fromWallClock, readMoment, toWallClock } from "@/app/_ui/format/shanghai";

/** What the form holds: days "2026-11-26", times "14:30"; times only count when it is not whole days. */
export interface AbsenceDraft {
  isWhole: boolean;
  fromDay: string;
  toDay: string;
  fromTime: string;
  toTime: string;
}

const nextDay = (day: string) => toWallClock(new Date(readMoment(day).at + 1)).slice(0, 10);

/** The instants a filled-in form means, or null while something is missing or the end is before the start. */
export function spanOf(draft: AbsenceDraft): { from: string; to: string } | null {
  const { isWhole, fromDay, toDay, fromTime, toTime } = draft;
  if (!fromDay) return null;
  const from = fromWallClock(`${fromDay}T${isWhole ? "00:00" : fromTime}`);
  const lastDay = toDay || fromDay;
  const to = fromWallClock(isWhole ? `${nextDay(lastDay)}T00:00` : `${fromDay}T${toTime}`);
  return from && to && from < to ? { from: from.toISOString(), to: to.toISOString() } : null;
}

/** What keeps a form from meaning a time: the day or an hour that is missing, or an end before its start; null where nothing does. */
export function faultOf(draft: AbsenceDraft): "day" | "from" | "to" | "backwards" | null {
  if (!draft.fromDay) return "day";
  if (!draft.isWhole && !draft.fromTime) return "from";
  if (!draft.isWhole && !draft.toTime) return "to";
  return spanOf(draft) ? null : "backwards";
}

/** The last day of an absence of whole days, or null when it begins or ends within a day. */
export function lastDayOf({ from, to }: { from: string; to: string }): string | null {
  const [start, end] = [toWallClock(from), toWallClock(to)];
  if (!start.endsWith("T00:00") || !end.endsWith("T00:00")) return null;
  return toWallClock(new Date(Date.parse(to) - 1)).slice(0, 10);
}
