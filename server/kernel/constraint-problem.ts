import { codeOfConstraint } from "@/db/constraints";
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
 * The problem that a violated constraint means, or null for a name that `db/constraints.ts` does not know. `code` is PostgreSQL's
 * code of the error; of a closed place the database says in `detail` who goes on for it.
 */
export function problemOfConstraint(name: string, { code = "", detail = "" } = {}): Problem | null {
  const problem = codeOfConstraint(name, code);
  if (!problem) return null;
  if (problem === "placeClosed" && detail) return conflict("placeSucceeded", { name: detail });
  return badInput.has(problem) ? invalid(problem) : conflict(problem);
}
