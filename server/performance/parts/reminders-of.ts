import { type SQL, sql } from "drizzle-orm";
import { dueKinds, recordedReference } from "@/db/schema/notifications";

/**
 * What parties of a dispute were reminded of: rows `(id, obligation_id, party_id, kind, at, state)`, to whoever may read what was
 * told of the matter. The state is `sent`, `recorded` where text messages are not set up, `waiting`, or why nothing was sent.
 */
export function remindersOf(countyId: string, disputeId: string): SQL {
  const kinds = sql.join(
    dueKinds.map((kind) => sql`${kind}::notification_kind`),
    sql`, `,
  );
  return sql`select n.id, split_part(n.cause, ':', 2)::uuid as obligation_id, n.recipient_id as party_id, n.kind, n.created_at as at,
      case when d.status = 'sent' then case when d.reference = ${recordedReference} then 'recorded' else 'sent' end
        when d.status in ('queued', 'sending') then 'waiting' else d.problem end as state
    from notifications n join deliveries d on d.county_id = n.county_id and d.notification_id = n.id
    where n.county_id = ${countyId}::uuid and n.dispute_id = ${disputeId}::uuid and n.kind in (${kinds})`;
}
