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

/** Every force of the county with what the station asked of it, in the county's order. */
export async function readForces(
  tx: Tx,
  { countyId, stationId }: { countyId: string; stationId: string | null },
  { from, to, asOf }: Instants,
): Promise<ForceRow[]> {
  const rows = await tx.execute<
    Record<"code" | "name_zh" | "name_en", string> &
      Record<"asked" | "accepted" | "decided" | "attended" | "expected", number> & { answer_hours: number | null }
  >(sql`
    select f.code, f.name_zh, f.name_en, c.asked, c.accepted, c.decided, c.attended, c.expected, c.answer_hours
    from app.station_forces(${countyId}::uuid, ${stationId}::uuid, ${from.toISOString()}::timestamptz, ${to.toISOString()}::timestamptz,
      ${asOf.toISOString()}::timestamptz) c
    join forces f on f.county_id = ${countyId}::uuid and f.code = c.code and f.disabled_at is null order by f.sort`);
  return rows.map((row) => ({
    code: row.code,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    asked: row.asked,
    accepted: { numerator: row.accepted, denominator: row.decided },
    attended: { numerator: row.attended, denominator: row.expected },
    answerHours: row.answer_hours,
  }));
}
