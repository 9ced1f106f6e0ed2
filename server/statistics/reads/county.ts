import { sql } from "drizzle-orm";
import type { DisputeType } from "@/db/vocabulary";
import { systemActor } from "../../kernel/actor";
import type { Context } from "../../kernel/context";
import { dayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import { rulesOn } from "../../rules/queries";
import { type CountyFigure, countyShown } from "../choices";
import type { OverviewInput } from "../inputs";
import type { FigureValues } from "./count-figures";
import { type ForceCounts, type ForceRow, forceRow } from "./forces";
import { firstMonth, heatFrom, heatMonthsOf, type MonthCounts, type MonthRow, monthRows, thisMonth } from "./growth";
import { countyFigures, type KeptFigure, totalOf } from "./kept-counts";
import { basisDays, type Days, instantsOf, periodDays } from "./measure-span";

type Shown = FigureValues<CountyFigure>;

/** One station, or all of them; `before` is the span it is compared with. */
interface Counted {
  figures: Shown;
  figuresBefore: Shown;
  /** Open ones whose next step is late now. */
  overdue: number;
}
export interface CountyStation extends Counted {
  id: string;
  name: string;
  /** The name of the station in whose figures these are counted too; null of a station in use. */
  successor: string | null;
}
export interface County {
  days: Days;
  before: Days;
  relapseDays: number;
  stations: CountyStation[];
  /** Of all stations in use, which hold what others left to them. */
  total: Counted;
  months: MonthRow[];
  /** New disputes of six months: their months, and how many of each station and type. */
  heat: { months: string[]; cells: HeatCell[] };
  /** How each force answered each station in use. */
  forces: { stationId: string; rows: ForceRow[] }[];
}
export interface HeatCell {
  stationId: string;
  type: DisputeType;
  month: string;
  n: number;
}

interface KeptCounty extends Record<string, unknown> {
  months: MonthCounts[] | null;
  heat: HeatCell[] | null;
  overdue: { stationId: string; n: number }[] | null;
  forces: (ForceCounts & { stationId: string })[] | null;
}

const shown = (figures: FigureValues<KeptFigure>): Shown =>
  Object.fromEntries(countyShown.map((key) => [key, figures[key]])) as Shown;

/** Numbers by station. The county may read no dispute: the system counts for it, and only numbers are returned. */
export function county({ actor, now }: Context, input: OverviewInput): Promise<County> {
  return asActor(
    { actor: systemActor(actor.countyId, "county.read"), now },
    async (tx) => {
      const today = dayOf(now);
      const at = { today, now };
      const days = periodDays(input.period, today);
      const before = basisDays(days, input.comparison);
      const spans = [instantsOf(days, now), instantsOf(before, now), thisMonth(at)] as const;
      const [{ from, to, asOf }] = spans;
      const iso = (moment: Date) => sql`${moment.toISOString()}::timestamptz`;
      const [counted, [kept], rules] = await Promise.all([
        countyFigures(tx, actor.countyId, spans),
        tx
          .execute<KeptCounty>(sql`
          select c.* from app.county_overview(${actor.countyId}::uuid, ${iso(from)}, ${iso(to)}, ${iso(asOf)}, ${firstMonth(at)}::date,
            ${iso(heatFrom(at))}, ${iso(now)}) c`)
          .execute(),
        rulesOn(tx, actor.countyId, today),
      ]);
      const relapseDays = rules["relapse.days"];
      const late = kept?.overdue ?? [];
      const inUse = counted.filter(({ successor }) => successor === null);
      const [sum, sumBefore, ofMonth] = spans.map((_, span) =>
        totalOf(
          inUse.map(({ counts }) => counts[span]).filter((one) => one !== undefined),
          relapseDays,
        ),
      );
      if (!sum || !sumBefore || !ofMonth) throw new Error("no figures");
      return {
        days,
        before,
        relapseDays,
        stations: counted.map(({ id, name, successor, counts }) => ({
          id,
          name,
          successor,
          figures: shown(totalOf(counts.slice(0, 1), relapseDays)),
          figuresBefore: shown(totalOf(counts.slice(1, 2), relapseDays)),
          overdue: late.find(({ stationId }) => stationId === id)?.n ?? 0,
        })),
        total: {
          figures: shown(sum),
          figuresBefore: shown(sumBefore),
          overdue: late.reduce((all, { n }) => all + n, 0),
        },
        months: monthRows(today, kept?.months ?? [], {
          accepted: ofMonth.accepted.numerator,
          resolved: ofMonth.resolved.numerator,
        }),
        heat: { months: heatMonthsOf(today), cells: kept?.heat ?? [] },
        forces: inUse.map(({ id }) => ({
          stationId: id,
          rows: (kept?.forces ?? []).filter(({ stationId }) => stationId === id).map(forceRow),
        })),
      };
    },
    { kind: "costly", mode: "read only", mayUseReplica: true },
  );
}
