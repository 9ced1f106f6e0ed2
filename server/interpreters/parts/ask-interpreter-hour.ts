import { and, eq, sql } from "drizzle-orm";
import { sessions, slots } from "@/db/schema/sessions";
import type { SessionRow } from "../../bookings/booked-session";
import type { Act } from "../../disputes/perform";
import type { EventPayload } from "../../kernel/events";
import { isoText } from "../../kernel/iso-text";
import { conflict } from "../../kernel/problem";
import { type BookableRoom, bookableRoom } from "../../slots/bookable-room";
import { busySpans } from "../../slots/busy-spans";
import { freeStarts } from "../../slots/free-starts";
import { knownOf, requireFree } from "../../slots/require-free";
import { takeSlots } from "../../slots/take-slots";

interface Asked {
  session: SessionRow;
  /** Somebody of the county, or null. */
  personId: string | null;
  /** Somebody from outside: their name and the hash of their number, "" where they gave none. */
  name: string;
  phoneHash: string;
  despite: string;
}

/**
 * Takes the hour of whoever is named for a session to come: of somebody of the county like that of a helper, so that nobody
 * interprets at two places at once; of somebody from outside it looks whether their number is at another session then. Refuses
 * personTaken, and personAway or personTooFar without a reason in `despite`, each with the next free start of that room.
 */
export async function askInterpreterHour(act: Act, asked: Asked): Promise<EventPayload> {
  const { tx, countyId, now } = act;
  const { session, personId, despite } = asked;
  if (session.status !== "booked" || session.startedAt || session.startsAt <= now) return {};
  const room = session.roomId ? await bookableRoom(tx, countyId, session.roomId) : null;
  if (!personId) return askOutsider(act, asked, room);
  const span = { from: session.startsAt, to: session.endsAt };
  const own = and(eq(slots.countyId, countyId), eq(slots.sessionId, session.id), eq(slots.resourceId, personId));
  const [had] = await tx.select({ id: slots.id }).from(slots).where(own);
  if (!had) {
    const { heldUntil } = session;
    const booking = { sessionId: session.id };
    await takeSlots(tx, { countyId, booking, now, room: null, near: room, personIds: [personId], span, heldUntil });
  }
  const hour = { countyId, bookingId: session.id, personIds: [personId], span, now };
  const overruled = await requireFree(tx, hour, await knownOf(tx, hour), { despite, room });
  return overruled.length > 0 ? { despite, overruled } : {};
}

async function askOutsider(
  { tx, countyId }: Act,
  { session, name, phoneHash, despite }: Asked,
  room: BookableRoom | null,
): Promise<EventPayload> {
  if (phoneHash === "") return {};
  const until = new Date(session.startsAt.getTime() + 15 * 86_400_000);
  const rows = await tx.execute<{ from: string; to: string }>(sql`
    select ${isoText(sql`lower(h.during)`)} as from, ${isoText(sql`upper(h.during)`)} as to
    from app.outsider_hours(${phoneHash}, ${session.startsAt.toISOString()}::timestamptz, ${until.toISOString()}::timestamptz, ${session.id}::uuid) h
    order by 1`);
  const elsewhere = rows.map((one) => ({ from: new Date(one.from), to: new Date(one.to) }));
  const [clash] = elsewhere.filter(({ from }) => from < session.endsAt);
  if (!clash) return {};
  if (despite) return { despite };
  const minutes = (session.endsAt.getTime() - session.startsAt.getTime()) / 60_000;
  const around = { bookingId: session.id, roomId: session.roomId, travelMinutes: 0 };
  const taken = room ? await busySpans(tx, countyId, [room.id], session.startsAt, around) : [];
  const wanted = { busy: [...taken, ...elsewhere], minutes, from: session.startsAt, max: 1 };
  const [next] = room ? freeStarts({ ...wanted, hours: room.hours }) : [];
  const span = { from: clash.from.toISOString(), to: clash.to.toISOString() };
  throw conflict("personAway", { name, ...span, minutes: 0, nextFree: next?.toISOString() ?? "" });
}

/** Gives back the hour of somebody of the county who is not needed at a session any more. */
export async function freeInterpreterHour(
  { tx, countyId }: Act,
  { sessionId, personId }: { sessionId: string; personId: string },
): Promise<void> {
  await tx.delete(slots).where(
    and(
      eq(slots.countyId, countyId),
      eq(slots.sessionId, sessionId),
      eq(slots.resourceId, personId),
      sql`not exists (select from interpreters n where n.county_id = ${countyId}::uuid and n.session_id = ${sessionId}::uuid
          and n.person_id = ${personId}::uuid and n.ended_at is null)`,
      sql`exists (select from ${sessions} s where s.county_id = ${countyId}::uuid and s.id = ${sessionId}::uuid and s.status = 'booked')`,
    ),
  );
}
