import { startClock } from "../../disputes/parts/start-clock";
import { type Act, proceedingOf } from "../../disputes/perform";
import { dayOf } from "../../kernel/shanghai";
import { confirmationUntil } from "./confirmation-until";

/**
 * Starts the days in which all parties may have an agreement of people's mediation confirmed by a court (人民调解法 33), on
 * the day of its effect, by whoever brings it into force.
 */
export async function startConfirmation(act: Act, agreementId: string, effectiveAt: Date): Promise<void> {
  const { tx, countyId, now } = act;
  const proceeding = proceedingOf(act);
  if (proceeding.track !== "peoples") return;
  const startedOn = dayOf(effectiveAt);
  const dueOn = await confirmationUntil(tx, countyId, { agreementId, effectiveOn: startedOn, confirmation: null });
  if (dueOn) await startClock(tx, proceeding, { kind: "confirmation", startedOn, agreementId, dueOn }, now);
}
