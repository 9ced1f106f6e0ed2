import { sql } from "drizzle-orm";
import { allows } from "../../access/policy";
import type { Context } from "../../kernel/context";
import { byName } from "../../kernel/name-order";
import { addDays, instantOf, weekdayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import type { DutyWeekInput } from "../inputs";
import { gapsIn } from "./duty-gaps";

/** One span on the roster. Instants are ISO text. */
export interface Shift {
  id: string;
  personId: string;
  name: string;
  post: string;
  from: string;
  until: string;
}

/** A week of the roster, Monday to Sunday: who is on duty when, and when nobody is from now on. */
export interface DutyWeek {
  /** Its seven days 'YYYY-MM-DD'. */
  days: string[];
  shifts: Shift[];
  gaps: { from: string; until: string }[];
  lawyers: { id: string; name: string; post: string }[];
  mayChange: boolean;
}

export function dutyWeek(ctx: Context, { day }: DutyWeekInput): Promise<DutyWeek> {
  const { actor, now } = ctx;
  const monday = addDays(day, 1 - weekdayOf(day));
  const days = Array.from({ length: 7 }, (_, i) => addDays(monday, i));
  const [start, end] = [instantOf(monday, "00:00"), instantOf(addDays(monday, 7), "00:00")];
  return asActor(ctx, async (tx) => {
    const shifts = [
      ...(await tx.execute<Shift & Record<string, unknown>>(sql`
        select s.id, s.person_id as "personId", p.name, p.post, to_json(lower(s.during)) as "from", to_json(upper(s.during)) as "until"
        from duty_shifts s join people p on p.county_id = s.county_id and p.id = s.person_id and app.is_expert(p)
        where s.county_id = ${actor.countyId}::uuid and s.during && tstzrange(${start.toISOString()}::timestamptz, ${end.toISOString()}::timestamptz)
        order by lower(s.during), ${byName(sql`p.name`)} limit 500`)),
    ];
    const lawyers = await tx.execute<DutyWeek["lawyers"][number]>(sql`
      select p.id, p.name, p.post from people p
        join person_forces f on f.county_id = p.county_id and f.person_id = p.id and f.force_code = 'lawyer'
      where p.county_id = ${actor.countyId}::uuid and app.is_expert(p) order by ${byName(sql`p.name`)}`);

    const whole = { from: new Date(Math.max(now.getTime(), start.getTime())), until: end };
    const covered = shifts.map(({ from, until }) => ({ from: new Date(from), until: new Date(until) }));
    const gaps = whole.from < whole.until ? gapsIn(whole, covered) : [];
    return {
      days,
      shifts,
      gaps: gaps.map(({ from, until }) => ({ from: from.toISOString(), until: until.toISOString() })),
      lawyers: [...lawyers],
      mayChange: allows(actor.role, "duty.change", []),
    };
  });
}
