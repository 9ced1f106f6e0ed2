import { constraintCodes } from "@/db/constraints";
import { conflict, invalid, type Problem } from "./problem";

const badInput = new Set<string>([
  "unknownReference",
  "invalidValue",
  "amountPositive",
  "amountWhenPay",
  "startBeforeEnd",
  "codeShape",
  "seatsRange",
  "openBeforeClose",
  "workplaceNeeded",
  "minorIsPerson",
  "twoSidesNeeded",
  "answerByTooEarly",
  "sideNeeded",
  "reasonNeeded",
  "resultNeeded",
  "notOwnDeputy",
]);

/**
 * The problem that a violated constraint means, or null for a name that `db/constraints.ts` does not list. Of a closed place the
 * database says who goes on for it.
 */
export function problemOfConstraint(name: string, successor = ""): Problem | null {
  const code = (constraintCodes as Record<string, string>)[name];
  if (!code) return null;
  if (code === "placeClosed" && successor) return conflict("placeSucceeded", { name: successor });
  return badInput.has(code) ? invalid(code) : conflict(code);
}
