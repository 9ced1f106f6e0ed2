import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Track } from "@/db/vocabulary";
import { dayOf } from "../kernel/shanghai";
import { askedOnce } from "../kernel/shared-reads";
import { type RuleKey, type Rules, ruleDefaults } from "./defaults";
import type { Office } from "./office-hours";
import type { DayOverrides } from "./workdays";

/** Whose rules count in a proceeding: its committee's own where it is people's mediation, else the county's alone. */
export interface Owned {
  committeeId: string;
  track: Track;
}

/** All rules of a county as they stand on a day ('YYYY-MM-DD'): newest dated row, else the default. */
export async function rulesOn(tx: Tx, countyId: string, day: string): Promise<Rules> {
  return (await rulesByOwner(tx, countyId, day))(null);
}

/** The same for a proceeding, of which it may be known only afterwards whose it is; null = what the county has for all. */
export function rulesByOwner(
  tx: Tx,
  countyId: string,
  day: string,
): Promise<(proceeding: Owned | null | undefined) => Rules> {
  return askedOnce(tx, `rules of ${countyId} on ${day}`, () => readRules(tx, countyId, day));
}

async function readRules(tx: Tx, countyId: string, day: string) {
  const rows = await tx.execute<RuleRow>(sql`
    select distinct on (committee_id, key) committee_id as "committeeId", key, value from rules
    where county_id = ${countyId}::uuid and valid_from <= ${day}::date
    order by committee_id, key, valid_from desc, changed_at desc nulls last, id desc`);
  return ownedRules(rows);
}

type RuleRow = { committeeId: string | null; key: RuleKey; value: number };

/** Rows of one day, the newest of each rule, as the rules of whatever proceeding is asked for. */
function ownedRules(rows: readonly RuleRow[]): (proceeding: Owned | null | undefined) => Rules {
  const of = (committeeId: string | null) =>
    Object.fromEntries(rows.filter((row) => row.committeeId === committeeId).map((row) => [row.key, row.value]));
  const county = of(null);
  const ofCounty = Object.fromEntries(
    Object.entries(ruleDefaults).map(([key, rule]) => [key, county[key] ?? rule.value]),
  ) as Rules;
  return (proceeding: Owned | null | undefined): Rules =>
    proceeding?.track === "peoples" ? { ...ofCounty, ...of(proceeding.committeeId) } : ofCounty;
}

/** All rules of a county as they stand on each of these days, in one statement. */
export async function rulesOfDays(
  tx: Tx,
  countyId: string,
  days: readonly string[],
): Promise<Map<string, (proceeding: Owned) => Rules>> {
  const rows = await tx.execute<RuleRow & { day: string }>(sql`
    select distinct on (n.day, r.committee_id, r.key) n.day::text as day, r.committee_id as "committeeId", r.key, r.value
    from unnest(${`{${days.join(",")}}`}::date[]) n(day) join rules r on r.county_id = ${countyId}::uuid and r.valid_from <= n.day
    order by n.day, r.committee_id, r.key, r.valid_from desc, r.changed_at desc nulls last, r.id desc`);
  return new Map(days.map((day) => [day, ownedRules(rows.filter((row) => row.day === day))]));
}

/** One rule of a county on a day, as an expression for a larger statement; `countyId` may be a column of that statement. */
export const ruleOn = (key: RuleKey, countyId: string | SQL, day: string) =>
  sql`coalesce((select r.value from rules r where r.county_id = ${countyId}::uuid and r.key = ${key} and r.committee_id is null
    and r.valid_from <= ${day}::date order by r.valid_from desc, r.changed_at desc nulls last, r.id desc limit 1), ${ruleDefaults[key].value}::int)`;

/** Local exceptions to the shipped working-day calendar: day → is it a working day? */
export async function dayOverridesOf(tx: Tx, countyId: string): Promise<DayOverrides> {
  const rows = await tx.execute<{ day: string; is_workday: boolean }>(
    sql`select day::text as day, is_workday from app.days_changed(${countyId}::uuid, '-infinity'::date, 'infinity'::date)`,
  );
  return new Map(rows.map((row) => [row.day, row.is_workday]));
}

/** What is known of the office hours that count in a proceeding, at an instant. */
export async function officeOf(tx: Tx, countyId: string, now: Date, proceeding: Owned | null): Promise<Office> {
  const [rulesOf, overrides] = await Promise.all([
    rulesByOwner(tx, countyId, dayOf(now)),
    dayOverridesOf(tx, countyId),
  ]);
  return { rules: rulesOf(proceeding), overrides };
}
