import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { figureKeys } from "../inputs";
import type { FigureValue, FigureValues } from "./count-figures";
import type { Instants } from "./measure-span";

/** Figures that are sums of kept entries (docs/adr/0038): all but those of the forces, which are read from invitations. */
export type KeptFigure = Exclude<(typeof figureKeys)[number], `force${string}`>;
export const keptFigures = figureKeys.filter((key): key is KeptFigure => !key.startsWith("force"));

/** Days, and how many took so long; days ascend. */
type ByDays = [days: number, n: number][];
export interface Counts extends Record<string, unknown> {
  received: string | number;
  accepted: string | number;
  not_accepted: string | number;
  opened: string | number;
  closed: string | number;
  agreed: string | number;
  performed: string | number;
  resolved: string | number;
  settled: string | number;
  succeeded: string | number;
  taken: string | number;
  taken_agreed: string | number;
  due: string | number;
  due_kept: string | number;
  calmed: string | number;
  untouched: string | number;
  concluded: ByDays;
  relapsed: ByDays;
}

/** All kept figures of one station in each of the spans, in one statement. */
export async function stationFigures(
  tx: Tx,
  at: { countyId: string; stationId: string | null; relapseDays: number },
  spans: readonly Instants[],
): Promise<FigureValues<KeptFigure>[]> {
  const rows = await tx.execute<Counts>(sql`
    select c.* from app.station_counts(${at.countyId}::uuid, ${at.stationId}::uuid, ${momentsOf(spans, "from")}, ${momentsOf(spans, "to")},
      ${momentsOf(spans, "asOf")}) c order by c.span`);
  return rows.map((row) => figuresOf(row, at.relapseDays));
}

/**
 * The same of every station of a county, span by span, not yet added up. Those that gave their work to another one stay under
 * their own name, and are counted in their successor's figures too: `successor` says in whose.
 */
export async function countyFigures(
  tx: Tx,
  countyId: string,
  spans: readonly Instants[],
): Promise<{ id: string; name: string; successor: string | null; counts: Counts[] }[]> {
  const rows = await tx.execute<Counts & { id: string; name: string; successor: string | null }>(sql`
    select st.id, st.name, (select h.name from stations h where h.county_id = st.county_id and h.id = app.heir_of(st.county_id, st.successor_id)) as successor, c.* from stations st cross join lateral app.station_counts(st.county_id, st.id, ${momentsOf(spans, "from")},
      ${momentsOf(spans, "to")}, ${momentsOf(spans, "asOf")}) c
    where st.county_id = ${countyId}::uuid and (st.disabled_at is null or st.successor_id is not null) order by st.code, c.span`);
  const stations = new Map<string, { id: string; name: string; successor: string | null; counts: Counts[] }>();
  for (const { id, name, successor, ...counts } of rows) {
    const known = stations.get(id);
    if (known) known.counts.push(counts);
    else stations.set(id, { id, name, successor, counts: [counts] });
  }
  return [...stations.values()];
}

/** One end of each span, for SQL. */
export const momentsOf = (spans: readonly Instants[], which: keyof Instants) =>
  sql`${`{${spans.map((span) => span[which].toISOString()).join(",")}}`}::timestamptz[]`;

/** What the counts of one span say: a number comes as text where it is a column, and as a number in JSON. */
export function figuresOf(row: Counts, relapseDays: number): FigureValues<KeptFigure> {
  const count = (n: string | number): FigureValue => ({ numerator: Number(n), denominator: null });
  const rate = (n: string | number, of: string | number): FigureValue => ({
    numerator: Number(n),
    denominator: Number(of),
  });
  const concluded = sum(row.concluded);
  const relapsed = sum(row.relapsed.filter(([days]) => days <= relapseDays));
  return {
    received: count(row.received),
    accepted: count(row.accepted),
    notAccepted: count(row.not_accepted),
    open: count(Number(row.opened) - Number(row.closed)),
    agreed: count(row.agreed),
    performed: count(row.performed),
    resolved: count(row.resolved),
    untouched: count(row.untouched),
    resolutionRate: rate(row.settled, row.received),
    successRate: rate(row.succeeded, concluded),
    successOfAccepted: rate(row.taken_agreed, row.taken),
    performanceRate: rate(row.due_kept, row.due),
    relapseRate: rate(relapsed, row.calmed),
    medianDays: { ...count(concluded), median: medianOf(row.concluded), longest: row.concluded.at(-1)?.[0] ?? null },
  };
}

/** The figures of several stations together; of none all are zero. */
export function totalOf(counted: readonly Counts[], relapseDays: number): FigureValues<KeptFigure> {
  const added: Record<string, unknown> = Object.fromEntries(countColumns.map((column) => [column, 0]));
  for (const one of counted)
    for (const column of countColumns) added[column] = Number(added[column]) + Number(one[column]);
  const all = (which: "concluded" | "relapsed"): ByDays => {
    const days = new Map<number, number>();
    for (const [day, n] of counted.flatMap((one) => one[which])) days.set(day, (days.get(day) ?? 0) + n);
    return [...days].sort(([one], [other]) => one - other);
  };
  return figuresOf({ ...added, concluded: all("concluded"), relapsed: all("relapsed") } as Counts, relapseDays);
}

const countColumns = [
  "received",
  "accepted",
  "not_accepted",
  "opened",
  "closed",
  "agreed",
  "performed",
  "resolved",
  "settled",
  "succeeded",
  "taken",
  "taken_agreed",
  "due",
  "due_kept",
  "calmed",
  "untouched",
] as const;

const sum = (byDays: ByDays): number => byDays.reduce((all, [, n]) => all + n, 0);

/** The middle one, or the mean of the two in the middle; null of none. */
export function medianOf(byDays: ByDays): number | null {
  const all = sum(byDays);
  const nth = (rank: number): number => {
    let before = 0;
    for (const [days, n] of byDays) {
      before += n;
      if (before >= rank) return days;
    }
    return 0;
  };
  return all === 0 ? null : (nth(Math.ceil(all / 2)) + nth(Math.floor(all / 2) + 1)) / 2;
}
