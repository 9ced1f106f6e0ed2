import { sql } from "drizzle-orm";
import { allows } from "../access/policy";
import type { Context } from "../kernel/context";
import { byName } from "../kernel/name-order";
import { addDays, instantOf } from "../kernel/shanghai";
import { asActor } from "../kernel/transaction";
import type { LeaderWeekInput } from "./inputs";

/** One span on the roster; instants are ISO text. */
export interface LeaderShift {
  id: string;
  name: string;
  post: string;
  from: string;
  until: string;
}
/** Seven days of a station's roster, who leads it now, and who may be put on it. */
export interface LeaderWeek {
  days: string[];
  shifts: LeaderShift[];
  now: string | null;
  leaders: { id: string; name: string; post: string }[];
  mayChange: boolean;
}

export function leaderWeek(ctx: Context, { fromDay }: LeaderWeekInput): Promise<LeaderWeek> {
  const { actor, now } = ctx;
  const days = Array.from({ length: 7 }, (_, i) => addDays(fromDay, i));
  const [start, end] = [instantOf(fromDay, "00:00"), instantOf(addDays(fromDay, 7), "00:00")];
  const [county, station] = [sql`${actor.countyId}::uuid`, sql`${actor.stationId}::uuid`];
  return asActor(ctx, async (tx) => {
    const [row] = await tx.execute<Omit<LeaderWeek, "days" | "mayChange"> & Record<string, unknown>>(sql`select
      (select coalesce(json_agg(json_build_object('id', l.id, 'name', p.name, 'post', p.post, 'from', lower(l.during), 'until', upper(l.during))
          order by lower(l.during)), '[]')
        from duty_leaders l join people p on p.county_id = l.county_id and p.id = l.person_id
        where l.county_id = ${county} and l.station_id = ${station}
          and l.during && tstzrange(${start.toISOString()}::timestamptz, ${end.toISOString()}::timestamptz)) as shifts,
      (select p.name from people p where p.county_id = ${county} and p.id = (select app.duty_leader(${county}, ${station}, ${now.toISOString()}::timestamptz))) as now,
      (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'post', p.post) order by p.role desc, ${byName(sql`p.name`)}), '[]') from people p
        where p.county_id = ${county} and p.station_id = ${station} and p.role in ('officer', 'stationHead') and p.disabled_at is null) as leaders`);
    return {
      days,
      shifts: row?.shifts ?? [],
      now: row?.now ?? null,
      leaders: row?.leaders ?? [],
      mayChange: allows(actor.role, "dutyLeader.change", []),
    };
  });
}
