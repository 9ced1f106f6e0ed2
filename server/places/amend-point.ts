import { and, eq } from "drizzle-orm";
import { contactPoints } from "@/db/schema/places";
import type { ActContext } from "../kernel/context";
import { updateInVersion } from "../kernel/in-version";
import type { AmendPointInput } from "./inputs";
import { changePlace } from "./parts/change-place";
import { changedPlace } from "./parts/tell-changed-place";

/** Changes a point's kind, name, address and phone; it stays with its station. Whoever is to come there is told of name and address. */
export function amendPoint(ctx: ActContext, input: AmendPointInput): Promise<{ pointId: string; version: number }> {
  return changePlace(ctx, "amendPoint", input, async (tx, countyId) => {
    const { pointId, pointVersion, ...words } = input;
    const { done: version, events } = await changedPlace(tx, { countyId, now: ctx.now }, { pointId }, () =>
      updateInVersion(tx, contactPoints, {
        where: and(eq(contactPoints.countyId, countyId), eq(contactPoints.id, pointId)),
        version: pointVersion,
        set: words,
      }),
    );
    const { kind, name, address } = input;
    return { result: { pointId, version }, payload: { id: pointId, kind, name, address }, after: events };
  });
}
