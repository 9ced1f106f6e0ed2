import { type GateQuestion, gateQuestions, type Role, type Track } from "@/db/vocabulary";
import type { GateAnswers, RegisterDisputeInput } from "@/server/disputes/inputs";
import type { Draft } from "./draft";

/** What triage asks beside what everyone is asked; answered too, the matter may be taken up at once. */
export const furtherQuestions = [
  "propertyDamage",
  "hasMinor",
  "isViolation",
] as const satisfies readonly GateQuestion[];

/** Whether a party is marked as a minor: then the record itself answers that one is involved. */
export const hasMarkedMinor = (draft: Draft): boolean => draft.parties.some((party) => party.isMinor);

/** Every answer of the gate, or null while one is missing. */
export function gateAnswersOf(draft: Draft): GateAnswers | null {
  const said = { ...draft.asked, ...(hasMarkedMinor(draft) ? { hasMinor: "yes" as const } : {}) };
  return gateQuestions.every((question) => said[question] !== undefined) ? (said as GateAnswers) : null;
}

/** The track that whoever registers leads themself, by what was answered: a mediator's, or the police's. */
export function ownTrackOf(role: Role, { isViolation }: GateAnswers): Track | null {
  if (role === "mediator") return "peoples";
  return role === "officer" && isViolation === "yes" ? "publicSecurity" : null;
}

/** What registering takes up at once, led by whoever registers. */
export const acceptOf = (
  { propertyDamage, hasMinor, isViolation }: GateAnswers,
  track: Track,
): NonNullable<RegisterDisputeInput["accept"]> => ({
  answers: { propertyDamage, hasMinor, isViolation },
  track,
  leadPersonId: null,
  leadUnit: "",
});
