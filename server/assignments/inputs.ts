import * as z from "zod";
import { calendarDay, proceedingTarget } from "../disputes/inputs";
import { filledLines, instant, reason, reasonOrNone, words } from "../kernel/words";
import { assignmentAnswers, assignmentVerdicts } from "./choices";

/** For a helper who is asked to the matter, or an organisation outside in words. */
export const giveAssignmentInput = proceedingTarget.extend({
  what: filledLines(200),
  personId: z.uuid().nullable().default(null),
  organisation: words(60).default(""),
  /** Inside office hours. */
  dueAt: instant,
});
export const answerAssignmentInput = proceedingTarget.extend({
  assignmentId: z.uuid(),
  answer: z.enum(assignmentAnswers),
  /** By what it is seen that it is done, or why it cannot be. */
  note: reason(400),
  /** The day on which it was done, or it was certain that it cannot be; today where it is left out. */
  happenedOn: calendarDay.nullable().optional(),
});
export const settleAssignmentInput = proceedingTarget.extend({
  assignmentId: z.uuid(),
  verdict: z.enum(assignmentVerdicts),
  /** Needed unless it is confirmed. */
  remark: reasonOrNone(200),
  /** The new time of one that is opened again. */
  dueAt: instant.nullable().default(null),
});
export const assignmentsQuery = z.strictObject({ disputeId: z.uuid() });
