import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { RiskLevel } from "@/db/vocabulary";
import { addMonths } from "../../kernel/shanghai";
import { type Age, ages } from "../inputs";
import { ageOf } from "./ages";
import { type Instants, instantsOf, lastMonths, monthDays } from "./measure-span";

/** A station whose figures are read, and when. */
export interface Of {
  countyId: string;
  stationId: string | null;
  today: string;
  now: Date;
}

export interface MonthRow {
  /** 'YYYY-MM' */
  month: string;
  accepted: number;
  resolved: number;
  acceptedLastYear: number;
}

/** This month as far as it has come, which the months' sums do not say. */
export const thisMonth = ({ today, now }: Of): Instants => instantsOf(monthDays(today.slice(0, 7)), now);

/** Accepted and resolved in each of the last twelve months, with the same month of last year. */
export async function readMonths(tx: Tx, of: Of, present: { accepted: number; resolved: number }): Promise<MonthRow[]> {
  const current = of.today.slice(0, 7);
  const rows = await tx.execute<{ month: string; accepted: number; resolved: number }>(sql`
    select left(m.month::text, 7) as month, m.accepted, m.resolved from app.station_months(${of.countyId}::uuid, ${of.stationId}::uuid,
      ${addMonths(`${current}-01`, -23)}::date, ${`${current}-01`}::date) m`);
  const past = new Map(rows.map((row) => [row.month, row]));
  const at = (month: string) => (month === current ? present : past.get(month));
  return lastMonths(of.today, 12).map((month) => ({
    month,
    accepted: at(month)?.accepted ?? 0,
    resolved: at(month)?.resolved ?? 0,
    acceptedLastYear: at(addMonths(`${month}-01`, -12).slice(0, 7))?.accepted ?? 0,
  }));
}

export interface HeatRow {
  /** Null: disputes at no point. */
  pointId: string | null;
  point: string | null;
  counts: number[];
}
export interface Heat {
  months: string[];
  rows: HeatRow[];
}

/** New disputes by contact point and month, the busiest points first; the last month may be unfinished. */
export async function readHeat(tx: Tx, of: Of): Promise<Heat> {
  const months = lastMonths(of.today, 6);
  const { from } = instantsOf(monthDays(months[0] ?? of.today.slice(0, 7)), of.now);
  const cells = await tx.execute<{ point_id: string | null; point: string | null; month: string; n: number }>(sql`
    select p.point_id, p.point, left(p.month::text, 7) as month, p.n from app.station_points(${of.countyId}::uuid, ${of.stationId}::uuid,
      ${from.toISOString()}::timestamptz, ${of.now.toISOString()}::timestamptz) p`);
  const rows = new Map<string, HeatRow>();
  for (const cell of cells) {
    const row = rows.get(cell.point_id ?? "") ?? {
      pointId: cell.point_id,
      point: cell.point,
      counts: months.map(() => 0),
    };
    row.counts[months.indexOf(cell.month)] = cell.n;
    rows.set(cell.point_id ?? "", row);
  }
  const sum = (row: HeatRow) => row.counts.reduce((a, b) => a + b, 0);
  return {
    months,
    rows: [...rows.values()]
      .sort((a, b) => Number(a.pointId === null) - Number(b.pointId === null) || sum(b) - sum(a))
      .slice(0, 7),
  };
}

/** Open disputes by how long and how risky. */
export type OpenRow = { age: Age } & Record<RiskLevel, number>;
export async function readOpen(tx: Tx, of: Of): Promise<OpenRow[]> {
  const cells = await tx.execute<{ days: number; risk: RiskLevel; n: number }>(sql`
    select o.days, o.risk, o.n from app.station_open(${of.countyId}::uuid, ${of.stationId}::uuid, ${of.now.toISOString()}::timestamptz) o`);
  const rows = ages.map((age) => ({ age, green: 0, amber: 0, red: 0 }));
  for (const { days, risk, n } of cells) {
    const row = rows.find(({ age }) => age === ageOf(days));
    if (row) row[risk] += n;
  }
  return rows;
}
