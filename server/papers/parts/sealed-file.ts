import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { PapersAt } from "../facts/matter";
import type { SealedFile } from "./dossier-source";

/** The file that was signed with the committee's seal, of this agreement or of the newest of the proceeding; null where there is none yet. */
export async function sealedFile(tx: Tx, at: PapersAt, agreementId: string | null): Promise<SealedFile | null> {
  const [row] = await tx.execute<SealedFile & Record<string, unknown>>(sql`
    select s.pdf_sha256 as sha256, s.bytes, s.committee_name as "committeeName", app.day_of(s.signed_at)::text as "signedOn"
    from sealed_papers s join agreements a on a.county_id = s.county_id and a.id = s.agreement_id
    where s.county_id = ${at.countyId}::uuid and s.dispute_id = ${at.disputeId}::uuid and a.proceeding_id = ${at.proceedingId}::uuid
      and (${agreementId}::uuid is null or s.agreement_id = ${agreementId}::uuid)
    order by s.sealed_at desc limit 1`);
  return row ?? null;
}
