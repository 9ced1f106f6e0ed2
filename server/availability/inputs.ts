import * as z from "zod";
import { absenceKinds, availabilityMoods } from "@/db/vocabulary";
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
