import { sql } from "drizzle-orm";
import type { Act } from "../../disputes/perform";
import type { InterpreterRow } from "./interpreter-of";

/** The unsigned rows of a paper that name the same person, and what they are called; one row for each party they are there for. */
export async function sameInterpreter(
  { tx, countyId }: Act,
  { id }: Pick<InterpreterRow, "id">,
): Promise<{ id: string; called: string }[]> {
  return tx.execute<{ id: string; called: string }>(sql`
    select n.id, coalesce(p.name, n.name) as called from interpreters o
      join interpreters n on n.county_id = o.county_id and n.agreement_id = o.agreement_id and app.is_same_interpreter(o, n)
      left join people p on p.county_id = n.county_id and p.id = n.person_id
    where o.county_id = ${countyId}::uuid and o.id = ${id}::uuid and o.signed_at is null and n.ended_at is null and n.signed_at is null
    order by n.id`);
}
