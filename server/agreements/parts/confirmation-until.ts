import type { Tx } from "@/db/client";
import { addDays, dayOf } from "../../kernel/shanghai";
import { dayOverridesOf, rulesOn } from "../../rules/queries";
import { rollToWorkday } from "../../rules/workdays";

/**
 * The last day, 'YYYY-MM-DD', to apply for judicial confirmation together (人民调解法 33). The day of effect does not count;
 * a last day that is not a workday moves to the next one (民诉法 85).
 */
export async function confirmationUntil(tx: Tx, countyId: string, effectiveAt: Date): Promise<string> {
  const effectiveOn = dayOf(effectiveAt);
  const rules = await rulesOn(tx, countyId, effectiveOn);
  return rollToWorkday(addDays(effectiveOn, rules["confirmation.days"]), await dayOverridesOf(tx, countyId));
}
