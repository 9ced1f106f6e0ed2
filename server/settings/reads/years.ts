import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { requireRole } from "../../access/gate";
import { allows } from "../../access/policy";
import type { Context } from "../../kernel/context";
import { dayOf, yearOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import { dayOverridesOf } from "../../rules/queries";
import { isArranged } from "../../rules/statutory-days";
import { alarmFrom, yearsAhead } from "../choices";
import { listedDays } from "../parts/days-of-year";

/** A change of one day: what it was and became; null = as the calendar of the product has it. */
export interface ChangedDay {
  day: string;
  isWorkday: boolean | null;
  by: string | null;
  at: string | null;
}

export interface YearOfDays {
  year: number;
  /** Days off, weekends among them only where a holiday makes them one, and weekend days that are worked. */
  free: string[];
  worked: string[];
  /** Where they come from: the calendar of the product, what the county entered, or the law alone. */
  source: "shipped" | "entered" | "law";
  /** The newest entry of the county. */
  entry: { id: string; notice: string; by: string; at: string } | null;
  /** Every single change, the newest first. */
  changes: ChangedDay[];
}

interface Entry extends Record<string, unknown> {
  id: string;
  year: number;
  notice: string;
  by: string;
  at: string;
}

const isKnown = (year: number, entries: readonly Entry[]): boolean =>
  isArranged(`${year}-01-01`) || entries.some((one) => one.year === year);

/** The newest entry of each year, by year. */
async function entriesOf(tx: Tx, countyId: string): Promise<Entry[]> {
  const rows = await tx.execute<Entry>(sql`
    select distinct on (y.year) y.id, y.year::int as year, y.notice, p.name as by, to_json(y.entered_at) #>> '{}' as at
    from day_years y join people p on p.county_id = y.county_id and p.id = y.entered_by
    where y.county_id = ${countyId}::uuid order by y.year, y.entered_at desc, y.id desc`);
  return [...rows];
}

/** The days off and make-up days of this year and the two after it, with who entered them and what was changed. */
export function yearsOfDays(ctx: Context): Promise<{ years: YearOfDays[]; canSet: boolean }> {
  const { actor, now } = ctx;
  requireRole(actor, "rule.read");
  const first = yearOf(now);
  return asActor(ctx, async (tx) => {
    const [entries, overrides, changes] = await Promise.all([
      entriesOf(tx, actor.countyId),
      dayOverridesOf(tx, actor.countyId),
      tx.execute<ChangedDay & Record<string, unknown>>(sql`
        select o.day::text as day, o.is_workday as "isWorkday", p.name as by, to_json(o.changed_at) #>> '{}' as at
        from day_overrides o left join people p on p.county_id = o.county_id and p.id = o.changed_by
        where o.county_id = ${actor.countyId}::uuid and o.day between ${`${first}-01-01`}::date and ${`${first + yearsAhead}-12-31`}::date
        order by o.changed_at desc nulls last, o.day limit 500`),
    ]);
    const years = Array.from({ length: yearsAhead + 1 }, (_, n) => first + n).map((year): YearOfDays => {
      const entry = entries.find((one) => one.year === year) ?? null;
      return {
        year,
        ...listedDays(year, overrides),
        source: entry ? "entered" : isArranged(`${year}-01-01`) ? "shipped" : "law",
        entry: entry && { id: entry.id, notice: entry.notice, by: entry.by, at: entry.at },
        changes: changes.filter(({ day }) => day.startsWith(`${year}`)),
      };
    });
    return { years, canSet: allows(actor.role, "daysOff.set", []) };
  });
}

/**
 * The year whose days off may have to be entered, and whether they do: this year's, or from 1 October on the next one's,
 * where neither the product nor the county has them. Asked by those who can enter them.
 */
export function missingYear(ctx: Context): Promise<{ year: number; isMissing: boolean }> {
  const { actor, now } = ctx;
  requireRole(actor, "daysOff.remind");
  const today = dayOf(now);
  const thisYear = yearOf(now);
  return asActor(ctx, async (tx) => {
    const entries = await entriesOf(tx, actor.countyId);
    const isLate = !isKnown(thisYear, entries);
    const year = isLate || today.slice(5) < alarmFrom ? thisYear : thisYear + 1;
    return { year, isMissing: !isKnown(year, entries) };
  });
}
