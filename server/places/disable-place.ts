import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { committees, contactPoints, rooms, stations } from "@/db/schema/places";
import type { ActContext } from "../kernel/context";
import { conflict, notFound } from "../kernel/problem";
import type { DisablePlaceInput, PlaceKind } from "./inputs";
import { changePlace } from "./parts/change-place";
import { refuseBooked } from "./parts/refuse-booked";

const tables = { station: stations, committee: committees, point: contactPoints, room: rooms };

/** Refuses while people in office work there, in their main role or in one beside it. */
async function refuseStaffed(tx: Tx, countyId: string, kind: PlaceKind, id: string): Promise<void> {
  if (kind === "room") return;
  const [row] = await tx.execute<{ count: number }>(
    sql`select count(*)::int as count from app.staff_at(${countyId}::uuid, ${kind}, ${id}::uuid)`,
  );
  if (row && row.count > 0) throw conflict("stillStaffed", { count: row.count });
}

/** Refuses while matters of the place are not archived, or an offer to take one waits for its answer there. */
async function refuseWithMatters(tx: Tx, countyId: string, kind: PlaceKind, id: string): Promise<void> {
  if (kind === "room") return;
  const [row] = await tx.execute<{ count: number }>(
    sql`select app.open_matters_at(${countyId}::uuid, ${kind}, ${id}::uuid) as count`,
  );
  if (row && row.count > 0) throw conflict("mattersHang", { count: row.count });
}

/**
 * Closes a place from now on. Refused while sessions are booked, people work or matters are under way there; past sessions
 * keep it.
 */
export function disablePlace(ctx: ActContext, input: DisablePlaceInput): Promise<{ id: string }> {
  return changePlace(ctx, "disablePlace", input, async (tx, countyId) => {
    const { kind, id, reason } = input;
    const table = tables[kind];
    const where = and(eq(table.countyId, countyId), eq(table.id, id));
    const [place] = await tx.select({ disabledAt: table.disabledAt }).from(table).where(where).for("update");
    if (!place) throw notFound();
    if (place.disabledAt) throw conflict("alreadyClosed");
    await refuseBooked(tx, { countyId, now: ctx.now }, kind, id);
    await refuseStaffed(tx, countyId, kind, id);
    await refuseWithMatters(tx, countyId, kind, id);
    await tx.update(table).set({ disabledAt: ctx.now }).where(where);
    return { result: { id }, payload: { kind, id, reason } };
  });
}
