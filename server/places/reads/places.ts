import { sql } from "drizzle-orm";
import type { PointKind } from "@/db/vocabulary";
import type { Context } from "../../kernel/context";
import { notFound } from "../../kernel/problem";
import { asActor } from "../../kernel/transaction";
import type { PlaceWorkInput } from "../inputs";

export interface RoomNode {
  id: string;
  name: string;
  nameEn: string;
  seats: number;
  version: number;
  disabledAt: string | null;
  successorId: string | null;
  /** By weekday 1–7; 'HH:mm'. A day without a row is closed. */
  hours: { weekday: number; opensAt: string; closesAt: string }[];
}
export interface PointNode {
  id: string;
  kind: PointKind;
  name: string;
  nameEn: string;
  address: string;
  phone: string;
  version: number;
  disabledAt: string | null;
  successorId: string | null;
  rooms: RoomNode[];
}
export interface StationNode {
  id: string;
  name: string;
  nameEn: string;
  code: string;
  version: number;
  disabledAt: string | null;
  successorId: string | null;
  /** People in office who work there. */
  people: number;
  points: PointNode[];
}
export interface CommitteeRow {
  id: string;
  name: string;
  nameEn: string;
  dossierWord: string;
  version: number;
  disabledAt: string | null;
  successorId: string | null;
  people: number;
}
export interface PlaceTree {
  county: { name: string; nameEn: string };
  stations: StationNode[];
  committees: CommitteeRow[];
}

/** The whole tree county → station → point → room with hours, closed ones too, and the committees; one statement. */
export function placeTree(ctx: Context): Promise<PlaceTree> {
  const { actor } = ctx;
  return asActor(ctx, async (tx) => {
    const [row] = await tx.execute<{ tree: PlaceTree }>(sql`
      with hours as (
        select room_id, jsonb_agg(jsonb_build_object('weekday', weekday, 'opensAt', to_char(opens_at, 'HH24:MI'),
          'closesAt', to_char(closes_at, 'HH24:MI')) order by weekday) as days
        from room_hours where county_id = ${actor.countyId}::uuid group by room_id),
      room as (
        select r.point_id, jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'nameEn', r.name_en, 'seats', r.seats, 'version', r.version, 'disabledAt', r.disabled_at,
          'successorId', r.successor_id, 'hours', coalesce(h.days, '[]')) order by r.disabled_at is not null, r.name) as list
        from rooms r left join hours h on h.room_id = r.id where r.county_id = ${actor.countyId}::uuid group by r.point_id),
      point as (
        select p.station_id, jsonb_agg(jsonb_build_object('id', p.id, 'kind', p.kind, 'name', p.name, 'nameEn', p.name_en, 'address', p.address, 'version', p.version,
          'phone', p.phone, 'disabledAt', p.disabled_at, 'successorId', p.successor_id, 'rooms', coalesce(r.list, '[]'))
          order by p.disabled_at is not null, p.kind, p.name) as list
        from contact_points p left join room r on r.point_id = p.id where p.county_id = ${actor.countyId}::uuid group by p.station_id),
      staff as (
        select station_id, committee_id, count(*)::int as n from people
        where county_id = ${actor.countyId}::uuid and disabled_at is null group by station_id, committee_id)
      select jsonb_build_object(
        'county', (select jsonb_build_object('name', name, 'nameEn', name_en) from counties where id = ${actor.countyId}::uuid),
        'stations', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'nameEn', s.name_en, 'code', s.code, 'version', s.version, 'disabledAt', s.disabled_at, 'successorId', s.successor_id,
          'people', coalesce((select sum(n) from staff where staff.station_id = s.id), 0), 'points', coalesce(p.list, '[]'))
          order by s.disabled_at is not null, s.code)
          from stations s left join point p on p.station_id = s.id where s.county_id = ${actor.countyId}::uuid), '[]'),
        'committees', coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'nameEn', c.name_en, 'dossierWord', c.dossier_word, 'version', c.version,
          'disabledAt', c.disabled_at, 'successorId', c.successor_id, 'people', coalesce((select sum(n) from staff where staff.committee_id = c.id), 0))
          order by c.disabled_at is not null, c.name) from committees c where c.county_id = ${actor.countyId}::uuid), '[]')) as tree`);
    if (!row) throw new Error("no county");
    return row.tree;
  });
}

/** What goes to the successor of a point or room: numbers, and the bookings of each room, from its first to its last hour (ISO). */
export interface PlaceWork {
  disputes: number;
  /** Clues and legal questions that wait. */
  clues: number;
  questions: number;
  /** Names of those in office there. */
  people: string[];
  rooms: { id: string; name: string; bookings: number; first: string; last: string }[];
  /** What may go on with it: points, or rooms with their point, of the same station that are in use. */
  successors: { id: string; name: string }[];
  /** Rooms of the station's other points, to which bookings may go. */
  otherRooms: { id: string; name: string }[];
}

/** What hangs on a contact point or room and goes to its successor; no case is named. */
export function placeWork(ctx: Context, { pointId, roomId }: PlaceWorkInput): Promise<PlaceWork> {
  const [kind, id] = roomId === null ? ["point", pointId] : ["room", roomId];
  return asActor(ctx, async (tx) => {
    const county = sql`${ctx.actor.countyId}::uuid`;
    const [row] = await tx.execute<{ work: PlaceWork }>(sql`
      with here as (
        select p.id as point_id, p.station_id from contact_points p left join rooms r on r.county_id = p.county_id and r.point_id = p.id
        where p.county_id = ${county} and case ${kind} when 'room' then r.id else p.id end = ${id}::uuid limit 1),
      room as (
        select r.id, r.point_id, p.name || ' ' || r.name as name from here
          join contact_points p on p.county_id = ${county} and p.station_id = here.station_id and p.disabled_at is null
          join rooms r on r.county_id = p.county_id and r.point_id = p.id and r.disabled_at is null where r.id <> ${id}::uuid)
      select app.work_for_successor(${county}, ${kind}, ${id}::uuid) || jsonb_build_object(
        'successors', coalesce(case ${kind} when 'room' then (select jsonb_agg(jsonb_build_object('id', id, 'name', name) order by name) from room)
          else (select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name) from here
            join contact_points p on p.county_id = ${county} and p.station_id = here.station_id and p.disabled_at is null and p.id <> ${id}::uuid) end, '[]'),
        'otherRooms', coalesce((select jsonb_agg(jsonb_build_object('id', room.id, 'name', room.name) order by room.name) from room, here
          where room.point_id <> here.point_id), '[]')) as work
      from here`);
    if (!row) throw notFound();
    return row.work;
  });
}
