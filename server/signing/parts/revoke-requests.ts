import { sql } from "drizzle-orm";
import type { SignerColumns } from "../../agreements/parts/check-signer";
import type { Act } from "../../disputes/perform";

/** Revokes every link that asks this signer to sign this paper. */
export async function revokeRequests(
  { tx, countyId, now }: Act,
  agreementId: string,
  { partyId, personId }: Pick<SignerColumns, "partyId" | "personId">,
): Promise<void> {
  await tx.execute(sql`
    update invitation_links l set revoked_at = ${now.toISOString()}::timestamptz from signing_requests q
    where l.county_id = ${countyId}::uuid and q.county_id = l.county_id and q.id = l.request_id and l.revoked_at is null
      and q.agreement_id = ${agreementId}::uuid and (q.party_id = ${partyId ?? null}::uuid or q.person_id = ${personId ?? null}::uuid)`);
}
