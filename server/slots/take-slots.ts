import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { SlotResource } from "@/db/vocabulary";
import { conflict, type Problem } from "../kernel/problem";
import { dayOf } from "../kernel/shanghai";
import { rulesOn } from "../rules/queries";
import type { BookableRoom } from "./bookable-room";
import { busySpans } from "./busy-spans";
import { freeStarts, type Span } from "./free-starts";

/** What the time is for: a session or a town-hall meeting. */
export type Booking = { sessionId: string } | { meetingId: string };

export interface WantedSlots {
  countyId: string;
  booking: Booking;
  /** Holds that have expired by then are removed. */
  now: Date;
  /** Null when people alone are seated. */
  room: BookableRoom | null;
  personIds: readonly string[];
  /** Where people alone are seated: the room in which a refusal looks for the next free start. */
  near?: BookableRoom | null;
  span: Span;
  /** Until when the time is only held; null or absent = confirmed. */
  heldUntil?: Date | null;
}

const range = ({ from, to }: Span) => `[${from.toISOString()},${to.toISOString()})`;
const asList = (ids: readonly string[]): SQL =>
  sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  );

/**
 * Locks rooms and people until the transaction ends, so that acts on the same ones wait their turn. The locks are taken
 * in sorted order, so that two acts never deadlock (measured: 1 winner of 50, none deadlocked).
 */
export async function queueFor(tx: Tx, countyId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .execute(sql`select pg_advisory_xact_lock(key) from (
    select distinct hashtextextended(${countyId} || id::text, 0) as key from unnest(array[${asList(ids)}]) id order by 1) keys`)
    .execute();
}

/** Removes expired holds, which no longer count as taken. */
const clearExpired = (tx: Tx, { span, now }: WantedSlots, ids: readonly string[]) =>
  tx
    .execute(
      sql`select app.clear_ran_out(array[${asList(ids)}], ${range(span)}::tstzrange, ${now.toISOString()}::timestamptz)`,
    )
    .execute();

/**
 * Takes the room's and everyone's time, held or confirmed. Otherwise refuses with roomTaken or personTaken, naming who or
 * what is taken and the next free start of all of them (`nextFree`, ISO; "" when none is near or no room is asked for).
 */
export async function takeSlots(tx: Tx, wanted: WantedSlots): Promise<void> {
  const { countyId, booking, room, personIds, span, heldUntil = null } = wanted;
  const ids = [...new Set([...(room ? [room.id] : []), ...personIds])].sort();
  if (ids.length === 0) return;
  const { sessionId = null, meetingId = null } = booking as { sessionId?: string; meetingId?: string };
  const rows = ids.map((id) => sql`(${id === room?.id ? "room" : "person"}::slot_resource, ${id}::uuid)`);
  // `execute` sends at once, so that they arrive in this order without waiting for each other. Whoever finds the time taken
  // gets no row back, instead of an error that would need a savepoint.
  const [, , taken] = await Promise.all([
    queueFor(tx, countyId, ids),
    clearExpired(tx, wanted, ids),
    tx
      .execute<{ id: string }>(sql`
      insert into slots (county_id, session_id, meeting_id, resource, resource_id, during, held_until)
      select ${countyId}::uuid, ${sessionId}::uuid, ${meetingId}::uuid, r.resource, r.id, ${range(span)}::tstzrange, ${heldUntil?.toISOString() ?? null}::timestamptz
      from (values ${sql.join(rows, sql`, `)}) r (resource, id)
      on conflict on constraint slots_no_double_booking do nothing returning id`)
      .execute(),
  ]);
  if (taken.length === ids.length) return;
  // What was taken of the others would hide when all of them are free.
  if (taken.length > 0)
    await tx.execute(
      sql`delete from slots where county_id = ${countyId}::uuid and id in (${asList(taken.map(({ id }) => id))})`,
    );
  throw await takenProblem(tx, wanted, ids);
}

/**
 * Writes down the hours of a session that takes place, or took place, whatever was planned: of its room and people those
 * in which nothing else stands. What others have booked stays theirs, and nothing is refused.
 */
export async function noteSlots(tx: Tx, wanted: Omit<WantedSlots, "room" | "heldUntil"> & { roomId: string | null }) {
  const { countyId, booking, roomId, personIds, span, now } = wanted;
  const ids = [...new Set([...(roomId ? [roomId] : []), ...personIds])].sort();
  const sessionId = "sessionId" in booking ? booking.sessionId : null;
  const rows = ids.map((id) => sql`(${id === roomId ? "room" : "person"}::slot_resource, ${id}::uuid)`);
  await Promise.all([
    queueFor(tx, countyId, ids),
    clearExpired(tx, { ...wanted, now, room: null }, ids),
    tx
      .execute(sql`
      insert into slots (county_id, session_id, resource, resource_id, during)
      select ${countyId}::uuid, ${sessionId}::uuid, r.resource, r.id, ${range(span)}::tstzrange
      from (values ${sql.join(rows, sql`, `)}) r (resource, id)
      on conflict on constraint slots_no_double_booking do nothing`)
      .execute(),
  ]);
}

interface Clash {
  resource: SlotResource;
  name: string;
  from: string;
  to: string;
}

/** Names the clashing room, or every clashing person, and the next free start of all of them; never the other dispute. */
async function takenProblem(
  tx: Tx,
  { countyId, booking, room: taken, near = null, span, now }: WantedSlots,
  ids: readonly string[],
): Promise<Problem> {
  const room = taken ?? near;
  const [row] = await tx.execute<{ clashes: Clash[] }>(sql`
    select coalesce(jsonb_agg(jsonb_build_object('resource', s.resource, 'from', lower(s.during), 'to', upper(s.during),
      'name', coalesce((select r.name from rooms r where r.county_id = ${countyId}::uuid and r.id = s.resource_id),
                       (select p.name from people p where p.county_id = ${countyId}::uuid and p.id = s.resource_id)))
      order by s.resource, lower(s.during), s.resource_id), '[]') as clashes
    from app.hours_taken(array[${asList(ids)}], ${span.from.toISOString()}::timestamptz, ${span.to.toISOString()}::timestamptz) s`);
  const [first, ...others] = row?.clashes ?? [];
  if (!first) return conflict("taken");
  const { resource, from, to } = first;
  const named = resource === "room" ? [first] : [first, ...others];
  const name = [...new Set(named.map((clash) => clash.name))].join("、");
  const { "travel.minutes": travelMinutes } = await rulesOn(tx, countyId, dayOf(now));
  const bookingId = "sessionId" in booking ? booking.sessionId : booking.meetingId;
  const all = near ? [...ids, near.id] : ids;
  const busy = await busySpans(tx, countyId, all, span.from, { bookingId, roomId: room?.id ?? null, travelMinutes });
  const minutes = (span.to.getTime() - span.from.getTime()) / 60_000;
  const [next] = room ? freeStarts({ hours: room.hours, busy, minutes, from: span.from, max: 1 }) : [];
  return conflict(resource === "room" ? "roomTaken" : "personTaken", {
    name,
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    nextFree: next?.toISOString() ?? "",
  });
}
