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
  /** Closed by a restriction of the matter and shown by a reading window alone: it reads, and acts on nothing (docs/adr/0030). */
  isHidden: boolean;
  /** The actor's reading window on the dispute that is open now, with the time of the request in milliseconds. */
  windowId: string | null;
  atMs: number;
}

/**
 * The rights the actor holds in one dispute, through themselves, their committee or their station; of a restricted matter
 * only those that are open to them now.
 */
export async function rightsTo(tx: Tx, actor: PersonActor, disputeId: string): Promise<Right[]> {
  const subjects = sql.join(
    subjectsOf(actor).map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const rows = await tx.execute<Right & Record<string, unknown>>(sql`
    select distinct relation, proceeding_id as "proceedingId", is_current as "isCurrent", is_hidden as "isHidden",
      (extract(epoch from app.now()) * 1000)::float8 as "atMs",
      (select w.id from app.own_windows w where w.county_id = ${actor.countyId}::uuid and w.dispute_id = ${disputeId}::uuid limit 1) as "windowId"
    from app.own_rights
    where county_id = ${actor.countyId}::uuid and dispute_id = ${disputeId}::uuid and subject_id in (${subjects})`);
  return [...rows];
}

/** The rights by which their holder may act. */
export const acting = (rights: readonly Right[]): Right[] => rights.filter(({ isHidden }) => !isHidden);

/** The relations to one proceeding among these rights; with null, to the dispute itself. */
export const relationsTo = (rights: readonly Right[], proceedingId: string | null): Relation[] => [
  ...new Set(rights.filter((right) => right.proceedingId === proceedingId).map(({ relation }) => relation)),
];
