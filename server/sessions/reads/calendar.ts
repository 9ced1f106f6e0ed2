import { type SQL, sql } from "drizzle-orm";
import type { AbsenceKind, SessionKind, SessionMode, SessionStatus } from "@/db/vocabulary";
import { policy } from "../../access/policy";
import type { Scope } from "../../access/scopes";
import { relationsShowing } from "../../access/views";
import { subjectsOf } from "../../kernel/actor";
import type { Context } from "../../kernel/context";
import { byName } from "../../kernel/name-order";
import { addDays, instantOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import { isHoliday, isWorkday } from "../../rules/workdays";
import type { CalendarInput } from "../inputs";

export interface CalendarBlock {
  /** Session, meeting or absence. */
  id: string;
  startsAt: string;
  endsAt: string;
  /** Until when it is only held; null once it is confirmed. */
  heldUntil: string | null;
  /** Null for a person's busy time whose room the reader may not know. */
  roomId: string | null;
  room: string;
  /** Whether the reader is expected there. */
  isMine: boolean;
  /** Which of the people shown take part in it. */
  personIds: string[];
  /** Null where the reader may not read the dispute: then the time is just busy. */
  session: {
    disputeId: string;
    title: string;
    ordinal: number;
    kind: SessionKind;
    mode: SessionMode;
    status: SessionStatus;
    lead: string;
    version: number;
    /** Still ahead, and the reader may move it. */
    canMove: boolean;
  } | null;
  /** A town hall, which everyone may see. */
  meeting: { title: string; canMove: boolean } | null;
  /** The kind of the reader's own absence; the kind of other people's absences is never shown. */
  absence: AbsenceKind | null;
}
export interface CalendarRoom {
  id: string;
  name: string;
  point: string;
}
export interface CalendarPerson {
  id: string;
  name: string;
  post: string;
}
export interface CalendarView {
  rooms: CalendarRoom[];
  /** Only when asked for: people of the station, and helpers of the sessions the reader may know. */
  people: CalendarPerson[];
  blocks: CalendarBlock[];
  /** Every day asked for: a public holiday, a make-up working day, or neither. */
  days: { day: string; isHoliday: boolean; isMakeUp: boolean }[];
}

interface Row extends Record<string, unknown> {
  rooms: CalendarRoom[];
  people: (CalendarPerson & { busy: { from: string; to: string }[] })[];
  blocks: CalendarBlock[];
  overrides: { day: string; isWorkday: boolean }[];
}

const textList = (words: readonly string[]): SQL =>
  sql.join(
    (words.length > 0 ? words : ["none"]).map((word) => sql`${word}`),
    sql`, `,
  );

/**
 * Time taken between two days of Shanghai, in the rooms of the reader's station, of themselves, and of
 * every session they may know; with `people`, of their colleagues and their helpers too. One statement; sessions pass
 * row-level security and the view of the reader's relation, and slots are asked for by room, person or booking.
 */
export function calendar(ctx: Context, { from, to, people }: CalendarInput): Promise<CalendarView> {
  const { actor, now } = ctx;
  const starts = sql`${instantOf(from, "00:00").toISOString()}::timestamptz`;
  const ends = sql`${instantOf(addDays(to, 1), "00:00").toISOString()}::timestamptz`;
  const county = sql`${actor.countyId}::uuid`;
  const me = sql`${actor.personId}::uuid`;
  const movers = (policy["session.move"] as Partial<Record<string, readonly Scope[]>>)[actor.role] ?? [];
  const movesMeetings = actor.role in policy["townHall.change"];
  const subjects = sql.join(
    subjectsOf(actor).map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const hasRight = (
    relations: readonly string[],
  ) => sql`exists (select from dispute_access a where a.county_id = s.county_id
    and a.dispute_id = s.dispute_id and a.subject_id in (${subjects}) and a.proceeding_id = s.proceeding_id
    and a.relation::text in (${textList(relations)}) offset 0)`;
  return asActor(ctx, async (tx) => {
    const [row] = await tx.execute<Row>(sql`
      with own_rooms as materialized (
        select r.id, r.name, p.name as point, p.kind from rooms r join contact_points p on p.county_id = r.county_id and p.id = r.point_id
        where r.county_id = ${county} and p.station_id = ${actor.stationId}::uuid and r.disabled_at is null),
      known as materialized (
        select s.id, jsonb_build_object('disputeId', s.dispute_id, 'title', d.title, 'ordinal', s.ordinal, 'kind', s.kind, 'mode', s.mode,
          'status', s.status, 'lead', l.name, 'version', s.version, 'canMove', s.status = 'booked' and s.started_at is null and s.starts_at > ${now.toISOString()}::timestamptz
            and ${hasRight(movers)}) as card, s.place
        from sessions s join disputes d on d.county_id = s.county_id and d.id = s.dispute_id
          join proceedings pr on pr.county_id = s.county_id and pr.id = s.proceeding_id
          join people l on l.county_id = pr.county_id and l.id = pr.lead_person_id
        where s.county_id = ${county} and s.starts_at < ${ends} and s.starts_at > ${starts} - interval '12 hours' and s.ends_at > ${starts}
          and s.status <> 'cancelled' and ${hasRight(relationsShowing(actor.role, "sessions"))}),
      halls as materialized (
        select m.id, jsonb_build_object('title', t.title, 'canMove', m.status = 'booked' and m.starts_at > ${now.toISOString()}::timestamptz
          and ${movesMeetings} and t.station_id is not distinct from ${actor.stationId}::uuid) as card, t.station_id
        from town_hall_meetings m join town_halls t on t.county_id = m.county_id and t.id = m.town_hall_id
        where m.county_id = ${county} and m.starts_at < ${ends} and m.ends_at > ${starts} and m.status <> 'cancelled'),
      near as materialized (select * from app.hours_taken(array(select id from own_rooms) || ${me}, ${starts}, ${ends})),
      -- All hours of what is near or known: who comes to it, and where.
      taken as materialized (
        select x.*, coalesce(x.session_id, x.meeting_id) as booking from (
          select * from near
          union
          select * from app.hours_booked(array(select coalesce(session_id, meeting_id) from near union select id from known union select id from halls))) x),
      shown as (
        select p.id, p.name, p.post, p.role from people p where ${people} and p.county_id = ${county} and p.disabled_at is null
          and (p.id = ${me} or p.station_id = ${actor.stationId}::uuid and p.role in ('mediator', 'officer', 'stationHead', 'committeeHead')
            or p.id in (select t.resource_id from taken t join known k on k.id = t.booking where t.resource = 'person'))),
      blocks as (
        select room.booking as id, room.during, room.held_until, r.id as room_id, coalesce(r.name, k.place, '') as room, k.card, h.card as hall, h.station_id,
          exists (select from taken mine where mine.booking = room.booking and mine.resource_id = ${me}) as is_mine,
          case when k.id is null and h.id is null then '[]'::jsonb else (select coalesce(jsonb_agg(t.resource_id), '[]') from taken t
            where t.booking = room.booking and t.resource = 'person') end as people
        from (select distinct on (booking) * from taken order by booking, resource, resource_id) room
          left join rooms r on room.resource = 'room' and r.county_id = ${county} and r.id = room.resource_id
          left join known k on k.id = room.booking left join halls h on h.id = room.booking),
      away as (select id, kind, during from absences where county_id = ${county} and person_id = ${me} and during && tstzrange(${starts}, ${ends}))
      select (select coalesce(jsonb_agg(to_jsonb(o) - 'kind' order by o.kind, o.point, o.name), '[]') from own_rooms o) as rooms,
        (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'post', p.post, 'busy', coalesce(a.busy, '[]'))
            order by p.id <> ${me}, p.role, ${byName(sql`p.name`)}), '[]')
          from shown p left join app.availability_of((select array_agg(id) from shown), ${starts}, ${ends}) a on a.person_id = p.id) as people,
        (select coalesce(jsonb_agg(block order by block->>'startsAt', block->>'id'), '[]') from (
          select jsonb_build_object('id', id, 'startsAt', lower(during), 'endsAt', upper(during), 'heldUntil', held_until, 'roomId', room_id,
              'room', room, 'isMine', is_mine, 'personIds', people, 'session', card, 'meeting', hall, 'absence', null) as block
          from blocks where card is not null or is_mine or room_id in (select id from own_rooms)
            or hall is not null and station_id is not distinct from ${actor.stationId}::uuid
          union all
          select jsonb_build_object('id', id, 'startsAt', lower(during), 'endsAt', upper(during), 'heldUntil', null, 'roomId', null, 'room', '',
              'isMine', true, 'personIds', jsonb_build_array(${me}), 'session', null, 'meeting', null, 'absence', kind)
          from away) b) as blocks,
        (select coalesce(jsonb_agg(jsonb_build_object('day', day, 'isWorkday', is_workday)), '[]') from app.days_changed(${county}, ${from}::date, ${to}::date)) as overrides`);
    if (!row) return { rooms: [], people: [], blocks: [], days: [] };
    return {
      rooms: row.rooms,
      people: row.people.map(({ busy: _busy, ...person }) => person),
      blocks: [...row.blocks, ...row.people.flatMap((person) => unknownBusy(person, row.blocks))],
      days: daysOf(from, to, new Map(row.overrides.map(({ day, isWorkday }) => [day, isWorkday]))),
    };
  });
}

/** Busy time of a person for something the reader may not know: without what and where. */
function unknownBusy(person: Row["people"][number], blocks: readonly CalendarBlock[]): CalendarBlock[] {
  const told = new Set(
    blocks
      .filter(({ personIds }) => personIds.includes(person.id))
      .map(({ startsAt, endsAt }) => `${Date.parse(startsAt)}/${Date.parse(endsAt)}`),
  );
  return person.busy
    .filter(({ from, to }) => !told.has(`${Date.parse(from)}/${Date.parse(to)}`))
    .map(({ from, to }) => ({
      id: `${person.id}/${from}`,
      startsAt: from,
      endsAt: to,
      heldUntil: null,
      roomId: null,
      room: "",
      isMine: false,
      personIds: [person.id],
      session: null,
      meeting: null,
      absence: null,
    }));
}

function daysOf(from: string, to: string, overrides: ReadonlyMap<string, boolean>): CalendarView["days"] {
  const days: CalendarView["days"] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const isWeekend = new Date(`${day}T00:00:00Z`).getUTCDay() % 6 === 0;
    days.push({
      day,
      isHoliday: isHoliday(day, overrides),
      isMakeUp: isWeekend && isWorkday(day, overrides),
    });
  }
  return days;
}
