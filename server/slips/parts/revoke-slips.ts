import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { registrationSlips } from "@/db/schema/slips";

/** Ends the slip of a dispute that works, if there is one; gives its id. */
export async function revokeSlips(
  tx: Tx,
  { countyId, disputeId, by, now }: { countyId: string; disputeId: string; by: string; now: Date },
): Promise<string | null> {
  const [revoked] = await tx
    .update(registrationSlips)
    .set({ revokedBy: by, revokedAt: now })
    .where(
      and(
        eq(registrationSlips.countyId, countyId),
        eq(registrationSlips.disputeId, disputeId),
        isNull(registrationSlips.revokedAt),
      ),
    )
    .returning({ id: registrationSlips.id });
  return revoked?.id ?? null;
}
