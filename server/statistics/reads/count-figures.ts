import { type SQL, sql } from "drizzle-orm";
import type { FigureKey } from "./figures";

/** A figure with both its numbers. A plain count has no denominator. */
export interface FigureValue {
  numerator: number;
  denominator: number | null;
  /** Only for medians, in days or hours; null when nothing was counted. `numerator` then is how many. */
  median?: number | null;
  longest?: number | null;
}
export type FigureValues<K extends FigureKey = FigureKey> = Record<K, FigureValue>;

/** The disputes counted under one station: its own, and those of stations that gave their work to it. */
export const stationScope = (countyId: string, stationId: string | null): SQL =>
  sql`d.county_id = ${countyId}::uuid and d.counted_station_id = any ((select app.counted_under(${countyId}::uuid, ${stationId}::uuid))::uuid[])`;
