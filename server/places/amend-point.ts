import { and, eq } from "drizzle-orm";
import { contactPoints } from "@/db/schema/places";
import type { ActContext } from "../kernel/context";
import { notFound } from "../kernel/problem";
import type { AmendPointInput } from "./inputs";
import { changePlace } from "./parts/change-place";

/** Changes a point's kind, name, address and phone; it stays with its station. */
export function amendPoint(ctx: ActContext, input: AmendPointInput): Promise<{ pointId: string }> {
  return changePlace(ctx, "amendPoint", input, async (tx, countyId) => {
    const { pointId, ...words } = input;
    const changed = await tx
      .update(contactPoints)
      .set(words)
      .where(and(eq(contactPoints.countyId, countyId), eq(contactPoints.id, pointId)))
      .returning({ id: contactPoints.id });
    if (changed.length === 0) throw notFound();
    return { result: { pointId }, payload: { id: pointId, kind: input.kind, name: input.name } };
  });
}
