import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { FigureValue } from "./count-figures";
import type { Instants } from "./measure-span";

/** How one force answers when asked; `asked` counts every invitation that was not withdrawn. */
export interface ForceRow {
  code: string;
  nameZh: string;
  nameEn: string;
  asked: number;
  accepted: FigureValue;
  attended: FigureValue;
  /** Median hours to an answer; null when nobody has answered. */
  answerHours: number | null;
}

/** The same as the database counts it. */
export interface ForceCounts extends Record<string, unknown> {
  code: string;
  nameZh: string;
  nameEn: string;
  asked: number;
  accepted: number;
  decided: number;
  attended: number;
  expected: number;
  hours: number | null;
}

export const forceRow = ({ code, nameZh, nameEn, asked, hours, ...counts }: ForceCounts): ForceRow => ({
  code,
  nameZh,
  nameEn,
  asked,
  accepted: { numerator: counts.accepted, denominator: counts.decided },
  attended: { numerator: counts.attended, denominator: counts.expected },
  answerHours: hours,
});

/** Every force of the county with what the station asked of it, in the county's order. */
export async function readForces(
  tx: Tx,
  { countyId, stationId }: { countyId: string; stationId: string | null },
  { from, to, asOf }: Instants,
): Promise<ForceRow[]> {
  const rows = await tx.execute<ForceCounts>(sql`
    select f.* from app.station_forces(${countyId}::uuid, ${stationId}::uuid, ${from.toISOString()}::timestamptz, ${to.toISOString()}::timestamptz,
      ${asOf.toISOString()}::timestamptz) f`);
  return rows.map(forceRow);
}
