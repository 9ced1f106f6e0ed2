import { sql } from "drizzle-orm";

/**
 * SQL of the clause whose payment a file `f` shows, by an entry that nobody corrected, as rows `(obligation_id, is_paid)`. What
 * shows a part payment is the receipt of that payment, and counts for its clause once that is paid. A photo of a refund or of a
 * waiver proves no payment; it is evidence.
 */
export const proofOfPayment = sql`(
  select g.obligation_id, o.performed_at is not null as is_paid from performances g
    join obligations o on o.county_id = g.county_id and o.id = g.obligation_id
  where g.county_id = f.county_id and g.id = f.performance_id and g.amount_fen is not null and g.kind in ('performed', 'overpaid', 'paidTwice')
    and not exists (select from performances c where c.county_id = g.county_id and c.corrects_id = g.id))`;
