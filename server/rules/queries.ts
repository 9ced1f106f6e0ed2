import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { askedOnce } from "../kernel/shared-reads";
import { type RuleKey, type Rules, ruleDefaults } from "./defaults";

/** All rules of a county as they stand on a day ('YYYY-MM-DD'): newest dated row, else the default. */
export function rulesOn(tx: Tx, countyId: string, day: string): Promise<Rules> {
  return askedOnce(tx, `rules of ${countyId} on ${day}`, () => readRules(tx, countyId, day));
}

async function readRules(tx: Tx, countyId: string, day: string): Promise<Rules> {
  const rows = await tx.execute<{ key: RuleKey; value: number }>(sql`
    select distinct on (key) key, value from rules
    where county_id = ${countyId}::uuid and valid_from <= ${day}::date order by key, valid_from desc`);
  const dated = Object.fromEntries(rows.map((row) => [row.key, row.value]));
  return Object.fromEntries(
    Object.entries(ruleDefaults).map(([key, rule]) => [key, dated[key] ?? rule.value]),
  ) as Rules;
}

/** One rule of a county on a day, as an expression for a larger statement; `countyId` may be a column of that statement. */
export const ruleOn = (key: RuleKey, countyId: string | SQL, day: string) =>
  sql`coalesce((select r.value from rules r where r.county_id = ${countyId}::uuid and r.key = ${key}
    and r.valid_from <= ${day}::date order by r.valid_from desc limit 1), ${ruleDefaults[key].value}::int)`;

/** Local exceptions to the shipped working-day calendar: day → is it a working day? */
export async function dayOverridesOf(tx: Tx, countyId: string): Promise<ReadonlyMap<string, boolean>> {
  const rows = await tx.execute<{ day: string; is_workday: boolean }>(sql`
    select day::text as day, is_workday from day_overrides where county_id = ${countyId}::uuid`);
  return new Map(rows.map((row) => [row.day, row.is_workday]));
}
