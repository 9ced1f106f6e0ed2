import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clueSteps, clues } from "@/db/schema/calls";
import type { PersonActor } from "../../kernel/actor";
import { conflict, notFound } from "../../kernel/problem";

/** A clue of the point that the actor keeps, locked. Refuses one of elsewhere as notFound, one that is dealt with as clueAlreadyHandled. */
export async function clueAtPoint(
  tx: Tx,
  { countyId, pointId }: PersonActor,
  clueId: string,
): Promise<{ id: string; stationId: string; pointId: string; reportedAt: Date; isHandedUp: boolean }> {
  if (!pointId) throw notFound();
  const [clue] = await tx
    .select({ id: clues.id, stationId: clues.stationId, status: clues.status, reportedAt: clues.reportedAt })
    .from(clues)
    .where(and(eq(clues.countyId, countyId), eq(clues.id, clueId), eq(clues.pointId, pointId)))
    .for("update");
  if (!clue) throw notFound();
  if (clue.status !== "new") throw conflict("clueAlreadyHandled");
  const [handedUp] = await tx
    .select({ id: clueSteps.id })
    .from(clueSteps)
    .where(and(eq(clueSteps.countyId, countyId), eq(clueSteps.clueId, clueId), eq(clueSteps.kind, "escalate")));
  return {
    id: clue.id,
    stationId: clue.stationId,
    pointId,
    reportedAt: clue.reportedAt,
    isHandedUp: handedUp !== undefined,
  };
}
