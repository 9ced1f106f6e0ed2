import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { LedgerEntryKind, ObligationKind, ProofKind } from "@/db/vocabulary";
import type { PapersAt } from "./matter";

/** An entry of the ledger that counts: what was paid or done, by whom, to whom, on which day. */
export interface PaymentFacts {
  id: string;
  kind: LedgerEntryKind;
  obligationKind: ObligationKind;
  obligationText: string;
  obligationOrdinal: number;
  /** What the clause is about in fen, and which part of it this is, counted among its payments; null for acts. */
  clauseFen: number | null;
  part: number;
  amountFen: number | null;
  agreementId: string;
  agreementNumber: string | null;
  payerId: string;
  /** Obligees of the clause; who confirmed that they received it comes first. */
  payeeIds: string[];
  receivedByLinkId: string | null;
  proof: ProofKind;
  proofNote: string;
  on: string;
  recordedBy: string;
}

/** What was performed of all agreements of a proceeding, oldest first; what a correction took back is left out. */
export async function paymentFacts(tx: Tx, { countyId, proceedingId }: PapersAt): Promise<PaymentFacts[]> {
  const rows = await tx.execute<PaymentFacts & Record<string, unknown>>(sql`
    select f.id, f.kind, o.kind as "obligationKind", o.text as "obligationText", o.ordinal as "obligationOrdinal", o.amount_fen::float8 as "clauseFen",
      (row_number() over (partition by f.obligation_id order by f.performed_on, f.recorded_at, f.id))::int as part, f.amount_fen::float8 as "amountFen",
      a.id as "agreementId", a.number as "agreementNumber", coalesce(f.by_party_id, f.party_id) as "payerId",
      (select coalesce(json_agg(q.party_id order by q.party_id is distinct from f.received_by_party_id, q.party_id), '[]') from obligation_parties q
        where q.county_id = o.county_id and q.obligation_id = o.id and q.part = 'obligee') as "payeeIds",
      f.received_by_link_id as "receivedByLinkId", f.proof, f.proof_note as "proofNote", f.performed_on::text as "on", w.name as "recordedBy"
    from performances f join obligations o on o.county_id = f.county_id and o.id = f.obligation_id
      join agreements a on a.county_id = o.county_id and a.id = o.agreement_id
      join people w on w.county_id = f.county_id and w.id = f.recorded_by
    where f.county_id = ${countyId}::uuid and a.proceeding_id = ${proceedingId}::uuid and f.kind in ('performed', 'overpaid', 'paidTwice')
      and not exists (select from performances c where c.county_id = f.county_id and c.corrects_id = f.id)
    order by f.performed_on, f.recorded_at, f.id`);
  return [...rows];
}
