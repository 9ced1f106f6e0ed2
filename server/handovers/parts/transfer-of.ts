import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { transfers } from "@/db/schema/transfers";
import { conflict, notFound } from "../../kernel/problem";

export type TransferRow = typeof transfers.$inferSelect;

interface Named {
  countyId: string;
  disputeId: string;
  transferId: string;
}

export const thisTransfer = ({ countyId, disputeId, transferId }: Named) =>
  and(eq(transfers.countyId, countyId), eq(transfers.disputeId, disputeId), eq(transfers.id, transferId));

/** An offer of this dispute, locked. What the actor may not see is not found. */
export async function transferOf(tx: Tx, named: Named): Promise<TransferRow> {
  const [row] = await tx.select().from(transfers).where(thisTransfer(named)).for("update");
  if (!row) throw notFound();
  return row;
}

/** The same of one that waits for its answer; refuses with transferAnswered. */
export async function waitingTransfer(tx: Tx, named: Named): Promise<TransferRow> {
  const row = await transferOf(tx, named);
  if (row.answeredAt || row.withdrawnAt) throw conflict("transferAnswered");
  return row;
}
