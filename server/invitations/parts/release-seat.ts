import { sql } from "drizzle-orm";
import { queueForSessions } from "../../bookings/keep-slots";
import { unseatInvitee } from "../../bookings/seat-invitee";
import { settleQuorum } from "../../bookings/settle-quorum";
import { type Act, proceedingOf } from "../../disputes/perform";
import type { EventPayload } from "../../kernel/events";
import { withSystemPrivileges } from "../../kernel/with-system-privileges";

/**
 * Takes a person who is not coming out of every session of this proceeding still to be held, and frees the hour held
 * for them; gives the sessions' ids. `wanted` are people whose time the same act takes afterwards.
 */
export async function releaseSeats(act: Act, personId: string, wanted: readonly string[] = []): Promise<string[]> {
  const { tx, countyId } = act;
  const seats = await withSystemPrivileges(tx, () =>
    tx.execute<{ id: string }>(sql`
      select s.id from sessions s
      where s.county_id = ${countyId}::uuid and s.proceeding_id = ${proceedingOf(act).id}::uuid and s.status = 'booked'
        and (exists (select from session_people p where p.county_id = s.county_id and p.session_id = s.id and p.person_id = ${personId}::uuid)
          or exists (select from slots t where t.county_id = s.county_id and t.session_id = s.id and t.resource_id = ${personId}::uuid))
      order by s.starts_at`),
  );
  const ids = seats.map(({ id }) => id);
  await withSystemPrivileges(tx, () => queueForSessions(tx, countyId, ids, [personId, ...wanted]));
  for (const sessionId of ids) await unseatInvitee(act, { sessionId, personId });
  return ids;
}

/**
 * After a person has left for good: checks whether the quorums are still possible. Reports the first session where
 * that changed; the payload is merged into the caller's event.
 */
export async function settleSeats(act: Act, sessionIds: readonly (string | null)[]): Promise<EventPayload> {
  let payload: EventPayload = {};
  for (const id of new Set(sessionIds)) payload = { ...(await settleQuorum(act, id)).payload, ...payload };
  return payload;
}
