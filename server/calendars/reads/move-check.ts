import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { readDispute } from "../../access/gate";
import type { PersonActor } from "../../kernel/actor";
import type { Context } from "../../kernel/context";
import { notFound } from "../../kernel/problem";
import { addDays, instantOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import type { MoveCheckInput } from "../inputs";

interface Span {
  from: string;
  to: string;
}
/** Everything that may conflict with a booking's new hour, for display while it is dragged. Names no dispute. */
export interface MoveCheck {
  startsAt: string;
  endsAt: string;
  roomId: string;
  /** The station's rooms and the booking's own, with opening hours. `taken` leaves the booking itself out. */
  rooms: {
    id: string;
    name: string;
    hours: { weekday: number; opens: string; closes: string }[];
    taken: Span[];
  }[];
  /** People who come: `taken` refuses the hour, `away` (leave, another calendar) only warns. */
  people: { id: string; name: string; taken: Span[]; away: Span[] }[];
  /** How many parties will be told as well. */
  parties: number;
}

/** Only for those who may move the booking; for anybody else it is not found. */
async function requireMover(tx: Tx, actor: PersonActor, { bookingId, disputeId }: MoveCheckInput): Promise<void> {
  if (disputeId) {
    await readDispute(tx, actor, "session.move", disputeId);
    return;
  }
  const [own] = await tx.execute(sql`
    select 1 from town_hall_meetings m join town_halls t on t.county_id = m.county_id and t.id = m.town_hall_id
    where m.county_id = ${actor.countyId}::uuid and m.id = ${bookingId}::uuid and t.station_id = ${actor.stationId}::uuid`);
  if (!own) throw notFound();
}

/** Busy time of the rooms and people of one booking over the days shown. */
export function moveCheck(ctx: Context, input: MoveCheckInput): Promise<MoveCheck> {
  const { actor } = ctx;
  const { bookingId, disputeId, from, to } = input;
  const starts = sql`${instantOf(from, "00:00").toISOString()}::timestamptz`;
  const ends = sql`${instantOf(addDays(to, 1), "00:00").toISOString()}::timestamptz`;
  const county = sql`${actor.countyId}::uuid`;
  const id = sql`${bookingId}::uuid`;
  return asActor(ctx, async (tx) => {
    await requireMover(tx, actor, input);
    const [row] = await tx.execute<{ [K in keyof MoveCheck]: MoveCheck[K] }>(sql`
      with booking as (
        select s.starts_at, s.ends_at, s.room_id from sessions s
          where s.county_id = ${county} and s.id = ${id} and s.dispute_id = ${disputeId ?? null}::uuid and s.status = 'booked' and s.started_at is null
        union all
        select m.starts_at, m.ends_at, m.room_id from town_hall_meetings m
          where m.county_id = ${county} and m.id = ${id} and ${disputeId ?? null}::uuid is null and m.status = 'booked'),
      own_rooms as (
        select r.id, r.name, p.kind, p.name as point from booking b, rooms r join contact_points p on p.county_id = r.county_id and p.id = r.point_id
        where r.county_id = ${county} and r.disabled_at is null and (p.station_id = ${actor.stationId}::uuid or r.id = b.room_id)),
      attendees as (
        select p.id, p.name from people p where p.county_id = ${county}
          and p.id in (select resource_id from slots where county_id = ${county} and resource = 'person' and (session_id = ${id} or meeting_id = ${id}))),
      taken as materialized (
        select t.resource_id, t.during from app.hours_taken(array(select id from own_rooms union select id from attendees), ${starts}, ${ends}) t
        where coalesce(t.session_id, t.meeting_id) <> ${id})
      select to_json(b.starts_at) #>> '{}' as "startsAt", to_json(b.ends_at) #>> '{}' as "endsAt", b.room_id as "roomId",
        (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name,
            'hours', (select coalesce(jsonb_agg(jsonb_build_object('weekday', h.weekday, 'opens', to_char(h.opens_at, 'HH24:MI'),
                'closes', to_char(h.closes_at, 'HH24:MI'))), '[]') from room_hours h where h.county_id = ${county} and h.room_id = r.id),
            'taken', (select coalesce(jsonb_agg(jsonb_build_object('from', lower(t.during), 'to', upper(t.during)) order by t.during), '[]')
                from taken t where t.resource_id = r.id)) order by r.kind, r.point, r.name), '[]') from own_rooms r) as rooms,
        (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name,
            'taken', (select coalesce(jsonb_agg(jsonb_build_object('from', lower(t.during), 'to', upper(t.during)) order by t.during), '[]')
                from taken t where t.resource_id = c.id),
            'away', (select coalesce(jsonb_agg(x.span), '[]') from jsonb_array_elements(a.busy) x(span)
                where (x.span->>'from')::timestamptz <> b.starts_at or (x.span->>'to')::timestamptz <> b.ends_at)) order by c.name), '[]')
          from attendees c left join app.availability_of((select array_agg(id) from attendees), ${starts}, ${ends}) a on a.person_id = c.id) as people,
        (select count(*)::int from session_people sp where sp.county_id = ${county} and sp.session_id = ${id} and sp.party_id is not null) as parties
      from booking b`);
    if (!row) throw notFound();
    return row;
  });
}
