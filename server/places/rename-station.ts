import { and, eq } from "drizzle-orm";
import { stations } from "@/db/schema/places";
import type { ActContext } from "../kernel/context";
import { notFound } from "../kernel/problem";
import type { RenameStationInput } from "./inputs";
import { changePlace } from "./parts/change-place";

/** Renames a station; numbers already given keep its code. */
export function renameStation(ctx: ActContext, input: RenameStationInput): Promise<{ stationId: string }> {
  return changePlace(ctx, "renameStation", input, async (tx, countyId) => {
    const { stationId, name } = input;
    const changed = await tx
      .update(stations)
      .set({ name })
      .where(and(eq(stations.countyId, countyId), eq(stations.id, stationId)))
      .returning({ id: stations.id });
    if (changed.length === 0) throw notFound();
    return { result: { stationId }, payload: { id: stationId, name } };
  });
}
