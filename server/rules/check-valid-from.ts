import { invalid } from "../kernel/problem";
import { addDays, dayOf } from "../kernel/shanghai";

/** How far ahead a rule, or what is kept like one, may begin. */
const daysAheadMax = 730;

/** Refuses a day from which something is to count that is over, or too far ahead: ruleInPast, ruleTooFar. */
export function checkValidFrom(validFrom: string, now: Date): void {
  if (validFrom < dayOf(now)) throw invalid("ruleInPast");
  if (validFrom > addDays(dayOf(now), daysAheadMax)) throw invalid("ruleTooFar", { days: daysAheadMax });
}
