import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Relation } from "@/db/vocabulary";
import { type PersonActor, subjectsOf } from "../kernel/actor";

/** The relations the actor holds to one dispute, through themselves, their committee or their station. */
export async function relationsTo(tx: Tx, actor: PersonActor, disputeId: string): Promise<Relation[]> {
  const subjects = sql.join(
    subjectsOf(actor).map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const rows = await tx.execute<{ relation: Relation }>(sql`
    select distinct relation from dispute_access
    where county_id = ${actor.countyId}::uuid and dispute_id = ${disputeId}::uuid and subject_id in (${subjects})`);
  return rows.map((row) => row.relation);
}
