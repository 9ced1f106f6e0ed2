import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { PersonActor } from "../../kernel/actor";
import type { Context } from "../../kernel/context";
import { dayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import { rulesOn } from "../../rules/queries";
import { redPage } from "../choices";
import type { DrillInput, OverviewInput, Period, RedListInput } from "../inputs";
import { type FigureValues, scopeOf } from "./count-figures";
import { figures } from "./figures";
import { type ForceCounts, type ForceRow, forceRow, readForces } from "./forces";
import {
  firstMonth,
  type Heat,
  heatFrom,
  heatOf,
  type MonthCounts,
  type MonthRow,
  monthRows,
  type OpenCount,
  type OpenRow,
  openRows,
  type PointCount,
  thisMonth,
} from "./growth";
import { type Counts, figuresOf, type KeptFigure, momentsOf } from "./kept-counts";
import { type DrillPage, listDrill } from "./list-drill";
import { basisDays, type Days, instantsOf, monthDays, periodDays, spanOf } from "./measure-span";
import { countRedList, type RedList, readRedList } from "./red-list";

export type ShownFigure = KeptFigure;

export interface Overview {
  station: string;
  head: string;
  days: Days;
  /** What it is compared with. */
  before: Days;
  figures: FigureValues<ShownFigure>;
  figuresBefore: FigureValues<ShownFigure>;
  relapseDays: number;
  open: OpenRow[];
  months: MonthRow[];
  heat: Heat;
  forces: ForceRow[];
  red: RedList;
}

/** What app.station_overview gives; a part without rows is null. */
interface KeptOverview extends Record<string, unknown> {
  station: string;
  head: string;
  counts: Counts[];
  months: MonthCounts[] | null;
  points: PointCount[] | null;
  open: OpenCount[] | null;
  forces: ForceCounts[] | null;
}

async function place(tx: Tx, actor: PersonActor, now: Date) {
  const today = dayOf(now);
  const rules = await rulesOn(tx, actor.countyId, today);
  return { today, relapseDays: rules["relapse.days"] };
}

/** Everything on the station head's overview, for their own station: two statements that travel together. */
export function readOverview(ctx: Context, input: OverviewInput): Promise<Overview> {
  const { actor, now } = ctx;
  const today = dayOf(now);
  const at = { today, now };
  const days = periodDays(input.period, today);
  const before = basisDays(days, input.comparison);
  const spans = [instantsOf(days, now), instantsOf(before, now), thisMonth(at)];
  return asActor(ctx, async (tx) => {
    const [[kept], red] = await Promise.all([
      tx
        .execute<KeptOverview>(sql`
        select o.* from app.station_overview(${actor.countyId}::uuid, ${actor.stationId}::uuid, ${momentsOf(spans, "from")}, ${momentsOf(spans, "to")},
          ${momentsOf(spans, "asOf")}, ${firstMonth(at)}::date, ${heatFrom(at).toISOString()}::timestamptz, ${now.toISOString()}::timestamptz) o`)
        .execute(),
      readRedList(tx, { actor, now, limit: 4 }),
    ]);
    const [current, past, ofMonth] = kept?.counts ?? [];
    if (!kept || !current || !past || !ofMonth) throw new Error("no figures");
    return {
      station: kept.station,
      head: kept.head,
      days,
      before,
      figures: figuresOf(current, red.relapseDays),
      figuresBefore: figuresOf(past, red.relapseDays),
      relapseDays: red.relapseDays,
      open: openRows(kept.open ?? []),
      months: monthRows(today, kept.months ?? [], {
        accepted: Number(ofMonth.accepted),
        resolved: Number(ofMonth.resolved),
      }),
      heat: heatOf(today, kept.points ?? []),
      forces: (kept.forces ?? []).map(forceRow),
      red,
    };
  });
}

/** The exact list behind one part of one figure, and the days it covers. */
export function drill(ctx: Context, input: DrillInput): Promise<DrillPage & { days: Days; relapseDays: number }> {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const { today, relapseDays } = await place(tx, actor, now);
    const days = input.month ? monthDays(input.month) : basisDays(periodDays(input.period, today), input.basis);
    const scope = scopeOf(figures[input.figure].unit, actor.countyId, actor.stationId);
    return { ...(await listDrill(tx, input, spanOf(days, now, relapseDays), scope)), days, relapseDays };
  });
}

/** One page of the red list of the head's station; `total` counts all pages. */
export const redList = ({ actor, now, ...ctx }: Context, { page }: RedListInput = { page: 1 }): Promise<RedList> =>
  asActor({ ...ctx, actor, now }, (tx) => readRedList(tx, { actor, now, limit: redPage, after: (page - 1) * redPage }));

/** How long it is. */
export const redCount = ({ actor, now, ...ctx }: Context): Promise<number> =>
  asActor({ ...ctx, actor, now }, (tx) => countRedList(tx, { actor, now }));

/** How the eight forces and others answered the station in a period. */
export function forces(ctx: Context, input: { period: Period }): Promise<{ days: Days; rows: ForceRow[] }> {
  const { actor, now } = ctx;
  const days = periodDays(input.period, dayOf(now));
  return asActor(ctx, async (tx) => ({ days, rows: await readForces(tx, actor, instantsOf(days, now)) }));
}
