import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type PersonActor, systemActor } from "../../kernel/actor";
import type { Context } from "../../kernel/context";
import { dayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import { rulesOn } from "../../rules/queries";
import type { DrillInput, OverviewInput, Period } from "../inputs";
import { type FigureValues, stationScope } from "./count-figures";
import { type ForceRow, readForces } from "./forces";
import { type Heat, type MonthRow, type OpenRow, readHeat, readMonths, readOpen, thisMonth } from "./growth";
import { countyFigures, type KeptFigure, stationFigures } from "./kept-counts";
import { type DrillPage, listDrill } from "./list-drill";
import { basisDays, type Days, instantsOf, monthDays, periodDays, spanOf } from "./measure-span";
import { type RedList, readRedList } from "./red-list";

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

async function place(tx: Tx, actor: PersonActor, now: Date) {
  const today = dayOf(now);
  const rules = await rulesOn(tx, actor.countyId, today);
  return {
    tx,
    today,
    now,
    rules,
    relapseDays: rules["relapse.days"],
    scope: stationScope(actor.countyId, actor.stationId),
  };
}

/** Everything on the station head's overview, for their own station. */
export function readOverview(ctx: Context, input: OverviewInput): Promise<Overview> {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const { today, rules, relapseDays, scope } = await place(tx, actor, now);
    const days = periodDays(input.period, today);
    const before = basisDays(days, input.comparison);
    const [where] = await tx.execute<{ station: string; head: string }>(sql`
      select s.name as station, p.name as head from stations s join people p on p.county_id = s.county_id and p.id = ${actor.personId}::uuid
      where s.county_id = ${actor.countyId}::uuid and s.id = ${actor.stationId}::uuid`);
    const at = { countyId: actor.countyId, stationId: actor.stationId, today, now };
    const counted = await stationFigures(tx, { ...actor, relapseDays }, [
      instantsOf(days, now),
      instantsOf(before, now),
      thisMonth(at),
    ]);
    const [figures, figuresBefore, ofMonth] = counted;
    if (!figures || !figuresBefore || !ofMonth) throw new Error("no figures");
    return {
      station: where?.station ?? "",
      head: where?.head ?? "",
      days,
      before,
      figures,
      figuresBefore,
      relapseDays,
      open: await readOpen(tx, at),
      months: await readMonths(tx, at, { accepted: ofMonth.accepted.numerator, resolved: ofMonth.resolved.numerator }),
      heat: await readHeat(tx, at),
      forces: await readForces(tx, actor, instantsOf(days, now)),
      red: await readRedList(tx, { actor, scope, now, rules, limit: 4 }),
    };
  });
}

/** The exact list behind one part of one figure, and the days it covers. */
export function drill(ctx: Context, input: DrillInput): Promise<DrillPage & { days: Days; relapseDays: number }> {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const { today, relapseDays, scope } = await place(tx, actor, now);
    const days = input.month ? monthDays(input.month) : basisDays(periodDays(input.period, today), input.basis);
    return { ...(await listDrill(tx, input, spanOf(days, now, relapseDays), scope)), days, relapseDays };
  });
}

/** The whole red list of the head's station. */
export function redList(ctx: Context): Promise<RedList> {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const { rules, scope } = await place(tx, actor, now);
    return readRedList(tx, { actor, scope, now, rules, limit: 200 });
  });
}

/** How the eight forces and others answered the station in a period. */
export function forces(ctx: Context, input: { period: Period }): Promise<{ days: Days; rows: ForceRow[] }> {
  const { actor, now } = ctx;
  return asActor(ctx, async (tx) => {
    const { today } = await place(tx, actor, now);
    const days = periodDays(input.period, today);
    return { days, rows: await readForces(tx, actor, instantsOf(days, now)) };
  });
}

const countyShown = [
  "received",
  "accepted",
  "open",
  "agreed",
  "performed",
  "resolutionRate",
  "successRate",
  "performanceRate",
  "relapseRate",
  "medianDays",
] as const;
export type CountyFigure = (typeof countyShown)[number];
export interface County {
  days: Days;
  stations: { id: string; name: string; figures: FigureValues<CountyFigure> }[];
}

const countyPart = (figures: FigureValues<KeptFigure>): FigureValues<CountyFigure> =>
  Object.fromEntries(countyShown.map((key) => [key, figures[key]])) as FigureValues<CountyFigure>;

/** Aggregates by station. The county may read no dispute: the system counts for it, and only numbers are returned. */
export function county({ actor, now }: Context, input: { period: Period }): Promise<County> {
  return asActor(
    { actor: systemActor(actor.countyId, "county.read"), now },
    async (tx) => {
      const { today, relapseDays } = await place(tx, actor, now);
      const days = periodDays(input.period, today);
      const stations = await countyFigures(tx, { countyId: actor.countyId, relapseDays }, instantsOf(days, now));
      return { days, stations: stations.map(({ id, name, figures }) => ({ id, name, figures: countyPart(figures) })) };
    },
    { kind: "costly", mode: "read only", mayUseReplica: true },
  );
}
