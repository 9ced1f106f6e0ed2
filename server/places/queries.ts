import { sql } from "drizzle-orm";
import type { PointKind } from "@/db/vocabulary";
import type { Context } from "../kernel/context";
import { asActor } from "../kernel/transaction";

export interface RoomNode {
  id: string;
  name: string;
  seats: number;
  version: number;
  disabledAt: string | null;
  /** By weekday 1–7; 'HH:mm'. A day without a row is closed. */
  hours: { weekday: number; opensAt: string; closesAt: string }[];
}
export interface PointNode {
  id: string;
  kind: PointKind;
  name: string;
  address: string;
  phone: string;
  version: number;
  disabledAt: string | null;
  rooms: RoomNode[];
}
export interface StationNode {
  id: string;
  name: string;
  code: string;
  version: number;
  disabledAt: string | null;
  /** People in office who work there. */
  people: number;
  points: PointNode[];
}
export interface CommitteeRow {
  id: string;
  name: string;
  dossierWord: string;
  version: number;
  disabledAt: string | null;
  people: number;
}
export interface PlaceTree {
  county: string;
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
        select r.point_id, jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'seats', r.seats, 'version', r.version, 'disabledAt', r.disabled_at,
          'hours', coalesce(h.days, '[]')) order by r.disabled_at is not null, r.name) as list
        from rooms r left join hours h on h.room_id = r.id where r.county_id = ${actor.countyId}::uuid group by r.point_id),
      point as (
        select p.station_id, jsonb_agg(jsonb_build_object('id', p.id, 'kind', p.kind, 'name', p.name, 'address', p.address, 'version', p.version,
          'phone', p.phone, 'disabledAt', p.disabled_at, 'rooms', coalesce(r.list, '[]'))
          order by p.disabled_at is not null, p.kind, p.name) as list
        from contact_points p left join room r on r.point_id = p.id where p.county_id = ${actor.countyId}::uuid group by p.station_id),
      staff as (
        select station_id, committee_id, count(*)::int as n from people
        where county_id = ${actor.countyId}::uuid and disabled_at is null group by station_id, committee_id)
      select jsonb_build_object(
        'county', (select name from counties where id = ${actor.countyId}::uuid),
        'stations', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'code', s.code, 'version', s.version, 'disabledAt', s.disabled_at,
          'people', coalesce((select sum(n) from staff where staff.station_id = s.id), 0), 'points', coalesce(p.list, '[]'))
          order by s.disabled_at is not null, s.code)
          from stations s left join point p on p.station_id = s.id where s.county_id = ${actor.countyId}::uuid), '[]'),
        'committees', coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'dossierWord', c.dossier_word, 'version', c.version,
          'disabledAt', c.disabled_at, 'people', coalesce((select sum(n) from staff where staff.committee_id = c.id), 0))
          order by c.disabled_at is not null, c.name) from committees c where c.county_id = ${actor.countyId}::uuid), '[]')) as tree`);
    if (!row) throw new Error("no county");
    return row.tree;
  });
}
