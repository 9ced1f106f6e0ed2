import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { interpreters } from "@/db/schema/interpreters";

/** The people of the county who interpret or read aloud at a session: their hours go with it, and they have no seat. */
export async function interpretersHere(tx: Tx, { countyId, id }: { countyId: string; id: string }): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: interpreters.personId })
    .from(interpreters)
    .where(
      and(
        eq(interpreters.countyId, countyId),
        eq(interpreters.sessionId, id),
        isNotNull(interpreters.personId),
        isNull(interpreters.endedAt),
      ),
    );
  return rows.flatMap(({ id: personId }) => personId ?? []);
}
