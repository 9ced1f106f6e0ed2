import type { AvailabilityMood } from "@/db/vocabulary";

/** A span of the usual week: weekday 1 = Monday … 7 = Sunday, Shanghai local time "HH:mm", "24:00" at the end. */
export interface WeekSpan {
  weekday: number;
  from: string;
  until: string;
  mood: AvailabilityMood;
}

/** The same week in as few spans as possible, in order: adjoining spans of the same mood are merged. */
export function joinTouching(week: readonly WeekSpan[]): WeekSpan[] {
  const sorted = [...week].sort((a, b) => a.weekday - b.weekday || a.from.localeCompare(b.from));
  const joined: WeekSpan[] = [];
  for (const span of sorted) {
    const last = joined.at(-1);
    if (last && last.weekday === span.weekday && last.until === span.from && last.mood === span.mood)
      joined[joined.length - 1] = { ...last, until: span.until };
    else joined.push({ ...span });
  }
  return joined;
}
