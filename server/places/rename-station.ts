import { and, eq } from "drizzle-orm";
import { stations } from "@/db/schema/places";
import type { ActContext } from "../kernel/context";
import { updateInVersion } from "../kernel/in-version";
import type { RenameStationInput } from "./inputs";
import { changePlace } from "./parts/change-place";

/** Renames a station, in Chinese and in English; numbers already given keep its code. */
export function renameStation(
  ctx: ActContext,
  input: RenameStationInput,
): Promise<{ stationId: string; version: number }> {
  return changePlace(ctx, "renameStation", input, async (tx, countyId) => {
    const { stationId, stationVersion, name, nameEn } = input;
    const version = await updateInVersion(tx, stations, {
      where: and(eq(stations.countyId, countyId), eq(stations.id, stationId)),
      version: stationVersion,
      set: { name, nameEn },
    });
    return { result: { stationId, version }, payload: { id: stationId, name } };
  });
}
