import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { RiskLevel } from "@/db/vocabulary";
import { addMonths } from "../../kernel/shanghai";
import { type Age, ages } from "../inputs";
import { type FigureValue, figureSql } from "./count-figures";
import { figures, type Span, units } from "./figures";
import { ageIs } from "./list-drill";
import { lastMonths, monthDays, spanOf } from "./measure-span";

export interface MonthRow {
  /** 'YYYY-MM' */
  month: string;
  accepted: number;
  resolved: number;
  acceptedLastYear: number;
}

/** Accepted and resolved in each of the last twelve months, with the same month of last year. */
export async function readMonths(
  tx: Tx,
  at: { today: string; now: Date; relapseDays: number; scope: SQL },
): Promise<MonthRow[]> {
  const months = lastMonths(at.today, 12);
  const span = (month: string) => spanOf(monthDays(month), at.now, at.relapseDays);
  const cells = months.map((month) => {
    const lastYear = addMonths(`${month}-01`, -12).slice(0, 7);
    return sql`jsonb_build_object('accepted', ${figureSql("accepted", span(month), at.scope)}, 'resolved', ${figureSql("resolved", span(month), at.scope)},
      'lastYear', ${figureSql("accepted", span(lastYear), at.scope)})`;
  });
  const [row] = await tx.execute<{ months: Record<"accepted" | "resolved" | "lastYear", FigureValue>[] }>(
    sql`select jsonb_build_array(${sql.join(cells, sql`, `)}) as months`,
  );
  return months.map((month, i) => {
    const cell = row?.months[i];
    return {
      month,
      accepted: cell?.accepted.numerator ?? 0,
      resolved: cell?.resolved.numerator ?? 0,
      acceptedLastYear: cell?.lastYear.numerator ?? 0,
    };
  });
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
export async function readHeat(
  tx: Tx,
  at: { today: string; now: Date; relapseDays: number; scope: SQL },
): Promise<Heat> {
  const months = lastMonths(at.today, 6);
  const of = (
    month: string,
  ) => sql`select ${month} as month, d.point_id from ${units.dispute.from(spanOf(monthDays(month), at.now, at.relapseDays))}
    where ${at.scope} and ${figures.received.all(spanOf(monthDays(month), at.now, at.relapseDays))}`;
  const cells = await tx.execute<{ point_id: string | null; point: string | null; month: string; n: number }>(sql`
    select x.point_id, c.name as point, x.month, count(*)::int as n
    from (${sql.join(months.map(of), sql` union all `)}) x left join contact_points c on c.county_id = app.county() and c.id = x.point_id
    group by x.point_id, c.name, x.month`);
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
export async function readOpen(tx: Tx, span: Span, scope: SQL): Promise<OpenRow[]> {
  const bucket = sql`case ${sql.join(
    ages.map((age) => sql`when ${ageIs(age, span)} then ${age}`),
    sql` `,
  )} end`;
  const cells = await tx.execute<{ age: Age; risk: RiskLevel; n: number }>(sql`
    select ${bucket} as age, d.risk, count(*)::int as n from ${units.dispute.from(span)} where ${scope} and ${figures.open.all()} group by 1, 2`);
  const count = (age: Age, risk: RiskLevel) => cells.find((cell) => cell.age === age && cell.risk === risk)?.n ?? 0;
  return ages.map((age) => ({ age, green: count(age, "green"), amber: count(age, "amber"), red: count(age, "red") }));
}
