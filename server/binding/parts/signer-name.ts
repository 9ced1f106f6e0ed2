import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** What whoever signs is called, as the reader reads it: the party, or who stands beside it. Their name is what they write. */
export async function signerName(
  tx: Tx,
  countyId: string,
  { partyId, linkId }: { partyId: string; linkId: string | null },
): Promise<string> {
  const [found] = await tx.execute<{ name: string }>(
    linkId === null
      ? sql`select name from app.readable_parties where county_id = ${countyId}::uuid and id = ${partyId}::uuid`
      : sql`select name from app.readable_party_links where county_id = ${countyId}::uuid and id = ${linkId}::uuid`,
  );
  return found?.name ?? "";
}
