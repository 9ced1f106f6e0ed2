import { and, eq, isNotNull } from "drizzle-orm";
import { committees, contactPoints, rooms, stations } from "@/db/schema/places";
import type { ActContext } from "../kernel/context";
import { notFound } from "../kernel/problem";
import type { EnablePlaceInput } from "./inputs";
import { changePlace } from "./parts/change-place";

const tables = { station: stations, committee: committees, point: contactPoints, room: rooms };
/** Whatever is in use again is followed by nothing; what went to its successor stays there. */
const alone = { disabledAt: null, successorId: null };

/** Opens a closed place again. */
export function enablePlace(ctx: ActContext, input: EnablePlaceInput): Promise<{ id: string }> {
  return changePlace(ctx, "enablePlace", input, async (tx, countyId) => {
    const { kind, id } = input;
    const table = tables[kind];
    const opened = await tx
      .update(table)
      .set(alone)
      .where(and(eq(table.countyId, countyId), eq(table.id, id), isNotNull(table.disabledAt)))
      .returning({ id: table.id });
    if (opened.length === 0) throw notFound();
    return { result: { id }, payload: { kind, id } };
  });
}
