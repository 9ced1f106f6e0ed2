import * as z from "zod";
import { appraisals, courtSteps } from "@/db/vocabulary";
import { speakerInput } from "../binding/inputs";
import { calendarDay, proceedingTarget } from "../disputes/inputs";
import { filled, reason } from "../kernel/words";

/** Every party of today has to be among those who agreed, themselves or by whoever may bind them. */
export const extendClockInput = proceedingTarget.extend({
  dueOn: calendarDay,
  agreedOn: calendarDay,
  agreed: z.array(speakerInput).min(1).max(200),
  reason: reason(200),
});
export type ExtendClockInput = z.output<typeof extendClockInput>;

/** Everybody who applied, themselves or by whoever may bind them, to which court and on which day. */
export const applyConfirmationInput = proceedingTarget.extend({
  appliedOn: calendarDay,
  court: filled(60),
  applicants: z.array(speakerInput).min(1).max(200),
});
export type ApplyConfirmationInput = z.output<typeof applyConfirmationInput>;

/** What the court did with the application; the note holds its case number, or why it was returned or dismissed. */
export const recordConfirmationInput = proceedingTarget.extend({
  step: z.enum(courtSteps),
  happenedOn: calendarDay,
  note: reason(200),
});
export type RecordConfirmationInput = z.output<typeof recordConfirmationInput>;

/** `pausedOn` is the day of the order for the appraisal. */
export const pauseClockInput = proceedingTarget.extend({
  appraisal: z.enum(appraisals),
  pausedOn: calendarDay,
  reason: reason(200),
});
export type PauseClockInput = z.output<typeof pauseClockInput>;

/** `resumedOn` is the day of the appraisal's result, which the reason names. */
export const resumeClockInput = proceedingTarget.extend({ resumedOn: calendarDay, reason: reason(200) });
export type ResumeClockInput = z.output<typeof resumeClockInput>;
