import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { OfferedTime } from "@/db/schema/invitations";
import type { SessionMode } from "@/db/vocabulary";
import { moveOffers } from "../../bookings/move-offers";
import type { NewEvent } from "../../kernel/events";
import { isoText } from "../../kernel/iso-text";
import { withSystemPrivileges } from "../../kernel/with-system-privileges";
import { offeredTime } from "../../slots/offered-time";

interface Act {
  countyId: string;
  now: Date;
}
/** A room, or all rooms of a contact point. */
export type Where = { roomId: string } | { pointId: string };

interface Coming extends Record<string, unknown> {
  id: string;
  roomId: string;
  startsAt: string;
  endsAt: string;
}
interface ComingSession extends Coming {
  disputeId: string;
  proceedingId: string;
  ordinal: number;
  mode: SessionMode;
  room: string;
}
interface ComingMeeting extends Coming {
  townHallId: string;
  room: string;
}
type Names = Pick<OfferedTime, "room" | "point" | "address">;

const roomsAt = (where: Where) =>
  "roomId" in where ? sql`r.id = ${where.roomId}::uuid` : sql`r.point_id = ${where.pointId}::uuid`;
const names = sql`r.id as "roomId", r.name as room, p.name as point, p.address`;
const rooms = sql`rooms r join contact_points p on p.county_id = r.county_id and p.id = r.point_id`;

/**
 * Runs `change`, which may give a room or contact point another name or address, and gives the events that tell everybody
 * invited to or expected at a session to come there, and the chairs of open meetings; none when people would read the same
 * place as before. Open offers name the new place; the calendar entries follow by a trigger. A video session names no room
 * to anybody, so nobody is told.
 */
export async function changedPlace<T>(
  tx: Tx,
  act: Act,
  where: Where,
  change: () => Promise<T>,
): Promise<{ done: T; events: NewEvent[] }> {
  // Disputes before rooms, as every other act locks them.
  const before = await withSystemPrivileges(tx, async () => {
    await lockDisputes(tx, act, where);
    return namesAt(tx, act, where);
  });
  const done = await change();
  const events = await withSystemPrivileges(tx, async () => {
    const after = await namesAt(tx, act, where);
    const changed = [...after].filter(([id, now]) => {
      const was = before.get(id);
      return was && (was.room !== now.room || was.point !== now.point || was.address !== now.address);
    });
    const all: NewEvent[] = [];
    for (const [roomId, now] of changed) {
      await renameOffers(tx, act, before.get(roomId) as Names, now);
      for (const session of await comingSessions(tx, act, roomId)) all.push(await tellOf(tx, act, session));
      all.push(...(await meetingEvents(tx, act, roomId)));
    }
    return all;
  });
  return { done, events };
}

async function lockDisputes(tx: Tx, { countyId, now }: Act, where: Where): Promise<void> {
  await tx.execute(sql`
    select d.id from disputes d where d.county_id = ${countyId}::uuid and d.id in (
      select s.dispute_id from ${rooms} join sessions s on s.county_id = r.county_id and s.room_id = r.id
      where r.county_id = ${countyId}::uuid and ${roomsAt(where)} and s.status = 'booked' and s.ends_at > ${now.toISOString()}::timestamptz)
    order by d.id for update`);
}

async function namesAt(tx: Tx, { countyId }: Act, where: Where): Promise<Map<string, Names>> {
  const rows = await tx.execute<Names & { roomId: string }>(
    sql`select ${names} from ${rooms} where r.county_id = ${countyId}::uuid and ${roomsAt(where)} order by r.id`,
  );
  return new Map(rows.map(({ roomId, room, point, address }) => [roomId, { room, point, address }]));
}

const comingSessions = (tx: Tx, { countyId, now }: Act, roomId: string) =>
  tx.execute<ComingSession>(sql`
    select s.id, s.room_id as "roomId", s.dispute_id as "disputeId", s.proceeding_id as "proceedingId", s.ordinal, s.mode, r.name as room,
      ${isoText(sql`s.starts_at`)} as "startsAt", ${isoText(sql`s.ends_at`)} as "endsAt"
    from sessions s join rooms r on r.county_id = s.county_id and r.id = s.room_id
    where s.county_id = ${countyId}::uuid and s.room_id = ${roomId}::uuid and s.status = 'booked' and s.ends_at > ${now.toISOString()}::timestamptz
      and s.started_at is null and s.mode <> 'video' order by s.starts_at, s.id`);

async function tellOf(tx: Tx, { countyId }: Act, session: ComingSession): Promise<NewEvent> {
  const { id, disputeId, proceedingId, ordinal, roomId, room, mode, startsAt, endsAt } = session;
  const time = { startsAt: new Date(startsAt), endsAt: new Date(endsAt), roomId, mode, isHeld: true };
  await moveOffers({ tx, countyId }, id, await offeredTime(tx, countyId, time));
  const payload = { sessionId: id, ordinal, startsAt, endsAt, room };
  return { action: "session.changePlace", disputeId, proceedingId, payload };
}

/** Other hours that open invitations offer in this room. */
async function renameOffers(tx: Tx, { countyId }: Act, was: Names, now: Names): Promise<void> {
  const isThere = sql`o @> ${JSON.stringify(was)}::jsonb`;
  await tx.execute(sql`
    update invitations i set offers = (
      select jsonb_agg(case when ${isThere} then o || ${JSON.stringify(now)}::jsonb else o end order by n)
      from jsonb_array_elements(i.offers) with ordinality as x (o, n))
    where i.county_id = ${countyId}::uuid and i.status in ('sent', 'seen') and i.offers @> ${JSON.stringify([was])}::jsonb`);
}

/** The next meeting of each series there, of which its chair is told. */
async function meetingEvents(tx: Tx, { countyId, now }: Act, roomId: string): Promise<NewEvent[]> {
  const rows = await tx.execute<ComingMeeting>(sql`
    select distinct on (m.town_hall_id) m.id, m.room_id as "roomId", m.town_hall_id as "townHallId", r.name as room,
      ${isoText(sql`m.starts_at`)} as "startsAt", ${isoText(sql`m.ends_at`)} as "endsAt"
    from town_hall_meetings m join rooms r on r.county_id = m.county_id and r.id = m.room_id
    where m.county_id = ${countyId}::uuid and m.room_id = ${roomId}::uuid and m.status = 'booked' and m.starts_at > ${now.toISOString()}::timestamptz
    order by m.town_hall_id, m.starts_at`);
  return rows.map(({ id, townHallId, startsAt, endsAt, room }) => ({
    action: "townHall.move",
    payload: { townHallId, meetingId: id, before: startsAt, startsAt, endsAt, room },
  }));
}
