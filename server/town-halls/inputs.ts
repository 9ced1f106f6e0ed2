import * as z from "zod";
import { calendarDay } from "../disputes/inputs";
import { filled, filledLines, instant, reasonInLineOrNone } from "../kernel/words";

const minutes = z.int().min(15).max(480);
/** When a weekly series meets; both days of Shanghai, included. */
const series = z.strictObject({
  roomId: z.uuid(),
  chairId: z.uuid(),
  /** 1 = Monday … 7 = Sunday. */
  weekday: z.int().min(1).max(7),
  /** Shanghai local time, "19:00". */
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  minutes,
  fromDay: calendarDay,
  untilDay: calendarDay,
});

const inOrder = ({ fromDay, untilDay }: { fromDay: string; untilDay: string }) => fromDay <= untilDay;

export const seriesDatesInput = series.refine(inOrder);
export type SeriesDatesInput = z.output<typeof seriesDatesInput>;

export const planTownHallInput = series.extend({ title: filled(80) }).refine(inOrder);
export type PlanTownHallInput = z.output<typeof planTownHallInput>;

/** `startsAtSeen` and `roomIdSeen` are what the user saw; a move in between is a conflict. */
export const moveMeetingInput = z.strictObject({
  meetingId: z.uuid(),
  startsAtSeen: instant,
  roomIdSeen: z.uuid(),
  startsAt: instant,
  minutes,
  roomId: z.uuid(),
  /** Why the chair comes although they cannot as far as is known. */
  despite: reasonInLineOrNone(200),
});
export type MoveMeetingInput = z.output<typeof moveMeetingInput>;

export const meetingIdInput = z.strictObject({ meetingId: z.uuid() });
export type MeetingIdInput = z.output<typeof meetingIdInput>;

export const townHallIdInput = z.strictObject({ townHallId: z.uuid() });
export type TownHallIdInput = z.output<typeof townHallIdInput>;

/** What was raised, in a few lines; people's names do not belong here. */
export const closeMeetingInput = z.strictObject({ meetingId: z.uuid(), summary: filledLines(2000) });
export type CloseMeetingInput = z.output<typeof closeMeetingInput>;
