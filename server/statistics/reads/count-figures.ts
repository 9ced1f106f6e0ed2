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

/** The disputes of one station. */
export const stationScope = (countyId: string, stationId: string | null): SQL =>
  sql`d.county_id = ${countyId}::uuid and d.station_id = ${stationId}::uuid`;
