import { sql } from "drizzle-orm";
import { systemDatabase } from "@/db/client";
import type { ToldStage } from "./told-stage";

/** A registered matter as whoever holds its slip may know it: no name, no type, nothing of what it is about. */
export interface SlipStage {
  number: string;
  station: string;
  /** "" where it has no English name. */
  stationEn: string;
  registeredAt: string;
  /** `kept` where it is closed to most people: the slip says that it is handled, and no stage. */
  stage: ToldStage;
  /** Of whoever handles it; "" where none is known. */
  phone: string;
}

/** What the slip with this code says, in whichever county; null where none works. Who asks is not known. */
export async function slipBy(codeHash: string, now: Date): Promise<SlipStage | null> {
  const [row] = await systemDatabase().execute<SlipStage & Record<string, unknown>>(sql`
    select number, station, station_en as "stationEn", to_json(registered_at) #>> '{}' as "registeredAt", stage, phone
    from app.slip_by(${codeHash}, ${now.toISOString()}::timestamptz)`);
  return row ?? null;
}
