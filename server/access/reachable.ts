import { type SQL, sql } from "drizzle-orm";
import { type PersonActor, subjectsOf } from "../kernel/actor";

interface Walk {
  /** Only what still runs: before triage, or with a proceeding that is not archived. */
  isOpen?: boolean;
  /** Only what waits for triage: before its first proceeding a right is to the dispute itself. */
  isUntriaged?: boolean;
  /** Only where the actor has one of these relations, a list in SQL, to what is going on now. */
  isCurrentAs?: SQL;
  /** The last row already shown: ISO text and id. */
  after?: { registeredAt: string; id: string } | null;
  /** Without one the whole set is given, which is small for `isOpen` alone. */
  limit?: number;
}

/**
 * A subquery of the disputes the actor may read, as rows `(registered_at, id)`, newest first and each once. It walks one
 * index of `dispute_access` for each of the actor's subjects and stops at the limit, so that a page costs the same
 * whatever its reader may see. A dispute one is merely invited to is not among them, nor a registration that was merged into another. `is_open` of a right says that its
 * own proceeding runs; a list that shows the newest one asks that of the few rows it gets.
 */
export function reachable(actor: PersonActor, { isOpen, isUntriaged, isCurrentAs, after, limit }: Walk = {}): SQL {
  const running = isOpen || isUntriaged ? sql`and a.is_open` : sql``;
  const untriaged = isUntriaged ? sql`and a.proceeding_id is null` : sql``;
  const upTo = limit === undefined ? sql`` : sql`limit ${limit}`;
  const current = isCurrentAs ? sql`and a.is_current and a.relation in (${isCurrentAs})` : sql``;
  const later = after
    ? sql`and (a.registered_at, a.dispute_id) < (${after.registeredAt}::timestamptz, ${after.id}::uuid)`
    : sql``;
  const ofSubject = (subject: string) => sql`(
    select distinct on (a.registered_at, a.dispute_id) a.registered_at, a.dispute_id as id from dispute_access a
    where a.county_id = ${actor.countyId}::uuid and a.subject_id = ${subject}::uuid and a.relation <> 'invited'
      and not a.is_merged ${running} ${untriaged} ${current} ${later}
    order by a.registered_at desc, a.dispute_id desc ${upTo})`;
  const all = sql.join(subjectsOf(actor).map(ofSubject), sql` union all `);
  return sql`(select distinct on (u.registered_at, u.id) u.registered_at, u.id from (${all}) u
    order by u.registered_at desc, u.id desc ${upTo})`;
}
