import { stations } from "@/db/schema/places";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import type { CreateStationInput } from "./inputs";
import { changePlace } from "./parts/change-place";

/** Enters a station. Its code of two to four capitals begins every dispute number and never changes. */
export function createStation(ctx: ActContext, input: CreateStationInput): Promise<{ stationId: string }> {
  return changePlace(ctx, "createStation", input, async (tx, countyId) => {
    const stationId = newId(ctx.now);
    await tx.insert(stations).values({ countyId, id: stationId, ...input });
    return { result: { stationId }, payload: { id: stationId, ...input } };
  });
}
