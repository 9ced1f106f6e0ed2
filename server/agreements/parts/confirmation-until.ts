import type { Tx } from "@/db/client";
import type { CourtState, Facts } from "../../disputes/reads/facts";
import { clockDay } from "../../rules/clock-days";
import { dayOverridesOf, rulesOn } from "../../rules/queries";

/**
 * The last day, 'YYYY-MM-DD', to apply for judicial confirmation together (人民调解法 33): of the clock that started with the
 * agreement's effect, or worked out from that day for an agreement older than these clocks.
 */
export async function confirmationUntil(tx: Tx, countyId: string, inForce: Facts["inForce"]): Promise<string | null> {
  if (!inForce) return null;
  if (inForce.confirmation) return inForce.confirmation.dueOn;
  const { effectiveOn } = inForce;
  const [rules, overrides] = await Promise.all([rulesOn(tx, countyId, effectiveOn), dayOverridesOf(tx, countyId)]);
  return clockDay("confirmation", effectiveOn, rules, overrides);
}

/** What the agreement's page says of it: the last day, the day on which all applied, and what the court did last; nothing without an agreement in force. */
export async function confirmationOf(
  tx: Tx,
  countyId: string,
  facts: Pick<Facts, "inForce"> | null,
): Promise<{ confirmationUntil: string | null; appliedOn: string | null; court: CourtState | null }> {
  const inForce = facts?.inForce ?? null;
  return {
    confirmationUntil: await confirmationUntil(tx, countyId, inForce),
    appliedOn: inForce?.confirmation?.stoppedOn ?? null,
    court: inForce?.confirmation?.court ?? null,
  };
}
