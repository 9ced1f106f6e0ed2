import type { ProceedingStatus } from "@/db/vocabulary";
import type { OpenDispute } from "../../access/gate";
import { type Stamps, settleDispute, settleProceeding } from "../../disputes/parts/settle";
import type { Act } from "../../disputes/perform";
import type { Actor } from "../../kernel/actor";

type At = Pick<Act<Actor>, "tx" | "now" | "rules" | "overrides">;
const nothing = () => Promise.resolve();

/** Settles one of the two registrations of an act: its newest proceeding with its next step, or before triage the dispute. */
export function settleEither(
  at: At,
  { dispute, proceeding }: OpenDispute,
  change: { status?: ProceedingStatus; stamps?: Stamps } = {},
): Promise<void> {
  if (!proceeding) return settleDispute(at.tx, dispute, nothing);
  const { status = proceeding.status, stamps = {} } = change;
  return settleProceeding(at.tx, { ...at, proceeding, status, stamps }, nothing);
}
