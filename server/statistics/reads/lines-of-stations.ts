import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { CountyListInput } from "../inputs";
import { countyFigures, keptFigures, totalOf } from "./kept-counts";
import { type Days, instantsOf } from "./measure-span";

interface Asked {
  countyId: string;
  input: CountyListInput;
  days: Days;
  now: Date;
  relapseDays: number;
}

/**
 * How many lines the list of each station has, by id, so that the figure of the whole county is found again in its parts. Null
 * where a filter leaves some out: then only the station itself is counted.
 */
export async function linesOfStations(tx: Tx, asked: Asked): Promise<ReadonlyMap<string, number> | null> {
  const { countyId, input, days, now, relapseDays } = asked;
  const { figure, part, type, force, overdue } = input;
  const kept = keptFigures.find((one) => one === figure);
  if (!kept || type || force) return null;
  if (overdue) return figure === "open" ? await lateByStation(tx, countyId, now) : null;
  const counted = await countyFigures(tx, countyId, [instantsOf(days, now)]);
  return new Map(
    counted.map(({ id, counts }) => {
      const { numerator, denominator } = totalOf(counts, relapseDays)[kept];
      return [id, part === "denominator" ? (denominator ?? numerator) : numerator];
    }),
  );
}

/** Open ones whose next step is late now. */
async function lateByStation(tx: Tx, countyId: string, now: Date): Promise<ReadonlyMap<string, number>> {
  const county = sql`${countyId}::uuid`;
  const rows = await tx.execute<{ id: string; n: number }>(sql`
    select app.heir_of(${county}, d.counted_station_id) as id, count(distinct d.id)::int as n
    from proceedings p join disputes d on d.county_id = p.county_id and d.id = p.dispute_id
    where p.county_id = ${county} and p.station_id = any (array(select s.id from stations s where s.county_id = ${county}))
      and p.ended_at is null and p.next_due_at < ${now.toISOString()}::timestamptz and d.merged_at is null
    group by 1`);
  return new Map(rows.map(({ id, n }) => [id, n]));
}
