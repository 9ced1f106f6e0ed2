import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type FigureValue, figureSql } from "./count-figures";
import type { Span } from "./figures";

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
export async function readForces(tx: Tx, countyId: string, span: Span, scope: SQL): Promise<ForceRow[]> {
  const ofForce = sql`${scope} and i.force_code = f.code`;
  const rows = await tx.execute<{
    code: string;
    name_zh: string;
    name_en: string;
    asked: FigureValue;
    accepted: FigureValue;
    attended: FigureValue;
    hours: FigureValue;
  }>(sql`
    select f.code, f.name_zh, f.name_en, ${figureSql("forceAsked", span, ofForce)} as asked, ${figureSql("forceAccepted", span, ofForce)} as accepted,
      ${figureSql("forceAttended", span, ofForce)} as attended, ${figureSql("forceAnswerHours", span, ofForce)} as hours
    from forces f where f.county_id = ${countyId}::uuid and f.disabled_at is null order by f.sort`);
  return rows.map((row) => ({
    code: row.code,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    asked: row.asked.numerator,
    accepted: row.accepted,
    attended: row.attended,
    answerHours: row.hours.median ?? null,
  }));
}
