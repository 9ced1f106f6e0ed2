import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { SessionMode } from "@/db/vocabulary";
import { queueForSessions } from "../../bookings/keep-slots";
import { moveOffers } from "../../bookings/move-offers";
import type { NewEvent } from "../../kernel/events";
import { isoText } from "../../kernel/iso-text";
import { conflict } from "../../kernel/problem";
import { type BookableRoom, bookableRoom, requireOpen } from "../../slots/bookable-room";
import { offeredTime } from "../../slots/offered-time";
import { queueFor, takeSlots } from "../../slots/take-slots";

interface Act {
  countyId: string;
  now: Date;
}
/** From one room to another. */
export interface Way {
  from: string;
  to: { id: string; name: string };
  /** Made for this: whatever was booked in the old room, fits its hours or not, goes on. */
  isLike: boolean;
}
export interface MovedBookings {
  sessions: number;
  meetings: number;
  events: NewEvent[];
}
interface Coming extends Record<string, unknown> {
  id: string;
  startsAt: string;
  endsAt: string;
  heldUntil: string | null;
}
interface ComingSession extends Coming {
  disputeId: string;
  proceedingId: string;
  ordinal: number;
  mode: SessionMode;
  isRunning: boolean;
}
interface ComingMeeting extends Coming {
  townHallId: string;
  chairId: string;
}

/**
 * Sessions and meetings to come go from one room to another at the same hour, with everybody's seat; open offers name the new
 * room, and the events tell who was to come. Runs with the system's privileges. Refuses sessionRunning, roomsBothBooked (how
 * many hours both rooms have something at, and the first of them) and, in a room that was there before, roomClosed.
 */
export async function moveBookings(tx: Tx, act: Act, ways: readonly Way[]): Promise<MovedBookings> {
  const events: NewEvent[] = [];
  let [sessions, meetings] = [0, 0];
  for (const way of ways) {
    const comingHere = await comingSessions(tx, act, way.from);
    const meetingsHere = await comingMeetings(tx, act, way.from);
    if (comingHere.some(({ isRunning }) => isRunning)) throw conflict("sessionRunning");
    await queueForSessions(
      tx,
      act.countyId,
      comingHere.map(({ id }) => id),
      [way.from, way.to.id],
    );
    await queueFor(
      tx,
      act.countyId,
      meetingsHere.map(({ chairId }) => chairId),
    );
    const room = await bookableRoom(tx, act.countyId, way.to.id);
    if (!way.isLike) await requireApart(tx, act, way);
    for (const session of comingHere) events.push(await moveOne(tx, act, way, room, session));
    for (const meeting of meetingsHere) await moveMeeting(tx, act, way, room, meeting);
    events.push(...(await moveSeries(tx, act, way, meetingsHere)));
    sessions += comingHere.length;
    meetings += meetingsHere.length;
  }
  return { sessions, meetings, events };
}

/** Refuses while something is booked in both rooms at one hour: whoever merges them decides first what goes elsewhere. */
async function requireApart(tx: Tx, { countyId, now }: Act, { from, to }: Way): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const [both] = await tx.execute<{ count: number; first: string | null }>(sql`
    select count(*)::int as count, (extract(epoch from min(lower(a.during))) * 1000)::bigint::text as first from slots a
    where a.county_id = ${countyId}::uuid and a.resource = 'room' and a.resource_id = ${from}::uuid and upper(a.during) > ${at}
      and exists (select from slots b where b.county_id = a.county_id and b.resource = 'room' and b.resource_id = ${to.id}::uuid
        and b.during && a.during and (b.held_until is null or b.held_until > ${at}))`);
  if (both?.first) throw conflict("roomsBothBooked", { name: to.name, count: both.count, first: Number(both.first) });
}

/** Disputes first, then their sessions, in the order in which every other act locks them. */
async function comingSessions(tx: Tx, { countyId, now }: Act, roomId: string): Promise<ComingSession[]> {
  const here = sql`s.county_id = ${countyId}::uuid and s.room_id = ${roomId}::uuid and s.status = 'booked' and s.ends_at > ${now.toISOString()}::timestamptz`;
  await tx.execute(sql`
    select d.id from disputes d where d.county_id = ${countyId}::uuid and d.id in (select s.dispute_id from sessions s where ${here})
    order by d.id for update`);
  return tx.execute<ComingSession>(sql`
    select s.id, s.dispute_id as "disputeId", s.proceeding_id as "proceedingId", s.ordinal, s.mode, s.started_at is not null as "isRunning",
      ${isoText(sql`s.starts_at`)} as "startsAt", ${isoText(sql`s.ends_at`)} as "endsAt", ${isoText(sql`s.held_until`)} as "heldUntil"
    from sessions s where ${here} order by s.id for update of s`);
}

async function comingMeetings(tx: Tx, { countyId, now }: Act, roomId: string): Promise<ComingMeeting[]> {
  return tx.execute<ComingMeeting>(sql`
    select m.id, m.town_hall_id as "townHallId", t.chair_id as "chairId", ${isoText(sql`m.starts_at`)} as "startsAt", ${isoText(sql`m.ends_at`)} as "endsAt",
      null as "heldUntil"
    from town_hall_meetings m join town_halls t on t.county_id = m.county_id and t.id = m.town_hall_id
    where m.county_id = ${countyId}::uuid and m.room_id = ${roomId}::uuid and m.status = 'booked' and m.ends_at > ${now.toISOString()}::timestamptz
    order by m.starts_at, m.id for update of m`);
}

const spanOf = ({ startsAt, endsAt }: Coming) => ({ from: new Date(startsAt), to: new Date(endsAt) });

async function moveOne(tx: Tx, act: Act, way: Way, room: BookableRoom, session: ComingSession): Promise<NewEvent> {
  const { countyId, now } = act;
  const { id, disputeId, proceedingId, ordinal, mode, startsAt, endsAt } = session;
  const span = spanOf(session);
  if (!way.isLike) requireOpen(room, span);
  await moveOffers(
    { tx, countyId },
    id,
    await offeredTime(tx, countyId, { startsAt: span.from, endsAt: span.to, roomId: room.id, mode, isHeld: true }),
  );
  const [had] = await tx.execute<{ id: string }>(sql`
    delete from slots where county_id = ${countyId}::uuid and session_id = ${id}::uuid and resource = 'room' returning id`);
  await tx.execute(sql`
    update sessions set room_id = ${room.id}::uuid, version = version + 1 where county_id = ${countyId}::uuid and id = ${id}::uuid`);
  const heldUntil = session.heldUntil ? new Date(session.heldUntil) : null;
  if (had) await takeSlots(tx, { countyId, booking: { sessionId: id }, now, room, personIds: [], span, heldUntil });
  // The calendars of whoever comes name the new room.
  await tx.execute(sql`
    update slots set during = during where county_id = ${countyId}::uuid and session_id = ${id}::uuid and resource = 'person'`);
  const payload = { sessionId: id, ordinal, before: startsAt, startsAt, endsAt, room: room.name };
  return { action: "session.move", disputeId, proceedingId, payload };
}

async function moveMeeting(tx: Tx, { countyId, now }: Act, way: Way, room: BookableRoom, meeting: ComingMeeting) {
  const span = spanOf(meeting);
  if (!way.isLike) requireOpen(room, span);
  const booking = { meetingId: meeting.id };
  await tx.execute(sql`
    delete from slots where county_id = ${countyId}::uuid and meeting_id = ${meeting.id}::uuid and resource = 'room'`);
  await tx.execute(sql`
    update town_hall_meetings set room_id = ${room.id}::uuid where county_id = ${countyId}::uuid and id = ${meeting.id}::uuid`);
  await takeSlots(tx, { countyId, booking, now, room, personIds: [], span });
  await tx.execute(sql`
    update slots set during = during where county_id = ${countyId}::uuid and meeting_id = ${meeting.id}::uuid and resource = 'person'`);
}

/** A series that goes on goes on in the new room; its chair is told of its next meeting. */
async function moveSeries(
  tx: Tx,
  { countyId, now }: Act,
  { from, to }: Way,
  meetings: readonly ComingMeeting[],
): Promise<NewEvent[]> {
  await tx.execute(sql`
    update town_halls set room_id = ${to.id}::uuid where county_id = ${countyId}::uuid and room_id = ${from}::uuid and cancelled_at is null
      and until_day >= app.day_of(${now.toISOString()}::timestamptz)`);
  const next = meetings.filter((one, i) => meetings.findIndex(({ townHallId }) => townHallId === one.townHallId) === i);
  return next.map(({ id, townHallId, startsAt, endsAt }) => ({
    action: "townHall.move",
    payload: { townHallId, meetingId: id, before: startsAt, startsAt, endsAt, room: to.name },
  }));
}
