import type { SeriesDatesInput } from "@/server/town-halls/inputs";

export const lengths = [60, 90, 120, 180] as const;
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

export interface SeriesDraft {
  title: string;
  weekday: number;
  /** "19:00", "" while it is being typed. */
  time: string;
  minutes: number;
  roomId: string;
  chairId: string;
  fromDay: string;
  untilDay: string;
}

/** Thursdays at half past six for three months, as most stations do it. */
export function blankSeries(today: string, roomId: string, chairId: string): SeriesDraft {
  const until = new Date(Date.parse(`${today}T00:00:00Z`) + 83 * 86_400_000).toISOString().slice(0, 10);
  return { title: "", weekday: 4, time: "18:30", minutes: 90, roomId, chairId, fromDay: today, untilDay: until };
}

/** The series the form asks for, or null while something is missing or the end is before the start. */
export function seriesOf({ title: _title, ...series }: SeriesDraft): SeriesDatesInput | null {
  const isWhole = Object.values(series).every((value) => value !== "");
  return isWhole && series.fromDay <= series.untilDay ? series : null;
}
