import { sql } from "drizzle-orm";
import { systemDatabase } from "@/db/client";

/** A sealed agreement as anybody may know it who holds it: nothing of the matter, no name, no type, no number. */
export interface SealedByCommittee {
  countyId: string;
  code: string;
  committeeName: string;
  sealedAt: string;
  signedAt: string;
  sha256: string;
  bytes: number;
}

/** The sealed agreement with this code or this hash, in whichever county; null where there is none. Who asks is not known. */
export async function sealedPaperBy(code: string, sha256: string | null): Promise<SealedByCommittee | null> {
  const [row] = await systemDatabase().execute<SealedByCommittee & Record<string, unknown>>(sql`
    select county_id as "countyId", code, committee_name as "committeeName", pdf_sha256 as sha256, bytes,
      to_json(sealed_at) #>> '{}' as "sealedAt", to_json(signed_at) #>> '{}' as "signedAt"
    from app.sealed_paper_by(${code || null}::text, ${sha256}::text)`);
  return row ?? null;
}
