import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clockChanges, clocks } from "@/db/schema/clocks";
import type { ProceedingRow } from "../../access/gate";
import { newId } from "../../kernel/ids";
import { dayOf } from "../../kernel/shanghai";
import type { ClockFacts } from "../reads/facts";

/** Gives a clock another first day and the last day that was worked out from it; a last day that moves keeps its old one on record. */
export async function moveClockStart(
  tx: Tx,
  { countyId, disputeId, id: proceedingId }: Pick<ProceedingRow, "countyId" | "disputeId" | "id">,
  clock: ClockFacts,
  to: { startedOn: string; dueOn: string },
  now: Date,
): Promise<void> {
  if (to.dueOn !== clock.dueOn)
    await tx.insert(clockChanges).values({
      countyId,
      id: newId(now),
      disputeId,
      proceedingId,
      clockId: clock.id,
      kind: "recomputed",
      happenedOn: dayOf(now),
      oldDueOn: clock.dueOn,
      newDueOn: to.dueOn,
      reason: "",
      recordedAt: now,
    });
  await tx
    .update(clocks)
    .set(to)
    .where(and(eq(clocks.countyId, countyId), eq(clocks.id, clock.id)));
}
