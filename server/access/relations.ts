import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Relation } from "@/db/vocabulary";
import { type PersonActor, subjectsOf } from "../kernel/actor";

/** A right of the actor: to one proceeding, or before triage to the dispute itself (null). */
export interface Right {
  relation: Relation;
  proceedingId: string | null;
  /** Whether it is to the dispute's latest proceeding, or to the dispute that has none yet. */
  isCurrent: boolean;
}

/** The rights the actor holds in one dispute, through themselves, their committee or their station. */
export async function rightsTo(tx: Tx, actor: PersonActor, disputeId: string): Promise<Right[]> {
  const subjects = sql.join(
    subjectsOf(actor).map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const rows = await tx.execute<Right & Record<string, unknown>>(sql`
    select distinct relation, proceeding_id as "proceedingId", is_current as "isCurrent" from dispute_access
    where county_id = ${actor.countyId}::uuid and dispute_id = ${disputeId}::uuid and subject_id in (${subjects})`);
  return [...rows];
}

/** The relations to one proceeding among these rights; with null, to the dispute itself. */
export const relationsTo = (rights: readonly Right[], proceedingId: string | null): Relation[] => [
  ...new Set(rights.filter((right) => right.proceedingId === proceedingId).map(({ relation }) => relation)),
];
