import type { Tx } from "@/db/client";
import { clocks } from "@/db/schema/clocks";
import type { ClockKind } from "@/db/vocabulary";
import { newId } from "../../kernel/ids";
import { dayOf } from "../../kernel/shanghai";
import { clockDay } from "../../rules/clock-days";
import type { Rules } from "../../rules/defaults";
import { rulesOn } from "../../rules/queries";
import type { StepTime } from "./next-step";

interface NewClock {
  kind: ClockKind;
  startedOn: string;
  agreementId?: string;
}

/**
 * The last day of a clock that starts on a day, by the rules of that day: a rule that counts from later on does not change what
 * began before, however late that is entered.
 */
export async function firstLastDay(
  tx: Tx,
  countyId: string,
  { kind, startedOn }: NewClock,
  { now, rules, overrides }: StepTime,
): Promise<string> {
  return clockDay(kind, startedOn, await rulesFrom(tx, countyId, startedOn, { now, rules }), overrides);
}

/** The rules by which a clock counts: those of the day on which it starts. No committee has its own for these. */
export const rulesFrom = async (
  tx: Tx,
  countyId: string,
  startedOn: string,
  { now, rules }: Pick<StepTime, "now" | "rules">,
): Promise<Rules> => (startedOn === dayOf(now) ? rules : rulesOn(tx, countyId, startedOn));

/** Starts a clock of a proceeding on a day; the last day of its mediation becomes the proceeding's. Gives its id. */
export async function startClock(
  tx: Tx,
  proceeding: { countyId: string; id: string; disputeId: string },
  clock: NewClock & { dueOn: string },
  now: Date,
): Promise<string> {
  const { countyId, id: proceedingId, disputeId } = proceeding;
  const id = newId(now);
  await tx.insert(clocks).values({ countyId, id, disputeId, proceedingId, ...clock });
  return id;
}
