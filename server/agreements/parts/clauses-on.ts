import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { DisputeType } from "@/db/vocabulary";
import type { TemplateClause } from "../choices";
import { standardClauses } from "./standard-clauses";

/** The clauses with which a committee begins agreements about this type on a day: its own, else ours. */
export async function clausesOn(
  tx: Tx,
  { countyId, committeeId, type, day }: { countyId: string; committeeId: string; type: DisputeType; day: string },
): Promise<readonly TemplateClause[]> {
  const [own] = await tx.execute<{ clauses: TemplateClause[] }>(sql`
    select clauses from drafting_templates
    where county_id = ${countyId}::uuid and committee_id = ${committeeId}::uuid and type = ${type} and valid_from <= ${day}::date
    order by valid_from desc, set_at desc, id desc limit 1`);
  return own?.clauses ?? standardClauses(type);
}
