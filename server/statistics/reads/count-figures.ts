import { type SQL, sql } from "drizzle-orm";
import type { FigureKey, Unit } from "./figures";

/** A figure with both its numbers. A plain count has no denominator. */
export interface FigureValue {
  numerator: number;
  denominator: number | null;
  /** Only for medians, in days or hours; null when nothing was counted. `numerator` then is how many. */
  median?: number | null;
  longest?: number | null;
}
export type FigureValues<K extends FigureKey = FigureKey> = Record<K, FigureValue>;

const countedUnder = (countyId: string, stationId: string | null): SQL =>
  sql`(select app.counted_under(${countyId}::uuid, ${stationId}::uuid))::uuid[]`;

/** The disputes counted under one station: its own, and those of stations that gave their work to it. */
export const stationScope = (countyId: string, stationId: string | null): SQL =>
  sql`d.county_id = ${countyId}::uuid and d.counted_station_id = any (${countedUnder(countyId, stationId)})`;

/**
 * The same of a figure's lines: an attempt `p` at a matter that went into other hands stays with the station that made it, and so does what was agreed in it
 * (app.attempt_counted_at).
 */
export const scopeOf = (unit: Unit, countyId: string, stationId: string | null): SQL =>
  unit === "attempt" || unit === "agreement"
    ? sql`d.county_id = ${countyId}::uuid and (d.counted_station_id = any (${countedUnder(countyId, stationId)}) or p.station_id = any (${countedUnder(countyId, stationId)}))
        and app.attempt_counted_at(p, d.station_id, d.counted_station_id) = any (${countedUnder(countyId, stationId)})`
    : stationScope(countyId, stationId);
