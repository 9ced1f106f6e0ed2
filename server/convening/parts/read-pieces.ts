import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type {
  AvailabilityMood,
  InvitationStatus,
  PartyKind,
  PartyLinkKind,
  PartyTimeKind,
  RiskLevel,
} from "@/db/vocabulary";

/** The rows a plan is made from. Instants are ISO text, times of day "HH:mm", days "YYYY-MM-DD". */
export interface PlanPieces {
  title: string;
  number: string;
  risk: RiskLevel;
  /** The station's head, who is responsible for red disputes. */
  head: string | null;
  parties: PieceParty[];
  /** The version of the neutral summary where nobody has written it yet: without it nobody is asked. */
  unwrittenSummary: number | null;
  noticed: number;
  unconsented: number;
  refused: boolean;
  staff: { personId: string; name: string; post: string; isLead: boolean }[];
  asked: {
    personId: string;
    name: string;
    post: string;
    forceCode: string;
    status: InvitationStatus;
    isRequired: boolean;
  }[];
  held: {
    sessionId: string;
    startsAt: string;
    endsAt: string;
    room: string;
    heldUntil: string;
    personIds: string[];
    /** People it needs in person. */
    namedIds: string[];
    roomId: string;
  } | null;
  rooms: PieceRoom[];
}
export interface PieceParty {
  id: string;
  side: number;
  name: string;
  kind: PartyKind;
  isMinor: boolean;
  /** Whoever it elected comes for it. */
  isRepresented: boolean;
  links: { kind: PartyLinkKind; name: string }[];
}
export interface PieceRoom {
  id: string;
  name: string;
  seats: number;
  pointId: string;
  point: string;
  address: string;
  hours: { weekday: number; opens: string; closes: string }[];
  busy: { from: string; to: string }[];
}
export interface PieceTime {
  id: string;
  partyId: string;
  kind: PartyTimeKind;
  weekday: number | null;
  fromDay: string | null;
  untilDay: string | null;
  fromTime: string;
  untilTime: string;
  reason: string;
}
export interface PieceAvailability {
  personId: string;
  week: { weekday: number; from: string; until: string; mood: AvailabilityMood }[];
  busy: { from: string; to: string; pointId: string | null }[];
  /** A calendar of theirs was not read whole, or they told no week. */
  isUnsure: boolean;
}

interface Target {
  countyId: string;
  disputeId: string;
  proceedingId: string;
}

/**
 * One statement: parties, staff, who was asked, the hour already held here, and the rooms: those of the chosen point
 * first, then the station's own, smaller ones first, with opening hours and time taken.
 */
export async function planPieces(tx: Tx, of: Target, during: { from: Date; until: Date }): Promise<PlanPieces> {
  const { countyId, disputeId, proceedingId } = of;
  const [row] = await tx.execute<{ pieces: PlanPieces }>(sql`
    with d as materialized (select * from disputes where county_id = ${countyId}::uuid and id = ${disputeId}::uuid),
    pr as materialized (select * from proceedings where county_id = ${countyId}::uuid and id = ${proceedingId}::uuid),
    party as materialized (
      select id, side, position, name, kind, is_minor, is_represented from app.readable_parties where county_id = ${countyId}::uuid and dispute_id = ${disputeId}::uuid and not is_departed),
    link as materialized (
      select party_id, jsonb_agg(jsonb_build_object('kind', kind, 'name', name) order by id) as links from app.readable_party_links
      where county_id = ${countyId}::uuid and dispute_id = ${disputeId}::uuid group by party_id),
    mine as materialized (
      select id, starts_at, ends_at, held_until, room_id from sessions where county_id = ${countyId}::uuid and proceeding_id = ${proceedingId}::uuid
        and status = 'booked' and held_until is not null order by starts_at limit 1),
    room as materialized (
      select r.id, r.name, r.seats, c.id as point_id, c.name as point, c.address,
        row_number() over (order by c.id is distinct from d.point_id, c.kind <> 'station', c.name, r.seats, r.name) as rank
      from d join contact_points c on c.county_id = ${countyId}::uuid and (c.station_id = d.station_id or c.id = d.point_id) and c.disabled_at is null
        join rooms r on r.county_id = c.county_id and r.point_id = c.id and r.disabled_at is null),
    taken as materialized (
      select t.resource_id, jsonb_agg(jsonb_build_object('from', lower(t.during), 'to', upper(t.during)) order by t.during) as busy
      from app.hours_taken(array(select id from room), ${during.from.toISOString()}::timestamptz, ${during.until.toISOString()}::timestamptz) t
      where t.session_id is distinct from (select id from mine) group by t.resource_id),
    hours as materialized (
      select h.room_id, jsonb_agg(jsonb_build_object('weekday', h.weekday, 'opens', to_char(h.opens_at, 'HH24:MI'),
        'closes', to_char(h.closes_at, 'HH24:MI')) order by h.weekday) as open
      from room_hours h where h.county_id = ${countyId}::uuid and h.room_id in (select id from room) group by h.room_id)
    select jsonb_build_object('title', d.title, 'number', d.number, 'risk', d.risk,
      'head', (select p.name from people p where p.county_id = d.county_id and p.station_id = d.station_id and p.role = 'stationHead'
        and p.disabled_at is null order by p.id limit 1),
      'parties', (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'side', p.side, 'name', p.name, 'kind', p.kind, 'isMinor', p.is_minor, 'isRepresented', p.is_represented,
          'links', coalesce(l.links, '[]')) order by p.side, p.position), '[]') from party p left join link l on l.party_id = p.id),
      'unwrittenSummary', (select f.version from dispute_facts f where f.county_id = d.county_id and f.dispute_id = d.id and f.neutral_summary = ''),
      'noticed', (select count(*) from notices n where n.county_id = d.county_id and n.proceeding_id = pr.id),
      'unconsented', (select count(*) from app.consent_gap(d.county_id, pr.id, d.id, null, null) where pr.track = 'peoples'),
      'refused', exists (select from (select distinct on (c.party_id) c.party_id, c.answer from consents c where c.county_id = d.county_id
          and c.proceeding_id = pr.id and c.subject = 'mediation' order by c.party_id, c.recorded_at desc, c.id desc) x
        where x.answer = 'refused' and x.party_id in (select id from party)),
      'staff', (select coalesce(jsonb_agg(jsonb_build_object('personId', p.id, 'name', p.name, 'post', p.post, 'isLead', p.id = pr.lead_person_id)
          order by p.id <> pr.lead_person_id), '[]') from people p where p.county_id = d.county_id and p.id in (pr.lead_person_id, pr.assistant_id)),
      'asked', (select coalesce(jsonb_agg(jsonb_build_object('personId', i.person_id, 'name', p.name, 'post', coalesce(nullif(p.post, ''), p.employer),
          'forceCode', i.force_code, 'status', i.status, 'isRequired', i.is_required) order by i.sent_at, i.id), '[]')
        from invitations i join people p on p.county_id = i.county_id and p.id = i.person_id
        where i.county_id = d.county_id and i.proceeding_id = pr.id and i.status in ('sent', 'seen', 'accepted')),
      'held', (select jsonb_build_object('sessionId', s.id, 'startsAt', s.starts_at, 'endsAt', s.ends_at, 'room', r.name, 'roomId', r.id,
          'heldUntil', s.held_until, 'personIds', (select coalesce(jsonb_agg(t.resource_id), '[]') from slots t
            where t.county_id = d.county_id and t.session_id = s.id and t.resource = 'person'),
          'namedIds', (select coalesce(jsonb_agg(n.person_id), '[]') from session_needs n
            where n.county_id = d.county_id and n.session_id = s.id and n.person_id is not null))
        from mine s join rooms r on r.county_id = d.county_id and r.id = s.room_id),
      'rooms', (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'seats', r.seats, 'pointId', r.point_id, 'point', r.point,
          'address', r.address, 'hours', coalesce(h.open, '[]'), 'busy', coalesce(t.busy, '[]')) order by r.rank), '[]')
        from room r left join hours h on h.room_id = r.id left join taken t on t.resource_id = r.id)) as pieces
    from d, pr`);
  if (!row) throw new Error("no plan row");
  return row.pieces;
}

/** What the parties told the lead about their times. Row-level security hides it from everybody else. */
export async function partyTimesOf(
  tx: Tx,
  { countyId, disputeId }: Pick<Target, "countyId" | "disputeId">,
): Promise<PieceTime[]> {
  const [row] = await tx.execute<{ times: PieceTime[] }>(sql`
    select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'partyId', t.party_id, 'kind', t.kind, 'weekday', t.weekday, 'fromDay', t.from_day,
      'untilDay', t.until_day, 'fromTime', to_char(t.from_time, 'HH24:MI'), 'untilTime', to_char(t.until_time, 'HH24:MI'), 'reason', t.reason)
      order by t.id), '[]') as times
    from party_times t where t.county_id = ${countyId}::uuid and t.dispute_id = ${disputeId}::uuid`);
  return row?.times ?? [];
}

/** When these people are free and taken, without the reason. */
export async function availabilityOf(
  tx: Tx,
  ids: readonly string[],
  during: { from: Date; until: Date },
): Promise<Map<string, PieceAvailability>> {
  if (ids.length === 0) return new Map();
  const list = sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const rows = await tx.execute<PieceAvailability & Record<string, unknown>>(sql`
    select person_id as "personId", week, busy, is_unsure as "isUnsure"
    from app.availability_of(array[${list}], ${during.from.toISOString()}::timestamptz, ${during.until.toISOString()}::timestamptz)`);
  return new Map(rows.map((row) => [row.personId, row]));
}
