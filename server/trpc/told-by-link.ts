import { TRPCError } from "@trpc/server";
import { conflict, Problem, type ProblemParams } from "../kernel/problem";
import { signatureFaults } from "../strokes/parts/drawing";

/** A refusal whose sentence needs no values. */
const alone = (...codes: readonly string[]) => codes.map((code) => [code, []] as const);

/**
 * What somebody without an account is told of a refusal, with the values its sentence needs. It concerns their link, their own
 * answer or their own signature; whatever else stands in their way is a matter of those who work on it: why a gate was shut, who
 * is tied to whom, what was merged, how many have agreed.
 */
export const toldByLink: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  // The link itself, and the way here.
  ...alone("linkDead", "notFound", "forbidden", "keyReused", "fileAltered", "unavailable", "overloaded", "unexpected"),
  ["linkDigitsWrong", ["left"]],
  ["tooManyRequests", ["minutes"]],
  // Their answer.
  ["invitationClosed", ["status"]],
  ["askingClosed", ["status"]],
  ["personTaken", ["name"]],
  ["sessionTooFar", ["days"]],
  ...alone("consentAwaited", "waiverAwaited", "noTieNeeded", "hourChanged", "someoneAway", "changedMeanwhile"),
  ...alone("startBeforeEnd", "sessionInPast", "timesNeeded", "notYourDeputy", "notAtTable", "sessionStarted"),
  ...alone("reasonNeeded", "reasonTooShort", "invalid", "invalidValue"),
  // Their signature.
  ...alone("notSigning", "alreadySigned", "alreadyRefused", "partiesSignFirst", "interpretersSignFirst"),
  ...alone("leadSignsInPerson", "unknownReference", ...signatureFaults),
]);

const picked = (params: ProblemParams, names: readonly string[]): ProblemParams =>
  Object.fromEntries(Object.entries(params).filter(([name]) => names.includes(name)));

/** The refusal as somebody without an account is told it: one that is not listed is notNow, which says whom to ask and nothing more. */
export function asToldByLink(error: TRPCError): TRPCError {
  const { cause, code } = error;
  if (!(cause instanceof Problem)) return error;
  const names = toldByLink.get(cause.code);
  if (!names) return new TRPCError({ code: "CONFLICT", cause: conflict("notNow") });
  return new TRPCError({ code, cause: new Problem(cause.kind, cause.code, picked(cause.params, names)) });
}
