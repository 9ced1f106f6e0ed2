import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { InterpreterKind, SignatureMeans, SignerKind } from "@/db/vocabulary";
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
  /** Those who interpreted, read the paper out or witnessed it. */
  interpreters: InterpreterSigned[];
}

/** One of those who interpreted or witnessed, as the evidence page tells of them; without `means` they read it out. */
export type InterpreterSigned = Pick<SignedBy, "id" | "signedAt" | "recordedBy" | "strokes" | "isByLink"> & {
  name: string;
  kind: InterpreterKind;
  means: SignatureMeans | null;
  /** Named before, for another party: the page tells of them once (app.is_same_interpreter). */
  isAgain: boolean;
};

/** The sealed agreement of this id, as the system reads it; null where there is no seal, or no words were kept. */
export async function sealingOf(tx: Tx, countyId: string, agreementId: string): Promise<Sealing | null> {
  const [row] = await tx.execute<Sealing & Record<string, unknown>>(sql`
    select a.dispute_id as "disputeId", a.proceeding_id as "proceedingId", d.committee_id as "committeeId",
      to_json(s.sealed_at) #>> '{}' as "sealedAt", s.sealer_name as "sealerName", to_json(a.sent_to_sign_at) #>> '{}' as "sentToSignAt", k.hash,
      exists (select from sealed_papers f where f.county_id = a.county_id and f.agreement_id = a.id) as "isKept",
      (select coalesce(json_agg(json_build_object('id', g.id, 'signerKind', g.signer_kind, 'means', g.means, 'signedAt', g.signed_at,
          'recordedBy', r.name, 'strokes', g.strokes, 'isByLink', g.request_id is not null) order by g.signed_at, g.id), '[]')
        from signatures g join people r on r.county_id = g.county_id and r.id = g.recorded_by
        where g.county_id = a.county_id and g.agreement_id = a.id) as signatures,
      (select coalesce(json_agg(json_build_object('id', n.id, 'name', coalesce(w.name, n.name), 'kind', n.kind, 'means', n.means, 'signedAt', n.signed_at,
          'recordedBy', r.name, 'strokes', n.strokes, 'isByLink', n.is_by_link, 'isAgain', exists (select from interpreters e where e.county_id = n.county_id
            and e.agreement_id = n.agreement_id and e.ended_at is null and e.signed_at is not null and (e.signed_at, e.id) < (n.signed_at, n.id)
            and app.is_same_interpreter(e, n))) order by n.signed_at, n.id), '[]')
        from interpreters n join people r on r.county_id = n.county_id and r.id = n.recorded_by
          left join people w on w.county_id = n.county_id and w.id = n.person_id
        where n.county_id = a.county_id and n.agreement_id = a.id and n.ended_at is null and n.signed_at is not null) as interpreters
    from seals s join agreements a on a.county_id = s.county_id and a.id = s.agreement_id
      join disputes d on d.county_id = a.county_id and d.id = a.dispute_id
      join app.readable_papers k on k.county_id = a.county_id and k.agreement_id = a.id
    where s.county_id = ${countyId}::uuid and s.agreement_id = ${agreementId}::uuid`);
  return row ?? null;
}
