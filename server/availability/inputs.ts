import * as z from "zod";
import { type AvailabilityMood, absenceKinds, availabilityMoods } from "@/db/vocabulary";
import { filled, instant, words } from "../kernel/words";

/** Shanghai local time on the half hour; a day ends at 24:00. */
const halfHour = z.string().regex(/^(([01]\d|2[0-3]):(00|30)|24:00)$/);
const spans = z
  .array(
    z
      .strictObject({
        /** 1 = Monday … 7 = Sunday. */
        weekday: z.int().min(1).max(7),
        from: halfHour,
        until: halfHour,
        mood: z.enum(availabilityMoods).default("free"),
      })
      .refine(({ from, until }) => from < until),
  )
  .max(7 * 24)
  .refine((week) =>
    week.every((one, i) =>
      week.every((two, j) => i >= j || one.weekday !== two.weekday || one.until <= two.from || two.until <= one.from),
    ),
  );
export const weeklyHoursInput = z.strictObject({
  /** The whole week as it is to be; an empty one means "not told". Spans of a day do not overlap. */
  week: spans,
  /** The week the user saw; one that was written meanwhile is not replaced. */
  weekSeen: spans,
});
export type WeeklyHoursInput = z.output<typeof weeklyHoursInput>;

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

export const markAbsenceInput = z
  .strictObject({
    kind: z.enum(absenceKinds),
    from: instant,
    to: instant,
    /** Shown to the person themselves only. */
    note: words(200).default(""),
  })
  .refine(({ from, to }) => Date.parse(from) < Date.parse(to));
export type MarkAbsenceInput = z.output<typeof markAbsenceInput>;

export const absenceIdInput = z.strictObject({ absenceId: z.uuid() });
export type AbsenceIdInput = z.output<typeof absenceIdInput>;

export const addCalendarInput = z.strictObject({
  /** https, http or webcal. Whoever has it can read the calendar, so it is kept like a password. */
  address: filled(2000),
  label: words(60).default(""),
});
export type AddCalendarInput = z.output<typeof addCalendarInput>;

export const calendarIdInput = z.strictObject({ calendarId: z.uuid() });
export type CalendarIdInput = z.output<typeof calendarIdInput>;

/** Asks what is already booked in a span before it is marked as an absence. */
export const clashesInput = z
  .strictObject({ from: instant, to: instant })
  .refine(({ from, to }) => Date.parse(from) < Date.parse(to));
export type ClashesInput = z.output<typeof clashesInput>;

export const nothing = z.void();
