import * as z from "zod";
import { calendarDay } from "../disputes/inputs";
import { filledLines, instant } from "../kernel/words";

export const askQuestionInput = z.strictObject({
  question: filledLines(2000),
  /** The contact point it is asked at; the asker's own when absent. */
  pointId: z.uuid().nullable().default(null),
});
export type AskQuestionInput = z.output<typeof askQuestionInput>;

export const consultationInput = z.strictObject({ consultationId: z.uuid() });
export type ConsultationInput = z.output<typeof consultationInput>;

export const answerQuestionInput = consultationInput.extend({ answer: filledLines(4000) });
export type AnswerQuestionInput = z.output<typeof answerQuestionInput>;

export const linkConsultationInput = consultationInput.extend({ disputeId: z.uuid() });
export type LinkConsultationInput = z.output<typeof linkConsultationInput>;

/** The last id of the page before; ids sort by the moment of asking. */
const page = z.strictObject({ before: z.uuid().nullable().default(null) });
export const ownQuestionsInput = page;
export const dutyQuestionsInput = page;
export const consultationFilters = ["waiting", "all"] as const;
export const stationQuestionsInput = page.extend({ filter: z.enum(consultationFilters).default("all") });
export type PageInput = z.output<typeof page>;
export type StationQuestionsInput = z.output<typeof stationQuestionsInput>;

export const addShiftsInput = z.strictObject({
  personId: z.uuid(),
  /** Each at most 24 hours; a longer duty is several shifts. */
  shifts: z
    .array(z.strictObject({ from: instant, until: instant }))
    .min(1)
    .max(31),
});
export type AddShiftsInput = z.output<typeof addShiftsInput>;

export const removeShiftInput = z.strictObject({ shiftId: z.uuid() });
export type RemoveShiftInput = z.output<typeof removeShiftInput>;

/** Any day of the week asked for, in Asia/Shanghai. */
export const dutyWeekInput = z.strictObject({ day: calendarDay });
export type DutyWeekInput = z.output<typeof dutyWeekInput>;
