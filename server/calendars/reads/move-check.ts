import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { readDispute } from "../../access/gate";
import type { PersonActor } from "../../kernel/actor";
import type { Context } from "../../kernel/context";
import { notFound } from "../../kernel/problem";
import { addDays, dayOf, instantOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import { ruleOn } from "../../rules/queries";
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
    pointId: string;
    hours: { weekday: number; opens: string; closes: string }[];
    taken: Span[];
  }[];
  /**
   * People who come: `taken` refuses the hour, `away` (leave, another calendar, outside their week) only warns, and so does
   * what is too near to something at another point to travel between the two. `isUnsure`: what is left is not known to be free.
   */
  people: { id: string; name: string; taken: (Span & { pointId: string | null })[]; away: Span[]; isUnsure: boolean }[];
  /** Between two points. */
  travelMinutes: number;
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
  const { actor, now } = ctx;
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
        select r.id, r.name, r.point_id, p.kind, p.name as point from booking b, rooms r join contact_points p on p.county_id = r.county_id and p.id = r.point_id
        where r.county_id = ${county} and r.disabled_at is null and (p.station_id = ${actor.stationId}::uuid or r.id = b.room_id)),
      attendees as (
        select p.id, p.name from people p where p.county_id = ${county}
          and p.id in (select resource_id from slots where county_id = ${county} and resource = 'person' and (session_id = ${id} or meeting_id = ${id}))),
      taken as materialized (
        select t.resource_id, t.during from app.hours_taken(array(select id from own_rooms), ${starts}, ${ends}) t
        where coalesce(t.session_id, t.meeting_id) <> ${id}),
      way as materialized (select ${ruleOn("travel.minutes", actor.countyId, dayOf(now))} as minutes),
      against as materialized (
        select h.* from way, app.hours_against(${county}, array(select id from attendees), ${starts} - make_interval(mins => way.minutes),
          ${ends} + make_interval(mins => way.minutes), ${id}) h),
      unsure as materialized (select person_id from app.unsure_among(${county}, array(select id from attendees)))
      select to_json(b.starts_at) #>> '{}' as "startsAt", to_json(b.ends_at) #>> '{}' as "endsAt", b.room_id as "roomId",
        (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'pointId', r.point_id,
            'hours', (select coalesce(jsonb_agg(jsonb_build_object('weekday', h.weekday, 'opens', to_char(h.opens_at, 'HH24:MI'),
                'closes', to_char(h.closes_at, 'HH24:MI'))), '[]') from room_hours h where h.county_id = ${county} and h.room_id = r.id),
            'taken', (select coalesce(jsonb_agg(jsonb_build_object('from', lower(t.during), 'to', upper(t.during)) order by t.during), '[]')
                from taken t where t.resource_id = r.id)) order by r.kind, r.point, r.name), '[]') from own_rooms r) as rooms,
        (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'isUnsure', c.id in (select person_id from unsure),
            'taken', (select coalesce(jsonb_agg(jsonb_build_object('from', lower(h.during), 'to', upper(h.during), 'pointId', h.point_id) order by h.during), '[]')
                from against h where h.person_id = c.id and h.kind = 'taken'),
            'away', (select coalesce(jsonb_agg(jsonb_build_object('from', lower(h.during), 'to', upper(h.during)) order by h.during), '[]')
                from against h where h.person_id = c.id and h.kind = 'away')) order by c.name), '[]')
          from attendees c) as people,
        (select minutes from way) as "travelMinutes",
        (select count(*)::int from session_people sp where sp.county_id = ${county} and sp.session_id = ${id} and sp.party_id is not null) as parties
      from booking b`);
    if (!row) throw notFound();
    return row;
  });
}
