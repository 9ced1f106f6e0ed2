import { and, eq, max } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { parties } from "@/db/schema/parties";

/** The first free position among the parties of a dispute, in the order in which they were mentioned. */
export async function nextPosition(tx: Tx, of: { countyId: string; disputeId: string }): Promise<number> {
  const [last] = await tx
    .select({ position: max(parties.position) })
    .from(parties)
    .where(and(eq(parties.countyId, of.countyId), eq(parties.disputeId, of.disputeId)));
  return (last?.position ?? 0) + 1;
}
