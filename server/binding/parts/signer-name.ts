import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

interface Signer {
  partyId: string | null;
  byLinkId?: string | null;
  personId?: string | null;
}

/** What whoever signs is called, as the reader reads it: the party, who stands beside it, or somebody of the county. It is what they write. */
export async function signerName(
  tx: Tx,
  countyId: string,
  { partyId, byLinkId = null, personId = null }: Signer,
): Promise<string> {
  const [found] = await tx.execute<{ name: string }>(sql`
    select name from app.readable_parties where county_id = ${countyId}::uuid and id = ${partyId}::uuid and ${byLinkId}::uuid is null
    union all select name from app.readable_party_links where county_id = ${countyId}::uuid and id = ${byLinkId}::uuid
    union all select name from people where county_id = ${countyId}::uuid and id = ${personId}::uuid`);
  return found?.name ?? "";
}
