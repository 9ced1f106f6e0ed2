import type { AvailabilityMood } from "@/db/vocabulary";

/** A span of one day being edited, as Shanghai local times "HH:mm". */
export interface DraftSpan {
  from: string;
  until: string;
  mood: AvailabilityMood;
}
/** Weekday 1 = Monday … 7 = Sunday → its spans in the order they were written. */
export type WeekDraft = Readonly<Record<number, readonly DraftSpan[]>>;

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
/** 1 = Monday … 7 = Sunday. */
export type Weekday = (typeof weekdays)[number];

/** "06:00" … "24:00" in half hours. */
export const times: readonly string[] = Array.from({ length: 37 }, (_, i) => {
  const minutes = 6 * 60 + i * 30;
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
});

type SavedWeek = readonly ({ weekday: number } & DraftSpan)[];

export const draftOf = (week: SavedWeek): WeekDraft =>
  Object.fromEntries(
    weekdays.map((day) => [
      day,
      week.filter(({ weekday }) => weekday === day).map(({ from, until, mood }) => ({ from, until, mood })),
    ]),
  );

export const weekOf = (draft: WeekDraft): ({ weekday: number } & DraftSpan)[] =>
  weekdays.flatMap((weekday) => (draft[weekday] ?? []).map((span) => ({ weekday, ...span })));

/** What is wrong with a span among those of its day, or null. */
export function spanFault(spans: readonly DraftSpan[], index: number): "order" | "overlap" | null {
  const span = spans[index];
  if (!span) return null;
  if (span.from >= span.until) return "order";
  const clashes = spans.some((other, i) => i !== index && other.from < span.until && span.from < other.until);
  return clashes ? "overlap" : null;
}

export const isSound = (draft: WeekDraft): boolean =>
  weekdays.every((day) => (draft[day] ?? []).every((_, i) => spanFault(draft[day] ?? [], i) === null));

/** The span a new row starts with: after the last one of the day, or the morning. */
export function nextSpan(spans: readonly DraftSpan[]): DraftSpan {
  const last = spans
    .map(({ until }) => until)
    .sort()
    .at(-1);
  if (!last) return { from: "09:00", until: "12:00", mood: "free" };
  const from = last < "14:00" ? "14:00" : last;
  const until = times[Math.min(times.indexOf(from) + 6, times.length - 1)] ?? "24:00";
  return from < until ? { from, until, mood: "free" } : { from: "06:00", until: "08:00", mood: "free" };
}

/** Monday to Friday, mornings and afternoons, as in an office. */
export const officeWeek: WeekDraft = draftOf(
  weekdays
    .filter((weekday) => weekday <= 5)
    .flatMap((weekday) => [
      { weekday, from: "09:00", until: "12:00", mood: "free" as const },
      { weekday, from: "14:00", until: "17:30", mood: "free" as const },
    ]),
);

/** Copies the spans of one day to Monday to Friday. */
export const copiedToWorkdays = (draft: WeekDraft, from: number): WeekDraft => ({
  ...draft,
  ...Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, draft[from] ?? []])),
});
