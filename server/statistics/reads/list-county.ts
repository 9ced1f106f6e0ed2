import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { DisputeType, ProceedingStatus } from "@/db/vocabulary";
import { systemActor } from "../../kernel/actor";
import type { Context } from "../../kernel/context";
import { isoText } from "../../kernel/iso-text";
import { notFound } from "../../kernel/problem";
import { dayOf } from "../../kernel/shanghai";
import { asActor } from "../../kernel/transaction";
import { rulesOn } from "../../rules/queries";
import type { CountyListInput } from "../inputs";
import { scopeOf } from "./count-figures";
import { countsAsOne, type Figure, figures, units } from "./figures";
import { linesOfStations } from "./lines-of-stations";
import { basisDays, type Days, monthDays, periodDays, spanOf } from "./measure-span";

/**
 * One line behind a figure of the county: which matter, where, what kind, how far and until when. No name, no place, no
 * word of what happened. Times are ISO text.
 */
export interface CountyRow {
  id: string;
  number: string;
  type: DisputeType;
  /** Null while it waits for triage. */
  status: ProceedingStatus | null;
  isOver: boolean;
  dueAt: string | null;
  /** The time by which it is counted. */
  at: string;
  isCounted: boolean;
}
export interface CountyPage {
  rows: CountyRow[];
  /** How many lines there are in all; equals the figure. */
  total: number;
  /** Of them, those closed to all but who works on them: they are counted, and not listed. */
  sealed: number;
  next: { at: string; id: string } | null;
  days: Days;
  relapseDays: number;
  /** Whose list it is; and the stations in use, to go on to another one. */
  station: { id: string; name: string };
  stations: { id: string; name: string; lines: number | null }[];
  /** How many lines those of all stations have together; null where a filter leaves some out. */
  inCounty: number | null;
  force: { nameZh: string; nameEn: string } | null;
}

const pageSize = 50;

/**
 * The list behind a figure of one station, the first one where none is named, by the very predicate the figure is counted with;
 * read by the system, for the county. One station at a time, since nobody reads a whole county's list to its end.
 */
export function countyList({ actor, now }: Context, input: CountyListInput): Promise<CountyPage> {
  const { countyId } = actor;
  return asActor(
    { actor: systemActor(countyId, "county.read"), now },
    async (tx) => {
      const today = dayOf(now);
      const [{ "relapse.days": relapseDays }, stations] = await Promise.all([
        rulesOn(tx, countyId, today),
        tx
          .execute<{ id: string; name: string; isInUse: boolean }>(sql`
          select id, name, disabled_at is null as "isInUse" from stations where county_id = ${countyId}::uuid and (disabled_at is null or id = ${input.stationId ?? null}::uuid) order by code`)
          .execute(),
      ]);
      const station = input.stationId ? stations.find(({ id }) => id === input.stationId) : stations[0];
      if (!station) throw notFound();
      const inUse = stations.filter(({ isInUse }) => isInUse);
      const days = input.month ? monthDays(input.month) : basisDays(periodDays(input.period, today), input.basis);
      const span = spanOf(days, now, relapseDays);
      const figure: Figure = figures[input.figure];
      const unit = units[figure.unit];
      const those = figure.those?.(span) ?? sql`true`;
      const iso = sql`${now.toISOString()}::timestamptz`;
      const parts: SQL[] = [
        scopeOf(figure.unit, countyId, station.id),
        countsAsOne(figure.unit, span),
        figure.all(span),
      ];
      if (input.part === "numerator") parts.push(those);
      if (input.type) parts.push(sql`d.type = ${input.type}::dispute_type`);
      // Few are open: they are found by their proceedings, and not by looking at every matter of the station.
      if (input.figure === "open" && input.basis === "current" && !input.month)
        parts.push(sql`d.id = any (array(select o.dispute_id from proceedings o where o.county_id = ${countyId}::uuid and o.ended_at is null
          and o.station_id = any (array(select s.id from stations s where s.county_id = ${countyId}::uuid))))`);
      if (input.force && figure.unit === "invitation") parts.push(sql`i.force_code = ${input.force}`);
      if (input.overdue)
        parts.push(sql`exists (select from proceedings late where late.county_id = d.county_id and late.dispute_id = d.id
          and late.ended_at is null and late.next_due_at < ${iso})`);
      const chosen = sql`${unit.from(span)} where ${sql.join(parts, sql` and `)}`;
      const isSealed = sql`exists (select from dispute_restrictions r where r.county_id = d.county_id and r.dispute_id = d.id and r.released_at is null)`;
      const after = input.cursor
        ? sql`and (date_trunc('milliseconds', ${figure.at}), ${unit.key}) < (${input.cursor.at}::timestamptz, ${input.cursor.id}::uuid)`
        : sql``;
      const [rows, [sum], [force], lines] = await Promise.all([
        tx
          .execute<CountyRow & Record<string, unknown>>(sql`
          select line.id, line.number, line.type, now.status, coalesce(now.ended_at is not null, line.is_refused) as "isOver",
            ${isoText(sql`case when now.ended_at is null and not line.is_refused then coalesce(now.next_due_at, line.triage_due_at) end`)} as "dueAt", ${isoText(sql`line.at`)} as at, line.is_counted as "isCounted"
          from (select ${unit.key} as id, d.id as dispute_id, d.number, d.type, d.triage_due_at,
              d.not_accepted_at is not null as is_refused, ${figure.at} as at, coalesce(${those}, false) as is_counted
            from ${chosen} and not ${isSealed} ${after} order by date_trunc('milliseconds', ${figure.at}) desc, ${unit.key} desc limit ${pageSize + 1}) line
          left join lateral (select x.status, x.ended_at, x.next_due_at from proceedings x where x.county_id = ${countyId}::uuid and x.dispute_id = line.dispute_id
            order by x.ended_at is not null, x.ordinal desc limit 1) now on true
          order by date_trunc('milliseconds', line.at) desc, line.id desc`)
          .execute(),
        tx
          .execute<{ n: number; sealed: number }>(
            sql`select count(*)::int as n, (count(*) filter (where ${isSealed}))::int as sealed from ${chosen}`,
          )
          .execute(),
        input.force ? forceNamed(tx, countyId, input.force) : [],
        linesOfStations(tx, { countyId, input, days, now, relapseDays }),
      ]);
      const page = rows.slice(0, pageSize);
      const last = rows.length > pageSize ? page.at(-1) : undefined;
      return {
        rows: page,
        total: sum?.n ?? 0,
        sealed: sum?.sealed ?? 0,
        next: last ? { at: last.at, id: last.id } : null,
        days,
        relapseDays,
        station,
        stations: stations.map((one) => ({ ...one, lines: lines && (lines.get(one.id) ?? 0) })),
        inCounty: lines && inUse.reduce((all, { id }) => all + (lines.get(id) ?? 0), 0),
        force: force ?? null,
      };
    },
    { kind: "costly", mode: "read only", mayUseReplica: true },
  );
}

const forceNamed = (tx: Tx, countyId: string, code: string) =>
  tx
    .execute<{ nameZh: string; nameEn: string }>(sql`
    select name_zh as "nameZh", name_en as "nameEn" from forces where county_id = ${countyId}::uuid and code = ${code}`)
    .execute();
