import { sql } from "drizzle-orm";
import type { SessionKind, SessionStatus } from "@/db/vocabulary";
import { relationsShowing } from "../access/policy";
import type { PersonActor } from "../kernel/actor";
import { addDays, instantOf } from "../kernel/shanghai";
import { asActor } from "../kernel/transaction";
import type { CalendarInput } from "./inputs";

export interface CalendarBlock {
  sessionId: string;
  startsAt: string;
  endsAt: string;
  roomId: string;
  room: string;
  /** Is the reader himself expected there? */
  isMine: boolean;
  /** Null where the dispute is not his to know: the time is busy, no more. */
  session: {
    disputeId: string;
    title: string;
    ordinal: number;
    kind: SessionKind;
    status: SessionStatus;
    lead: string;
  } | null;
}
export interface CalendarRoom {
  id: string;
  name: string;
  point: string;
}

/**
 * Time taken between two days of Shanghai, in the rooms of the reader's station, of himself, and of
 * every session he may know. One statement; slots are county-wide, sessions pass row-level security
 * and the view of the reader's relation.
 */
export function calendar(
  actor: PersonActor,
  { from, to }: CalendarInput,
): Promise<{ rooms: CalendarRoom[]; blocks: CalendarBlock[] }> {
  const showing = relationsShowing(actor.role, "sessions");
  const shown = sql.join(
    (showing.length > 0 ? showing : ["none"]).map((relation) => sql`${relation}`),
    sql`, `,
  );
  const starts = instantOf(from, "00:00").toISOString();
  const ends = instantOf(addDays(to, 1), "00:00").toISOString();
  return asActor(actor, async (tx) => {
    const [row] = await tx.execute<{ rooms: CalendarRoom[]; blocks: CalendarBlock[] }>(sql`
      with own_rooms as (
        select r.id, r.name, p.name as point, p.kind from rooms r join contact_points p on p.county_id = r.county_id and p.id = r.point_id
        where r.county_id = ${actor.countyId}::uuid and p.station_id = ${actor.stationId}::uuid and r.disabled_at is null),
      known as (
        select s.id, jsonb_build_object('disputeId', s.dispute_id, 'title', d.title, 'ordinal', s.ordinal, 'kind', s.kind,
          'status', s.status, 'lead', l.name) as card
        from sessions s join disputes d on d.county_id = s.county_id and d.id = s.dispute_id
          join proceedings pr on pr.county_id = s.county_id and pr.id = s.proceeding_id
          join people l on l.county_id = s.county_id and l.id = pr.lead_person_id
        where s.county_id = ${actor.countyId}::uuid and s.starts_at < ${ends}::timestamptz and s.ends_at > ${starts}::timestamptz
          and s.dispute_id in (select dispute_id from dispute_access where county_id = ${actor.countyId}::uuid and relation::text in (${shown}))),
      blocks as (
        select room.session_id, room.during, room.resource_id as room_id, r.name as room, k.card,
          exists (select from slots me where me.county_id = room.county_id and me.session_id = room.session_id
            and me.resource_id = ${actor.personId}::uuid) as is_mine
        from slots room join rooms r on r.county_id = room.county_id and r.id = room.resource_id left join known k on k.id = room.session_id
        where room.county_id = ${actor.countyId}::uuid and room.resource = 'room'
          and room.during && tstzrange(${starts}::timestamptz, ${ends}::timestamptz))
      select (select coalesce(jsonb_agg(to_jsonb(o) - 'kind' order by o.kind, o.point, o.name), '[]') from own_rooms o) as rooms,
        (select coalesce(jsonb_agg(jsonb_build_object('sessionId', session_id, 'startsAt', lower(during), 'endsAt', upper(during),
            'roomId', room_id, 'room', room, 'isMine', is_mine, 'session', card) order by lower(during), room_id), '[]')
          from blocks where card is not null or is_mine or room_id in (select id from own_rooms)) as blocks`);
    return row ?? { rooms: [], blocks: [] };
  });
}
