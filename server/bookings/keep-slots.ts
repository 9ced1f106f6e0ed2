import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { sessionPeople, slots } from "@/db/schema/sessions";
import { conflict } from "../kernel/problem";
import { bookableRoom } from "../slots/bookable-room";
import { queueFor, takeSlots } from "../slots/take-slots";
import type { SessionRow } from "./booked-session";
import { interpretersHere } from "./interpreters-here";

/** The people, not parties, who have a seat in a session, and who interprets there. */
async function attendeesOf(tx: Tx, { countyId, id }: SessionRow): Promise<string[]> {
  const rows = await tx
    .select({ id: sessionPeople.personId })
    .from(sessionPeople)
    .where(
      and(eq(sessionPeople.countyId, countyId), eq(sessionPeople.sessionId, id), isNotNull(sessionPeople.personId)),
    );
  return [
    ...new Set([
      ...rows.flatMap(({ id: personId }) => personId ?? []),
      ...(await interpretersHere(tx, { countyId, id })),
    ]),
  ];
}

/**
 * Takes the locks for everything a change of these sessions may touch, and for `others`, before anything is changed.
 * Whoever released an hour first and waited for another one afterwards could end in a deadlock.
 */
export async function queueForSessions(
  tx: Tx,
  countyId: string,
  sessionIds: readonly string[],
  others: readonly string[],
): Promise<void> {
  const ids = sql`any(${`{${sessionIds.join(",")}}`}::uuid[])`;
  const rows = await tx.execute<{ id: string }>(sql`
    select room_id as id from sessions where county_id = ${countyId}::uuid and id = ${ids} and room_id is not null
    union select person_id from session_people where county_id = ${countyId}::uuid and session_id = ${ids} and person_id is not null
    union select resource_id from slots where county_id = ${countyId}::uuid and session_id = ${ids}`);
  await queueFor(tx, countyId, [...rows.map(({ id }) => id), ...others]);
}

export const queueForSession = (tx: Tx, { countyId, id }: SessionRow, others: readonly string[]): Promise<void> =>
  queueForSessions(tx, countyId, [id], others);

/**
 * Turns the held time of a session's room and people into promised time; people who have not answered stay held. An
 * hour of a hold that ran out may be taken by now: what is free is taken again, what is not is refused by name.
 */
export async function keepSlots(tx: Tx, session: SessionRow, now: Date): Promise<void> {
  const { countyId, id: sessionId, roomId } = session;
  // Only a held session is kept, and the database refuses to hold one without a room.
  if (!roomId) throw conflict("sessionNotBooked", { status: session.status });
  const personIds = await attendeesOf(tx, session);
  await queueFor(tx, countyId, [roomId, ...personIds]);
  const kept = await tx
    .update(slots)
    .set({ heldUntil: null })
    .where(
      and(
        eq(slots.countyId, countyId),
        eq(slots.sessionId, sessionId),
        inArray(slots.resourceId, [roomId, ...personIds]),
      ),
    )
    .returning({ id: slots.resourceId });
  const has = new Set(kept.map(({ id }) => id));
  const lost = personIds.filter((id) => !has.has(id));
  if (has.has(roomId) && lost.length === 0) return;
  await takeSlots(tx, {
    countyId,
    booking: { sessionId },
    now,
    room: has.has(roomId) ? null : await bookableRoom(tx, countyId, roomId),
    personIds: lost,
    span: { from: session.startsAt, to: session.endsAt },
  });
}
