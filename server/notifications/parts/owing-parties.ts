import { type SQL, sql } from "drizzle-orm";

/**
 * Who has to see to a clause that is in force and open: rows `(id, dispute_id, ordinal, due_on, effective_at, party_id)`. Whoever
 * stands in an obligor's place is meant in their stead (app.standing_for). Left out is who is gone, has done their part or was
 * released from it, and, until that is cleared up, who says that they have. What is only to be left undone falls due on no day.
 */
export const owingParties = (countyId: string): SQL => sql`(
  select distinct o.id, o.dispute_id, o.ordinal, o.due_on, a.effective_at, s.id as party_id
  from obligations o join agreements a on a.county_id = o.county_id and a.id = o.agreement_id and a.status in ('effective', 'replaced')
    join proceedings r on r.county_id = a.county_id and r.id = a.proceeding_id and r.ended_at is null
    cross join lateral app.ledger_accounts(o.county_id, o.id) l
    cross join lateral app.standing_for(o.county_id, l.party_id) s (id)
  where o.county_id = ${countyId}::uuid and o.kind <> 'refrain' and num_nonnulls(o.performed_at, o.waived_at, o.superseded_at) = 0
    and case when o.amount_fen is null then not (l.is_done or l.is_waived) else l.share_fen is null or l.paid_fen + l.waived_fen < l.share_fen end
    and not exists (select from app.open_contests(o.county_id, o.id) k where k.kind = 'claimed' and k.party_id = l.party_id
      having count(*) > 0 and (o.amount_fen is null or sum(k.amount_fen) >= coalesce(l.share_fen - l.paid_fen - l.waived_fen,
        (select o.amount_fen - sum(x.paid_fen + x.waived_fen) from app.ledger_accounts(o.county_id, o.id) x))))
    and not exists (select from party_exits e where e.county_id = o.county_id and e.party_id = s.id and e.undone_at is null))`;
