import { sql } from "drizzle-orm";

/**
 * SQL of the clause whose payment a file `f` shows, as rows `(obligation_id)`: one that has been paid, by an entry that nobody
 * corrected. A photo of a part payment, of a refund or of a waiver proves no clause as paid; it is evidence.
 */
export const proofOfPayment = sql`(
  select g.obligation_id from performances g
    join obligations o on o.county_id = g.county_id and o.id = g.obligation_id and o.performed_at is not null
  where g.county_id = f.county_id and g.id = f.performance_id and g.amount_fen is not null and g.kind in ('performed', 'overpaid', 'paidTwice')
    and not exists (select from performances c where c.county_id = g.county_id and c.corrects_id = g.id))`;
