import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { SignatureMeans, SignerKind } from "@/db/vocabulary";
import type { Strokes } from "../../papers/model";

/** One signature as the evidence page tells of it. */
export interface SignedBy {
  id: string;
  signerKind: SignerKind;
  means: SignatureMeans;
  /** ISO text. */
  signedAt: string;
  recordedBy: string;
  /** What was drawn on a screen; null for what was signed on paper. */
  strokes: Strokes | null;
  /** Signed by their link, on a phone of their own. */
  isByLink: boolean;
}

/** What the committee's seal was put on, and by whom. */
export interface Sealing {
  disputeId: string;
  proceedingId: string;
  committeeId: string;
  sealedAt: string;
  sealerName: string;
  isKept: boolean;
  /** SHA-256 of the words that were signed, in hexadecimal. */
  hash: string;
  sentToSignAt: string;
  signatures: SignedBy[];
}

/** The sealed agreement of this id, as the system reads it; null where there is no seal, or no words were kept. */
export async function sealingOf(tx: Tx, countyId: string, agreementId: string): Promise<Sealing | null> {
  const [row] = await tx.execute<Sealing & Record<string, unknown>>(sql`
    select a.dispute_id as "disputeId", a.proceeding_id as "proceedingId", d.committee_id as "committeeId",
      to_json(s.sealed_at) #>> '{}' as "sealedAt", s.sealer_name as "sealerName", to_json(a.sent_to_sign_at) #>> '{}' as "sentToSignAt", k.hash,
      exists (select from sealed_papers f where f.county_id = a.county_id and f.agreement_id = a.id) as "isKept",
      (select coalesce(json_agg(json_build_object('id', g.id, 'signerKind', g.signer_kind, 'means', g.means, 'signedAt', g.signed_at,
          'recordedBy', r.name, 'strokes', g.strokes, 'isByLink', g.request_id is not null) order by g.signed_at, g.id), '[]')
        from signatures g join people r on r.county_id = g.county_id and r.id = g.recorded_by
        where g.county_id = a.county_id and g.agreement_id = a.id) as signatures
    from seals s join agreements a on a.county_id = s.county_id and a.id = s.agreement_id
      join disputes d on d.county_id = a.county_id and d.id = a.dispute_id
      join app.readable_papers k on k.county_id = a.county_id and k.agreement_id = a.id
    where s.county_id = ${countyId}::uuid and s.agreement_id = ${agreementId}::uuid`);
  return row ?? null;
}
