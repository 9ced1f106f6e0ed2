import { contactPoints } from "@/db/schema/places";
import type { ActContext } from "../kernel/context";
import { newId } from "../kernel/ids";
import type { CreatePointInput } from "./inputs";
import { changePlace } from "./parts/change-place";
import { requireStation } from "./parts/require-place";

/** Adds a contact point (one of the "N") under a station. */
export function createPoint(ctx: ActContext, input: CreatePointInput): Promise<{ pointId: string }> {
  return changePlace(ctx, "createPoint", input, async (tx, countyId) => {
    await requireStation(tx, countyId, input.stationId);
    const pointId = newId(ctx.now);
    await tx.insert(contactPoints).values({ countyId, id: pointId, ...input });
    return {
      result: { pointId },
      payload: { id: pointId, stationId: input.stationId, kind: input.kind, name: input.name },
    };
  });
}
