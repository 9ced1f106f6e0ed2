import { and, eq } from "drizzle-orm";
import { contactPoints } from "@/db/schema/places";
import type { ActContext } from "../kernel/context";
import { updateInVersion } from "../kernel/in-version";
import type { AmendPointInput } from "./inputs";
import { changePlace } from "./parts/change-place";

/** Changes a point's kind, name, address and phone; it stays with its station. */
export function amendPoint(ctx: ActContext, input: AmendPointInput): Promise<{ pointId: string; version: number }> {
  return changePlace(ctx, "amendPoint", input, async (tx, countyId) => {
    const { pointId, pointVersion, ...words } = input;
    const version = await updateInVersion(tx, contactPoints, {
      where: and(eq(contactPoints.countyId, countyId), eq(contactPoints.id, pointId)),
      version: pointVersion,
      set: words,
    });
    return { result: { pointId, version }, payload: { id: pointId, kind: input.kind, name: input.name } };
  });
}
