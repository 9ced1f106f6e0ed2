import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { leadRequests } from "@/db/schema/lead-requests";
import { conflict, notFound } from "../../kernel/problem";

interface Named {
  countyId: string;
  proceedingId: string;
  requestId: string;
}

/** A request of this proceeding, locked. */
export async function leadRequestOf(tx: Tx, { countyId, proceedingId, requestId }: Named) {
  const [row] = await tx
    .select()
    .from(leadRequests)
    .where(
      and(
        eq(leadRequests.countyId, countyId),
        eq(leadRequests.proceedingId, proceedingId),
        eq(leadRequests.id, requestId),
      ),
    )
    .for("update");
  if (!row) throw notFound();
  return row;
}

/** The same of one that waits for its decision; refuses with alreadyDecided. */
export async function openLeadRequest(tx: Tx, named: Named) {
  const row = await leadRequestOf(tx, named);
  if (row.outcome) throw conflict("alreadyDecided");
  return row;
}
