import type { RoomHours } from "@/server/places/inputs";

/** Days of one span of hours, for a line such as "周一至周五 08:30–17:30". */
export interface Span {
  days: number[];
  opensAt: string;
  closesAt: string;
}

/** Puts weekdays with equal hours together, in the order of the week. */
export function spansOf(hours: RoomHours): Span[] {
  const spans: Span[] = [];
  for (const { weekday, opensAt, closesAt } of [...hours].sort((a, b) => a.weekday - b.weekday)) {
    const same = spans.find((span) => span.opensAt === opensAt && span.closesAt === closesAt);
    if (same) same.days.push(weekday);
    else spans.push({ days: [weekday], opensAt, closesAt });
  }
  return spans;
}

export const everyDay = [1, 2, 3, 4, 5, 6, 7];
export const workdays = [1, 2, 3, 4, 5];

/** Three days or more without a gap: "Monday to Thursday" is shorter than naming each. */
export const isRun = (days: readonly number[]): boolean =>
  days.length > 2 && days.every((day, index) => day === (days[0] ?? 0) + index);
