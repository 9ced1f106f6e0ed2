import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context";
import { addDays, instantOf, weekdayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import { beginMinutes } from "../choices";
import type { DayBoardInput } from "../inputs";

export interface RoomChoice {
  id: string;
  name: string;
  seats: number;
  point: string;
  address: string;
  station: string;
  /** In the reader's own station; those come first. */
  isOwn: boolean;
  /** Whether nothing is booked in it in the next hour and a half: where a session may begin at once. */
  isFreeNow: boolean;
  hours: { weekday: number; opens: string; closes: string }[];
}

/** Rooms of the reader's own station that can be booked, with their opening hours; another station's cannot be chosen. */
export function rooms(ctx: Context): Promise<RoomChoice[]> {
  const { actor, now } = ctx;
  const [from, to] = [now.toISOString(), new Date(now.getTime() + beginMinutes * 60_000).toISOString()];
  return asActor(ctx, async (tx) => {
    const [row] = await tx.execute<{ rooms: RoomChoice[] }>(sql`
      with own as materialized (select r.id from rooms r join contact_points p on p.county_id = r.county_id and p.id = r.point_id
        where r.county_id = ${actor.countyId}::uuid and p.station_id = ${actor.stationId}::uuid and r.disabled_at is null),
      taken as materialized (select resource_id from app.hours_taken(array(select id from own), ${from}::timestamptz, ${to}::timestamptz))
      select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'seats', r.seats, 'point', p.name, 'address', p.address,
          'isFreeNow', r.id not in (select resource_id from taken), 'station', s.name, 'isOwn', p.station_id is not distinct from ${actor.stationId}::uuid,
          'hours', (select coalesce(jsonb_agg(jsonb_build_object('weekday', h.weekday, 'opens', to_char(h.opens_at, 'HH24:MI'),
              'closes', to_char(h.closes_at, 'HH24:MI')) order by h.weekday), '[]')
            from room_hours h where h.county_id = r.county_id and h.room_id = r.id))
          order by p.station_id is distinct from ${actor.stationId}::uuid, s.name, p.kind, p.name, r.name), '[]') as rooms
      from rooms r join contact_points p on p.county_id = r.county_id and p.id = r.point_id
        join stations s on s.county_id = p.county_id and s.id = p.station_id
      where r.county_id = ${actor.countyId}::uuid and p.station_id = ${actor.stationId}::uuid and r.disabled_at is null
        and p.disabled_at is null and s.disabled_at is null`);
    return row?.rooms ?? [];
  });
}

export interface DayLine {
  id: string;
  resource: "room" | "person";
  name: string;
  /** Point of a room, post of a person. */
  note: string;
  /** Opening hours that day, "HH:mm"; null when closed, and for people. */
  opens: string | null;
  closes: string | null;
  busy: { from: string; to: string }[];
  /** Of a person: on leave, busy by their own calendar or outside the week they told. Nothing but hours is said. */
  away: { from: string; to: string }[];
  /** Of a person: no week told, or a calendar not read whole; what is not busy is not therefore free. */
  isUnsure: boolean;
}

/**
 * One day of Shanghai: each room of the own station with hours and busy time, and when the named people are busy, away or
 * not known to be free. Names no dispute.
 */
export function dayBoard(ctx: Context, { day, personIds }: DayBoardInput): Promise<DayLine[]> {
  const { actor } = ctx;
  const starts = instantOf(day, "00:00").toISOString();
  const ends = instantOf(addDays(day, 1), "00:00").toISOString();
  const people =
    personIds.length > 0
      ? sql.join(
          personIds.map((id) => sql`${id}::uuid`),
          sql`, `,
        )
      : sql`null`;
  return asActor(ctx, async (tx) => {
    const [row] = await tx.execute<{ lines: DayLine[] }>(sql`
      with lines as (
        select p.kind, r.id, 'room' as resource, r.name, p.name as note, to_char(h.opens_at, 'HH24:MI') as opens, to_char(h.closes_at, 'HH24:MI') as closes
        from rooms r join contact_points p on p.county_id = r.county_id and p.id = r.point_id
          left join room_hours h on h.county_id = r.county_id and h.room_id = r.id and h.weekday = ${weekdayOf(day)}
        where r.county_id = ${actor.countyId}::uuid and p.station_id = ${actor.stationId}::uuid and r.disabled_at is null and p.disabled_at is null
        union all
        select null, id, 'person', name, post, null, null from people where county_id = ${actor.countyId}::uuid and id in (${people})),
      against as materialized (select * from app.hours_against(${actor.countyId}::uuid, array(select id from lines), ${starts}::timestamptz, ${ends}::timestamptz, null)),
      unsure as materialized (select person_id from app.unsure_among(${actor.countyId}::uuid, array(select id from lines where resource = 'person')))
      select coalesce(jsonb_agg(to_jsonb(l) - 'kind' || jsonb_build_object('busy', (
          select coalesce(jsonb_agg(jsonb_build_object('from', lower(s.during), 'to', upper(s.during)) order by s.during), '[]')
          from against s where s.person_id = l.id and s.kind = 'taken'), 'away', (
          select coalesce(jsonb_agg(jsonb_build_object('from', lower(s.during), 'to', upper(s.during)) order by s.during), '[]')
          from against s where s.person_id = l.id and s.kind = 'away'), 'isUnsure', l.id in (select person_id from unsure))
        order by l.resource desc, l.kind, l.note, l.name), '[]') as lines from lines l`);
    return row?.lines ?? [];
  });
}
