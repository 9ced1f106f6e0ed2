import type { RiskLevel } from "@/db/vocabulary";
import { addMonths } from "../../kernel/shanghai";
import { type Age, ages } from "../inputs";
import { ageOf } from "./ages";
import { type Instants, instantsOf, lastMonths, monthDays } from "./measure-span";

/** When something is read: the day, 'YYYY-MM-DD', and the instant. */
interface Of {
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

/** Accepted and resolved of one month, 'YYYY-MM', as known at its end. */
export interface MonthCounts {
  month: string;
  accepted: number;
  resolved: number;
}

/** The first of the months that are compared: those of two years up to this one. */
export const firstMonth = ({ today }: Of): string => addMonths(`${today.slice(0, 7)}-01`, -23);

/** Accepted and resolved in each of the last twelve months, with the same month of last year. */
export function monthRows(
  today: string,
  counted: readonly MonthCounts[],
  present: Omit<MonthCounts, "month">,
): MonthRow[] {
  const past = new Map(counted.map((row) => [row.month, row]));
  const at = (month: string) => (month === today.slice(0, 7) ? present : past.get(month));
  return lastMonths(today, 12).map((month) => ({
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

/** New disputes of one contact point in one month. */
export interface PointCount {
  pointId: string | null;
  point: string | null;
  month: string;
  n: number;
}

const heatMonths = 6;
/** The months that are shown by contact point, or by station. */
export const heatMonthsOf = (today: string): string[] => lastMonths(today, heatMonths);

/** When the months begin that are shown by contact point. */
export const heatFrom = ({ today, now }: Of): Date =>
  instantsOf(monthDays(heatMonthsOf(today)[0] ?? today.slice(0, 7)), now).from;

/** New disputes by contact point and month, the busiest points first; the last month may be unfinished. */
export function heatOf(today: string, cells: readonly PointCount[]): Heat {
  const months = heatMonthsOf(today);
  const rows = new Map<string, HeatRow>();
  for (const { pointId, point, month, n } of cells) {
    const row = rows.get(pointId ?? "") ?? { pointId, point, counts: months.map(() => 0) };
    row.counts[months.indexOf(month)] = n;
    rows.set(pointId ?? "", row);
  }
  const sum = (row: HeatRow) => row.counts.reduce((a, b) => a + b, 0);
  return {
    months,
    rows: [...rows.values()]
      .sort((a, b) => Number(a.pointId === null) - Number(b.pointId === null) || sum(b) - sum(a))
      .slice(0, 7),
  };
}

/** Open disputes by days since acceptance and risk. */
export interface OpenCount {
  days: number;
  risk: RiskLevel;
  n: number;
}
/** Open disputes by how long and how risky. */
export type OpenRow = { age: Age } & Record<RiskLevel, number>;
export function openRows(cells: readonly OpenCount[]): OpenRow[] {
  const rows = ages.map((age) => ({ age, green: 0, amber: 0, red: 0 }));
  for (const { days, risk, n } of cells) {
    const row = rows.find(({ age }) => age === ageOf(days));
    if (row) row[risk] += n;
  }
  return rows;
}
