import { sql } from "drizzle-orm";
import type { SignerColumns } from "../../agreements/parts/check-signer";
import type { Act } from "../../disputes/perform";

/** Whom a request names: a signer, or somebody who interprets or witnesses. */
export type AskedColumns =
  | (SignerColumns & { interpreterId?: undefined })
  | {
      signerKind: "witness";
      interpreterId: string;
      partyId?: undefined;
      personId?: undefined;
      signedByLinkId?: undefined;
    };

/** Revokes every link that asks this signer to sign this paper. */
export async function revokeRequests(
  { tx, countyId, now }: Act,
  agreementId: string,
  { partyId, personId, interpreterId }: AskedColumns,
): Promise<void> {
  await tx.execute(sql`
    update invitation_links l set revoked_at = ${now.toISOString()}::timestamptz from signing_requests q
    where l.county_id = ${countyId}::uuid and q.county_id = l.county_id and q.id = l.request_id and l.revoked_at is null
      and q.agreement_id = ${agreementId}::uuid and (q.party_id = ${partyId ?? null}::uuid or q.person_id = ${personId ?? null}::uuid
        or q.interpreter_id = ${interpreterId ?? null}::uuid)`);
}
