import * as z from "zod";
import { tracks, yesNoUnclear } from "@/db/vocabulary";
import { reasonOrNone, words } from "../../kernel/words";
import { calendarDay } from "./calendar-day";

/** Everything the gate asks (`gateQuestions`); nobody is asked twice what the record knows. */
export const gateAnswers = z.strictObject({
  injury: z.enum(yesNoUnclear),
  threat: z.enum(yesNoUnclear),
  familyViolence: z.enum(yesNoUnclear),
  livelihood: z.enum(yesNoUnclear),
  judgedByCourt: z.enum(yesNoUnclear),
  inCourt: z.enum(yesNoUnclear),
  acceptedElsewhere: z.enum(yesNoUnclear),
  propertyDamage: z.enum(yesNoUnclear),
  hasMinor: z.enum(yesNoUnclear),
  isViolation: z.enum(yesNoUnclear),
});
export type GateAnswers = z.output<typeof gateAnswers>;

/** What is asked of everyone who comes in. */
export const askedAtRegistration = gateAnswers.omit({ propertyDamage: true, hasMinor: true, isViolation: true });

/** What the form asks beside it, so that triage does not ask it again; may stay open. */
const besideAtRegistration = gateAnswers.pick({ propertyDamage: true, hasMinor: true, isViolation: true });
export const alsoAtRegistration = besideAtRegistration.partial();

/** What triage asks beside what was asked at registration, and what it decides; the person who registers leads when absent. */
export const acceptAtOnce = z.strictObject({
  answers: besideAtRegistration,
  track: z.enum(tracks),
  leadPersonId: z.uuid().nullable().default(null),
  leadUnit: words(60).default(""),
  /** The day on which it was taken up, where all of this is entered later. */
  acceptedOn: calendarDay.nullable().optional(),
});

export const answerGateInput = z.strictObject({
  disputeId: z.uuid(),
  answers: gateAnswers.partial(),
  answersReason: reasonOrNone(200).optional(),
});
export type AnswerGateInput = z.output<typeof answerGateInput>;
/** The tracks that these answers leave open, beside what is known of the dispute; without one before it is registered. */
export const tracksInput = z.strictObject({
  disputeId: z.uuid().nullable().default(null),
  answers: gateAnswers.partial(),
});
export type TracksInput = z.output<typeof tracksInput>;
