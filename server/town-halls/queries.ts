import { sql } from "drizzle-orm";
import type { MeetingStatus, Role } from "@/db/vocabulary";
import { listLimits } from "../kernel/choices";
import type { Context } from "../kernel/context";
import { byName } from "../kernel/name-order";
import { addDays, dayOf, instantOf } from "../kernel/shanghai";
import { asActor } from "../kernel/transaction";
import { dayOverridesOf, ruleOn } from "../rules/queries";
import type { SeriesDatesInput } from "./inputs";
import { chairRoles, checkSeries, type LeftOut, meetingSpan, reasonsAgainst } from "./parts/check-series";
import { seriesDates } from "./parts/series-dates";

export interface MeetingCard {
  id: string;
  startsAt: string;
  endsAt: string;
  status: MeetingStatus;
  roomId: string;
  room: string;
  point: string;
  summary: string;
}
export interface TownHallCard {
  id: string;
  title: string;
  room: string;
  point: string;
  chair: string;
  weekday: number;
  time: string;
  minutes: number;
  fromDay: string;
  untilDay: string;
  cancelledAt: string | null;
  /** From sixty days ago on, in order of time. */
  meetings: MeetingCard[];
}

const daysBack = 60;

/** The station's series, running ones first, each with its meetings. One statement. */
export function townHallList(ctx: Context): Promise<TownHallCard[]> {
  const { actor, now } = ctx;
  const since = addDays(dayOf(now), -daysBack);
  return asActor(ctx, async (tx) => {
    const rows = await tx.execute<{ card: TownHallCard }>(sql`
      select jsonb_build_object('id', t.id, 'title', t.title, 'room', r.name, 'point', p.name, 'chair', c.name, 'weekday', t.weekday,
        'time', to_char(t.starts_at, 'HH24:MI'), 'minutes', t.minutes, 'fromDay', t.from_day, 'untilDay', t.until_day, 'cancelledAt', t.cancelled_at,
        'meetings', (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'startsAt', m.starts_at, 'endsAt', m.ends_at, 'status', m.status,
              'roomId', m.room_id, 'room', mr.name, 'point', mp.name, 'summary', m.summary) order by m.starts_at), '[]')
          from town_hall_meetings m join rooms mr on mr.county_id = m.county_id and mr.id = m.room_id
            join contact_points mp on mp.county_id = mr.county_id and mp.id = mr.point_id
          where m.county_id = t.county_id and m.town_hall_id = t.id and m.starts_at >= ${instantOf(since, "00:00").toISOString()}::timestamptz)) as card
      from town_halls t join rooms r on r.county_id = t.county_id and r.id = t.room_id
        join contact_points p on p.county_id = r.county_id and p.id = r.point_id
        join people c on c.county_id = t.county_id and c.id = t.chair_id
      where t.county_id = ${actor.countyId}::uuid and t.station_id = ${actor.stationId}::uuid and t.until_day >= ${since}::date
      order by t.cancelled_at is not null, t.from_day desc, t.id desc limit ${listLimits.townHalls}`);
    return rows.map(({ card }) => card);
  });
}

export interface TownHallChoices {
  rooms: { id: string; name: string; point: string; seats: number }[];
  chairs: { id: string; name: string; post: string; role: Role }[];
}

/** Rooms of the station, and who of the station may chair. */
export function townHallChoices(ctx: Context): Promise<TownHallChoices> {
  const { actor } = ctx;
  const roles = sql.join(
    chairRoles.map((role) => sql`${role}::role`),
    sql`, `,
  );
  return asActor(ctx, async (tx) => {
    const [row] = await tx.execute<{ [K in keyof TownHallChoices]: TownHallChoices[K] }>(sql`
      select (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'point', p.name, 'seats', r.seats)
            order by p.kind, p.name, r.name), '[]')
          from rooms r join contact_points p on p.county_id = r.county_id and p.id = r.point_id
          where r.county_id = ${actor.countyId}::uuid and p.station_id = ${actor.stationId}::uuid and r.disabled_at is null
            and p.disabled_at is null) as rooms,
        (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'post', post, 'role', role)
            order by id <> ${actor.personId}::uuid, role, ${byName(sql`name`)}), '[]')
          from people where county_id = ${actor.countyId}::uuid and station_id = ${actor.stationId}::uuid
            and role in (${roles}) and disabled_at is null) as chairs`);
    return row ?? { rooms: [], chairs: [] };
  });
}

/** One date of a series before it is planned: null = free, else why it will be left out. */
export interface PlannedDate {
  day: string;
  leftOut: Pick<LeftOut, "why" | "name"> | null;
}

/** What planning the series now would give: its dates, holidays and what is taken. Refused like planning it. */
export function plannedDates(ctx: Context, input: SeriesDatesInput): Promise<PlannedDate[]> {
  const { actor, now } = ctx;

  return asActor(ctx, async (tx) => {
    await checkSeries(tx, actor, input, now);
    const dates = seriesDates(input, await dayOverridesOf(tx, actor.countyId)).map(({ day, isHoliday }) => ({
      day,
      isHoliday,
      ...meetingSpan(input, day),
    }));
    if (dates.length === 0) return [];
    const spans = JSON.stringify(dates.map(({ day, from, to }) => ({ day, from, to })));
    const rows = await tx.execute<{ day: string; why: LeftOut["why"]; name: string }>(sql`
      with d as materialized (select * from jsonb_to_recordset(${spans}::jsonb) as d(day text, "from" timestamptz, "to" timestamptz))
      (select distinct on (d.day) d.day, case when s.resource = 'room' then 'roomTaken' else 'personTaken' end as why, coalesce(r.name, p.name) as name
      from d cross join lateral app.hours_taken(array[${input.roomId}::uuid, ${input.chairId}::uuid], d."from", d."to") s
        left join rooms r on r.county_id = ${actor.countyId}::uuid and r.id = s.resource_id
        left join people p on p.county_id = ${actor.countyId}::uuid and p.id = s.resource_id
      order by d.day, s.resource, lower(s.during))
      union all
      select d.day, case when f.is_taken then 'personTooFar' else 'personAway' end, p.name
      from d cross join lateral app.presence_among(${actor.countyId}::uuid, array[${input.chairId}::uuid], tstzrange(d."from", d."to"), null,
          (select point_id from rooms where county_id = ${actor.countyId}::uuid and id = ${input.roomId}::uuid),
          ${ruleOn("travel.minutes", actor.countyId, dayOf(now))}) f
        join people p on p.county_id = ${actor.countyId}::uuid and p.id = f.person_id
      where f.state = 'cannot'`);
    // Whatever is taken comes first, as when the series is planned.
    const rank = ({ why }: { why: LeftOut["why"] }) => reasonsAgainst.indexOf(why as (typeof reasonsAgainst)[number]);
    const taken = new Map([...rows].sort((a, b) => rank(b) - rank(a)).map((row) => [row.day, row]));
    return dates.map(({ day, isHoliday, from }) => {
      const clash = taken.get(day);
      if (isHoliday) return { day, leftOut: { why: "holiday", name: "" } };
      if (from <= now) return { day, leftOut: { why: "past", name: "" } };
      if (!clash) return { day, leftOut: null };
      return { day, leftOut: { why: clash.why, name: clash.name } };
    });
  });
}
