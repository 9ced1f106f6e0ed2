import * as z from "zod";
import { tracks, yesNoUnclear } from "@/db/vocabulary";
import { words } from "../../kernel/words";

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

/** What triage asks beside what was asked at registration, and what it decides; the person who registers leads when absent. */
export const acceptAtOnce = z.strictObject({
  answers: gateAnswers.pick({ propertyDamage: true, hasMinor: true, isViolation: true }),
  track: z.enum(tracks),
  leadPersonId: z.uuid().nullable().default(null),
  leadUnit: words(60).default(""),
});
